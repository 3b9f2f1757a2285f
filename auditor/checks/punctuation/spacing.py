"""Marks and the words they touch: what the checks of spacing have in common."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from auditor.core.document import Span

REACH = 40
"""Code points of a word or address that are looked at on either side of a mark."""
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_ADDRESS = re.compile(r"://|www\.|[@/\\_#&=]")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The words on both sides of a mark and the whole run between spaces that they stand in."""

    left: str
    right: str
    token: str

    @property
    def is_address(self) -> bool:
        """Whether the run looks like a web address, path, tag or entity."""
        return _ADDRESS.search(self.token) is not None


def neighbours(text: str, mark: Span, within: Span) -> Neighbours:
    """The words that touch `mark`, up to `REACH` code points of each, empty where none does."""
    low, high = max(within.start, mark.start - REACH), min(within.end, mark.end + REACH)
    start, end = mark.start, mark.end
    while start > low and is_of_word(text[start - 1]):
        start -= 1
    while end < high and is_of_word(text[end]):
        end += 1
    first, last = start, end
    while first > low and not text[first - 1].isspace():
        first -= 1
    while last < high and not text[last].isspace():
        last += 1
    return Neighbours(text[start : mark.start], text[mark.end : end], text[first:last])


def is_of_word(char: str) -> bool:
    """Whether `char` is a letter, a sign of one (Mn, Mc) or a joiner inside a word."""
    return char.isalpha() or unicodedata.category(char) in ("Mn", "Mc", "Cf")


def letters(word: str) -> int:
    """How many letters, without vowel signs and joiners; a Hangul syllable counts for two."""
    return sum(2 if "가" <= char <= "힣" else 1 for char in word if char.isalpha())


def is_unspaced(text: str) -> bool:
    """Whether `text` holds letters of a script that sets no spaces between words."""
    return _UNSPACED.search(text) is not None


def weight(text: str) -> int:
    """How much text there is, in code points of an alphabet: a Chinese or Korean character counts for three."""
    return sum(3 if char >= "\u2e80" else 1 for char in text)
