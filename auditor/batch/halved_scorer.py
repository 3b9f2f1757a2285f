"""A fidelity model whose products are taken in 16 bits."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.core.score import SegmentScore
from auditor.encoders.accelerator import Half, halved
from auditor.fidelity import FidelityScorer, TextPair
from auditor.fidelity.weights import ScoreError


class HalvedScorer:
    """The inner scorer under autocast."""

    def __init__(self, scorer: FidelityScorer, device: str, half: Half) -> None:
        self._scorer, self._device, self._half = scorer, device, half

    @property
    def signature(self) -> str:
        """The inner scorer's."""
        return self._scorer.signature

    @property
    def suspicious(self) -> float | None:
        """The inner scorer's."""
        return self._scorer.suspicious

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        """As the inner scorer."""
        with halved(self._device, self._half):
            return self._scorer.score(pairs)

    def error(self, pair: TextPair) -> ScoreError:
        """The inner scorer's."""
        return self._scorer.error(pair)

    def judged(self, pair: TextPair) -> bool:
        """The inner scorer's."""
        return self._scorer.judged(pair)
