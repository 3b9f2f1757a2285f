"""A fidelity model whose products are taken in 16 bits."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.core.score import SegmentScore
from auditor.encoders.accelerator import Half, halved
from auditor.fidelity import FidelityScorer, TextPair
from auditor.fidelity.front import FrontScorer


class HalvedScorer(FrontScorer):
    """The inner scorer under autocast."""

    def __init__(self, scorer: FidelityScorer, device: str, half: Half) -> None:
        super().__init__(scorer)
        self._device, self._half = device, half

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        """As the inner scorer."""
        with halved(self._device, self._half):
            return self.scorer.score(pairs)
