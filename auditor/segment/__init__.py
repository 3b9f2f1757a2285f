"""Passages and sentences, non-destructive: every piece is a span of the raw text."""

from auditor.segment.detection import detect_document_language
from auditor.segment.document import segment
from auditor.segment.sentences import sentence_spans

__all__ = ["detect_document_language", "segment", "sentence_spans"]
