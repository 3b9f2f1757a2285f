"""How the network's raw figures lie in each pair of languages, and what puts them on one scale.

It knows some languages better than others: of the same lines, professionally translated, it thinks less in Kurdish than
in German by as much as between a good translation and a poor one. Without this a language would be told for an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, model_validator

from auditor.encoders.trained_on import primary_code
from auditor.fidelity.pair import TextPair

BRIDGE = "en"
"""Levels are known beside it. A pair without it takes the mean of both halves of the way, and is told no better than
its worse half."""


class Level(BaseModel):
    """Mean raw figures between two languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    people: float
    """Quality of professional translations."""
    unrelated: float
    """Quality of texts that have nothing to do with each other."""
    critical: float
    """Log-odds of a critical error in professional translations."""
    major: float
    """Log-odds of a major error in them."""
    marked: float
    """Log-odds that a piece is marked, exceeded by one in twenty of their pieces."""
    lost: float
    """Log-odds that a piece of their counterpart was lost, likewise."""
    told: float
    """How often a professional translation is thought better than an unrelated text."""

    @model_validator(mode="after")
    def _ordered(self) -> Level:
        if self.people <= self.unrelated:
            raise ValueError("people's translations must lie above unrelated texts")
        return self

    @property
    def apart(self) -> float:
        """From unrelated texts to professional translations."""
        return self.people - self.unrelated


@dataclass(frozen=True, slots=True)
class Figures:
    """What the network says of a pair: quality, and log-odds of a critical and of a major error."""

    quality: float
    critical: float
    major: float


def group_between(counterpart: str, translation: str) -> str:
    """`zh-en` for a counterpart in Chinese of any script and a translation into English."""
    return f"{primary_code(counterpart)}-{primary_code(translation)}"


def level_of(levels: Mapping[str, Level], pair: TextPair) -> Level | None:
    """The level between the languages of `pair`; None where it was not measured."""
    there, here = pair.counterpart_language, pair.translation_language
    direct = levels.get(group_between(there, here))
    if direct is not None:
        return direct
    first, second = levels.get(group_between(there, BRIDGE)), levels.get(group_between(BRIDGE, here))
    if first is None or second is None:
        return None
    return mean_level(first, second).model_copy(update={"told": min(first.told, second.told)})


def scale_between(levels: Mapping[str, Level], common: Level | None, pair: TextPair) -> Scale:
    """From the figures of `pair` to the common scale; `UNCHANGED` within one language and where no level is known."""
    level = None if pair.same_language else level_of(levels, pair)
    return UNCHANGED if level is None or common is None else Scale(level, common)


def mean_level(*levels: Level) -> Level:
    """The mean, figure by figure."""
    return Level(**{name: sum(getattr(one, name) for one in levels) / len(levels) for name in Level.model_fields})


@dataclass(frozen=True, slots=True)
class Scale:
    """Takes raw figures of a pair of languages to the common scale, by which people's translations and unrelated texts
    fall together in all of them."""

    own: Level
    common: Level

    def figures(self, raw: Figures) -> Figures:
        """Quality is stretched between both ends, log-odds are shifted."""
        stretch = self.common.apart / self.own.apart
        return Figures(
            quality=self.common.unrelated + (raw.quality - self.own.unrelated) * stretch,
            critical=raw.critical - self.own.critical + self.common.critical,
            major=raw.major - self.own.major + self.common.major,
        )

    def marked(self, odds: NDArray[np.float32]) -> NDArray[np.float32]:
        """Log-odds of the pieces of a translation."""
        return odds + np.float32(self.common.marked - self.own.marked)

    def lost(self, odds: NDArray[np.float32]) -> NDArray[np.float32]:
        """Log-odds of the pieces of its counterpart."""
        return odds + np.float32(self.common.lost - self.own.lost)


UNCHANGED = Scale(*[Level(people=0.0, unrelated=-1.0, critical=0.0, major=0.0, marked=0.0, lost=0.0, told=1.0)] * 2)
"""Leaves figures as they are."""
