"""What two texts state differently by value: numbers, dates, spans of time. A model of meaning hardly sees a digit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from auditor.facts.compare_dates import compare_dates
from auditor.facts.compare_numbers import in_other_calendar, may_be_converted, may_be_rounded, readings_of
from auditor.facts.dates import find_dates
from auditor.facts.durations import Duration, changed_duration, find_durations
from auditor.facts.fact import DateValue, Fact, NumberForm, NumberValue
from auditor.facts.measures import find_measures
from auditor.facts.numbers import find_numbers
from auditor.fidelity.pair import TextPair
from auditor.languages import get_language

LEAST, LEAST_SPELLED = 2, 3
"""Smallest figure and number word that are held against anyone: *one of them*, *both*, *twice* say them otherwise."""
REMEMBERED = 2_000
"""Texts, those of twenty articles: both sides of a statement are asked for by its score and by the verdict of its
passage, and translations of one story share those of the counterpart."""


class FactEvidence(NamedTuple):
    """How many statements of a pair differ by value.

    They are few and mostly right: of 3,800 machine and human translations (newstest2021, MLQE-PE dev) 11 have one, of
    which 9 are wrong numbers (*16660* for 1660), which their raters mostly let pass.
    """

    numbers: int
    """Whether each side has a number that the other lacks, whatever its size."""
    dates: int
    """How many of these: a month on each side that the other lacks, the same for weekdays; else a date that differs."""
    durations: int
    """Whether a span of time stands in place of another one: months for years."""

    @property
    def contradictions(self) -> int:
        """All of them."""
        return self.numbers + self.dates + self.durations


@dataclass(frozen=True, slots=True)
class Stated:
    """What one text says."""

    numbers: tuple[Fact, ...]
    dates: tuple[Fact, ...]
    durations: tuple[Duration, ...]
    measured: bool
    """Whether one of the numbers counts a unit that translators convert."""

    def values(self, part: str) -> set[int]:
        """The months or weekdays of its dates."""
        told = (getattr(fact.value, part) for fact in self.dates if isinstance(fact.value, DateValue))
        return {value for value in told if value is not None}


def fact_evidence(pair: TextPair) -> FactEvidence:
    """The evidence of one pair; both texts should tell the same."""
    ours = stated(pair.translation, pair.translation_language)
    theirs = stated(pair.counterpart, pair.counterpart_language)
    parts = [(ours.values(part), theirs.values(part)) for part in ("month", "weekday")]
    swapped = sum(bool(a - b) and bool(b - a) for a, b in parts)
    changed = next(compare_dates(ours.dates, theirs.dates, theirs.dates, ours.dates), None)
    return FactEvidence(
        numbers=int(_unmatched(ours, theirs) and _unmatched(theirs, ours)),
        dates=max(swapped, int(changed is not None)),
        durations=int(changed_duration(ours.durations, theirs.durations) is not None),
    )


@lru_cache(maxsize=REMEMBERED)
def stated(text: str, code: str) -> Stated:
    """Numbers outside dates, dates and spans of time of a text in this language."""
    language = get_language(code)
    dates = tuple(find_dates(text, language))
    taken = {offset for fact in dates for offset in range(fact.span.start, fact.span.end)}
    found = tuple(find_numbers(text, language))
    numbers = tuple(fact for fact in found if taken.isdisjoint(range(fact.span.start, fact.span.end)))
    measured = next(find_measures(text, numbers), None) is not None
    return Stated(numbers, dates, tuple(find_durations(text, language, numbers)), measured)


def _unmatched(mine: Stated, other: Stated) -> bool:
    """Whether one of the numbers has no equal, rounded or converted one among all facts of the other side."""
    readings = readings_of((*other.numbers, *other.dates))
    measured = mine.measured or other.measured
    return any(_alone(fact.value, readings, measured) for fact in mine.numbers if fact.confidence == 1)


def _alone(value: object, readings: dict[Fraction, bool], measured: bool) -> bool:
    if not isinstance(value, NumberValue) or value.form is NumberForm.TIME:
        return False
    if value.value < (LEAST_SPELLED if value.spelled else LEAST):
        return False
    if any(own in readings or in_other_calendar(own, readings) for own in (value.value, *value.also)):
        return False
    return not any(
        may_be_rounded(value.value, other) or (measured and may_be_converted(value.value, other)) for other in readings
    )
