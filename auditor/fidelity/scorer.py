"""What every fidelity model offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from auditor.core.score import SegmentScore
from auditor.fidelity.pair import TextPair
from auditor.fidelity.weights import ScoreError


@runtime_checkable
class FidelityScorer(Protocol):
    """Judges how much of the counterpart's meaning survives in the translation."""

    @property
    def signature(self) -> str:
        """`key:value|…` that says exactly which model and weights made a number."""

    @property
    def suspicious(self) -> float | None:
        """Probability from which a word is suspicious; None for a model that says nothing of words."""

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        """One score per pair, in order; neither side is ever cut."""

    def error(self, pair: TextPair) -> ScoreError:
        """How far the scores of pairs in these languages are off."""

    def judged(self, pair: TextPair) -> bool:
        """Whether that error was measured on people's judgements of these languages."""
