"""The part of docs/accuracy.md that sets our checks beside other checkers, from `rivals.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PLACE = Path(__file__).with_name("rivals.json")
BESIDE, ALONE = "beside English", "English alone"
OURS, PO, HARPER, HARPER_MARKS = "ours", "pofilter", "harper", "harper without spelling"
ALL = "all of them"
"""Row of all kinds together: Harper's rules have other kinds than ours."""
_Counts = dict[str, int]


def rivals_section() -> list[str]:
    """Tables beside pofilter, in the languages of the plants, and beside Harper in English."""
    figures: dict[str, Any] = json.loads(PLACE.read_text(encoding="utf-8"))
    return [*_pofilter(figures), "", *_harper(figures), ""]


def _pofilter(figures: dict[str, Any]) -> list[str]:
    rows = figures[BESIDE]
    languages = [code for code in figures["languages"] if code != "en"]
    clean = next(iter(rows.values()))[OURS]["sentences"]
    lines = [
        "## Beside other checkers",
        "",
        f"pofilter is the checker of translate-toolkit {figures['versions']['translate-toolkit']}. Each side ran with",
        f"its defaults on {clean:,} lines of NTREX news in {', '.join(languages)}, beside their English ones, ours",
        "with neutral findings too, and then on artifacts planted in such articles. Alarms: findings in 1,000 clean",
        "lines. Found: share of the planted. Run: `scripts/benchmark_rivals.py`.",
        "",
        "| looks for | planted | our alarms | pofilter's | times ours | ours found | pofilter found |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind, sides in rows.items():
        ours, theirs = sides[OURS], sides[PO]
        ratio = f"{theirs['alarms'] / ours['alarms']:.1f}" if ours["alarms"] else "–"
        cells = [str(_planted(ours)), _alarms(ours), _alarms(theirs), ratio, _found(ours), _found(theirs)]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    return lines


def _harper(figures: dict[str, Any]) -> list[str]:
    rows = figures[ALONE]
    whole = rows[ALL]
    lines = [
        f"Harper (harper-py {figures['versions']['harper-py']}) read the {whole[OURS]['sentences']:,} English lines",
        f"without counterpart and said {_alarms(whole[HARPER])} things in 1,000 of them,",
        f"{_alarms(whole[HARPER_MARKS])} without its speller, which stops at names;",
        f"our checks of these kinds {_alarms(whole[OURS])}. What it says anew of a damaged line counts as found.",
        "",
        "| looks for | planted | ours found | Harper found | without its speller |",
        "|---|---|---|---|---|",
    ]
    for kind, sides in rows.items():
        if _planted(sides[OURS]):
            cells = [str(_planted(sides[OURS])), *(_found(sides[side]) for side in (OURS, HARPER, HARPER_MARKS))]
            lines.append(f"| {kind} | {' | '.join(cells)} |")
    return lines


def _planted(one: _Counts) -> int:
    return one["planted"]


def _alarms(one: _Counts) -> str:
    return f"{1000 * one['alarms'] / one['sentences']:.1f}"


def _found(one: _Counts) -> str:
    return f"{one['found'] / one['planted']:.2f}" if one["planted"] else "–"
