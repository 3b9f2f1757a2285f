"""Counts readings by situation: the table behind `auditor.checks.precision`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from clean_news import language_of
from findings_drawn import HUMAN, Drawn
from readings import Reading, Readings

from auditor.checks.measured import Measured
from auditor.checks.precision import ARTIFACTS, SHOWN, situations
from auditor.core.mqm import Severity

Row = tuple[int, int, float]


def precisions(
    sentences: Mapping[tuple[str, str], int], found: Sequence[Drawn], readings: Readings, table: Measured
) -> dict[str, dict[str, Row]]:
    """(right, read, planted) by check and situation, of what is still found and shown."""
    human = sum(count for (kind, _), count in sentences.items() if kind == HUMAN)
    by_check: dict[str, list[Drawn]] = defaultdict(list)
    for drawn in found:
        if drawn.confidence >= SHOWN:
            by_check[drawn.check].append(drawn)
    counted = {
        check: _of_check(drawn, readings, human, table.recall(check) or 0.0)
        for check, drawn in sorted(by_check.items())
    }
    return {check: rows for check, rows in counted.items() if rows}


def _of_check(found: Iterable[Drawn], readings: Readings, sentences: int, recall: float) -> dict[str, Row]:
    read = [(drawn, reading) for drawn in found if (reading := readings.of(drawn)) is not None]
    if not read:
        return {}
    clean = [drawn for drawn in found if drawn.corpus == HUMAN]
    done = [drawn for drawn, _ in read if drawn.corpus == HUMAN]
    planted = ARTIFACTS * sentences / 1000 * recall * (len(done) / len(clean) if clean else 1)
    groups: dict[str, list[tuple[Drawn, Reading]]] = defaultdict(list)
    for drawn, reading in read:
        for situation in situations(Severity(drawn.severity), drawn.confidence, code_of(drawn)):
            groups[situation].append((drawn, reading))
    rows = {}
    for situation, members in sorted(groups.items()):
        here = sum(drawn.corpus == HUMAN for drawn, _ in members)
        share = here / len(done) if done else len(members) / len(read)
        rows[situation] = (sum(reading.right for _, reading in members), len(members), round(planted * share, 1))
    return rows


def code_of(drawn: Drawn) -> str:
    """The project's language code of a finding's article."""
    return language_of(drawn.language) if drawn.corpus == HUMAN else drawn.language
