"""A source cut into passages and sentences."""

from __future__ import annotations

from auditor.core.document import Document, Passage, PassageKind, Segment, Source, Span
from auditor.languages.language import Language
from auditor.segment.kinds import Piece, plain_pieces, refined
from auditor.segment.layout import plain_spans
from auditor.segment.sentences import sentence_spans, trimmed


def segment(source: Source, language: Language, confidence: float = 1.0) -> Document:
    """Cut `source` into passages and segments.

    `confidence` is how sure it is that the text is in `language`; it is passed on to the document. Passages are in
    order and do not overlap; every non-space character of a passage is in exactly one of its segments; no text is
    changed.
    """
    passages: list[Passage] = []
    sentences = 0
    for piece in _pieces(source, language):
        spans = _sentences(source.text, piece, language)
        segments = tuple(Segment(sentences + i, len(passages), span) for i, span in enumerate(spans))
        passages.append(Passage(len(passages), piece.kind or PassageKind.PARAGRAPH, piece.span, segments))
        sentences += len(segments)
    return Document(
        id=source.id,
        text=source.text,
        origin=source.origin,
        sha256=source.sha256,
        language=language.code,
        language_confidence=confidence,
        passages=tuple(passages),
        remarks=source.remarks,
    )


def _pieces(source: Source, language: Language) -> list[Piece]:
    text = source.text
    if source.blocks is None:
        return plain_pieces(text, plain_spans(text, language.sentence_ends), language)
    spans = ((trimmed(text, block.span.start, block.span.end), block.kind) for block in source.blocks)
    given = [Piece(span, kind) for span, kind in spans if span is not None]
    return [Piece(piece.span, refined(text, piece, i, language)) for i, piece in enumerate(given)]


def _sentences(text: str, piece: Piece, language: Language) -> tuple[Span, ...]:
    if piece.kind in (PassageKind.RESIDUE, PassageKind.DATELINE):
        return (piece.span,)
    return sentence_spans(text, piece.span, language)
