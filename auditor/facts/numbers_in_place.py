"""Numbers of one sentence held against those of the sentence that it translates, each against the one in its place."""

from __future__ import annotations

import itertools
import re
from collections import Counter
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
from auditor.facts.fact import DateValue, Fact, FactKind, NumberForm, NumberValue

SMALL = 12
"""Up to here a number may be told by many words; such a one is only held against another small one."""
FARTHEST = 3
"""Times by which two small numbers may differ: *two* for six is a slip, *two* for eleven another statement."""
FORMS = frozenset({NumberForm.QUANTITY, NumberForm.ORDINAL, NumberForm.DECADE, NumberForm.MEASURE})
_IDEOGRAPHS = re.compile("[一-鿿〇]{2,}")
HALF = Fraction(1, 2)
CENTURY = 100
_GROUPED = re.compile(r"\d[.,'’\s]\d{3}")
"""1,500 is no year."""


@dataclass(frozen=True, slots=True)
class Side:
    """The facts of a sentence, of what stands round it, and where its measures, converted sums and unsure words are."""

    facts: Sequence[Fact]
    around: Iterable[Fact]
    apart: Collection[Span]
    measured: bool
    """Whether anything in the sentence may be converted."""
    exact: Collection[Span] = ()
    """Measures in a unit that the other side gives too."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number that a sentence tells."""

    fact: Fact
    value: Fraction
    percent: bool
    year: bool
    decade: bool

    @property
    def ordinal(self) -> bool:
        """Whether it is one of a row: fourth."""
        return isinstance(self.fact.value, NumberValue) and self.fact.value.form is NumberForm.ORDINAL

    @property
    def spelled(self) -> bool:
        """Whether it is written in words, which also mean other things; 十八 is as clear as 18."""
        value = self.fact.value
        return isinstance(value, NumberValue) and value.spelled and not _IDEOGRAPHS.fullmatch(self.fact.surface)


def changed_in_place(ours: Side, theirs: Side) -> Iterator[ChangedNumber]:
    """The number of one sentence that stands in place of another's, when all others of both have their like.

    Where several are left over, those that a known slip parts. Small and spelled numbers, ordinals and decades count;
    times, labels, measures, rounded figures and other calendars are innocent.
    """
    measured = ours.measured or theirs.measured
    own = _left(ours, theirs, _counted(ours, sure=True), _counted(theirs), measured)
    lost = _left(theirs, ours, _counted(theirs, sure=True), _counted(ours), measured)
    own, lost = own or _ones(ours, lost), lost or _ones(theirs, own)
    if len({told.value for told in own}) == len({told.value for told in lost}) == 1:
        mine, other = max(itertools.product(own, lost), key=_likeness)
        if _alike(mine, other):
            yield ChangedNumber(mine.fact, other.fact, slip_between(mine.value, other.value))
    else:
        yield from _slips(own, lost)


def _counted(side: Side, *, sure: bool = False) -> Counter[Fraction]:
    """How many facts of the sentence and of what stands round it may tell each value.

    Where the side is accused, only the `sure` ones: the million of an unread *half a million* tells no second million.
    """
    facts = {(fact.span, fact.kind): fact for fact in (*side.facts, *side.around)}
    told = (fact for fact in facts.values() if not sure or fact.confidence == 1 or fact.kind is not FactKind.NUMBER)
    return Counter(value for fact in told for value in readings_of((fact,)))


def _left(side: Side, other: Side, mine: Counter[Fraction], there: Counter[Fraction], measured: bool) -> list[_Told]:
    """What one sentence tells, of which there is not as much on the other side."""
    near = readings_of(other.facts)
    told = (_told(fact) for fact in side.facts if fact.span not in side.apart)
    return [
        one
        for one in told
        if one is not None and not _known(one, mine, there, near, measured=measured and one.fact.span not in side.exact)
    ]


def _ones(side: Side, other: list[_Told]) -> list[_Told]:
    """The figure 1 that counts a unit and stands against a power of ten: 1 mile for 10 miles.

    Elsewhere it may be an article.
    """
    if len({told.value for told in other}) != 1 or slip_between(other[0].value, Fraction(1)) is None:
        return []
    found = (fact for fact in side.facts if fact.span in side.exact)
    return [
        _Told(fact, Fraction(1), percent=False, year=False, decade=False)
        for fact in found
        if isinstance(fact.value, NumberValue) and fact.value.value == 1 and not fact.value.spelled
    ]


def _likeness(pair: tuple[_Told, _Told]) -> int:
    """In how many ways two numbers are told alike."""
    one, other = pair
    return (one.percent == other.percent) + (one.year == other.year) + (one.spelled == other.spelled)


def _told(fact: Fact) -> _Told | None:
    value = fact.value
    if isinstance(value, DateValue):
        lone = value.year is not None and value.month is None and value.day is None
        return _Told(fact, Fraction(value.year or 0), percent=False, year=True, decade=False) if lone else None
    if not isinstance(value, NumberValue) or value.form not in FORMS or fact.confidence < 1:
        return None
    if value.value < SMALLEST_NUMERAL and not value.percent:
        return None
    decade, year = value.form is NumberForm.DECADE, _is_year(value) and not _GROUPED.search(fact.surface)
    return _Told(fact, value.value, percent=value.percent, year=year, decade=decade)


def _is_year(value: NumberValue) -> bool:
    return value.value.denominator == 1 and 1500 <= value.value <= 2100 and not value.spelled and not value.percent


def _known(
    told: _Told, mine: Counter[Fraction], there: Counter[Fraction], near: dict[Fraction, bool], *, measured: bool
) -> bool:
    """Whether the other side tells it too, as often as this one."""
    if any(there[value] >= mine[value] or in_other_calendar(value, there) for value in readings_of((told.fact,))):
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
    if (a.spelled or b.spelled) and (a.ordinal != b.ordinal or low.denominator != high.denominator):
        return False  # in the fourth minute, at 3:35 doubled the lead
    if a.percent != b.percent or (low <= SMALL < high and (a.spelled or b.spelled) and high > FARTHEST * low):
        return False  # two decades, 20 years; two weeks, 14 days
    if high % CENTURY == 0 and high / CENTURY - low in (0, -1) and (a.year or b.year):
        return False  # the 19th century, the 1900s
    if slip_between(low, high) is not None:
        return True
    if a.year != b.year or part_of_numeral(low, high) or (a.decade != b.decade and high >= CENTURY):
        return False
    if a.percent or min(len(str(low)), len(str(high))) > 1:
        return True
    return high <= SMALL or (high <= FARTHEST * low and high < 2 * SMALL)


def _slips(own: list[_Told], lost: list[_Told]) -> Iterator[ChangedNumber]:
    theirs = list(lost)
    for told in own:
        found = next((other for other in theirs if _slipped(told, other)), None)
        if found is not None:
            theirs.remove(found)
            yield ChangedNumber(told.fact, found.fact, slip_between(told.value, found.value))


def _slipped(a: _Told, b: _Told) -> bool:
    return a.percent == b.percent and min(a.value, b.value) > SMALL and slip_between(a.value, b.value) is not None
