"""A full stop behind a word of one letter, which looks like that of an abbreviation: *особенно в. Столице*."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.checks.grammar.capitals import WORD
from auditor.checks.grammar.dangling_words import dangling_words
from auditor.checks.subject import Subject
from auditor.core.document import Segment, Span

NEVER_SHORT = {
    "ru": "ивау", "uk": "іївау", "be": "іўау", "bg": "ива", "mk": "иа", "sr": "ии", "cs": "ai", "sk": "ai", "pl": "aiw",
    "es": "ye", "pt": "e", "it": "e", "fa": "و", "hr": "i", "bs": "i", "sl": "in",
}  # fmt: skip
"""Letters that abbreviate nothing before a name. Others do (*о. Сахалин*, *o. Jan*), so what follows them must stand in
small letters elsewhere in the article."""
FEWEST_BEFORE = 3
"""Words of the sentence before."""
_PLACE = re.compile(r"(?<![\w.])([^\W\d_]{2,}) ([^\W\d_])\. ([^\W\d_]{3,})")


def stranded_stop(subject: Subject, segment: Segment) -> Span | None:
    """The part of a sentence before a stop behind a one-letter word that leads on to another; None without one."""
    letters = frozenset(word for word in dangling_words(subject.language.code).leading if len(word) == 1)
    if not letters or not subject.language.spaced:
        return None
    text = subject.document.slice(segment.span)
    for place in _PLACE.finditer(text):
        before, letter, after = place.groups()
        if letter not in letters or _is_numeral(before) or len(text[: place.start(2)].split()) < FEWEST_BEFORE:
            continue
        if subject.language.cased and not after[0].isupper():
            continue
        if letter in NEVER_SHORT.get(subject.language.code, "") or after.lower() in _small(subject.text):
            return Span(segment.span.start, segment.span.start + place.end(2) + 1)
    return None


def _is_numeral(word: str) -> bool:
    """Whether a century stands before: *в XX в. Россия*."""
    return re.fullmatch(r"[IVXLCХ]+", word) is not None


@lru_cache(maxsize=4)
def _small(text: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(text) if word.islower())
