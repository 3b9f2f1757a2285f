"""The fitted numbers of the linear scorer: their file, read and checked."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.config.manifest import read_model_file
from auditor.config.resources import models_folder
from auditor.errors import ModelError

FILE = "fidelity-linear/weights.json"
Setting = Literal["cross", "same"]
"""Across languages, or within one."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Regression(_Record):
    """Quality: bias plus weighted features and squares, each feature first clipped to what was seen in training."""

    features: tuple[str, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    """Of each feature, as (value − mean) / scale."""
    square_weights: tuple[float, ...]
    """Of each feature's standardised square; 0 where it is not used."""
    bias: float


class Curve(_Record):
    """A rising curve of straight pieces, flat outside its knots."""

    x: tuple[float, ...] = Field(min_length=2)
    y: tuple[float, ...] = Field(min_length=2)


class Risk(_Record):
    """Probability of a major error: logistic of `bias + quality·fidelity/100 + length·ln(code points/100)`."""

    bias: float
    quality: float
    length: float


class ScoreError(_Record):
    """How far a fidelity is off, in points (standard deviations)."""

    segment: float
    """Of single segments, independent of each other."""
    shared: float
    """Of whole data sets whose language pair was left out of training: it does not average out in a document."""


class Model(_Record):
    """One setting with one encoder."""

    quality: Regression
    fidelity: Curve
    risk: Risk
    error: ScoreError
    """Measured on held-out rows: what the interval of a document rests on."""


class EncoderModels(_Record):
    """All that was fitted for one encoder."""

    model_hash: str
    """Of the encoder whose vectors it was fitted on."""
    centre: tuple[float, ...]
    """Mean sentence vector."""
    token_centre: tuple[float, ...] | None = None
    """Mean token state after the layer that `token_match` reads; None for encoders without token evidence."""
    cross: Model
    same: Model


class Thresholds(_Record):
    """When a verdict is given; the evidence for each is in the model's README."""

    link_confidence: float
    """Confidence of a link that supports a passage."""
    conflict_confidence: float
    """Confidence of a link from which a hard conflict inside a statement contradicts rather than differs."""
    conflict_fidelity: float
    """Fidelity of that statement: two sentences that are not alike cannot contradict each other."""
    same_wording: float
    """Share of words in common, both ways, from which two sentences of one language are one statement."""
    negated_wording: float
    """The same for a negation that one side lacks: *refused to go* and *did not go* share most of their words."""
    min_letters: int
    """Passages with fewer letters and no link are not judged."""


class Weights(_Record):
    """The whole file."""

    name: str
    length_norms: dict[str, float]
    thresholds: Thresholds
    encoders: dict[str, EncoderModels]


def read_weights(models: Path) -> tuple[Weights, str]:
    """The weights in `models` and eight hex digits of their file; ModelError when they are missing or damaged."""
    content = read_model_file(FILE, models)
    return _parsed(content, models / FILE), sha256(content).hexdigest()[:8]


def verdict_thresholds() -> Thresholds:
    """Those shipped with the weights; they rest on links and words, so they hold without a scorer too."""
    return read_weights(models_folder())[0].thresholds


@cache
def _parsed(content: bytes, path: Path) -> Weights:
    try:
        return Weights.model_validate_json(content)
    except ValidationError as error:
        raise ModelError(
            f"{path}: not the weights this version reads ({error.errors()[0]['msg']} and {error.error_count() - 1} "
            "other errors). Reinstall translation-auditor, or run scripts/train_fidelity_linear.py."
        ) from error
