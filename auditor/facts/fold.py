"""Words made comparable: case, accents, pointing and letter variants do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MARKS = "".join(chr(c) for c in range(0x300, 0x1900) if unicodedata.category(chr(c)).startswith("M"))
"""Combining marks of the scripts in use; `\\w` leaves the vowel signs of Indic scripts out."""


def _ranges(chars: str) -> str:
    """Ascending characters as ranges: a set of a thousand single ones takes long to compile."""
    starts = [char for char in chars if chr(ord(char) - 1) not in chars]
    ends = [char for char in chars if chr(ord(char) + 1) not in chars]
    return "".join(f"{start}-{end}" for start, end in zip(starts, ends, strict=True))


MARK_RANGES = _ranges(MARKS)
"""The same for a set in a regular expression."""

WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARK_RANGES}]|['’ʼ](?=[^\W\d_]))*")
"""A word: letters with their marks, apostrophes inside included; hyphens and zero-width joiners separate."""

_SAME_LETTERS = str.maketrans(
    {
        "‘": "'",
        "׳": "'",
        "״": '"',
        "\u093c": None,
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ٱ": "ا",
        "ʼ": "'",
        "’": "'",
        "ß": "ss",
    }
)


def letters_and_digits(text: str) -> str:
    """`text` without case, marks and spaces: what two copies of one passage share."""
    return "".join(filter(str.isalnum, text.casefold()))


def fold(word: str) -> str:
    """`word` without case, Arabic and Hebrew pointing and look-alike letters; for look-up only, never shown.

    Accents stay: Vietnamese mười is 10, mươi times 10.
    """
    return _known(word) if len(word) <= REMEMBERED else _folded(word)


def _folded(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in composed if not _pointing(char)).translate(_SAME_LETTERS)


_known = lru_cache(maxsize=65536)(_folded)
"""Checks fold the words of an article again and again."""
REMEMBERED = 40
"""Code points of a text that is worth remembering: a word, not a passage."""


def _pointing(char: str) -> bool:
    """Vowel points of Hebrew and Arabic, tatweel, and the dot that casefolding leaves of a Turkish İ."""
    return char in "ـ\u0307" or "\u0591" <= char <= "\u05bd" or "\u064b" <= char <= "\u065f"
