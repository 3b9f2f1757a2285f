"""What a number is a number of: units of measure and currencies, by value, in any language."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from auditor.core.document import Span
from auditor.facts.fact import Fact, NumberValue
from auditor.facts.fold import MARK_RANGES, MARKS, fold

REACH = 32
"""Characters before and behind a number that are looked at."""
SPACES = " \u00a0\u202f\u2009"
GLUE = SPACES + "-‑"
"""What may stand between a number and its unit: `60 cm`, `six-mile`."""
_LAND = re.compile(rf"[ \u00a0\u202f](?:[^\W\d_]|[{MARK_RANGES}]){{2,16}}[ \u00a0]")
"""The word that says whose money it is: 500 Russian rubles, 500 британских фунтов."""
_WORDS = re.compile(r"[^\W\d_][^\s.,;:!?()]*")
LOOSE = 4
"""Words behind a number among which its unit is looked for where something is said of it."""
SMALLER = {"foot": (12, "inch"), "metre": (100, "centimetre"), "pound": (16, "ounce")}
"""How many of which unit follow within one measure."""
PARTED, LONGEST_AND = frozenset({"", " ", "-", "‑", "\u00a0"}), 3
"""What may stand before a part without unit, and letters of an *and* before one with its unit."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: a quantity of it is `size` × value + `offset` of its dimension's first unit."""

    dimension: str
    name: str
    size: Fraction
    offset: Fraction
    languages: frozenset[str] = field(default=frozenset(), compare=False)
    """Codes in which the word means this unit and no other; empty for a word of any language."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit."""

    fact: Fact
    unit: Unit
    span: Span
    more: Fraction = Fraction(0)
    """What a smaller unit behind it adds, in the first unit of the dimension: the inches of 6-foot-6."""

    @property
    def value(self) -> Fraction:
        """The number alone."""
        assert isinstance(self.fact.value, NumberValue)
        return self.fact.value.value

    @property
    def amounts(self) -> tuple[Fraction, ...]:
        """In the first unit of the dimension, by every reading of the number."""
        assert isinstance(self.fact.value, NumberValue)
        readings = (self.value, *self.fact.value.also)
        return tuple(value * self.unit.size + self.unit.offset + self.more for value in readings)


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
        self._by_last: dict[str, list[tuple[str, bool, Meaning]]] = {}
        for word, meaning in entries:
            folded = fold(word.removesuffix("*"))
            entry = (folded, word.endswith("*"), meaning)
            self._by_first.setdefault(folded[0], []).append(entry)
            self._by_last.setdefault(folded[-1], []).append(entry)
        for words in (*self._by_first.values(), *self._by_last.values()):
            words.sort(key=lambda entry: len(entry[0]), reverse=True)

    def at_head(self, text: str) -> tuple[str, list[Meaning]]:
        """The longest word that `text` begins with, and all its meanings."""
        return self._longest(text, ending=False)

    def at_end(self, text: str) -> tuple[str, list[Meaning]]:
        """The same for the word that `text` ends with."""
        return self._longest(text, ending=True)

    def _longest(self, text: str, *, ending: bool) -> tuple[str, list[Meaning]]:
        best, meanings = "", list[Meaning]()
        group = self._by_last.get(text[-1:], []) if ending else self._by_first.get(text[:1], [])
        for word, inflects, meaning in group:
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


def find_measures(text: str, numbers: Iterable[Fact], language: str = "") -> Iterator[Measure]:
    """The numbers of `text` that a unit of measure follows; one of two units (6 ft 6 in, 1 m 98) is one measure.

    `language`: its code, where a word means another unit in one language (Swedish mil, ten kilometres).
    """
    numerals = [fact for fact in numbers if isinstance(fact.value, NumberValue)]
    taken = -1
    for i, fact in enumerate(numerals):
        unit, end = _unit_after(text, fact, language) if i > taken else (None, 0)
        if unit is None:
            continue
        measure = Measure(fact, unit, Span(fact.span.start, end))
        following = numerals[i + 1] if i + 1 < len(numerals) else None
        joined = None if following is None else _joined(text, measure, following, language)
        if joined is not None:
            taken = i + 1
        yield joined or measure


def _unit_after(text: str, fact: Fact, language: str) -> tuple[Unit | None, int]:
    """The unit behind a number, and where its word ends."""
    head = text[fact.span.end : fact.span.end + REACH]
    gap = len(head) - len(head.lstrip(GLUE))
    word, units = _units(language).at_head(fold(head[gap:]))
    own = [unit for unit in units if language in unit.languages] or [unit for unit in units if not unit.languages]
    if not own or gap > 1:
        return None, 0
    return own[0], _word_end(text, fact.span.end + gap + len(word))


def unit_near(text: str, fact: Fact, language: str) -> Unit | None:
    """The unit a few words behind a number, past what is said of it: 71 mostly flat miles."""
    for words in itertools.islice(_WORDS.finditer(text, fact.span.end, fact.span.end + REACH), LOOSE):
        _, units = _units(language).at_head(fold(text[words.start() : words.start() + REACH]))
        if units:
            return units[0]
    return None


def _joined(text: str, measure: Measure, following: Fact, language: str) -> Measure | None:
    """The measure with the next number as its part: of a smaller unit, or of the usual one where none is written."""
    smaller, usual = SMALLER.get(measure.unit.name, (0, ""))
    assert isinstance(following.value, NumberValue)
    gap = text[measure.span.end : following.span.start]
    if following.span.start < measure.span.end or not smaller or not 0 < following.value.value < smaller:
        return None
    unit, end = _unit_after(text, following, language)
    if unit is None:
        size, end, near = _size(usual), following.span.end, gap in PARTED
    else:
        size = unit.size
        near = unit.name == usual and len(gap.strip(GLUE + ",")) <= LONGEST_AND and "\n" not in gap
    if not near:
        return None
    return replace(measure, span=Span(measure.span.start, end), more=following.value.value * size)


def _size(name: str) -> Fraction:
    return next(Fraction(str(units[name]["size"])) for units in _table("units").values() if name in units)


def find_money(text: str, numbers: Iterable[Fact]) -> Iterator[Money]:
    """The numbers of `text` that a currency stands before or behind."""
    before, after = _currencies()
    for fact in numbers:
        if not isinstance(fact.value, NumberValue):
            continue
        head = text[fact.span.end : fact.span.end + REACH]
        gap = len(head) - len(head.lstrip(GLUE))
        word, behind = after.at_head(fold(head[gap:])) if gap <= 1 else ("", [])
        land = _LAND.match(head) if not behind else None
        if land is not None:
            gap = land.end()
            word, behind = after.at_head(fold(head[gap:]))
        tail = text[max(0, fact.span.start - REACH) : fact.span.start].rstrip(SPACES)
        sign, ahead = before.at_end(_folded(tail))
        if behind or ahead:
            start = max(0, fact.span.start - REACH) + len(tail) - len(sign) if ahead else fact.span.start
            end = _word_end(text, fact.span.end + gap + len(word)) if behind else fact.span.end
            yield Money(fact, frozenset().union(*behind, *ahead), Span(start, end))


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
def _units(language: str) -> Words[Unit]:
    """Those of any language, and the words that mean a unit in this one."""
    table = _table("units")
    entries = [
        (word, _unit(dimension, name, entry))
        for dimension, units in table.items()
        for name, entry in units.items()
        for word in entry["words"]
    ]
    for key, words in _table("unit_words").get(language, {}).items():
        dimension, name = key.split(".")
        own = replace(_unit(dimension, name, table[dimension][name]), languages=frozenset({language}))
        entries += [(word, own) for word in words]
    return Words(entries)


def _unit(dimension: str, name: str, entry: dict[str, Any]) -> Unit:
    size, offset = Fraction(str(entry["size"])), Fraction(str(entry.get("offset", 0)))
    return Unit(dimension, name, size, offset, frozenset(entry.get("languages", ())))


@cache
def _currencies() -> tuple[Words[frozenset[str]], Words[frozenset[str]]]:
    """What stands before and behind a number."""
    table = _table("currencies")
    before = ((word, frozenset(codes.split())) for codes, entry in table.items() for word in entry["before"])
    after = ((word, frozenset(codes.split())) for codes, entry in table.items() for word in entry["after"])
    return Words(before), Words(after)


@cache
def _table(name: str) -> dict[str, Any]:
    path = files("auditor.facts") / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
