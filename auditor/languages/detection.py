"""Which language a text is in: script first, then py3langid, and an honest `und` for short texts."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.languages.language import UNDETERMINED

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MIN_LETTERS = 20
"""Below this many letters py3langid guesses (measured on NTREX headlines)."""


@dataclass(frozen=True, slots=True)
class Detected:
    """A language guess."""

    language: str
    """ISO 639 code or `und`."""
    confidence: float
    """0..1."""


def script_of(text: str) -> str:
    """The most frequent script of the letters in `text`, as Unicode names it (`LATIN`, `ARABIC`, `CJK`…), or ``."""
    counts = Counter(_script(char) for char in text if char.isalpha())
    return max(counts, key=lambda name: (counts[name], name)) if counts else ""


def detect_language(text: str, candidates: frozenset[str] | None = None) -> Detected:
    """The language of `text`; `und` when it has fewer than `MIN_LETTERS` letters.

    With `candidates` only those codes compete.
    """
    if sum(map(str.isalpha, text)) < MIN_LETTERS:
        return Detected(UNDETERMINED, 0.0)
    ranked = _identifier().rank(text)
    if candidates is not None:
        ranked = [(code, p) for code, p in ranked if code in candidates]
    if not ranked:
        return Detected(UNDETERMINED, 0.0)
    code, probability = ranked[0]
    return Detected(str(code), float(probability))


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", 1)[0]


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
