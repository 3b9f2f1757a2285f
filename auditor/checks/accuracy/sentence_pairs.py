"""Small beads as two texts with their score: what the checks of meaning look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.accuracy.statements import stems
from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import Document, Span
from auditor.core.score import SegmentScore

LARGEST = 2
"""Segments of a side; in larger beads a word of one sentence is easily held against another sentence."""
CLOSERS = "\"'”’»)]」』）“"


@dataclass(frozen=True, slots=True)
class SentencePair:
    """One or two neighbouring sentences of each article that tell the same."""

    translation: Span
    counterpart: Span
    text: str
    other_text: str
    wording: float | None
    """Share of its longer words that each side has in common with the other, the lesser of the two; None across
    languages."""
    parallel: bool
    """Whether the two articles tell the same throughout, sentence by sentence or moved about."""
    score: SegmentScore | None

    def asks(self, marks: str) -> bool:
        """Whether either side ends in one of the question marks."""
        return any(text.rstrip().rstrip(CLOSERS).endswith(tuple(marks)) for text in (self.text, self.other_text))


@once
def sentence_pairs(subject: Subject) -> tuple[SentencePair, ...]:
    """Every bead of up to two neighbouring segments on either side."""
    return tuple(_pairs(subject))


def _pairs(subject: Subject) -> Iterator[SentencePair]:
    if subject.alignment is None or subject.counterpart is None:
        return
    parallel = subject.alignment.regime is not Regime.COMPARABLE
    same = subject.counterpart.language == subject.document.language
    scores = subject.score.beads if subject.score is not None else ()
    for i, bead in enumerate(subject.alignment.beads):
        ours, theirs = _span(subject.document, bead.translation), _span(subject.counterpart, bead.counterpart)
        if ours is not None and theirs is not None:
            text, other = subject.document.slice(ours), subject.counterpart.slice(theirs)
            score = scores[i] if i < len(scores) else None
            yield SentencePair(ours, theirs, text, other, shared(text, other) if same else None, parallel, score)


def shared(text: str, other: str) -> float:
    """Share of the longer words that two texts of one language have in common, of the side that has more of them."""
    first, second = stems(text), stems(other)
    return len(first & second) / max(1, len(first), len(second))


def _span(document: Document, segments: tuple[int, ...]) -> Span | None:
    """Where neighbouring segments of one passage stand; None for none, too many, or scattered ones."""
    if not segments or len(segments) > LARGEST or segments[-1] - segments[0] != len(segments) - 1:
        return None
    first, last = document.segments[segments[0]], document.segments[segments[-1]]
    return Span(first.span.start, last.span.end) if first.passage == last.passage else None
