"""The articles of a saved report, found again under the folders that the user names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from auditor.audit.articles import document_of
from auditor.core.document import Document, Passage, Segment
from auditor.errors import ReadError
from auditor.readers import read
from auditor.web.limits import AUDITED_BYTES
from auditor.web.saved_schema import SavedDocument


class TextState(StrEnum):
    """What became of a file since it was audited."""

    AS_AUDITED = "as_audited"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Found:
    """An article of the report."""

    document: Document
    """Without text and passages unless it is as audited."""
    state: TextState
    path: Path | None


def find_text(id: str, digest: str, language: str | None, roots: Sequence[Path], saved: SavedDocument | None) -> Found:
    """The article `id` whose SHA-256 was `digest`; `saved` has its passages, if it is a translation."""
    candidates = list(_candidates(id, roots))
    for path in candidates:
        if path.stat().st_size <= AUDITED_BYTES and sha256(path.read_bytes()).hexdigest() == digest:
            document = _document(path, id, language, saved)
            if document is not None:
                return Found(document, TextState.AS_AUDITED, path)
    state = TextState.CHANGED if candidates else TextState.MISSING
    nothing = Document(id, "", "file", digest, language or "und", 0.0, ())
    return Found(nothing, state, candidates[0] if candidates else None)


def _candidates(id: str, roots: Sequence[Path]) -> Iterator[Path]:
    """Files in the folders, or in folders right inside them: ids count from the folder of each side."""
    for root in roots:
        inside = sorted(path for path in root.iterdir() if path.is_dir())
        for folder in (root, *inside):
            path = folder / id
            if path.is_file() and path.resolve().is_relative_to(root.resolve()):
                yield path


def _document(path: Path, id: str, language: str | None, saved: SavedDocument | None) -> Document | None:
    """None when it cannot be read any more."""
    try:
        document = document_of(read(path, id, max_bytes=AUDITED_BYTES), language)
    except ReadError:
        return None
    if saved is None or _same_passages(document, saved):
        return document
    return _as_saved(document, saved)


def _same_passages(document: Document, saved: SavedDocument) -> bool:
    ours = [(passage.span.start, passage.span.end) for passage in document.passages]
    return ours == [(passage.start, passage.end) for passage in saved.passages]


def _as_saved(document: Document, saved: SavedDocument) -> Document | None:
    """Another version of the tool cut the text otherwise: its passages hold, each as one segment."""
    if any(passage.end > len(document.text) or passage.start > passage.end for passage in saved.passages):
        return None
    passages = tuple(
        Passage(i, passage.kind, passage.span, (Segment(i, i, passage.span),))
        for i, passage in enumerate(saved.passages)
    )
    return Document(
        document.id, document.text, document.origin, document.sha256, document.language, 1.0, passages, document.remarks
    )
