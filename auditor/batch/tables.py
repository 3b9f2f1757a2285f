"""What models said within one shard: every text is encoded once and every pair scored once, many at a time."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

from auditor.batch.halving import Halving
from auditor.batch.meter import Meter
from auditor.batch.waves import Waves
from auditor.core.score import SegmentScore
from auditor.encoders import Encoder, Vectors
from auditor.encoders.front import FrontEncoder
from auditor.fidelity import FidelityScorer, TextPair
from auditor.fidelity.front import FrontScorer


class VectorTable(FrontEncoder):
    """An encoder that waits for the wave and keeps what it was told. Filled anew for every shard, so that a shard's
    numbers never depend on what was read before it."""

    def __init__(self, encoder: Encoder, waves: Waves, halving: Halving, meter: Meter) -> None:
        super().__init__(encoder)
        self._waves, self._halving, self._meter = waves, halving, meter
        self._known: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the inner encoder, up to the last bit."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        self._meter.count("texts", len(texts))
        missing = [text for text in texts if text not in self._known]
        if missing:
            self._waves.ask(self, missing)
        return np.stack([self._known[text] for text in texts])

    def fill(self, items: Sequence[Hashable]) -> None:
        """Encode those that are not known."""
        fresh: list[str] = [item for item in items if isinstance(item, str) and item not in self._known]
        if fresh:
            with self._meter.stage("encode"):
                rows = self._halving.run(self.encoder.encode, fresh)
            self._meter.count("encoded", len(fresh))
            self._known.update(zip(fresh, map(np.copy, rows), strict=True))


class ScoreTable(FrontScorer):
    """A scorer that waits for the wave and keeps its scores."""

    def __init__(self, scorer: FidelityScorer, waves: Waves, halving: Halving, meter: Meter) -> None:
        super().__init__(scorer)
        self._waves, self._halving, self._meter = waves, halving, meter
        self._known: dict[TextPair, SegmentScore] = {}

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        """As the inner scorer."""
        self._meter.count("pairs", len(pairs))
        missing = [pair for pair in pairs if pair not in self._known]
        if missing:
            self._waves.ask(self, missing)
        return [self._known[pair] for pair in pairs]

    def fill(self, items: Sequence[Hashable]) -> None:
        """Score those that are not known."""
        fresh: list[TextPair] = [item for item in items if isinstance(item, TextPair) and item not in self._known]
        if fresh:
            with self._meter.stage("score"):
                scores = self._halving.run(self.scorer.score, fresh)
            self._meter.count("scored", len(fresh))
            self._known.update(zip(fresh, scores, strict=True))
