"""The words of each passage of an article whose script parts them by spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.core.document import Span

_TOKEN = re.compile(r"\S+")


class SpacedWord(NamedTuple):
    """A run between spaces without its outer punctuation; empty for a run of marks."""

    start: int
    end: int
    text: str
    folded: str
    """Without case."""
    marked_before: bool
    """Whether a mark stands between the space before and the word."""
    marked_after: bool


@once
def spaced_words(subject: Subject) -> tuple[tuple[SpacedWord, ...], ...]:
    """By passage."""
    return tuple(tuple(_words(subject.text, passage.span)) for passage in subject.document.passages)


def _words(text: str, within: Span) -> Iterator[SpacedWord]:
    for match in _TOKEN.finditer(text, within.start, within.end):
        token, (first, last) = match[0], match.span()
        start, end = first, last
        if not token.isalnum():
            while start < end and not is_of_word(text[start]):
                start += 1
            while end > start and not is_of_word(text[end - 1]):
                end -= 1
            token = text[start:end]
        yield SpacedWord(start, end, token, token.casefold(), start > first, end < last)


def is_of_word(char: str) -> bool:
    """Whether it is a letter or digit, a sign of one (Mn, Mc), or a joiner."""
    return char.isalnum() or unicodedata.category(char) in ("Mn", "Mc", "Cf")
