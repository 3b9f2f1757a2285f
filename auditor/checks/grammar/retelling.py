"""How much two passages tell the same in the same words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

_DIGITS = re.compile(r"\d+")
COMMON = 12
"""A word of more passages than this says nothing about two of them; bounds the work on long documents."""

ALIKE_WORDS, FEW_SHARED = 3, 0.4
"""Words of a common beginning, and of what goes on differently, and the share of these that both may hold."""


@dataclass(frozen=True)
class Telling:
    """A text reduced to what can be compared."""

    text: str
    spaced: bool
    """Whether spaces part its words."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Case-folded words; pairs of characters in scripts without spaces."""
        if self.spaced:
            return tuple(word for word in map(_bare, self.text.casefold().split()) if word)
        characters = [c for c in self.text.casefold() if c.isalnum() or unicodedata.category(c) in ("Mn", "Mc")]
        return tuple(a + b for a, b in pairwise(characters))

    @cached_property
    def content(self) -> frozenset[str]:
        """Words of three or more characters, numbers included."""
        return frozenset(word for word in self.words if len(word) > 2 or not self.spaced or word.isdigit())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Figures, in ASCII."""
        return frozenset(_numbers(self.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """Content words that stand with a capital inside the text."""
        capital = frozenset(
            bare.casefold()
            for before, word in pairwise(self.text.split())
            if before[-1].isalnum() and (bare := _bare(word))[:1].isupper()
        )
        return capital & self.content


@dataclass(frozen=True, slots=True)
class Likeness:
    """Both figures are symmetric and 1 for equal texts."""

    shared: float
    """Jaccard index of the content words."""
    order_free: float
    """Edit similarity of the words in alphabetical order, so that moved words cost nothing."""
    same_numbers: bool


def telling_of(text: str, spaced: bool) -> Telling:
    """What `text` says, without case and punctuation."""
    return Telling(text, spaced)


def likeness(one: Telling, other: Telling) -> Likeness:
    """How alike two texts are; 0 where either is empty."""
    from rapidfuzz import fuzz

    union = one.content | other.content
    shared = len(one.content & other.content) / len(union) if union else 0.0
    order_free = fuzz.ratio(sorted(one.words), sorted(other.words)) / 100 if union else 0.0
    letters = fuzz.ratio(" ".join(sorted(one.words)), " ".join(sorted(other.words))) / 100 if union else 0.0
    return Likeness(shared, max(order_free, letters), one.numbers == other.numbers)


def speaks_of_others(one: Telling, other: Telling) -> bool:
    """Whether a name on one side faces other words on the other: two lines of one form about different things.

    *The ceremony of the Dairy Committee* is no retelling of *the ceremony of the Public Health Committee*.
    """
    mine, theirs = one.content - other.content, other.content - one.content
    return bool((mine & one.names and len(theirs) > 1) or (theirs & other.names and len(mine) > 1))


def is_parallel(one: Telling, other: Telling) -> bool:
    """Whether two texts begin alike and go on about other things, as speakers do: *The flag is a pledge of loyalty …*

    A retelling changes words throughout, leaves some out or moves them; here what follows the common beginning shares
    hardly a word.
    """
    begin = 0
    for mine, its in zip(one.words, other.words, strict=False):
        if mine != its:
            break
        begin += 1
    ends = (set(one.words[begin:]) & one.content, set(other.words[begin:]) & other.content)
    if begin < ALIKE_WORDS or min(map(len, ends)) < ALIKE_WORDS:
        return False
    return len(ends[0] & ends[1]) <= FEW_SHARED * min(map(len, ends))


def candidate_pairs(tellings: Sequence[Telling], shared: float) -> Iterator[tuple[int, int]]:
    """Index pairs that share about enough rarer words to reach a Jaccard index of `shared`, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, telling in enumerate(tellings):
        for word in telling.content:
            holders[word].append(index)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for indices in holders.values():
        if 1 < len(indices) <= COMMON:
            for pair in combinations(indices, 2):
                counts[pair] += 1
    for (one, other), count in sorted(counts.items()):
        if count >= shared * max(len(tellings[one].content), len(tellings[other].content)) / 2:
            yield one, other


def _bare(word: str) -> str:
    if word.isalnum():
        return word
    start, end = 0, len(word)
    while start < end and not word[start].isalnum():
        start += 1
    while end > start and not (word[end - 1].isalnum() or unicodedata.category(word[end - 1]) in ("Mn", "Mc")):
        end -= 1
    return word[start:end]


def _numbers(text: str) -> Iterable[str]:
    """Runs of decimal digits by value, whatever script they are in."""
    for run in _DIGITS.findall(text):
        yield "".join(str(unicodedata.decimal(char)) for char in run)
