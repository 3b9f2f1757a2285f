"""The formats of `auditor align`."""

from __future__ import annotations

from auditor.core.alignment import Alignment, DocumentPair
from auditor.reports.alignment_json import render_alignment_json
from auditor.reports.alignment_text import render_alignment_tsv, render_ladder
from auditor.reports.alignment_tmx import render_tmx
from auditor.reports.formats import AlignmentFormat

__all__ = ["AlignmentFormat", "render_alignment"]


def render_alignment(
    pair: DocumentPair, alignment: Alignment, form: AlignmentFormat, *, signature: str, presegmented: bool = False
) -> str:
    """The alignment of one pair; `presegmented` makes `ladder` count lines of the files."""
    match form:
        case AlignmentFormat.JSON:
            return render_alignment_json(pair, alignment, signature)
        case AlignmentFormat.TSV:
            return render_alignment_tsv(pair, alignment)
        case AlignmentFormat.TMX:
            return render_tmx(pair, alignment)
        case AlignmentFormat.LADDER:
            return render_ladder(pair, alignment, lines=presegmented)
