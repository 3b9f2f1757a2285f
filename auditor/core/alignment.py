"""What corresponds: document pairs, passage links and sentence beads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from auditor.core.document import Document, Span

PairedBy = Literal["argument", "manifest", "name", "content"]


class Regime(StrEnum):
    """How the two articles of a pair are related, judged from the evidence."""

    PARALLEL = "parallel"
    """Sentence by sentence, in order."""
    REORDERED = "reordered"
    """The same content, moved about."""
    COMPARABLE = "comparable"
    """Another version of the same story: facts come and go."""


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """A translation and what it is compared with."""

    translation: Document
    counterpart: Document
    paired_by: PairedBy
    confidence: float
    """0..1 that the two tell the same story; 1.0 where the user said so."""


@dataclass(frozen=True, slots=True)
class Link:
    """Passage `translation` tells what passage `counterpart` tells; links may cross and share ends."""

    translation: int
    counterpart: int
    similarity: float
    """Cosine of the passages, or of their best-matching parts."""
    confidence: float
    """0..1, the probability that the link is right."""


@dataclass(frozen=True, slots=True)
class Bead:
    """One aligned group of segments (document-wide indices); one side may be empty.

    Every segment of either document is in exactly one bead.
    """

    translation: tuple[int, ...]
    counterpart: tuple[int, ...]
    similarity: float | None
    """Cosine of the joined sides; None when a side is empty."""
    cost: float
    """What the dynamic programme paid; smaller is better."""
    join_gain: float | None = None
    """For 2-1 beads: sim(a+b, c) − max(sim(a, c), sim(b, c)). High when one sentence was cut in two."""

    @property
    def shape(self) -> tuple[int, int]:
        """(segments of the translation, segments of the counterpart), e.g. (2, 1)."""
        return len(self.translation), len(self.counterpart)


class GapKind(StrEnum):
    """Why a counterpart passage has no link."""

    OMITTED = "omitted"
    """The translation should hold it and does not: parallel or reordered text."""
    ONLY_IN_COUNTERPART = "only_in_counterpart"
    """Another outlet's addition: comparable text."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A counterpart passage that nothing in the translation tells."""

    passage: int
    span: Span
    kind: GapKind


@dataclass(frozen=True, slots=True)
class Alignment:
    """All correspondence inside one pair."""

    regime: Regime
    links: tuple[Link, ...]
    """Ordered by (translation, counterpart)."""
    beads: tuple[Bead, ...]
    """Ordered by first translation segment, beads without one last, by first counterpart segment."""
    omitted: tuple[Gap, ...]
    signature: str
    """`key:value|…` of the aligner and its parameters."""

    def links_of(self, passage: int) -> tuple[Link, ...]:
        """Links of a translation passage, best first."""
        found = [link for link in self.links if link.translation == passage]
        return tuple(sorted(found, key=lambda link: (-link.confidence, link.counterpart)))
