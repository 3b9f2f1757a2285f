"""`align --format json`: both articles cut into passages and segments, their links and beads."""

from __future__ import annotations

import json
from typing import Any

from auditor.core.alignment import Alignment, Bead, DocumentPair, Link
from auditor.core.document import Document, Passage
from auditor.reports.rounding import share, share_or_none

Json = dict[str, Any]


def alignment_object(pair: DocumentPair, alignment: Alignment, signature: str) -> Json:
    """The alignment as plain objects; all indices are 0-based, all offsets code points."""
    return {
        "translation": _document(pair.translation),
        "counterpart": _document(pair.counterpart),
        "regime": alignment.regime.value,
        "links": [_link(link) for link in alignment.links],
        "beads": [_bead(bead) for bead in alignment.beads],
        "signature": signature,
    }


def render_alignment_json(pair: DocumentPair, alignment: Alignment, signature: str) -> str:
    """One indented object; `signature` says what made it, encoder included."""
    made = alignment_object(pair, alignment, signature)
    return json.dumps(made, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _document(document: Document) -> Json:
    return {
        "id": document.id,
        "language": document.language,
        "passages": [_passage(passage) for passage in document.passages],
    }


def _passage(passage: Passage) -> Json:
    return {
        "index": passage.index,
        "kind": passage.kind.value,
        "start": passage.span.start,
        "end": passage.span.end,
        "segments": [
            {"index": segment.index, "start": segment.span.start, "end": segment.span.end}
            for segment in passage.segments
        ],
    }


def _link(link: Link) -> Json:
    return {
        "translation": link.translation,
        "counterpart": link.counterpart,
        "similarity": share(link.similarity),
        "confidence": share(link.confidence),
    }


def _bead(bead: Bead) -> Json:
    return {
        "translation": list(bead.translation),
        "counterpart": list(bead.counterpart),
        "similarity": share_or_none(bead.similarity),
        "cost": share(bead.cost),
    }
