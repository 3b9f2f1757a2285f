"""Which script a passage is written in, and which ones an article may use."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from auditor.checks.once import once
from auditor.checks.subject import Subject

_NAMES = {
    "Latn": {"LATIN", "FULLWIDTH"},
    "Cyrl": {"CYRILLIC"},
    "Arab": {"ARABIC"},
    "Hebr": {"HEBREW"},
    "Grek": {"GREEK"},
    "Hans": {"CJK"},
    "Hant": {"CJK", "BOPOMOFO"},
    "Hani": {"CJK"},
    "Jpan": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HALFWIDTH"},
    "Kore": {"HANGUL", "CJK"},
    "Hang": {"HANGUL", "CJK"},
    "Deva": {"DEVANAGARI"},
    "Beng": {"BENGALI"},
    "Thai": {"THAI"},
    "Laoo": {"LAO"},
    "Khmr": {"KHMER"},
    "Mymr": {"MYANMAR"},
    "Geor": {"GEORGIAN"},
    "Armn": {"ARMENIAN"},
    "Ethi": {"ETHIOPIC"},
    "Tibt": {"TIBETAN"},
    "Taml": {"TAMIL"},
    "Telu": {"TELUGU"},
    "Mlym": {"MALAYALAM"},
    "Knda": {"KANNADA"},
    "Gujr": {"GUJARATI"},
    "Guru": {"GURMUKHI"},
    "Sinh": {"SINHALA"},
    "Thaa": {"THAANA"},
}
"""ISO 15924 to the first word of Unicode character names."""
DENSE = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL"})
"""Scripts in which a character says as much as `DENSE_WEIGHT` letters do."""
DENSE_WEIGHT = 4


def letters_by_script(text: str) -> Counter[str]:
    """How many letters of each script there are, by the first word of their Unicode names."""
    found: Counter[str] = Counter()
    for char, times in Counter(text).items():
        if char.isalpha():
            found[_script(char)] += times
    return found


def weight_of(letters: Counter[str]) -> int:
    """How much text these are, in letters of an alphabet."""
    return letters.total() + (DENSE_WEIGHT - 1) * sum(letters[script] for script in DENSE)


@once
def scripts_of_article(subject: Subject) -> frozenset[str]:
    """The scripts the language is known for and the one most of the article is written in."""
    counted = letters_by_script(subject.text)
    usual = max(counted, key=lambda name: (counted[name], name)) if counted else ""
    own = set(_NAMES.get(subject.language.script, ()))
    return frozenset(own | next((names for names in _NAMES.values() if usual in names), {usual}))


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", 1)[0]
