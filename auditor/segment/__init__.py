"""Passages and sentences, non-destructive: every piece is a span of the raw text."""

from auditor.segment.document import segment
from auditor.segment.sentences import sentence_spans

__all__ = ["segment", "sentence_spans"]
