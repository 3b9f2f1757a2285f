"""The scorer that reads both texts together: a small network on the lower layers of the bundled e5."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.core.score import SegmentScore
from auditor.encoders.batching import batches_by_length
from auditor.encoders.e5 import E5Encoder
from auditor.encoders.label import encoder_label
from auditor.fidelity.fact_evidence import fact_evidence
from auditor.fidelity.guards import unfit
from auditor.fidelity.joint_calibration import Calibration, group_of, setting_of
from auditor.fidelity.joint_input import LOWER, laid_length
from auditor.fidelity.joint_levels import Figures
from auditor.fidelity.joint_reader import JointReader, PiecePair, Reading
from auditor.fidelity.joint_store import JointModel
from auditor.fidelity.joint_windows import Window, windows
from auditor.fidelity.joint_words import LISTED, gathered, word_scores
from auditor.fidelity.linear import MAX_RISK, read_curve
from auditor.fidelity.pair import TextPair
from auditor.fidelity.pieces import Pieced
from auditor.fidelity.weights import ScoreError

BATCH_CELLS = {("cpu", "fp32"): 1024, ("cpu", "int8"): 4096, ("cuda", "fp32"): 32768}
"""Tokens of both sides, padding included, read together. At best 44 pairs a second with 1,024 to 8,192 in int8, 34 with
512; in fp32 9.3 with 1,024, 7.5 with half or twice as many (MLQE-PE, one thread). Large ones suit busy machines."""


@dataclass(frozen=True)
class _Read:
    """A pair with what was read of it."""

    pair: TextPair
    counterpart: Pieced
    translation: Pieced
    parts: list[tuple[Window, Reading]]


class JointScorer:
    """Scores pairs in any languages; `encoder` need not be the one that aligned them."""

    def __init__(self, encoder: E5Encoder, model: JointModel) -> None:
        encoder.keep_lower(LOWER)
        self._encoder = encoder
        self._reader = JointReader(encoder, model)
        self._calibration: Calibration = model.calibration
        self.signature = f"fidelity:{model.name}|weights:{model.digest}|reader:{encoder_label(encoder)}"
        self.suspicious: float | None = model.calibration.suspicious

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        """One score per pair, in order, with its words. Texts that cannot be a translation get the lowest score."""
        scores = [self._floor(pair) for pair in pairs]
        fit = [i for i, pair in enumerate(pairs) if unfit(pair) is None]
        for i, read in zip(fit, self._read([pairs[i] for i in fit]), strict=True):
            if read.parts:  # a text of nothing but characters that the tokenizer drops has none
                scores[i] = self._score(read)
        return scores

    def error(self, pair: TextPair) -> ScoreError:
        """How far the scores of pairs in these languages are off."""
        return self._calibration.error_of(pair)

    def reads(self, pair: TextPair) -> bool:
        """Whether the network tells people's translations between these languages from unrelated texts."""
        return self._calibration.reads(pair)

    def judged(self, pair: TextPair) -> bool:
        """Whether people judged translations between these languages; else the error is a wider guess."""
        return group_of(pair) in self._calibration.error

    def _floor(self, pair: TextPair) -> SegmentScore:
        worst = self._calibration.fidelity[setting_of(pair)].x[0]
        return SegmentScore(0.0, worst, MAX_RISK, MAX_RISK)

    def _read(self, pairs: list[TextPair]) -> list[_Read]:
        tokenizer = self._encoder.tokenizer
        texts = dict.fromkeys(text for pair in pairs for text in (pair.counterpart, pair.translation))
        pieced = {text: Pieced.of(text, tokenizer) for text in texts}
        read = [_Read(pair, pieced[pair.counterpart], pieced[pair.translation], []) for pair in pairs]
        asked = [(one, window) for one in read for window in windows(one.counterpart, one.translation)]
        inputs = [_ids(one, window) for one, window in asked]
        found: dict[int, Reading] = {}
        cells = BATCH_CELLS[self._encoder.device, self._encoder.precision]
        for batch in batches_by_length([laid_length(*pair) for pair in inputs], cells):
            found.update(zip(batch, self._reader.read([inputs[i] for i in batch]), strict=True))
        for i, (one, window) in enumerate(asked):
            one.parts.append((window, found[i]))
        return read

    def _score(self, read: _Read) -> SegmentScore:
        calibration, setting = self._calibration, setting_of(read.pair)
        weights = [len(window.translation) for window, _ in read.parts]
        raw = [Figures(*map(float, reading.figures)) for _, reading in read.parts]
        scale = calibration.scale_of(read.pair)
        figures = [scale.figures(one) for one in raw]
        parts = list(zip(read.parts, figures, strict=True))
        quality = _mean((one.quality for one in figures), weights)
        curve, differing = calibration.fidelity[setting], fact_evidence(read.pair).contradictions
        least = min(LISTED, calibration.suspicious)
        marked = gathered(len(read.translation), ((w.translation, r.translation) for w, r in read.parts))
        lost = gathered(len(read.counterpart), ((w.counterpart, r.counterpart) for w, r in read.parts))
        return SegmentScore(
            fidelity=read_curve(curve, quality + calibration.contradiction * differing),
            before_facts=read_curve(curve, quality) if differing else None,
            quality=_mean((one.quality for one in raw), weights),
            risk=min(MAX_RISK, _any(self._risk(read, window, one) for (window, _), one in parts)),
            critical=min(MAX_RISK, _any(calibration.critical.of(one.critical) for one in figures)),
            words=word_scores(read.translation, scale.marked(marked), calibration.marked, least),
            lost=word_scores(read.counterpart, scale.lost(lost), calibration.lost, least),
        )

    def _risk(self, read: _Read, window: Window, figures: Figures) -> float:
        spans = read.translation.spans[window.translation.start : window.translation.stop]
        return self._calibration.risk_of(read.pair, figures.major, figures.quality, spans[-1][1] - spans[0][0])


def _ids(read: _Read, window: Window) -> PiecePair:
    counterpart, translation = window.counterpart, window.translation
    return (
        read.counterpart.ids[counterpart.start : counterpart.stop],
        read.translation.ids[translation.start : translation.stop],
    )


def _mean(values: Iterable[float], weights: Sequence[int]) -> float:
    return sum(w * x for w, x in zip(weights, values, strict=True)) / sum(weights)


def _any(probabilities: Iterable[float]) -> float:
    """Probability of at least one, were they independent."""
    return 1 - math.prod(1 - probability for probability in probabilities)
