"""How alike two articles are: which sentences of either the other tells too, how they open, which facts they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.align.embedding import Matrix
from auditor.align.shelf import Numbers, Shelf

Column = NDArray[np.float64]

REFERENCES = 512
"""Sentences of the other side that tell how near a sentence comes to anything at all."""
NEAR_SHARE = 0.05
"""A sentence's usual similarity is what so many of the references exceed: more than the translations of one story, and
of those that resemble it, make up in a folder."""
PRIOR_REFERENCES = 64
"""So many references count as much as what is usual in the encoder; small folders hold little but partners."""
WIDEST = 2.0
"""Deviations that a usual similarity may lie above the encoder's: beyond, the references hold the story itself."""
SUREST_OPENING = 3.0
"""Two articles may open alike and go on differently: more than this odds of an opening cannot say."""
HIGHEST_LEVEL = 9.0
ENOUGH_OTHERS = 3
"""Of fewer other candidates all may be versions of the story."""
OPENING = 2
OTHER_OPENING = 4
"""The first sentences of one article are looked for among so many of the other: headline and lead."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What similarities mean in one encoder, for sentences of different stories and for translations."""

    usual: float
    """Mean over sentences of the similarity that 5 % of unrelated ones exceed."""
    spread: float
    """Its deviation over sentences."""
    middle: float
    """Above their usual similarities, halfway between sentences of different stories and translations."""
    width: float
    """Change that multiplies the odds of saying the same by e: a tenth of the way from the ones to the others."""


FEATURES = ("share", "count", "opening", "facts", "level", "lead")
"""Share of the longer article that the other tells; how many sentences that is (log); how surely the openings say the
same; shared facts, rare ones counting more; how near the sentences of the shorter come on average, in deviations; and
how far that is above what the least related candidate reaches."""


def usual_similarity(shelf: Shelf, others: Matrix, scale: Scale) -> NDArray[np.float32]:
    """For every segment on `shelf` the similarity that it reaches with sentences that do not correspond to it."""
    rank = max(1, round(NEAR_SHARE * len(others)))
    trust = len(others) / (len(others) + PRIOR_REFERENCES)
    parts = []
    for index in range(len(shelf)):
        table = shelf.segments(index) @ others.T
        parts.append(np.partition(table, -rank, axis=1)[:, -rank])
    seen = np.minimum(np.concatenate(parts), scale.usual + WIDEST * scale.spread)
    usual: NDArray[np.float32] = trust * seen + (1 - trust) * scale.usual
    return usual.astype(np.float32)


@dataclass(frozen=True)
class Candidate:
    """An article in a comparison: its segments, their usual similarity, its facts."""

    segments: Matrix
    usual: NDArray[np.float32]
    facts: Numbers


def candidate(shelf: Shelf, usual: NDArray[np.float32], index: int) -> Candidate:
    """Article `index` of a shelf whose segments' usual similarities are `usual`."""
    start, end = shelf.starts[index], shelf.starts[index + 1]
    return Candidate(shelf.segments(index), usual[start:end], shelf.facts[index])


def resemblances(
    ours: Candidate, others: Sequence[Candidate], rarity: Rarity, scale: Scale
) -> tuple[tuple[float, ...], ...]:
    """`FEATURES` of an article and each of the others, its nearest."""
    compared = [_compare(ours, theirs, rarity, scale) for theirs in others]
    levels = [evidence[-1] for evidence in compared]
    return tuple(
        (*evidence, _clipped(evidence[-1] - _background(levels[:i] + levels[i + 1 :], scale)))
        for i, evidence in enumerate(compared)
    )


def _compare(ours: Candidate, theirs: Candidate, rarity: Rarity, scale: Scale) -> tuple[float, ...]:
    """Only sentences count that are each other's nearest: ten sentences about football all resemble one."""
    table = ours.segments @ theirs.segments.T
    table -= (ours.usual[:, None] + theirs.usual[None, :]) / 2
    nearest, back = table.argmax(axis=1), table.argmax(axis=0)
    rows = np.flatnonzero(back[nearest] == np.arange(len(table)))
    mutual = table[rows, nearest[rows]]
    short, long = sorted(table.shape)
    told = float(_sure(mutual, scale).sum())
    opening = max(table[:OPENING, :OTHER_OPENING].max(), table[:OTHER_OPENING, :OPENING].max())
    return (
        told / long,
        float(np.log1p(told)),
        float(np.clip((opening - scale.middle) / scale.width, -SUREST_OPENING, SUREST_OPENING)),
        rarity.shared(ours.facts, theirs.facts),
        _clipped((float(mutual.sum()) / short - scale.middle) / scale.spread),
    )


def _background(levels: Sequence[float], scale: Scale) -> float:
    """The level of unrelated articles: the least of the other candidates, or none at all where they are few."""
    return min([*levels, -scale.middle / scale.spread] if len(levels) < ENOUGH_OTHERS else levels)


def _clipped(level: float) -> float:
    return float(np.clip(level, -HIGHEST_LEVEL, HIGHEST_LEVEL))


def _sure(best: NDArray[np.float32], scale: Scale) -> Column:
    odds = np.clip((best.astype(np.float64) - scale.middle) / scale.width, -30, 30)
    probability: Column = 1 / (1 + np.exp(-odds))
    return probability


class Rarity:
    """How much a shared fact says: the fewer articles hold it, the more."""

    def __init__(self, sides: Sequence[Shelf]) -> None:
        every = [numbers for shelf in sides for numbers in shelf.facts]
        self._known, counts = np.unique(np.concatenate(every), return_counts=True)
        self._weights = np.log((len(every) + _SMOOTHING) / (counts + _SMOOTHING / 2))

    def shared(self, ours: Numbers, theirs: Numbers) -> float:
        """Weight of what both hold, relative to what either holds (geometric mean); 0 where one holds nothing."""
        if not len(ours) or not len(theirs):
            return 0.0
        common = np.intersect1d(ours, theirs, assume_unique=True)
        whole = self._weight(ours) * self._weight(theirs)
        return float(self._weight(common) / np.sqrt(whole + _LITTLE))

    def _weight(self, numbers: Numbers) -> float:
        return float(np.maximum(self._weights[np.searchsorted(self._known, numbers)], 0).sum())


_SMOOTHING = 4.0
_LITTLE = 4.0
"""A weight that two articles must have before sharing all of it means much."""
