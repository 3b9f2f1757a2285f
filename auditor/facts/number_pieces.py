"""The pieces numbers are made of, as they stand in a text: digits, number words, magnitudes, joiners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from auditor.core.document import Span
from auditor.facts.digits import find_numerals
from auditor.facts.fold import WORD, fold
from auditor.languages.language import Language

LONGEST_PHRASE = 5
"""Words of the longest entry: *two and a half million*."""
PHRASE_GAPS = frozenset(" -‑־\u00a0\u202f\u200c")
TEN = 10
SHORTEST_PART = 2
"""Letters of the shortest number word that is looked for inside a compound (Italian `un`, Turkish `on`)."""


class Kind(StrEnum):
    """What a piece does in a number."""

    DIGITS = "digits"
    WORD = "word"
    MAGNITUDE = "magnitude"
    ORDINAL = "ordinal"
    JOINER = "joiner"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece; `values` are its readings, the likeliest first."""

    kind: Kind
    span: Span
    values: tuple[Fraction, ...] = ()
    joined: bool = False
    """Carries its own joiner: و in وعشرون, a seam inside a compound."""

    @property
    def value(self) -> Fraction:
        """The likeliest reading."""
        return self.values[0]


class Lexicon:
    """The number words of one language, folded, as phrases of words separated by one space."""

    def __init__(self, language: Language) -> None:
        numbers = language.numbers
        self.prefixes = tuple(sorted((fold(p) for p in numbers.prefixes), key=len, reverse=True))
        self.joiners = frozenset(map(fold, numbers.joiners))
        self.partitives = frozenset(map(fold, numbers.partitives))
        self.leading = numbers.leading
        self.percents = frozenset(map(_phrase, numbers.percent))
        self.ambiguous = frozenset(_phrase(word) for word in numbers.ambiguous)
        self.entries: dict[str, tuple[Kind, int]] = {}
        for kind, table in (
            (Kind.WORD, numbers.words),
            (Kind.MAGNITUDE, numbers.magnitudes),
            (Kind.ORDINAL, numbers.ordinals),
        ):
            for word, value in table.items():
                self.entries.setdefault(_phrase(word), (kind, value))
        self.openings = frozenset(phrase.partition(" ")[0] for phrase in (*self.entries, *self.percents))
        """First words of all phrases."""
        self.by_letter = any(_unspaced(char) for key in self.entries for char in key)
        self.composes_teens = not any(value == 13 for kind, value in self.entries.values() if kind is Kind.WORD)
        """Thirteen is `three ten` (Arabic, Hebrew, Indonesian)."""

    def split_compound(self, word: str) -> tuple[tuple[Kind, int], ...]:
        """`dreiundzwanzig` in its parts; empty when the word is not wholly made of number words."""
        return _split(self, word)

    def percent_at(self, words: list[str]) -> int:
        """How many words of a percent phrase stand at the head of `words`; في المئة holds no hundred."""
        return next((take for take in range(len(words), 0, -1) if " ".join(words[:take]) in self.percents), 0)

    def piece_at(self, words: list[str]) -> tuple[int, Kind, int, bool] | None:
        """(words taken, kind, value, carries a joiner) of the longest phrase at the head of `words`."""
        for take in range(min(LONGEST_PHRASE, len(words)), 0, -1):
            entry = self.entries.get(" ".join(words[:take]))
            if entry:
                return take, *entry, False
        for prefix in self.prefixes:
            entry = self.entries.get(words[0].removeprefix(prefix)) if words[0].startswith(prefix) else None
            if entry:
                return 1, *entry, any(prefix.startswith(joiner) for joiner in self.joiners)
        return None


_LEXICONS: dict[int, tuple[Language, Lexicon]] = {}


def lexicon_of(language: Language) -> Lexicon:
    """The lexicon of a language, made once for each record."""
    known = _LEXICONS.get(id(language))
    if known is None:
        known = _LEXICONS[id(language)] = (language, Lexicon(language))  # the record is kept, so its id stays its own
    return known[1]


def find_pieces(text: str, language: Language, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Every piece of a number in `text`, in order."""
    numerals = [Piece(Kind.DIGITS, numeral.span, numeral.values) for numeral in find_numerals(text, language)]
    words = _by_letter(text, lexicon) if lexicon.by_letter else _by_word(text, lexicon)
    return tuple(sorted([*numerals, *words], key=lambda piece: piece.span))


def _by_word(text: str, lexicon: Lexicon) -> Iterator[Piece]:
    matches = list(WORD.finditer(text)) if lexicon.entries else []
    words = [fold(match.group()) for match in matches]
    at = 0
    while at < len(words):
        phrase = words[at : _phrase_end(text, matches, at) if words[at] in lexicon.openings else at + 1]
        percent = lexicon.percent_at(phrase)
        if percent:
            at += percent
            continue
        found = lexicon.piece_at(phrase)
        if found:
            take, kind, value, joined = found
            span = Span(matches[at].start(), matches[at + take - 1].end())
            yield Piece(kind, span, (Fraction(value),), joined)
            at += take
            continue
        span = Span(matches[at].start(), matches[at].end())
        if words[at] in lexicon.joiners:
            yield Piece(Kind.JOINER, span)
        for kind, value in lexicon.split_compound(words[at]):
            yield Piece(kind, span, (Fraction(value),), joined=True)
        at += 1


def _phrase_end(text: str, words: list[re.Match[str]], at: int) -> int:
    """Up to which word a phrase that starts with word `at` can reach."""
    end = at + 1
    while end < min(len(words), at + LONGEST_PHRASE) and text[words[end - 1].end() : words[end].start()] in PHRASE_GAPS:
        end += 1
    return end


def _by_letter(text: str, lexicon: Lexicon) -> Iterator[Piece]:
    """Scripts in which a numeral is a letter: 三百二十, 5万, 1억 2000만."""
    at, spaced = 0, list(_hangul_words(text, lexicon))
    yield from spaced
    while at < len(text):
        entry = lexicon.entries.get(text[at]) if _unspaced(text[at]) and not _hangul(text[at]) else None
        if entry:
            yield Piece(entry[0], Span(at, at + 1), (Fraction(entry[1]),))
        at += 1


def _hangul_words(text: str, lexicon: Lexicon) -> Iterator[Piece]:
    """Korean: whole words, and magnitudes that a numeral carries with the counted noun behind them (300만명)."""
    for match in WORD.finditer(text):
        word = match.group()
        if not _hangul(word[0]):
            continue
        at = match.start()
        if at > 0 and text[at - 1].isdecimal():
            while at < match.end() and (entry := lexicon.entries.get(fold(text[at]))) and entry[0] is Kind.MAGNITUDE:
                yield Piece(Kind.MAGNITUDE, Span(at, at + 1), (Fraction(entry[1]),))
                at += 1
        elif entry := lexicon.entries.get(fold(word)):
            yield Piece(entry[0], Span(at, match.end()), (Fraction(entry[1]),))


@lru_cache(maxsize=4096)
def _split(lexicon: Lexicon, word: str) -> tuple[tuple[Kind, int], ...]:
    if len(word) < 2 * SHORTEST_PART or not word.isalpha() or lexicon.prefixes:
        return ()
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        head = lexicon.entries.get(word[:cut])
        if head is None or head[0] is Kind.ORDINAL:
            continue
        for rest in _rests(lexicon, word[cut:]):
            entry = lexicon.entries.get(rest)
            tail = (entry,) if entry else _split(lexicon, rest)
            if tail and not (rest == word[cut:] and _ordinal_of_ten(head, tail[0])):
                return (head, *tail)
    return ()


def _ordinal_of_ten(head: tuple[Kind, int], tail: tuple[Kind, int]) -> bool:
    """Whether the parts are those of a ten that is no sum: пяти-десятый is the fiftieth, چهار-دهم the fourteenth."""
    return head[1] < TEN <= tail[1] < TEN * TEN and tail[0] is Kind.ORDINAL


def _rests(lexicon: Lexicon, rest: str) -> Iterator[str]:
    """What follows a part: at once, or after a joiner (`drei-und-zwanzig`)."""
    yield rest
    for joiner in lexicon.joiners:
        if rest.startswith(joiner):
            yield rest.removeprefix(joiner)


def _phrase(word: str) -> str:
    return " ".join(fold(word).replace("-", " ").replace("־", " ").replace("\u200c", " ").split())


def _hangul(char: str) -> bool:
    return "가" <= char <= "힣"


def _unspaced(char: str) -> bool:
    return "一" <= char <= "鿿" or char == "〇" or _hangul(char)
