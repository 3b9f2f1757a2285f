"""Fidelity as data: per bead, per passage, per document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.core.document import Span


class Verdict(StrEnum):
    """What became of a passage when it was held against the counterpart."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_IN_COUNTERPART = "not_in_counterpart"
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True, slots=True)
class WordScore:
    """A word and how probably something is wrong with it."""

    start: int
    end: int
    probability: float

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class SegmentScore:
    """One aligned group of segments, or one line pair of `auditor score`."""

    fidelity: float
    """0..100, calibrated; higher is better."""
    quality: float
    """The model's raw regression before calibration."""
    risk: float
    """0..1, probability of a major error."""
    critical: float | None = None
    """0..1, probability of a critical error; None from a model that says nothing of them."""
    words: tuple[WordScore, ...] = ()
    """Words of the translation that a professional would mark, with a probability of .1 or more."""
    lost: tuple[WordScore, ...] = ()
    """Words of the counterpart that the translation lacks, likewise."""
    before_facts: float | None = None
    """The fidelity without what was taken off for statements that differ by value; None where there are none."""
    disorder: float | None = None
    """Log-odds that the words of the translation stand in no order; None from a model that says nothing of it."""

    @property
    def likeness(self) -> float:
        """The fidelity of the meaning alone, whatever figures say."""
        return self.fidelity if self.before_facts is None else self.before_facts


@dataclass(frozen=True, slots=True)
class SuspiciousSpan:
    """Words a professional would probably mark."""

    span: Span
    probability: float


@dataclass(frozen=True, slots=True)
class PassageScore:
    """One passage of the translation."""

    passage: int
    verdict: Verdict
    fidelity: float | None = None
    risk: float | None = None
    critical_probability: float | None = None
    suspicious: tuple[SuspiciousSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Share of the translation's characters under each verdict; sums to 1 for a non-empty document."""

    supported: float
    contradicted: float
    not_in_counterpart: float
    not_compared: float


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One translation."""

    fidelity: float | None
    """Length-weighted mean over what was compared; None when nothing was."""
    interval: tuple[float, float] | None
    """95 % interval of `fidelity`."""
    coverage: Coverage
    passages: tuple[PassageScore, ...]
    """One per passage, in order."""
    beads: tuple[SegmentScore | None, ...]
    """One per bead of the alignment, None where a side is empty; `words` count in the translation's text, `lost` in the
    counterpart's, those of beads of several segments too."""
    signature: str
