"""A fact: a number, date, name, quotation or link with its value and span."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from auditor.core.document import Span


class FactKind(StrEnum):
    """What a fact is about."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    LINK = "link"


class NumberForm(StrEnum):
    """What a number does in its sentence."""

    QUANTITY = "quantity"
    ORDINAL = "ordinal"
    TIME = "time"
    """Hours or minutes of a time of day."""
    DECADE = "decade"
    """The 1930s, a man in his forties."""
    MEASURE = "measure"
    """Counts a unit that translators convert: miles, inches, degrees."""
    LABEL = "label"
    """Part of a name or code: COVID-19, G20, a telephone number."""


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A quantity, compared by value whatever digits or words wrote it."""

    value: Fraction
    percent: bool = False
    form: NumberForm = NumberForm.QUANTITY
    hedged: bool = False
    """Marked as inexact: about, more than, nearly."""
    spelled: bool = False
    """Written in words only; weaker evidence, since words also mean other things."""
    also: tuple[Fraction, ...] = ()
    """Other readings: `1.200` with either mark, `5m`, a magnitude with an ending that is not listed."""


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date or part of one; None where it is not told."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""


@dataclass(frozen=True, slots=True)
class NameValue:
    """A proper name, romanised so that names of two scripts can be compared."""

    words: tuple[str, ...]
    """Case-folded romanised words, titles removed."""
    skeletons: tuple[str, ...]
    """Consonant skeleton of each word."""


@dataclass(frozen=True, slots=True)
class TextValue:
    """The plain text of a quotation (inside its marks) or a normalised link or address."""

    text: str


FactValue = NumberValue | DateValue | NameValue | TextValue


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact at one place."""

    kind: FactKind
    span: Span
    surface: str
    """The raw text of the span."""
    value: FactValue
    confidence: float = 1.0
    """0..1, that the span really is such a fact."""


class FactLedger:
    """The facts of one document in order of their place."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = tuple(sorted(facts, key=lambda fact: (fact.span, fact.kind)))
        self._starts = [fact.span.start for fact in self._facts]

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def of(self, kind: FactKind, within: Span | None = None) -> tuple[Fact, ...]:
        """Facts of one kind, all or those that start inside `within`."""
        if within is None:
            return tuple(fact for fact in self._facts if fact.kind is kind)
        return tuple(fact for fact in self.between(within.start, within.end) if fact.kind is kind)

    def between(self, start: int, end: int) -> tuple[Fact, ...]:
        """Facts of every kind that start from `start` up to `end`."""
        return self._facts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
