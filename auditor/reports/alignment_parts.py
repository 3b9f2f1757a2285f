"""What the alignment formats share: the text of a bead's sides, on one line."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.core.document import Document
from auditor.languages import get_language


def joined(document: Document, segments: Sequence[int]) -> str:
    """The segments' text, white space collapsed, joined as their language joins sentences."""
    glue = " " if get_language(document.language).spaced else ""
    return glue.join(" ".join(document.segment_text(i).split()) for i in segments)


def line_numbers(document: Document, segments: Sequence[int]) -> list[int]:
    """0-based lines where the segments start."""
    return [document.line_column(document.segments[i].span.start)[0] - 1 for i in segments]
