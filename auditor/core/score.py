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
class SegmentScore:
    """One aligned group of segments, or one line pair of `auditor score`."""

    fidelity: float
    """0..100, calibrated; higher is better."""
    quality: float
    """The model's raw regression before calibration."""
    risk: float
    """0..1, probability of a major error."""


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
    """One per bead of the alignment, None where a side is empty."""
    signature: str
