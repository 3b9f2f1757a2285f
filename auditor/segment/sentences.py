"""Sentence boundaries, as spans of the raw text."""

from __future__ import annotations

from auditor.core.document import Span
from auditor.languages.language import Language


def sentence_spans(text: str, within: Span, language: Language) -> tuple[Span, ...]:
    """Sentences of `text[within.start:within.end]`: ordered, not overlapping, without outer white space.

    Every non-space character is in exactly one span.
    """
    import sentencex

    spans: list[Span] = []
    at = within.start
    for piece in sentencex.segment(language.code, text[within.start : within.end]):
        body = piece.strip()
        if body:
            start = at + len(piece) - len(piece.lstrip())
            spans.append(Span(start, start + len(body)))
        at += len(piece)
    return tuple(spans)
