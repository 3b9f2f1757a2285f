"""Models whose work is told piece by piece, so that a reader sees it go on and can stop it in between."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.audit.articles import Progress
from auditor.core.score import SegmentScore
from auditor.encoders import Encoder, Vectors
from auditor.encoders.front import FrontEncoder
from auditor.fidelity import FidelityScorer, TextPair
from auditor.fidelity.front import FrontScorer

TEXTS_A_PIECE = 64
"""About half a second of the slower encoder on one core; whole batches of the usual sentence lengths still fill."""
PAIRS_A_PIECE = 16
"""Likewise of the joint scorer."""


class _Steps:
    """Counts what is done of one stage; the total grows with what is asked for."""

    def __init__(self, stage: str, progress: Progress) -> None:
        self._stage, self._progress = stage, progress
        self._done = self._total = 0

    def expect(self, count: int) -> None:
        self._total += count
        self._progress(self._stage, self._done, self._total)

    def did(self, count: int) -> None:
        self._done += count
        self._progress(self._stage, self._done, self._total)


class WatchedEncoder(FrontEncoder):
    """Encodes a few texts at a time and tells `progress` after each piece, which may raise to stop."""

    def __init__(self, encoder: Encoder, stage: str, progress: Progress) -> None:
        super().__init__(encoder)
        self._steps = _Steps(stage, progress)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the inner encoder."""
        self._steps.expect(len(texts))
        made = []
        for start in range(0, len(texts), TEXTS_A_PIECE):
            piece = texts[start : start + TEXTS_A_PIECE]
            made.append(self.encoder.encode(piece))
            self._steps.did(len(piece))
        return np.concatenate(made) if made else self.encoder.encode([])


class WatchedScorer(FrontScorer):
    """Scores a few pairs at a time and tells `progress` after each piece, which may raise to stop."""

    def __init__(self, scorer: FidelityScorer, stage: str, progress: Progress) -> None:
        super().__init__(scorer)
        self._steps = _Steps(stage, progress)

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        """As the inner scorer."""
        self._steps.expect(len(pairs))
        scores: list[SegmentScore] = []
        for start in range(0, len(pairs), PAIRS_A_PIECE):
            piece = pairs[start : start + PAIRS_A_PIECE]
            scores += self.scorer.score(piece)
            self._steps.did(len(piece))
        return scores
