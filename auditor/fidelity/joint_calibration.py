"""From the network's raw figures to fidelity and probabilities: the fitted numbers, their file, their use."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from auditor.errors import ModelError
from auditor.fidelity.joint_levels import Level, Scale, group_between, level_of, scale_between
from auditor.fidelity.pair import TextPair
from auditor.fidelity.weights import Curve, ScoreError

Setting = Literal["cross", "same"]
"""Across languages, or within one."""
SAME, OTHER = "same", "other"
"""Groups of language pairs beside `counterpart-translation`, such as `zh-en`."""
SHORTEST, LONGEST, USUAL = 10, 1000, 100
"""Code points between which a text's length counts for its risk, and the length at which it does not."""
READABLE = 0.88
"""How often people's translations must be thought better than unrelated texts for a score to say anything. Burmese has
.90 and .91; the README of the weights names those below. Measured on 24 and 12 texts a direction: good to about .04."""
Floats = NDArray[np.float32]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Logistic(_Record):
    """Probability of log-odds x: logistic of `scale·x + bias`."""

    scale: float = Field(gt=0)
    bias: float

    def of(self, odds: float) -> float:
        """The probability."""
        return logistic(self.scale * odds + self.bias)

    def of_each(self, odds: Floats) -> Floats:
        """The probability of each."""
        probabilities: Floats = 1 / (1 + np.exp(-(self.scale * odds + self.bias).clip(-60, 60)))
        return probabilities


class JointRisk(_Record):
    """Probability of a major error: logistic of `bias + major·x + quality·q + length·ln(code points/100)`."""

    bias: float
    major: float
    quality: float
    length: float

    def of(self, major: float, quality: float, length: int, shift: float = 0.0) -> float:
        """The probability for a text of `length` code points with these figures on the common scale."""
        size = math.log(max(SHORTEST, min(length, LONGEST)) / USUAL)
        return logistic(self.bias + shift + self.major * major + self.quality * quality + self.length * size)


class Calibration(_Record):
    """The whole file."""

    fidelity: dict[Setting, Curve]
    """From quality on the common scale to 0..100."""
    common: Level | None = None
    """The scale on which the figures of all pairs of languages are put; None where no levels were measured."""
    levels: dict[str, Level] = {}
    """Where raw figures lie, by group of language pairs."""
    risk: dict[Setting, JointRisk]
    risk_shift: dict[str, float] = {}
    """How much oftener than the pool, in log-odds, raters of a pair of languages mark a major error; `other` is for all
    that are not named, within one language too."""
    critical: Logistic
    marked: Logistic
    """Of a piece of the translation: that a professional would mark it."""
    lost: Logistic
    """Of a piece of the counterpart: that it is missing from the translation."""
    suspicious: float = Field(gt=0, lt=1)
    """Probability from which a word is suspicious."""
    contradiction: float = Field(default=0.0, le=0)
    """What each statement that differs by value adds to the quality before the curve is read."""
    error: dict[str, ScoreError]
    """How far a fidelity is off, by group of language pairs."""

    @model_validator(mode="after")
    def _complete(self) -> Calibration:
        if set(self.fidelity) != {"cross", "same"} or set(self.risk) != {"cross", "same"}:
            raise ValueError("fidelity and risk must each have cross and same")
        if self.levels and self.common is None:
            raise ValueError("levels need the common scale")
        if not {SAME, OTHER} <= set(self.error):
            raise ValueError(f"error must have {SAME} and {OTHER}")
        return self

    def error_of(self, pair: TextPair) -> ScoreError:
        """That of the pair's group; that of `other` where its languages were never judged."""
        return self.error.get(group_of(pair), self.error[OTHER])

    def reads(self, pair: TextPair) -> bool:
        """Whether the network tells translations between these languages from unrelated texts, as far as is known."""
        level = None if pair.same_language else level_of(self.levels, pair)
        return level is None or level.told >= READABLE

    def scale_of(self, pair: TextPair) -> Scale:
        """Takes raw figures to the common scale; changes nothing within one language or where no level was measured."""
        return scale_between(self.levels, self.common, pair)

    def risk_of(self, pair: TextPair, major: float, quality: float, length: int) -> float:
        """Probability of a major error, from evened figures, in a translation of `length` code points."""
        shift = self.risk_shift.get(group_of(pair), self.risk_shift.get(OTHER, 0.0))
        return self.risk[setting_of(pair)].of(major, quality, length, shift)


def group_of(pair: TextPair) -> str:
    """`same`, or the languages of counterpart and translation, such as `zh-en`."""
    if pair.same_language:
        return SAME
    return group_between(pair.counterpart_language, pair.translation_language)


def setting_of(pair: TextPair) -> Setting:
    """Which of the two calibrations a pair falls under."""
    return "same" if pair.same_language else "cross"


def logistic(x: float) -> float:
    """From log-odds to a probability, whatever their size."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else 1 - 1 / (1 + math.exp(x))


def parse_calibration(content: bytes, path: Path) -> Calibration:
    """The calibration in `content`, read from `path`; ModelError where it is not one."""
    try:
        return Calibration.model_validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise ModelError(
            f"{path}: not a calibration this version reads ({place}: {first['msg']}; {error.error_count()} errors in "
            "all). Reinstall translation-auditor, or fit it again."
        ) from error
