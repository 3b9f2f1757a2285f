"""Dates of two texts compared part by part: which one was changed into which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from auditor.facts.compare_numbers import readings_of
from auditor.facts.fact import DateValue, Fact, FactKind

PARTS = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class ChangedDate:
    """A date of the translation that stands where the counterpart has another."""

    translation: Fact
    counterpart: Fact


def compare_dates(
    translation_facts: Sequence[Fact],
    linked_counterpart_facts: Sequence[Fact],
    around_counterpart: Iterable[Fact],
    around_translation: Iterable[Fact],
) -> Iterator[ChangedDate]:
    """The changed dates of one statement, given the facts of it and of what stands round it in both articles.

    Two dates are one changed into the other when they share a part (day, month or year) and differ in another, which
    the other statement does not tell otherwise (*August 9 and 10*), and when neither stands as it is in or round the
    other statement. Parts that one side does not tell agree with anything.
    """
    ours, theirs = _dated(translation_facts), _dated(linked_counterpart_facts)
    if not ours or not theirs:
        return
    counterpart, translation = _dated(around_counterpart), _dated(around_translation)
    own = [fact for fact in ours if not (_agrees(fact, theirs) or _stands_in(fact, counterpart))]
    lost = [fact for fact in theirs if not (_agrees(fact, ours) or _stands_in(fact, translation))]
    for fact in own:
        said = readings_of(other for other in translation_facts if other is not fact)
        mistaken = [other for other in lost if _mistaken(_value(fact), _value(other))]
        says = {id(it): readings_of(other for other in linked_counterpart_facts if other is not it) for it in mistaken}
        changed = next((other for other in mistaken if not _listed(fact, other, says[id(other)], said)), None)
        if changed is not None:
            lost.remove(changed)
            yield ChangedDate(fact, changed)


def compare_weekdays(ours: Sequence[Fact], theirs: Sequence[Fact]) -> ChangedDate | None:
    """The one weekday of a statement that stands in place of another; None where more than one was exchanged."""
    first, second = _weekdays(ours), _weekdays(theirs)
    own = [fact for fact in first if _value(fact).weekday not in _days(second)]
    lost = [fact for fact in second if _value(fact).weekday not in _days(first)]
    if len(_days(own)) != 1 or len(_days(lost)) != 1 or len(_days(first)) != len(_days(second)):
        return None
    return ChangedDate(own[0], lost[0])


def compare_months(ours: Sequence[Fact], theirs: Sequence[Fact]) -> ChangedDate | None:
    """The same for one month on either side, of which one stands alone."""
    first, second = ([fact for fact in facts if _value(fact).month is not None] for facts in (ours, theirs))
    if len(first) != 1 or len(second) != 1 or _value(first[0]).month == _value(second[0]).month:
        return None
    lone = any(_value(fact).day is None and _value(fact).year is None for fact in (first[0], second[0]))
    return ChangedDate(first[0], second[0]) if lone else None


def tell_one_day(ours: Iterable[Fact], theirs: Iterable[Fact]) -> bool:
    """Whether no date of either side contradicts all of the other's; weekdays are not looked at."""
    first, second = ([fact for fact in facts if _has_parts(fact)] for facts in (ours, theirs))
    if not first or not second:
        return True
    return all(_agrees(fact, second) for fact in first) and all(_agrees(fact, first) for fact in second)


def share_a_day(ours: Iterable[Fact], theirs: Iterable[Fact]) -> bool:
    """Whether both sides tell the same day of a month."""
    return not {_day(fact) for fact in ours}.isdisjoint({_day(fact) for fact in theirs} - {None})


def _day(fact: Fact) -> tuple[int, int] | None:
    value = fact.value
    if not isinstance(value, DateValue) or value.month is None or value.day is None:
        return None
    return value.month, value.day


def _has_parts(fact: Fact) -> bool:
    return isinstance(fact.value, DateValue) and any(getattr(fact.value, part) is not None for part in PARTS)


def _dated(facts: Iterable[Fact]) -> list[Fact]:
    """Dates with a month and one more part."""
    return [
        fact
        for fact in facts
        if isinstance(fact.value, DateValue)
        and fact.value.month is not None
        and (fact.value.day is not None or fact.value.year is not None)
    ]


def _weekdays(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if isinstance(fact.value, DateValue) and fact.value.weekday is not None]


def _days(facts: Iterable[Fact]) -> set[int | None]:
    return {_value(fact).weekday for fact in facts}


def _value(fact: Fact) -> DateValue:
    assert fact.kind is FactKind.DATE
    assert isinstance(fact.value, DateValue)
    return fact.value


def _agrees(fact: Fact, others: Iterable[Fact]) -> bool:
    return any(_agree(_value(fact), _value(other)) for other in others)


def _stands_in(fact: Fact, others: Iterable[Fact]) -> bool:
    """Whether one of the others tells at least as much, and the same."""
    return any(all(x is None or x == y for x, y in _pairs(_value(fact), _value(other))) for other in others)


def _listed(ours: Fact, theirs: Fact, says: Collection[Fraction], said: Collection[Fraction]) -> bool:
    """Whether either statement tells the other's part beside its date: 9. und 10. August, August 9 and 10."""
    differing = [(x, y) for x, y in _pairs(_value(ours), _value(theirs)) if x is not None and y is not None and x != y]
    return len(differing) == 1 and all(Fraction(x) in says or Fraction(y) in said for x, y in differing)


def _agree(a: DateValue, b: DateValue) -> bool:
    return all(x == y or x is None or y is None for x, y in _pairs(a, b))


def _mistaken(a: DateValue, b: DateValue) -> bool:
    """Whether one part agrees and another differs, or day and month changed places."""
    told = [(x, y) for x, y in _pairs(a, b) if x is not None and y is not None]
    same = sum(x == y for x, y in told)
    swapped = a.day == b.month and a.month == b.day
    return swapped or 0 < same == len(told) - 1


def _pairs(a: DateValue, b: DateValue) -> Iterator[tuple[int | None, int | None]]:
    return ((getattr(a, part), getattr(b, part)) for part in PARTS)
