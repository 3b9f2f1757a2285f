"""Files of one segment per line, for `align --presegmented`."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from auditor.align.bead_model import load_bead_parameters
from auditor.align.beads import Step
from auditor.core.alignment import Alignment, Bead, Link, Regime
from auditor.core.document import Document, Passage, PassageKind, Segment, Span
from auditor.errors import ReadError
from auditor.languages import detect_language


def read_presegmented(path: Path, language: str | None) -> Document:
    """One passage and one segment per line; segment i is line i, counted from 0, also where a line is empty."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror}).", "unreadable") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 at byte {error.start}; convert it first.", "undecodable") from error
    passages, at = [], 0
    for number, line in enumerate(text.split("\n")[: -1 if text.endswith("\n") else None]):
        span = Span(at, at + len(line.removesuffix("\r")))
        passages.append(Passage(number, PassageKind.PARAGRAPH, span, (Segment(number, number, span),)))
        at += len(line) + 1
    if not text:
        raise ReadError(f"{path}: empty; it should hold one segment per line.", "empty")
    code = language or detect_language(text).language
    return Document(path.name, text, "file", sha256(data).hexdigest(), code, 1.0, tuple(passages))


def segment_alignment(translation: Document, counterpart: Document, steps: Sequence[Step]) -> Alignment:
    """The beads of two presegmented files as an alignment; each bead links its lines."""
    beads = tuple(Bead(tuple(range(s.t, s.t + s.n)), tuple(range(s.c, s.c + s.m)), s.similarity, s.cost) for s in steps)
    links = tuple(
        Link(i, j, bead.similarity, 1.0)
        for bead in beads
        if bead.similarity is not None
        for i in bead.translation
        for j in bead.counterpart
    )
    return Alignment(Regime.PARALLEL, links, beads, (), f"aligner:{load_bead_parameters().signature}")
