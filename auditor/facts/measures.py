"""What a number is a number of: units of measure and currencies, by value, in any language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from auditor.core.document import Span
from auditor.facts.fact import Fact, NumberValue
from auditor.facts.fold import MARKS, fold

REACH = 32
"""Characters before and behind a number that are looked at."""
SPACES = " \u00a0\u202f\u2009"
GLUE = SPACES + "-‑"
"""What may stand between a number and its unit: `60 cm`, `six-mile`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: a quantity of it is `size` × value + `offset` of its dimension's first unit."""

    dimension: str
    name: str
    size: Fraction
    offset: Fraction


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit."""

    fact: Fact
    unit: Unit
    span: Span

    @property
    def value(self) -> Fraction:
        """The number alone."""
        assert isinstance(self.fact.value, NumberValue)
        return self.fact.value.value

    @property
    def amounts(self) -> tuple[Fraction, ...]:
        """In the first unit of the dimension, by every reading of the number."""
        assert isinstance(self.fact.value, NumberValue)
        return tuple(value * self.unit.size + self.unit.offset for value in (self.value, *self.fact.value.also))


@dataclass(frozen=True, slots=True)
class Money:
    """A number with the currencies that its sign or word may stand for."""

    fact: Fact
    currencies: frozenset[str]
    span: Span


Meaning = TypeVar("Meaning")


class Words(Generic[Meaning]):
    """Words with what each stands for; the longest that fits is taken."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[str, bool, Meaning]]] = {}
        for word, meaning in entries:
            folded = fold(word.removesuffix("*"))
            self._by_first.setdefault(folded[0], []).append((folded, word.endswith("*"), meaning))
        for words in self._by_first.values():
            words.sort(key=lambda entry: len(entry[0]), reverse=True)

    def at_head(self, text: str) -> tuple[str, list[Meaning]]:
        """The longest word that `text` begins with, and all its meanings."""
        return self._longest(text, ending=False)

    def at_end(self, text: str) -> tuple[str, list[Meaning]]:
        """The same for the word that `text` ends with."""
        return self._longest(text, ending=True)

    def _longest(self, text: str, *, ending: bool) -> tuple[str, list[Meaning]]:
        best, meanings = "", list[Meaning]()
        groups = self._by_first.values() if ending else [self._by_first.get(text[:1], [])]
        for word, inflects, meaning in (entry for group in groups for entry in group):
            fits = _ends(text, word) if ending else _begins(text, word, inflects)
            if fits and len(word) >= len(best):
                meanings = [*meanings, meaning] if word == best else [meaning]
                best = word
        return best, meanings


def _begins(text: str, word: str, inflects: bool) -> bool:
    if not text.startswith(word):
        return False
    after = text[len(word) : len(word) + 1]
    if inflects or not word[-1].isalpha() or _unspaced(word[-1]):
        return True
    return not after or not (after.isalnum() or after in MARKS) or _unspaced(after)


def _ends(text: str, word: str) -> bool:
    before = text[-len(word) - 1 : -len(word)]
    return text.endswith(word) and not (word[0].isalpha() and before.isalpha())


def _unspaced(char: str) -> bool:
    return "\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3"


def find_measures(text: str, numbers: Iterable[Fact]) -> Iterator[Measure]:
    """The numbers of `text` that a unit of measure follows."""
    for fact in numbers:
        if isinstance(fact.value, NumberValue):
            head = text[fact.span.end : fact.span.end + REACH]
            gap = len(head) - len(head.lstrip(GLUE))
            word, units = _units().at_head(_folded(head[gap:]))
            if units and gap <= 1:
                end = _word_end(text, fact.span.end + gap + len(word))
                yield Measure(fact, units[0], Span(fact.span.start, end))


def find_money(text: str, numbers: Iterable[Fact]) -> Iterator[Money]:
    """The numbers of `text` that a currency stands before or behind."""
    before, after = _currencies()
    for fact in numbers:
        if not isinstance(fact.value, NumberValue):
            continue
        head = text[fact.span.end : fact.span.end + REACH]
        gap = len(head) - len(head.lstrip(GLUE))
        word, found = after.at_head(_folded(head[gap:]))
        if found and gap <= 1:
            end = _word_end(text, fact.span.end + gap + len(word))
            yield Money(fact, frozenset().union(*found), Span(fact.span.start, end))
            continue
        tail = text[max(0, fact.span.start - REACH) : fact.span.start].rstrip(SPACES)
        sign, found = before.at_end(_folded(tail))
        if found:
            start = max(0, fact.span.start - REACH) + len(tail) - len(sign)
            yield Money(fact, frozenset().union(*found), Span(start, fact.span.end))


def _word_end(text: str, at: int) -> int:
    """Past the ending of an inflected word."""
    while at < len(text) and text[at - 1].isalpha() and (text[at].isalpha() or text[at] in MARKS):
        if _unspaced(text[at]) or _unspaced(text[at - 1]):
            break
        at += 1
    return at


def _folded(text: str) -> str:
    """Folded only where that keeps every character in its place, so that spans hold."""
    folded = fold(text)
    return folded if len(folded) == len(text) else text.lower()


@cache
def _units() -> Words[Unit]:
    return Words(
        (word, Unit(dimension, name, Fraction(str(entry["size"])), Fraction(str(entry.get("offset", 0)))))
        for dimension, units in _table("units").items()
        for name, entry in units.items()
        for word in entry["words"]
    )


@cache
def _currencies() -> tuple[Words[frozenset[str]], Words[frozenset[str]]]:
    """What stands before and behind a number."""
    table = _table("currencies")
    before = ((word, frozenset(codes.split())) for codes, entry in table.items() for word in entry["before"])
    after = ((word, frozenset(codes.split())) for codes, entry in table.items() for word in entry["after"])
    return Words(before), Words(after)


def _table(name: str) -> dict[str, Any]:
    path = files("auditor.facts") / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
