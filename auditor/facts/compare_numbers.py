"""Numbers of two texts compared by value: what was changed, dropped, put in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from auditor.facts.fact import DateValue, Fact, FactKind, FactLedger, NumberForm, NumberValue
from auditor.facts.kept import kept

LARGEST_SMALL_WORD = 12
"""Spelled numbers up to this say too many other things (one of the, two-way, first two) to be held against anyone."""

SMALLEST_NUMERAL = 2
ROUNDING = Fraction(5, 100)
"""Relative difference within which a rounder figure stands for an exact one: 31,000 for 31,400."""
ROUND_DIGITS = 2
"""Significant digits of a figure that counts as rounded."""

CONVERSIONS = tuple(map(Fraction, ("1.609344", "0.3048", "2.54", "0.45359237", "0.40468564", "2.58999", "3.785")))
"""Miles, feet, inches, pounds, acres, square miles and gallons in kilometres, metres, centimetres, kilograms, hectares,
square kilometres and litres."""
CONVERTED = Fraction(2, 100)
"""Relative error of a converted figure, which is rounded too."""

CALENDARS = (621, 622, 579, -543, 57, 1911)
"""Years between the common era and the Persian, Islamic (14th and 15th century), Buddhist, Vikram and Minguo eras."""


class Slip(StrEnum):
    """How one numeral turns into another by a known kind of mistake."""

    POWER_OF_TEN = "power of ten"
    SWAPPED_DIGITS = "swapped digits"
    ONE_DIGIT = "one digit"


@dataclass(frozen=True, slots=True)
class ChangedNumber:
    """A number of the translation that stands where the counterpart has another."""

    translation: Fact
    counterpart: Fact
    slip: Slip | None


@dataclass(frozen=True, slots=True)
class NumberComparison:
    """What became of the numbers of a statement."""

    changed: tuple[ChangedNumber, ...]
    missing: tuple[Fact, ...]
    """Only in the counterpart's statement, nowhere in the translation."""
    added: tuple[Fact, ...]
    """Only in the translation's statement, nowhere in the counterpart."""
    kept: int
    """How many numbers of the statement's counterpart stand in the translation's statement too."""


def compare_numbers(
    translation_facts: Sequence[Fact],
    linked_counterpart_facts: Sequence[Fact],
    all_counterpart_facts: Iterable[Fact],
    all_translation_facts: Iterable[Fact],
) -> NumberComparison:
    """Compares the numbers of one statement, given the facts of it and of both whole articles.

    A number that stands anywhere in the other article is neither changed nor missing. Rounding, converted units,
    other calendars, small spelled numbers, times and labels are innocent.
    """
    counterpart, translation = _readings_of_article(all_counterpart_facts), _readings_of_article(all_translation_facts)
    here, there = readings_of(translation_facts), readings_of(linked_counterpart_facts)
    measured = any(_is_measure(fact) for fact in (*translation_facts, *linked_counterpart_facts))
    added = [
        fact for fact in translation_facts if accusable(fact) and not _stands_in(fact, counterpart, there, measured)
    ]
    missing = [
        fact
        for fact in linked_counterpart_facts
        if accusable(fact) and not _stands_in(fact, translation, here, measured)
    ]
    kept = sum(is_number(fact) and _stands_in(fact, here, here, measured) for fact in linked_counterpart_facts)
    changed = tuple(_pairs(added, missing, measured=measured))
    ours, theirs = {id(pair.translation) for pair in changed}, {id(pair.counterpart) for pair in changed}
    return NumberComparison(
        changed,
        tuple(fact for fact in missing if id(fact) not in theirs),
        tuple(fact for fact in added if id(fact) not in ours),
        kept,
    )


def _is_measure(fact: Fact) -> bool:
    return isinstance(fact.value, NumberValue) and fact.value.form is NumberForm.MEASURE


def is_number(fact: Fact) -> bool:
    """Whether it is a number of any form."""
    return isinstance(fact.value, NumberValue)


def accusable(fact: Fact) -> bool:
    """Whether a number is clear enough for its absence on the other side to mean something."""
    value = fact.value
    if not isinstance(value, NumberValue) or value.form is not NumberForm.QUANTITY or fact.confidence < 1:
        return False
    return value.value > LARGEST_SMALL_WORD if value.spelled else value.value >= SMALLEST_NUMERAL or value.percent


@lru_cache(maxsize=4096)
def slip_between(a: Fraction, b: Fraction) -> Slip | None:
    """The mistake that turns one value into the other, if it is a known kind."""
    if a == b or not a or not b:
        return None
    first, second = _digits(a), _digits(b)
    if first.strip("0") == second.strip("0"):
        return Slip.POWER_OF_TEN
    if a.denominator != 1 or b.denominator != 1 or min(len(first), len(second)) < 2:
        return None
    if len(first) != len(second):
        return Slip.ONE_DIGIT if _one_more(*sorted((first, second), key=len)) else None
    if sorted(first) == sorted(second):
        return Slip.SWAPPED_DIGITS
    differing = sum(x != y for x, y in zip(first, second, strict=True))
    return Slip.ONE_DIGIT if differing == 1 and len(first) > 2 else None


def _one_more(short: str, long: str) -> bool:
    """Whether `long` is `short` with one digit put in."""
    return len(short) > 2 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _pairs(added: list[Fact], missing: list[Fact], *, measured: bool) -> Iterable[ChangedNumber]:
    """Known slips first, then the one that is left on both sides, unless it may be a `measured` figure converted."""
    ours, theirs = list(added), list(missing)
    for fact in added:
        for other in theirs:
            slip = slip_between(_value(fact), _value(other))
            if slip:
                yield ChangedNumber(fact, other, slip)
                ours.remove(fact)
                theirs.remove(other)
                break
    if len(ours) == len(theirs) == 1 and not measured and _comparable(ours[0], theirs[0]):
        yield ChangedNumber(ours[0], theirs[0], None)


def _comparable(a: Fact, b: Fact) -> bool:
    """Both percentages or neither, not a year against a quantity, not a part of a longer numeral (116 123)."""
    assert isinstance(a.value, NumberValue)
    assert isinstance(b.value, NumberValue)
    if part_of_numeral(a.value.value, b.value.value):
        return False
    return a.value.percent == b.value.percent and is_year(a.value) == is_year(b.value)


def part_of_numeral(a: Fraction, b: Fraction) -> bool:
    """Whether the digits of one begin or end the other's: 116 and 116 123."""
    first, second = sorted((_digits(a), _digits(b)), key=len)
    return 1 < len(first) < len(second) and (second.startswith(first) or second.endswith(first))


def is_year(value: NumberValue) -> bool:
    """Whether it may be a year of the common era."""
    return value.value.denominator == 1 and 1500 <= value.value <= 2100 and not value.spelled


def readings_of(facts: Iterable[Fact]) -> dict[Fraction, bool]:
    """Every value that the facts may mean, and whether it is marked as inexact."""
    readings: dict[Fraction, bool] = {}
    for fact in facts:
        value = fact.value
        if isinstance(value, NumberValue):
            for reading in (value.value, *value.also, *_of_decade(value)):
                readings[reading] = value.hedged or readings.get(reading, False)
        elif isinstance(value, DateValue) and fact.kind is FactKind.DATE:
            for part in (value.year, value.month, value.day):
                if part is not None:
                    readings.setdefault(Fraction(part), False)
    return readings


def _readings_of_article(facts: Iterable[Fact]) -> Mapping[Fraction, bool]:
    return _readings_of_ledger(facts) if isinstance(facts, FactLedger) else readings_of(facts)


@kept
def _readings_of_ledger(facts: FactLedger) -> Mapping[Fraction, bool]:
    """Every statement of a pair asks for those of both articles: making them anew took a seventh of an audit."""
    return MappingProxyType(readings_of(facts))


def _of_decade(value: NumberValue) -> tuple[Fraction, ...]:
    """What else tells a decade: les années 30, 20世纪30年代, the 20th century."""
    if value.form is not NumberForm.DECADE or not 1000 <= value.value <= 2100 or value.value % 10:
        return ()
    return (value.value % 100, value.value // 100 + Fraction(1))


def _stands_in(fact: Fact, readings: Mapping[Fraction, bool], near: Mapping[Fraction, bool], measured: bool) -> bool:
    """Whether this number is among the readings of the article, or a rounded or converted one is `near` it."""
    value = fact.value
    assert isinstance(value, NumberValue)
    mine = (value.value, *value.also)
    if any(number in readings or in_other_calendar(number, readings) for number in mine):
        return True
    return any(
        may_be_rounded(value.value, other) or (measured and may_be_converted(value.value, other)) for other in near
    )


def in_other_calendar(number: Fraction, readings: Collection[Fraction]) -> bool:
    """Whether a year is among the readings by another reckoning."""
    if number.denominator != 1 or not 1200 <= number <= 2700:
        return False
    return any(number + shift in readings or number - shift in readings for shift in CALENDARS)


def may_be_rounded(a: Fraction, b: Fraction) -> bool:
    """Whether one figure stands for the other, rounded: it has fewer digits than the other that are no noughts."""
    larger = max(abs(a), abs(b))
    if larger < 20 or abs(a - b) > ROUNDING * larger:
        return False
    first, second = sorted(len(_digits(number).strip("0")) for number in (a, b))
    return (
        first <= ROUND_DIGITS
        and first < second
        and not (_digits(a)[-1] != "0" and _digits(b)[-1] != "0" and a.denominator == b.denominator == 1)
    )


def rounds(a: Fraction, b: Fraction) -> bool:
    """Whether one figure is about the other told with fewer digits: 10.34 and 10.3, not 2.7 and 2.8."""
    larger = max(abs(a), abs(b))
    first, second = (len(_digits(number).strip("0")) for number in (a, b))
    return first != second and abs(a - b) <= ROUNDING * larger


def may_be_converted(a: Fraction, b: Fraction) -> bool:
    """Whether one figure is the other in a unit of another system."""
    if not a or not b:
        return False
    ratio = a / b
    near = any(abs(other / factor - 1) <= CONVERTED for factor in CONVERSIONS for other in (ratio, 1 / ratio))
    return near or same_warmth(a, b)


def same_warmth(a: Fraction, b: Fraction) -> bool:
    """Whether one is the other's temperature in Fahrenheit, signs left open: 13 below zero, minus 25."""
    return any(
        abs(abs(sign * celsius * 9 / 5 + 32) - fahrenheit) <= 1
        for celsius, fahrenheit in ((a, b), (b, a))
        for sign in (1, -1)
    )


def _value(fact: Fact) -> Fraction:
    assert isinstance(fact.value, NumberValue)
    return fact.value.value


def _digits(value: Fraction) -> str:
    """Its decimal digits without mark, as they would be written."""
    if value.denominator == 1:
        return str(abs(value.numerator))
    return f"{float(abs(value)):.6g}".replace(".", "").lstrip("0") or "0"
