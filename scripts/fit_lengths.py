"""How long a passage is in each language beside its English original, and how much that varies.

Usage: python scripts/fit_lengths.py --data PATH

From the tuning half of NTREX dev (professional translations; used for thresholds, not for weights). Per language: the
mean of log(length / English length), and its variance as `floor` + `per_character` / English length, fitted over single
lines and runs of two and four, since a longer passage varies less. Writes auditor/checks/accuracy/data/lengths.toml.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean, pvariance

from clean_news import in_half
from corpora import ntrex_articles, ntrex_languages
from ntrex_codes import ntrex_tags

TARGET = Path(__file__).resolve().parent.parent / "auditor" / "checks" / "accuracy" / "data" / "lengths.toml"
RUNS = (1, 2, 4)
SHORTEST = 40
"""Characters of the English side; headlines vary too much."""
OUTLIERS = 4.0
"""Deviations beyond which a line is left out of the fit: a sentence the human dropped or explained."""


def samples(data: Path, code: str) -> Iterator[tuple[int, float, int]]:
    """(lines, log ratio, English length) of every run of lines of one language."""
    english = {article.id: article.lines for article in ntrex_articles(data, "eng")}
    for article in ntrex_articles(data, code):
        if not in_half(article.id, "tune"):
            continue
        lines = list(zip(article.lines, english[article.id], strict=True))
        for size in RUNS:
            for at in range(0, len(lines) - size + 1, size):
                ours = sum(len(line) for line, _ in lines[at : at + size])
                theirs = sum(len(line) for _, line in lines[at : at + size])
                if ours and theirs >= SHORTEST:
                    yield size, math.log(ours / theirs), theirs


def fitted(found: list[tuple[int, float, int]]) -> tuple[float, float, float]:
    """(mean, floor, per_character)."""
    single = [ratio for size, ratio, _ in found if size == 1]
    mean, spread = fmean(single), math.sqrt(pvariance(single))
    points = []
    for size in RUNS:
        kept = [(r, length) for s, r, length in found if s == size and abs(r - mean) <= OUTLIERS * spread]
        points.append((fmean(1 / length for _, length in kept), pvariance([r for r, _ in kept], mean)))
    x, y = fmean(p[0] for p in points), fmean(p[1] for p in points)
    slope = sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)
    slope = max(slope, 0.0)
    return mean, max(y - slope * x, 0.0), slope


def main() -> int:
    """Fit every language and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    pooled: dict[str, list[tuple[int, float, int]]] = defaultdict(list)
    for code in ntrex_languages(data):
        if not code.startswith("eng"):
            pooled[ntrex_tags()[code][0].partition("-")[0]].extend(samples(data, code))
    head = "# By scripts/fit_lengths.py: log of the length beside English; variance = floor + per_character / length.\n"
    rows = [
        "{} = {{ mean = {:.4f}, floor = {:.5f}, per_character = {:.4f} }}".format(code, *fitted(pooled[code]))
        for code in sorted(pooled)
    ]
    TARGET.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
