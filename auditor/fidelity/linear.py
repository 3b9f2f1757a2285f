"""The first scorer: a linear model over evidence that can be named, calibrated to expected direct assessments."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.core.score import SegmentScore
from auditor.encoders.protocol import Encoder
from auditor.fidelity.features import Evidence, Matrix
from auditor.fidelity.guards import unfit
from auditor.fidelity.pair import TextPair
from auditor.fidelity.token_matchers import matcher_for
from auditor.fidelity.weights import Curve, Model, Regression, Risk, ScoreError, Weights

MAX_RISK = 0.99
"""Risk of a text that is no translation at all."""


class LinearScorer:
    """Scores pairs with the weights fitted for `encoder`; see `load_scorer`."""

    suspicious: float | None = None

    def __init__(self, encoder: Encoder, weights: Weights, digest: str) -> None:
        fitted = weights.encoders[encoder.name]
        centre = np.array(fitted.centre, dtype=np.float32)
        matcher = matcher_for(encoder, fitted.token_centre)
        self._models: dict[bool, Model] = {False: fitted.cross, True: fitted.same}
        self._evidence = {
            False: Evidence(encoder, False, centre, weights.length_norms, matcher),
            True: Evidence(encoder, True, centre, weights.length_norms),
        }
        self.signature = f"fidelity:{weights.name}|weights:{digest}"

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        """One score per pair, in order. Texts that cannot be a translation get the lowest score of their model."""
        found: dict[int, SegmentScore] = {}
        for same in (False, True):
            places = [i for i, pair in enumerate(pairs) if pair.same_language is same]
            if places:
                found.update(zip(places, self._score([pairs[i] for i in places], same), strict=True))
        return [found[i] for i in range(len(pairs))]

    def error(self, pair: TextPair) -> ScoreError:
        """How far the scores of pairs like this one are off."""
        return self._models[pair.same_language].error

    def reads(self, pair: TextPair) -> bool:
        """Always: it rests on the encoder alone, whose reach is told elsewhere."""
        return True

    def judged(self, pair: TextPair) -> bool:
        """Always: its error is that of languages left out of the fit."""
        return True

    def _score(self, pairs: list[TextPair], same: bool) -> list[SegmentScore]:
        model = self._models[same]
        scores = [floor(model)] * len(pairs)
        fit = [i for i, pair in enumerate(pairs) if unfit(pair) is None]
        if not fit:
            return scores
        evidence = self._evidence[same]
        quality = regress(model.quality, evidence.rows([pairs[i] for i in fit]), evidence.names)
        for i, value in zip(fit, quality, strict=True):
            scores[i] = calibrated(model, float(value), len(pairs[i].translation))
        return scores


def regress(regression: Regression, rows: Matrix, names: Sequence[str]) -> Matrix:
    """Raw quality of rows (n, len(names)), shape (n,)."""
    columns = [names.index(name) for name in regression.features]
    clipped = np.clip(rows[:, columns], regression.low, regression.high)
    standard = (clipped - np.array(regression.mean)) / np.array(regression.scale)
    total = standard @ np.array(regression.weights) + standard**2 @ np.array(regression.square_weights)
    return total + regression.bias  # type: ignore[no-any-return]


def calibrated(model: Model, quality: float, length: int) -> SegmentScore:
    """Fidelity and risk of a raw quality, for a translation of `length` code points."""
    fidelity = read_curve(model.fidelity, quality)
    return SegmentScore(fidelity, quality, risk_of(model.risk, fidelity, length))


def floor(model: Model) -> SegmentScore:
    """The score of a text that is no translation."""
    return SegmentScore(0.0, model.fidelity.x[0], MAX_RISK)


def read_curve(curve: Curve, x: float) -> float:
    """The curve's value at `x`."""
    return float(np.interp(x, curve.x, curve.y))


def risk_of(risk: Risk, fidelity: float, length: int) -> float:
    """Probability of a major error; the longer a text, the more room for one."""
    score = risk.bias + risk.quality * fidelity / 100 + risk.length * float(np.log(max(10, min(length, 1000)) / 100))
    return min(MAX_RISK, float(1 / (1 + np.exp(-score))))
