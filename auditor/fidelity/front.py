"""A scorer that stands in front of another one and answers for it, such as one that remembers."""

from __future__ import annotations

from auditor.fidelity.pair import TextPair
from auditor.fidelity.scorer import FidelityScorer
from auditor.fidelity.weights import ScoreError


class FrontScorer:
    """Everything but the scores is the inner scorer's; subclasses add `score`."""

    def __init__(self, scorer: FidelityScorer) -> None:
        self.scorer = scorer

    @property
    def signature(self) -> str:
        """The inner scorer's."""
        return self.scorer.signature

    @property
    def suspicious(self) -> float | None:
        """The inner scorer's."""
        return self.scorer.suspicious

    def error(self, pair: TextPair) -> ScoreError:
        """The inner scorer's."""
        return self.scorer.error(pair)

    def reads(self, pair: TextPair) -> bool:
        """The inner scorer's."""
        return self.scorer.reads(pair)

    def judged(self, pair: TextPair) -> bool:
        """The inner scorer's."""
        return self.scorer.judged(pair)
