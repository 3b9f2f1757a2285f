"""How a passage ends, and how the next one begins."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from auditor.checks.grammar.dangling_words import dangling_words
from auditor.languages.language import Language

COMMAS = frozenset(",،、，፣")
OPENERS = frozenset("\"'“‘«‹„»”’「『《〈(（[【-–—―•*·●■►→")
"""Marks that begin a quotation, an aside, a dialogue line or a list item."""

_HYPHENS = frozenset("-‐‑")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»‹›„()\[\],،、，;；:：]+$")


class Ending(StrEnum):
    """What stands at the end of a passage."""

    CLOSED = "closed"
    """Final punctuation, a colon, a dash, an ellipsis: nothing is missing."""
    DANGLING = "dangling"
    """A word that leads on to another."""
    COMMA = "comma"
    HYPHEN = "hyphen"
    """A word cut at its hyphen."""
    OPEN = "open"
    """A plain word without final punctuation."""


def ending_of(text: str, language: Language) -> Ending:
    """How `text` ends. A closing quote or bracket after anything counts as closed."""
    last = text[-1:]
    if last in COMMAS:
        return Ending.COMMA
    if last in _HYPHENS and text[-2:-1].isalpha():
        return Ending.HYPHEN
    if not last or not (last.isalnum() or _is_mark(last)):
        return Ending.CLOSED
    return Ending.DANGLING if last_word(text, language) in dangling_words(language.code).leading else Ending.OPEN


def last_word(text: str, language: Language) -> str:
    """The last word, case-folded; in scripts without spaces the longest dangling word that `text` "
    "ends with, or ""."""
    if not language.spaced:
        leading = dangling_words(language.code).leading
        return max((word for word in leading if text.endswith(word)), key=len, default="")
    found = _LAST_WORD.search(text)
    if found is None:
        return ""
    word = found.group().casefold()
    return re.split(r"['’]", word)[-1] or word


def _is_mark(char: str) -> bool:
    """Combining marks and signs of Indic, Thai and similar scripts belong to the word."""
    return unicodedata.category(char) in ("Mn", "Mc", "Lm", "Nl", "No")
