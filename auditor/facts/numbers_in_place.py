"""Numbers of one sentence held against those of the sentence that it translates, each against the one in its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from auditor.core.document import Span
from auditor.facts.compare_numbers import (
    SMALLEST_NUMERAL,
    ChangedNumber,
    in_other_calendar,
    may_be_converted,
    may_be_rounded,
    part_of_numeral,
    readings_of,
    slip_between,
)
from auditor.facts.fact import DateValue, Fact, NumberForm, NumberValue

SMALL = 12
"""Up to here a number may be told by many words; such a one is only held against another small one."""
FARTHEST = 3
"""Times by which two small numbers may differ: *two* for six is a slip, *two* for eleven another statement."""
FORMS = frozenset({NumberForm.QUANTITY, NumberForm.ORDINAL, NumberForm.DECADE})
HALF = Fraction(1, 2)
CENTURY = 100


@dataclass(frozen=True, slots=True)
class Side:
    """The facts of a sentence, of what stands round it, and where its measures, converted sums and unsure words are."""

    facts: Sequence[Fact]
    around: Iterable[Fact]
    apart: Collection[Span]
    measured: bool
    """Whether anything in the sentence may be converted."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number that a sentence tells."""

    fact: Fact
    value: Fraction
    percent: bool
    year: bool
    decade: bool


def changed_in_place(ours: Side, theirs: Side) -> Iterator[ChangedNumber]:
    """The number of one sentence that stands in place of another's, when all others of both have their like.

    Where several are left over, those that a known slip parts. Small and spelled numbers, ordinals and decades count;
    times, labels, measures, rounded figures and other calendars are innocent.
    """
    measured = ours.measured or theirs.measured
    own, lost = _left(ours, theirs, measured), _left(theirs, ours, measured)
    if len(own) == len(lost) == 1 and _alike(own[0], lost[0]):
        yield ChangedNumber(own[0].fact, lost[0].fact, slip_between(own[0].value, lost[0].value))
        return
    if len(own) > 1 or len(lost) > 1:
        yield from _slips(own, lost)


def _left(side: Side, other: Side, measured: bool) -> list[_Told]:
    """What one sentence tells that neither the other one nor what stands round it does."""
    there = readings_of((*other.facts, *other.around))
    near = readings_of(other.facts)
    told = (_told(fact) for fact in side.facts if fact.span not in side.apart)
    return [one for one in told if one is not None and not _known(one, there, near, measured)]


def _told(fact: Fact) -> _Told | None:
    value = fact.value
    if isinstance(value, DateValue):
        lone = value.year is not None and value.month is None and value.day is None
        return _Told(fact, Fraction(value.year or 0), percent=False, year=True, decade=False) if lone else None
    if not isinstance(value, NumberValue) or value.form not in FORMS or fact.confidence < 1:
        return None
    if value.value < SMALLEST_NUMERAL and not value.percent:
        return None
    decade, year = value.form is NumberForm.DECADE, _is_year(value)
    return _Told(fact, value.value, percent=value.percent, year=year, decade=decade)


def _is_year(value: NumberValue) -> bool:
    return value.value.denominator == 1 and 1500 <= value.value <= 2100 and not value.spelled and not value.percent


def _known(told: _Told, there: dict[Fraction, bool], near: dict[Fraction, bool], measured: bool) -> bool:
    mine = readings_of((told.fact,))
    if any(value in there or in_other_calendar(value, there) for value in mine):
        return True
    return not told.year and any(
        may_be_rounded(told.value, other)
        or abs(told.value - other) == HALF
        or (measured and may_be_converted(told.value, other))
        for other in near
    )


def _alike(a: _Told, b: _Told) -> bool:
    """Whether one may stand by mistake for the other."""
    low, high = sorted((a.value, b.value))
    if a.percent != b.percent or (low <= SMALL and _in_words(a, b) and high > FARTHEST * low):
        return False  # two decades, 20 years; two weeks, 14 days
    if slip_between(low, high) is not None:
        return True
    if a.year != b.year or part_of_numeral(low, high) or (a.decade != b.decade and high >= CENTURY):
        return False
    return low > SMALL or (high <= FARTHEST * low and high < 2 * SMALL)


def _in_words(a: _Told, b: _Told) -> bool:
    return any(isinstance(one.fact.value, NumberValue) and one.fact.value.spelled for one in (a, b))


def _slips(own: list[_Told], lost: list[_Told]) -> Iterator[ChangedNumber]:
    theirs = list(lost)
    for told in own:
        found = next((other for other in theirs if _slipped(told, other)), None)
        if found is not None:
            theirs.remove(found)
            yield ChangedNumber(told.fact, found.fact, slip_between(told.value, found.value))


def _slipped(a: _Told, b: _Told) -> bool:
    return a.percent == b.percent and min(a.value, b.value) > SMALL and slip_between(a.value, b.value) is not None
