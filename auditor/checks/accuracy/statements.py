"""Pairs of places that tell the same thing, with what shows that they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.core.alignment import Bead, Regime
from auditor.core.document import Document, Span
from auditor.facts.fact import Fact, FactKind, FactLedger

STEM = 5
"""Letters of a word that are compared, so that endings do not matter."""
SHORTEST_WORD = 3
COUNTED = frozenset({FactKind.NUMBER, FactKind.DATE})

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A bead with text on both sides, or passages linked to one passage."""

    translation: Span
    counterpart: tuple[Span, ...]
    similarity: float
    """Of the vectors, as the aligner saw it."""
    wording: float | None
    """Share of the shorter side's words that the other has too; None across languages."""
    parallel: bool
    """Whether the two articles are known to tell the same, sentence by sentence or moved about."""
    bead: bool
    """Whether this is a pair of sentences rather than of passages."""
    ours: tuple[Fact, ...] = ()
    """Facts of the translation's side."""
    theirs: tuple[Fact, ...] = ()
    """Facts of the counterpart's side."""

    def facts(self) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
        """Facts of the translation's and of the counterpart's side."""
        return self.ours, self.theirs

    @property
    def counted(self) -> bool:
        """Whether both sides tell numbers or dates; where one does not, none is changed."""
        return all(any(fact.kind in COUNTED for fact in facts) for facts in self.facts())

    def around(self, subject: Subject) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
        """Facts of the passages that either side stands in, and of those next to them: where a moved fact is found."""
        assert subject.counterpart is not None
        theirs = subject.counterpart_facts or FactLedger(())
        return (
            _near(subject.document, subject.facts, (self.translation,)),
            _near(subject.counterpart, theirs, self.counterpart),
        )


@once
def sentences(subject: Subject) -> tuple[Statement, ...]:
    """Every bead with text on both sides."""
    return tuple(_sentences(subject))


@once
def passages(subject: Subject) -> tuple[Statement, ...]:
    """Every passage with the passages it is linked to."""
    return tuple(_passages(subject))


def _sentences(subject: Subject) -> Iterator[Statement]:
    if subject.alignment is None or subject.counterpart is None:
        return
    for bead in subject.alignment.beads:
        if bead.translation and bead.counterpart:
            yield _statement(subject, *_spans(subject, bead), bead.similarity or 0.0, bead=True)


def _passages(subject: Subject) -> Iterator[Statement]:
    if subject.alignment is None:
        return
    for passage in subject.document.passages:
        linked = subject.linked_spans(passage.index)
        if linked:
            best = subject.alignment.links_of(passage.index)[0]
            yield _statement(subject, passage.span, linked, best.similarity, bead=False)


def _statement(subject: Subject, ours: Span, theirs: tuple[Span, ...], similarity: float, *, bead: bool) -> Statement:
    assert subject.alignment is not None
    assert subject.counterpart is not None
    wording = None
    if subject.counterpart.language == subject.document.language:
        first = stems(subject.document.slice(ours))
        second = set[str]().union(*(stems(subject.counterpart.slice(span)) for span in theirs))
        wording = len(first & second) / max(1, min(len(first), len(second)))
    parallel = subject.alignment.regime is not Regime.COMPARABLE
    told, tells = _within(subject.facts, (ours,)), _within(subject.counterpart_facts or FactLedger(()), theirs)
    return Statement(ours, theirs, similarity, wording, parallel, bead, told, tells)


def _spans(subject: Subject, bead: Bead) -> tuple[Span, tuple[Span, ...]]:
    assert subject.counterpart is not None
    ours = [subject.document.segments[i].span for i in bead.translation]
    return Span(ours[0].start, ours[-1].end), tuple(subject.counterpart.segments[i].span for i in bead.counterpart)


def counted_words(document: Document, span: Span, *, reach: int = 40) -> frozenset[str]:
    """Stems of the up to three words that follow a number: what it counts."""
    after = document.text[span.end : span.end + reach]
    following = re.split(r"[.!?;:]\s", after)[0]
    return frozenset(word[:STEM] for word in _WORD.findall(following.casefold())[:3] if len(word) >= SHORTEST_WORD)


def stems(text: str) -> set[str]:
    """Beginnings of the longer words, so that endings do not matter."""
    return {word[:STEM] for word in _WORD.findall(text.casefold()) if len(word) > SHORTEST_WORD}


def _near(document: Document, ledger: FactLedger, spans: tuple[Span, ...]) -> tuple[Fact, ...]:
    places = [passage.index for span in spans if (passage := document.passage_at(span.start)) is not None]
    if not places:
        return ()
    first, last = max(0, min(places) - 1), min(len(document.passages) - 1, max(places) + 1)
    low, high = document.passages[first].span.start, document.passages[last].span.end
    return ledger.between(low, high)


def _within(ledger: FactLedger, spans: tuple[Span, ...]) -> tuple[Fact, ...]:
    return tuple(fact for span in spans for fact in ledger.between(span.start, span.end) if span.contains(fact.span))
