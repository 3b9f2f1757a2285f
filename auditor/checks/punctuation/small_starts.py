"""Sentences inside a paragraph that begin with a small letter, after a full stop that can be nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.core.document import Span
from auditor.languages.language import Language, get_language, known_languages

_NEXT = r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*)(?![\w@/\\&]|\.\w)"
_SEAM = re.compile(
    rf"(?<![\w'’-])(?P<before>[^\W_]+(?:[-'’][^\W_]+)*)(?<!\d)\.[ \u00a0]{{1,2}}(?P<word>{_NEXT}"
    rf"|(?P<figure>(?<![\d.,:/№#-])\d{{1,4}})\.[ \u00a0]{{1,2}}(?P<after>{_NEXT}"
)
"""A bare full stop, no ellipsis or quotation mark beside it, and a word on the same line."""
_ROMAN = re.compile(r"[IVXLCDM]+")
_VOWELS = frozenset("aeiouyáéíóúýàèìòùâêîôûäëïöüãõåæøœąęıőűůěāēīūėųăğаеёиоуыэюяіїєαεηιουωάέήίόύώ")
_DOMAINS = frozenset({"com", "org", "net", "edu", "gov", "info", "tv", "io"})
"""Ends of an address that a space cut off."""
LONG_WORD = 7
"""Letters from which a word is written out whatever it ends in; no abbreviation of the 59 records is longer but those
with a stop inside."""
SHORTEST_WORD = 4
"""Letters of a word that ends in a vowel, as abbreviations hardly do."""
LOOK_BACK = 100
"""Code points before a figure in which three words are sought."""
_BEFORE_A_SPACE = re.compile(r"(?<!\w)[^\W_]+(?:[-'’][^\W_]+)*(?=[ ,])")


def small_starts(text: str, within: Span, language: Language) -> Iterator[Span]:
    """Words in small letters that follow the end of a sentence inside `within`."""
    for match in _SEAM.finditer(text, within.start, within.end):
        word = match["word"] or match["after"]
        if not word.islower() or word in _DOMAINS or text[match.start() - 1 : match.start()] in ("…", "."):
            continue
        if _ends_in_figure(text, match, within, language) if match["figure"] else _is_whole(text, match, within):
            end = match.end()
            yield Span(end - len(word), end)


def _ends_in_figure(text: str, match: re.Match[str], within: Span, language: Language) -> bool:
    """Whether a figure and a stop end a sentence: no ordinal, no number of a list item or a line."""
    words_before = text[max(within.start, match.start() - LOOK_BACK) : match.start()].split()
    return not language.ordinal_stop and len(words_before) >= 3 and words_before[-1][-1].isalpha()


def _is_whole(text: str, match: re.Match[str], within: Span) -> bool:
    """Whether the word before the stop is written out and no name, initial or number in letters."""
    before = match["before"]
    if not before[-1].islower() or f"{before.casefold()}." in _abbreviations() or _ROMAN.fullmatch(before):
        return False
    if text[match.start() - 1 : match.start()] in tuple("@/.·") or match.start() == within.start:
        return False
    if len(before) >= LONG_WORD or (len(before) >= SHORTEST_WORD and before[-1].casefold() in _VOWELS):
        return True
    return len(before) > 2 and before in _written_out(text)


@lru_cache(maxsize=2)
def _written_out(text: str) -> frozenset[str]:
    """The words of an article that stand somewhere without a stop behind them."""
    return frozenset(_BEFORE_A_SPACE.findall(text))


@cache
def _abbreviations() -> frozenset[str]:
    """Those of every language: names of firms and titles travel with theirs."""
    return frozenset().union(*(get_language(code).abbreviations for code in known_languages()))
