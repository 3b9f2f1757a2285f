"""Cuts a passage into pieces, so that findings and suspicious words can overlap on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.core.document import Document, Span
from auditor.core.mqm import Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to highlight; `number` is the finding's number on the page, None for suspicious words."""

    span: Span
    number: int | None = None
    severity: Severity | None = None
    probability: float | None = None
    """Of suspicious words."""
    evidence: bool = False
    """Whether it only supports the finding, rather than being where the finding is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; an empty one stands for a finding between two characters."""

    text: str
    over: tuple[Mark, ...]
    """Marks that cover it, the worst first."""
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]


def pieces(document: Document, span: Span, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The text of `span`, cut wherever a mark begins or ends; the texts join back to it exactly."""
    inside = [mark for mark in marks if _touches(mark.span, span)]
    clipped = [(max(mark.span.start, span.start), min(mark.span.end, span.end), mark) for mark in inside]
    cuts = sorted({span.start, span.end, *(start for start, _, _ in clipped), *(end for _, end, _ in clipped)})
    made: list[Piece] = []
    for i, start in enumerate(cuts):
        empty = tuple(mark for a, b, mark in clipped if a == b == start)
        if empty:
            made.append(Piece("", _worst_first(empty), empty, empty))
        if i + 1 < len(cuts):
            made.append(_piece(document, start, cuts[i + 1], clipped))
    return tuple(made)


def _piece(document: Document, start: int, end: int, clipped: list[tuple[int, int, Mark]]) -> Piece:
    over = tuple(mark for a, b, mark in clipped if a < b and a <= start and end <= b)
    begins = tuple(mark for a, b, mark in clipped if a < b and a == start)
    ends = tuple(mark for a, b, mark in clipped if a < b and b == end)
    return Piece(document.slice(Span(start, end)), _worst_first(over), begins, ends)


def _touches(mark: Span, passage: Span) -> bool:
    if mark.start == mark.end:
        return passage.start <= mark.start <= passage.end
    return mark.overlaps(passage)


def _worst_first(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    def rank(mark: Mark) -> tuple[int, bool, int]:
        return (-1 if mark.severity is None else mark.severity.rank, not mark.evidence, -(mark.number or 0))

    return tuple(sorted(marks, key=rank, reverse=True))
