"""Print the learning curve of a training folder as a Markdown table.

python scripts/fidelity_curve.py FOLDER…
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import fmean

COLUMNS = {
    "direct assessments, r": "r mlqe",
    "critical errors, MCC": "crit",
    "word tags, MCC": "words mlqe",
    "news zh-en, r": "r mqm newstest2021.zh-en",
    "news en-de, r": "r mqm newstest2021.en-de",
    "words of news, MCC": "words mqm",
}
"""Title, and how the names of its figures begin."""


def table(folder: Path) -> list[str]:
    """A row per measurement, means over language pairs."""
    lines = ["| step | " + " | ".join(COLUMNS) + " |", "|---" * (1 + len(COLUMNS)) + "|"]
    for line in (folder / "curve.jsonl").read_text("utf-8").splitlines():
        figures = json.loads(line)
        cells = []
        for start in COLUMNS.values():
            values = [value for name, value in figures.items() if name.startswith(start)]
            cells.append(f"{fmean(values):.3f}" if values else "")
        lines.append(f"| {figures['step']} | " + " | ".join(cells) + " |")
    return lines


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(*table(Path(name)), sep="\n")
