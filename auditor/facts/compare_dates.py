"""Dates of two texts compared part by part: which one was changed into which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
    all_counterpart_facts: Iterable[Fact],
    all_translation_facts: Iterable[Fact],
) -> Iterator[ChangedDate]:
    """The changed dates of one statement, given the facts of it and of both whole articles.

    Two dates are one changed into the other when they share a part (day, month or year) and differ in another, and
    neither of them stands anywhere in the other article. Parts that one side does not tell agree with anything.
    """
    ours, theirs = _dated(translation_facts), _dated(linked_counterpart_facts)
    if not ours or not theirs:
        return
    counterpart, translation = _dated(all_counterpart_facts), _dated(all_translation_facts)
    own = [fact for fact in ours if not _stands_in(fact, counterpart)]
    lost = [fact for fact in theirs if not _stands_in(fact, translation)]
    for fact in own:
        changed = next((other for other in lost if _mistaken(_value(fact), _value(other))), None)
        if changed is not None:
            lost.remove(changed)
            yield ChangedDate(fact, changed)


def compare_weekdays(ours: Sequence[Fact], theirs: Sequence[Fact]) -> ChangedDate | None:
    """The one weekday of a statement in place of the one weekday of its counterpart; None where there are several."""
    first, second = _weekdays(ours), _weekdays(theirs)
    if len(_days(first)) != 1 or len(_days(second)) != 1 or _days(first) == _days(second):
        return None
    return ChangedDate(first[0], second[0])


def compare_months(ours: Sequence[Fact], theirs: Sequence[Fact]) -> ChangedDate | None:
    """The same for one month that stands alone on either side."""
    first, second = ([fact for fact in facts if _value(fact).month is not None] for facts in (ours, theirs))
    if len(first) != 1 or len(second) != 1 or _value(first[0]).month == _value(second[0]).month:
        return None
    lone = all(_value(fact).day is None and _value(fact).year is None for fact in (first[0], second[0]))
    return ChangedDate(first[0], second[0]) if lone else None


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


def _stands_in(fact: Fact, others: Iterable[Fact]) -> bool:
    return any(_agree(_value(fact), _value(other)) for other in others)


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
