"""From measured rates to a plan: what a million article pairs cost, and what runs full first.

    python scripts/plan_scale.py FIGURES.json [--write docs/scaling.md]

FIGURES.json is what `benchmark_batch.py --result` wrote. Only what follows from it, and from the sizes given below, is
printed; where no graphics card was measured nothing is said of one.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

MARK = "<!-- figures -->"
MILLION = 1_000_000
NIGHT_HOURS = 10
CORES = (8, 64, 512)
LEDGER_BYTES = 1_500
"""A record of a shard."""
SHARD = 100


def main() -> None:
    """Compute and print, or write into the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", type=Path)
    parser.add_argument("--write", type=Path, help="page whose part below the mark is replaced")
    arguments = parser.parse_args()
    figures = json.loads(arguments.figures.read_text("utf-8"))
    text = "\n".join([*_lines(figures["workers 1"]), *_others(figures)]) + "\n"
    if arguments.write is None:
        print(text)
        return
    page = arguments.write.read_text("utf-8")
    arguments.write.write_text(f"{page.partition(MARK)[0]}{MARK}\n\n{text}", encoding="utf-8")


def _lines(measured: dict[str, Any]) -> list[str]:
    articles = measured["articles"]
    each = measured["cpu_of_stages"] / articles
    hours = each * MILLION / 3600
    nights = "; ".join(f"{cores} cores {hours / cores:,.1f} hours" for cores in CORES)
    stages = ", ".join(f"{stage} {share:.0%}" for stage, share in measured["stages"].items())
    return [
        "| what | figure |",
        "|---|---|",
        f"| articles measured | {articles}, {measured['sentences'] / articles:.1f} sentences each |",
        f"| processor seconds per article pair, loading of models included | {each:.2f} |",
        f"| articles a second of one core | {1 / each:.2f} |",
        f"| sentences a second of one core | {measured['sentences'] / measured['cpu_of_stages']:.1f} |",
        f"| time by stage | {stages} |",
        f"| pairs of sentences that were known already | {1 - measured['scored'] / max(1, measured['pairs']):.0%} |",
        f"| peak memory of a worker | {measured['memory_mb']:,} MB |",
        f"| **core-hours per million pairs** | **{hours:,.0f}** |",
        f"| a million pairs take | {nights} |",
        f"| cores for a million pairs in a night of {NIGHT_HOURS} hours | {hours / NIGHT_HOURS:,.0f} |",
        f"| memory for those | {hours / NIGHT_HOURS * measured['memory_mb'] / 1024:,.0f} GB |",
        f"| ledger of a million pairs | {MILLION // SHARD:,} files, {MILLION // SHARD * LEDGER_BYTES / 1e6:.0f} MB |",
    ]


def _others(figures: dict[str, Any]) -> list[str]:
    """Runs of the same articles beside that of one worker, as far as they were measured."""
    one = figures["workers 1"]
    each = one["cpu"] / one["articles"]
    peaks = {int(articles): peak for articles, peak in one["memory_mb_when_done"].items()}
    lines = [f"| peak memory when {a:,} articles were done | {peaks[a]:,} MB |" for a in sorted(peaks) if peaks[a]]
    if "check" in figures:
        check = figures["check"]
        theirs = check["cpu"] / check["articles"]
        lines += [
            f"| processor seconds per article, all of the command: batch, `auditor check` | {each:.2f}, {theirs:.2f} |",
            f"| `check` takes so many times the processor time of batch | {theirs / each:.2f} |",
            f"| peak memory of `check` | {check['memory_mb']:,} MB |",
        ]
    for name in sorted(name for name in figures if name.startswith("workers ") and name != "workers 1"):
        lines.append(f"| {name}: wall time against one | {one['wall'] / figures[name]['wall']:.2f} times as fast |")
    return lines


if __name__ == "__main__":
    main()
