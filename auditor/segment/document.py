"""A source cut into passages and sentences."""

from __future__ import annotations

from auditor.core.document import Block, Document, Passage, PassageKind, Segment, Source
from auditor.languages.language import Language
from auditor.segment.layout import plain_blocks
from auditor.segment.sentences import sentence_spans


def segment(source: Source, language: Language, confidence: float = 1.0) -> Document:
    """Cut `source` into passages and segments.

    `confidence` is how sure it is that the text is in `language`; it is passed on to the document.
    Every non-space character of a passage is in exactly one of its segments; no text is changed.
    """
    blocks = plain_blocks(source.text) if source.blocks is None else source.blocks
    passages: list[Passage] = []
    sentences = 0
    for block in blocks:
        passage = _passage(source.text, block, language, len(passages), sentences)
        if passage.segments:
            passages.append(passage)
            sentences += len(passage.segments)
    return Document(
        source.id,
        source.text,
        source.origin,
        source.sha256,
        language.code,
        confidence,
        tuple(passages),
        source.remarks,
    )


def _passage(text: str, block: Block, language: Language, index: int, sentences: int) -> Passage:
    spans = sentence_spans(text, block.span, language)
    segments = tuple(Segment(sentences + i, index, span) for i, span in enumerate(spans))
    return Passage(index, block.kind or PassageKind.PARAGRAPH, block.span, segments)
