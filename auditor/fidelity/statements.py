"""Which texts are held against each other: the two sides of a bead, or a passage and what it is linked to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from auditor.core.alignment import Alignment, Bead, DocumentPair
from auditor.core.document import Document, Span
from auditor.fidelity.pair import TextPair

WINDOW = 400
"""Code points after which a passage that has no beads is read in a further window: about three sentences."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A part of the translation and the part of the counterpart that tells the same."""

    translation: tuple[Span, ...]
    counterpart: tuple[Span, ...]
    pair: TextPair
    shares: tuple[tuple[int, int], ...]
    """(passage, its code points in this statement) of the translation."""


def bead_statement(pair: DocumentPair, bead: Bead) -> Statement | None:
    """The statement of a bead; None when a side is empty."""
    if not bead.translation or not bead.counterpart:
        return None
    return _statement(pair, bead.translation, bead.counterpart)


def window_statements(pair: DocumentPair, passage: int, linked: tuple[int, ...]) -> list[list[Statement]]:
    """For each window of a passage the statements with each window of its linked passages; nothing is cut."""
    theirs = [window for other in linked for window in _windows(pair.counterpart, other)]
    return [[_statement(pair, ours, other) for other in theirs] for ours in _windows(pair.translation, passage)]


def statements_of(pair: DocumentPair, alignment: Alignment) -> list[Statement | None]:
    """One per bead, in order."""
    return [bead_statement(pair, bead) for bead in alignment.beads]


def _statement(pair: DocumentPair, ours: tuple[int, ...], theirs: tuple[int, ...]) -> Statement:
    translation, counterpart = pair.translation, pair.counterpart
    here, there = _spans(translation, ours), _spans(counterpart, theirs)
    by_passage = groupby(ours, key=lambda i: translation.segments[i].passage)
    shares = tuple((p, sum(len(translation.segments[i].span) for i in members)) for p, members in by_passage)
    texts = TextPair(_text(translation, here), _text(counterpart, there), translation.language, counterpart.language)
    return Statement(here, there, texts, shares)


def _windows(document: Document, passage: int) -> list[tuple[int, ...]]:
    """Segments of a passage in groups of about `WINDOW` code points; a longer segment is a group of its own."""
    groups: list[list[int]] = [[]]
    size = 0
    for segment in document.passages[passage].segments:
        if groups[-1] and size + len(segment.span) > WINDOW:
            groups.append([])
            size = 0
        groups[-1].append(segment.index)
        size += len(segment.span)
    return [tuple(group) for group in groups]


def _spans(document: Document, segments: tuple[int, ...]) -> tuple[Span, ...]:
    return tuple(document.segments[i].span for i in segments)


def _text(document: Document, spans: tuple[Span, ...]) -> str:
    return " ".join(document.slice(span) for span in spans)
