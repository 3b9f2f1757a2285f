"""Sentences of a passage, as spans of the raw text."""

from __future__ import annotations

from itertools import pairwise

from auditor.core.document import Span
from auditor.languages.language import Language
from auditor.segment.boundaries import boundaries
from auditor.segment.rules import rules_for
from auditor.segment.unmarked import unmarked_boundaries


def sentence_spans(text: str, within: Span, language: Language) -> tuple[Span, ...]:
    """Sentences of `text[within.start:within.end]`: ordered, not overlapping, without outer white space.

    Every non-space character is in exactly one span.
    """
    found = set(boundaries(text, within, rules_for(language)))
    if language.sentence_starts:
        found.update(unmarked_boundaries(text, within, language.sentence_starts))
    cuts = [within.start, *sorted(found), within.end]
    spans = (trimmed(text, start, end) for start, end in pairwise(cuts))
    return tuple(span for span in spans if span is not None)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """`[start, end)` without outer white space; None when nothing is left."""
    body = text[start:end]
    left = len(body) - len(body.lstrip())
    if left == len(body):
        return None
    return Span(start + left, start + len(body.rstrip()))
