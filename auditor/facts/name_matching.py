"""Finds the name of one article in the words of another, of any script."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from auditor.core.document import Document, Span
from auditor.facts.fact import Fact, FactKind, FactLedger
from auditor.facts.fold import MARK_RANGES
from auditor.facts.kept import kept
from auditor.facts.names import PARTICLES
from auditor.facts.romanise import romanise
from auditor.languages.language import Language

SHORTEST = 4
"""Romanised letters of a name word that is long enough to be told from others."""
PERSON_WORDS = 2

_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARK_RANGES}]|['’ʼ`‘\u05f3\u05f4-](?=[^\W\d_]))*")
_KANA = re.compile("[ァ-ヺー]{3,}")
_SAME_END = 2
"""Letters at the end that show a difference before them to be no ending: Mandelbaum, Mandelblum."""
_CLITICS = re.compile(r"^(?:[وف]?[بك]?ال|[وف]?لل)(?=\w{3})")
_CLITIC_LETTERS = frozenset("وفبكال")
_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSIVE_END = "s'’"
"""Letters without which there is none; saves time only."""
_STEM, _ENDING, _LONGEST_ENDING = 3, 3, 6
"""Letters of the shortest stem; of what an ending replaces and puts in its place: Sweden, Swedish; Корея, Корейский."""


class NameWord(NamedTuple):
    """A word at a place."""

    surface: str
    span: Span

    @property
    def key(self) -> str:
        """Romanised, what equal spellings share."""
        return _key(self.surface)


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return romanise(word).replace(" ", "")


@dataclass(frozen=True, slots=True)
class NamePlace:
    """One occurrence of a name: its words without particles."""

    words: tuple[NameWord, ...]
    confidence: float


def name_places(ledger: FactLedger, within: Span | None = None) -> tuple[NamePlace, ...]:
    """The names that a cased script shows, word by word; all, or those that start inside `within`."""
    places, starts = _places(ledger)
    if within is None:
        return places
    return places[bisect_left(starts, within.start) : bisect_left(starts, within.end)]


@kept
def _places(ledger: FactLedger) -> tuple[tuple[NamePlace, ...], tuple[int, ...]]:
    """All names of an article, and where they start."""
    found = [(fact, tuple(_words(fact))) for fact in ledger.of(FactKind.NAME)]
    named = [(NamePlace(words, fact.confidence), fact.span.start) for fact, words in found if words]
    return tuple(place for place, _ in named), tuple(start for _, start in named)


def text_words(document: Document, within: Span) -> tuple[NameWord, ...]:
    """All words of a stretch of text that begins and ends between words, for scripts without capitals."""
    words, starts = _text_words(document.text)
    return words[bisect_left(starts, within.start) : bisect_left(starts, within.end)]


def words_for_names(document: Document, language: Language, within: Span) -> tuple[NameWord, ...]:
    """The words that may render a name: all of them, or, where no spaces part words, those in katakana."""
    if language.spaced:
        return text_words(document, within)
    runs = _KANA.finditer(document.text, within.start, within.end)
    return tuple(NameWord(run.group(), Span(*run.span())) for run in runs)


@lru_cache(maxsize=4)
def _text_words(text: str) -> tuple[tuple[NameWord, ...], tuple[int, ...]]:
    """All words of an article, and where they start."""
    found = []
    for match in _WORD.finditer(text):
        surface = match.group()
        if surface[-1] in _POSSESSIVE_END:
            surface = _POSSESSIVE.sub("", surface)
        found.append(NameWord(surface, Span(match.start(), match.start() + len(surface))))
    return tuple(found), tuple(word.span.start for word in found)


@lru_cache(maxsize=16384)
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


class InflectedNames:
    """Names, romanised or folded, among which an inflected form is looked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._alike: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            for end in _ends(name):
                self._alike[end].append(name)

    def __contains__(self, word: str) -> bool:
        """Whether the word is one of them or differs by an ending or a prefix only."""
        return word in self._names or any(inflected(word, name) for name in self._near(word))

    def forms_of(self, word: str) -> frozenset[str]:
        """Those that the word is an inflected form of."""
        return frozenset(name for name in self._near(word) if inflected(word, name))

    def _near(self, word: str) -> Iterator[str]:
        for end in _ends(word):
            yield from self._alike.get(end, ())


def inflected_groups(forms: Iterable[str]) -> list[list[str]]:
    """Forms that are inflected ones of each other; each joins the first group that has one."""
    groups: list[list[str]] = []
    alike: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for form in forms:
        near = {home for end in _ends(form) for home, known in alike[end].items() if _any_inflected(form, known)}
        home = min(near, default=len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(form)
        for end in _ends(form):
            alike[end][home].append(form)
    return groups


def _any_inflected(form: str, others: Iterable[str]) -> bool:
    return any(inflected(form, other) for other in others)


def _ends(word: str) -> frozenset[str]:
    """What inflected forms of one word have in common: their first letters or their last."""
    bare = _bare(word)
    return frozenset((bare[:_STEM], bare[-_STEM:]))


def _bare(word: str) -> str:
    """The word without what Arabic writes together with it."""
    return _CLITICS.sub("", word) if word[:1] in _CLITIC_LETTERS else word


def _words(fact: Fact) -> Iterator[NameWord]:
    for match in _WORD.finditer(fact.surface):
        if match.group().casefold() not in PARTICLES:
            start = fact.span.start + match.start()
            yield NameWord(match.group(), Span(start, start + len(match.group())))
