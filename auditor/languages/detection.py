"""Which language a text is in.

Letters first (a script that one language owns, letters that its siblings lack), then English by its function words,
then py3langid, loaded only when it is needed: its model takes 1.5 s. Short texts are `und`. On NTREX dev, in 60
languages: see `scripts/benchmark_segmentation.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from auditor.languages.alphabets import OWN_SCRIPTS, by_letters, by_script, script_counts
from auditor.languages.language import UNDETERMINED
from auditor.languages.names import normalise_code

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MIN_LETTERS = 20
"""Below this many letters py3langid guesses (measured on NTREX headlines)."""
MIN_LETTERS_OF_SCRIPT = 6
"""Enough where the script alone tells."""
MIN_LETTERS_OF_SIBLINGS = 60
"""Enough for single letters to be missed or met by their usual frequency."""
SCRIPT_CONFIDENCE = 0.99
_FUNCTION_WORDS = (
    "the of and to in a is that for it with was on as by he she his from at but are were had has have been not be an"
    " which they who its"
)
_ENGLISH = frozenset(_FUNCTION_WORDS.split())
_ENGLISH_SHARE = 0.28
_ENGLISH_DISTINCT = 5
_ENGLISH_WORDS = 12
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?")
_SAME = {
    "arz": "ar",
    "ary": "ar",
    "hbo": "he",
    "grc": "el",
    "wuu": "zh",
    "uzs": "uz",
    "gug": "gn",
    "sdh": "ckb",
    "dz": "bo",
    "zxx": UNDETERMINED,
}
"""Labels of py3langid that are a variety of another, or stand in for one it lacks (Sorani, Tibetan)."""
_LANGUAGES_OF = {
    "ARABIC": "ar fa ur ps ckb ug sd ku az",
    "CYRILLIC": "ru uk be bg mk sr kk ky mn tg tt ba uz az",
    "DEVANAGARI": "hi mr ne sa gom",
    "BENGALI": "bn as",
    "ETHIOPIC": "am ti",
    "TIBETAN": "bo",
}
"""Languages, as py3langid knows them, of scripts that several share."""
_SCRIPTS = {script: frozenset(codes.split()) for script, codes in _LANGUAGES_OF.items()}
_ALSO_LATIN = frozenset(("ku", "uz", "az", "sr"))
_NOT_LATIN = frozenset(OWN_SCRIPTS.values()).union(("ja", "zh", "yue", "yi"), *_SCRIPTS.values()) - _ALSO_LATIN


@dataclass(frozen=True, slots=True)
class Detected:
    """A language guess."""

    language: str
    """ISO 639 code or `und`."""
    confidence: float
    """0..1."""


def script_of(text: str) -> str:
    """The most frequent script of the letters in `text`, as Unicode names it (`LATIN`, `ARABIC`, `CJK`…), or ``."""
    counts = script_counts(text)
    return max(counts, key=lambda name: (counts[name], name)) if counts else ""


def detect_language(text: str, candidates: frozenset[str] | None = None) -> Detected:
    """The language of `text`; `und` when it has too few letters to tell.

    With `candidates` only those codes compete; the confidence stays the probability among all languages.
    """
    counts = script_counts(text)
    found = _by_letters(counts, text)
    if found is not None and (candidates is None or found in candidates):
        return Detected(found, SCRIPT_CONFIDENCE)
    if sum(counts.values()) < MIN_LETTERS:
        return Detected(UNDETERMINED, 0.0)
    ranked = _ranked(text, script_of(text))
    if candidates is not None:
        ranked = tuple((code, p) for code, p in ranked if code in candidates)
    if not ranked or ranked[0][0] == UNDETERMINED:
        return Detected(UNDETERMINED, 0.0)
    return Detected(*ranked[0])


def _by_letters(counts: Counter[str], text: str) -> str | None:
    letters = sum(counts.values())
    found = by_script(counts, text) if letters >= MIN_LETTERS_OF_SCRIPT else None
    if found is None and letters >= MIN_LETTERS_OF_SIBLINGS:
        found = by_letters(counts, text)
    if found is None and 2 * counts["LATIN"] > letters and _is_english(text):
        found = "en"
    return found


def _is_english(text: str) -> bool:
    words = _WORD.findall(text[:4000].casefold())
    known = [word for word in words if word in _ENGLISH]
    if len(words) < _ENGLISH_WORDS or len(set(known)) < _ENGLISH_DISTINCT:
        return False
    return len(known) >= _ENGLISH_SHARE * len(words)


REMEMBERED, LONGEST_REMEMBERED = 512, 20_000
"""Texts, and code points of one: the passages of two long articles, which are asked for again after every edit."""


def _ranked(text: str, script: str) -> tuple[tuple[str, float], ...]:
    """py3langid's guesses among the languages of `script`, varieties added up, best first."""
    return (_remembered if len(text) <= LONGEST_REMEMBERED else _guessed)(text, script)


@lru_cache(maxsize=REMEMBERED)
def _remembered(text: str, script: str) -> tuple[tuple[str, float], ...]:
    return _guessed(text, script)


def _guessed(text: str, script: str) -> tuple[tuple[str, float], ...]:
    shares: dict[str, float] = {}
    fitting = _fitting(script)
    for label, probability in _identifier().rank(text):
        code = fitting.get(label)
        if code is not None:
            shares[code] = shares.get(code, 0.0) + float(probability)
    return tuple(sorted(shares.items(), key=lambda item: (-item[1], item[0])))


@cache
def _fitting(script: str) -> Mapping[str, str]:
    """py3langid's labels of the languages that may be written in `script`, each with our code."""
    codes = ((label, _SAME.get(label) or normalise_code(label) or label) for label in _identifier().labels)
    return {label: code for label, code in codes if _fits(code, script)}


def _fits(code: str, script: str) -> bool:
    if script in _SCRIPTS:
        return code in _SCRIPTS[script]
    return script != "LATIN" or code not in _NOT_LATIN


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
