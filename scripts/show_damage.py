"""Print samples of planted damage in real texts, with the damage bracketed, for reading.

python scripts/show_damage.py --data PATH [--kind K] [--language L] [--count N] [--counts]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from damage import KINDS, Damaged
from damage_edits import Range
from damage_rows import curriculum
from fidelity_plants import good_pairs


def marked(text: str, ranges: Sequence[Range]) -> str:
    """The text with the ranges in ⟦brackets⟧."""
    for start, end in sorted(ranges, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


def main() -> None:
    """Print samples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--language", help="only damage to texts of this language")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--rows", type=int, default=5000, help="good pairs that damage is planted in")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--counts", action="store_true", help="only how often each kind came up")
    options = parser.parse_args()
    rows = [
        (pair.translation, pair.counterpart, pair.translation_language, pair.counterpart_language)
        for pair in good_pairs(options.data, options.seed)[: options.rows]
    ]
    kinds = {options.kind: 1.0} if options.kind else None
    found = list(zip(rows, curriculum(rows, options.seed, kinds=kinds), strict=True))
    if options.counts:
        print(Counter(made[1].kind if made else None for _, made in found))
        return
    shown = 0
    for row, made in found:
        side = 1 if made and made[0] == "counterpart" else 0
        if made is None or (options.language and row[2 + side] != options.language):
            continue
        _show(row[2 + side], row[side], made[1], made[2])
        shown += 1
        if shown == options.count:
            return


def _show(language: str, text: str, found: Damaged, further: Damaged | None) -> None:
    print(f"[{found.kind} {language} {'critical ' if found.critical else ''}{found.severity}]")
    print(f"  - {marked(text, found.lost)}")
    print(f"  + {marked(found.text, found.spans)}")
    if further:
        print(f"  ++ {further.severity} {marked(further.text, further.spans)}")


if __name__ == "__main__":
    main()
