"""Finds the name of one article in the words of another, of any script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from auditor.core.document import Document, Span
from auditor.facts.fact import Fact, FactKind, FactLedger
from auditor.facts.fold import MARKS
from auditor.facts.name_similarity import Relation, name_similarity
from auditor.facts.names import PARTICLES
from auditor.facts.romanise import romanise

SHORTEST = 4
"""Romanised letters of a name word that is long enough to be told from others."""
PERSON_WORDS = 2

_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}]|['’ʼ`‘\u05f3\u05f4-](?=[^\W\d_]))*")
_SAME_END = 2
"""Letters at the end that show a difference before them to be no ending: Mandelbaum, Mandelblum."""
_CLITICS = re.compile(r"^(?:[وف]?[بك]?ال|[وف]?لل)(?=\w{3})")
_CLITIC_LETTERS = frozenset("وفبكال")
_POSSESSIVE = re.compile(r"['’]s?$")
_STEM, _ENDING, _LONGEST_ENDING = 3, 3, 6
"""Letters of the shortest stem; of what an ending replaces and puts in its place: Sweden, Swedish; Корея, Корейский."""


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word at a place."""

    surface: str
    span: Span

    @property
    def key(self) -> str:
        """Romanised, what equal spellings share."""
        return romanise(self.surface).replace(" ", "")


@dataclass(frozen=True, slots=True)
class NamePlace:
    """One occurrence of a name: its words without particles."""

    words: tuple[NameWord, ...]
    confidence: float


def name_places(ledger: FactLedger, within: Span | None = None) -> Iterator[NamePlace]:
    """The names that a cased script shows, word by word."""
    for fact in ledger.of(FactKind.NAME, within):
        words = tuple(_words(fact))
        if words:
            yield NamePlace(words, fact.confidence)


def text_words(document: Document, within: Span) -> tuple[NameWord, ...]:
    """All words of a stretch of text, for scripts without capitals."""
    found = []
    for match in _WORD.finditer(document.text, within.start, within.end):
        surface = _POSSESSIVE.sub("", match.group())
        found.append(NameWord(surface, Span(match.start(), match.start() + len(surface))))
    return tuple(found)


def lawful(a: str, b: str) -> bool:
    """Whether the two can be spellings of one name."""
    return name_similarity(a, b).relation is not Relation.DIFFERENT


@lru_cache(maxsize=65536)
def inflected(a: str, b: str) -> bool:
    """Whether two folded or romanised words differ by an ending or a prefix only: Iraq, Iraqis; بغداد، ببغداد."""
    short, long = sorted((_bare(a), _bare(b)), key=len)
    if short == long:
        return a != b
    if short[:_STEM] != long[:_STEM]:  # most pairs; saves time only
        return len(short) >= _STEM and long.endswith(short)
    common = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if common >= max(_STEM, len(short) - _ENDING) and len(long) - common <= _LONGEST_ENDING:
        return not (len(short) == len(long) and short[-_SAME_END:] == long[-_SAME_END:])
    return len(short) >= _STEM and (long.endswith(short) or long.startswith(short))


def _bare(word: str) -> str:
    """The word without what Arabic writes together with it."""
    return _CLITICS.sub("", word) if word[:1] in _CLITIC_LETTERS else word


def _words(fact: Fact) -> Iterator[NameWord]:
    for match in _WORD.finditer(fact.surface):
        if match.group().casefold() not in PARTICLES:
            start = fact.span.start + match.start()
            yield NameWord(match.group(), Span(start, start + len(match.group())))
