"""Whether two sentences that tell the same differ by a word and its opposite, alone or beside the same number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from auditor.checks.accuracy.cues import Cue
from auditor.checks.accuracy.opposites import Found, Opposites, negations, opposites, pairs_in, words_of_pair
from auditor.core.document import Span
from auditor.facts.fact import DateValue, Fact, NumberForm, NumberValue
from auditor.languages.language import Language

RECAST = frozenset(
    {
        "dead-wounded", "rise-fall", "buy-sell", "more-less", "before-after", "man-woman", "support-oppose",
        "profit-loss", "lend-borrow", "approve-reject", "best-worst",
    }
)  # fmt: skip
"""Pairs that count only beside a number: what one side tells by one of them the other may lawfully tell by its opposite
(*sold to*, *bought by*; *comes months after*, *months ago*). Of 13,500 lines of NTREX in 29 languages 60 have one sense
here and the other there, 59 of them in these pairs, before a number was asked for."""
EITHER_WAY = frozenset({"buy-sell", "lend-borrow"})
"""Pairs that tell one event from both ends, with the same number; they count only where two numbers are exchanged."""
REACH = {"more-less": (2, 3), "before-after": (12, 4)}
NEAR = (30, 12)
"""Code points between a word and the number it goes with; the second where words are not parted by spaces."""
PLAIN = frozenset(
    {
        "north-south", "east-west", "import-export", "summer-winter", "majority-minority", "father-mother",
        "son-daughter", "brother-sister", "husband-wife", "civilian-soldier", "highest-lowest",
        "oldest-youngest", "surplus-deficit",
    }
)  # fmt: skip
"""Pairs that a negation does not turn into each other: *not in the north* is not south."""
BESIDE = 15
"""Code points between a negator and what it negates."""
COUNTED = frozenset({NumberForm.QUANTITY, NumberForm.MEASURE})


class Turned(NamedTuple):
    """A word that says the opposite."""

    ours: Span
    theirs: Span
    number: str | None
    """The number of the translation that it goes with."""
    exchanged: bool
    """Whether two numbers, or what is affirmed and denied, have changed places."""


class _Number(NamedTuple):
    span: Span
    value: Hashable
    counts: bool
    """Whether it counts something, as dates and years do not."""


@dataclass(frozen=True)
class Told:
    """A sentence as this comparison sees it; all spans count in the text."""

    text: str
    language: Language
    facts: Sequence[Fact]
    start: int
    """Where the text stands in its document."""

    @cached_property
    def numbers(self) -> tuple[_Number, ...]:
        """Its numbers and dates."""
        return tuple(found for fact in self.facts if (found := _number(fact, self.start)) is not None)

    @cached_property
    def negators(self) -> tuple[Cue, ...]:
        """What negates in it."""
        return negations(self.text, self.language.code)

    @property
    def known(self) -> Opposites | None:
        """The patterns of its language."""
        return opposites(self.language.code)

    def reach(self, name: str) -> int:
        """Farthest that the number of a word of this pair stands."""
        return REACH.get(name, NEAR)[0 if self.language.spaced else 1]


def turned(ours: Told, theirs: Told, *, alone: bool) -> Iterator[Turned]:
    """Every pair of words by which the two say the opposite; `alone`: those without any number too."""
    mine, other = ours.known, theirs.known
    if mine is None or other is None:
        return
    shared = pairs_in(ours.text, mine, mine.pairs.keys() & other.pairs.keys())
    for name in pairs_in(theirs.text, other, shared):
        here = words_of_pair(ours.text, mine.pairs[name])
        if not (here.first or here.second):
            continue
        there = words_of_pair(theirs.text, other.pairs[name])
        if here.sense is not None and there.sense is not None:
            denied = bool(ours.negators or theirs.negators) and name not in PLAIN
            if here.sense != there.sense and name not in EITHER_WAY and not denied:
                yield from _opposed(name, here, there, ours, theirs, alone)
        else:
            yield from _exchanged(name, here, there, ours, theirs)


def _opposed(name: str, here: Found, there: Found, ours: Told, theirs: Told, alone: bool) -> Iterator[Turned]:
    """One sense here, the other there."""
    mine = {number.value: number for number in _once(ours.numbers)}
    for number in _once(theirs.numbers):
        same = mine.get(number.value)
        if same is None:
            continue
        word, other = _beside(here.lone, same, ours.reach(name)), _beside(there.lone, number, theirs.reach(name))
        if word is not None and other is not None:
            yield Turned(word, other, ours.text[same.span.start : same.span.end], exchanged=False)
            return
    if alone and name not in RECAST:
        yield Turned(here.lone[0], there.lone[0], None, exchanged=False)


def _exchanged(name: str, here: Found, there: Found, ours: Told, theirs: Told) -> Iterator[Turned]:
    """Both senses on both sides, each with the other's number, or the other one denied."""
    if not all(len(words) == 1 for words in (here.first, here.second, there.first, there.second)):
        return
    denied = _denied(here, ours), _denied(there, theirs)
    if None not in denied and denied[0] != denied[1]:
        yield Turned(_both(here), _both(there), None, exchanged=True)
        return
    shared = {number.value for number in _once(theirs.numbers) if number.counts}
    mine, other = _in_order(name, here, ours, shared), _in_order(name, there, theirs, shared)
    if mine and other and mine == other[::-1]:
        number = next(number for number in ours.numbers if number.value == mine[0])
        shown = ours.text[number.span.start : number.span.end]
        yield Turned(here.first[0], there.first[0], shown, exchanged=True)


def _in_order(name: str, found: Found, told: Told, shared: set[Hashable]) -> tuple[Hashable, ...]:
    """The numbers of the first and of the second sense; empty unless exactly two stand near the words."""
    first, second = found.first[0], found.second[0]
    near = [
        number.value
        for number in _once(told.numbers)
        if number.counts and _beside((first, second), number, told.reach(name)) is not None
    ]
    if len(near) != 2 or not shared.issuperset(near):
        return ()
    return tuple(near) if first.start < second.start else tuple(reversed(near))


def _denied(found: Found, told: Told) -> int | None:
    """Which of two senses is denied: *lent, not borrowed*."""
    if len(told.negators) != 1:
        return None
    at = Span(told.negators[0].start, told.negators[0].end)
    gaps = [_between(word, at, told.text) for word in (found.first[0], found.second[0])]
    near = [len(gap) <= BESIDE and not any(mark in gap for mark in ",;:，、،—") for gap in gaps]
    return near.index(True) if near.count(True) == 1 else None


def _both(found: Found) -> Span:
    first, second = sorted((found.first[0], found.second[0]))
    return Span(first.start, second.end)


def _beside(words: Sequence[Span], number: _Number, reach: int) -> Span | None:
    """The word that the number stands next to."""
    return next((word for word in words if _gap(word, number.span) <= reach), None)


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _between(a: Span, b: Span, text: str) -> str:
    first, second = sorted((a, b))
    return text[first.end : second.start]


def _once(numbers: Sequence[_Number]) -> list[_Number]:
    """Numbers that are told once."""
    counts = Counter(number.value for number in numbers)
    return [number for number in numbers if counts[number.value] == 1]


def _number(fact: Fact, start: int) -> _Number | None:
    value, span = fact.value, Span(fact.span.start - start, fact.span.end - start)
    if isinstance(value, NumberValue) and value.form in COUNTED:
        return _Number(span, value.value, counts=True)
    if isinstance(value, DateValue) and value.year is not None and value.month is None:
        return _Number(span, Fraction(value.year), counts=False)
    if isinstance(value, DateValue):
        return _Number(span, (value.month, value.day, value.weekday), counts=False)
    return None
