"""Document pairing by content: which counterpart tells the story of a translation, or an honest none.

Two steps, so that no table of all against all is held: articles are first compared by one vector each, in blocks of
rows, and the nearest few counterparts kept; those are then compared sentence by sentence and fact by fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from auditor.align.embedding import Matrix
from auditor.align.resemblance import (
    FEATURES,
    REFERENCES,
    Rarity,
    Scale,
    candidate,
    resemblances,
    usual_similarity,
)
from auditor.align.shelf import Article, Shelf

__all__ = ["EVIDENCE", "Article", "Match", "PairingModel", "Shelf", "match_documents", "pairing_confidence", "searches"]

EVIDENCE = FEATURES
NEAREST = 6
"""Counterparts compared in full for each translation."""
BLOCK = 512
"""Rows compared at once in the first step."""
LEAST_CONFIDENCE = 0.7
"""Below this a translation has no counterpart: a wrong one costs more than none. On NTREX the mistakes are then fewest
among whole, lightly edited, retold and very short articles alike."""


@dataclass(frozen=True, slots=True)
class Match:
    """Counterpart `counterpart` tells the story of translation `translation`."""

    translation: int
    counterpart: int
    confidence: float


@dataclass(frozen=True, slots=True)
class PairingModel:
    """Logistic weights over `EVIDENCE`, and what similarities mean in one encoder."""

    name: str
    weights: tuple[float, ...]
    bias: float
    scale: Scale
    relative: bool = False
    """Whether `scale` counts in deviations from the mean similarity of sentences inside one article."""


@dataclass(frozen=True, slots=True)
class Search:
    """The evidence for the nearest counterparts of one translation."""

    translation: int
    counterparts: tuple[int, ...]
    evidence: tuple[tuple[float, ...], ...]


def match_documents(translations: Shelf, counterparts: Shelf, model: PairingModel) -> tuple[Match, ...]:
    """At most one match per translation; several translations may share a counterpart."""
    matches = []
    for search in searches(translations, counterparts, model):
        confidences = [pairing_confidence(evidence, model) for evidence in search.evidence]
        best = int(np.argmax(confidences))
        if confidences[best] >= LEAST_CONFIDENCE:
            matches.append(Match(search.translation, search.counterparts[best], confidences[best]))
    return tuple(matches)


def searches(translations: Shelf, counterparts: Shelf, model: PairingModel) -> Iterator[Search]:
    """For each translation its nearest counterparts, nearest first, and the evidence for each."""
    if not len(translations) or not len(counterparts):
        return
    scale = _absolute(model, (translations, counterparts))
    usual = (
        usual_similarity(translations, counterparts.sample(REFERENCES), scale),
        usual_similarity(counterparts, translations.sample(REFERENCES), scale),
    )
    rarity = Rarity((translations, counterparts))
    for number, near in _nearest(_documents(translations), _documents(counterparts)):
        ours = candidate(translations, usual[0], number)
        others = [candidate(counterparts, usual[1], other) for other in near]
        yield Search(number, near, resemblances(ours, others, rarity, scale))


def pairing_confidence(evidence: Sequence[float], model: PairingModel) -> float:
    """Probability that a counterpart with this evidence is right."""
    score = float(np.dot(evidence, model.weights)) + model.bias
    return float(1 / (1 + np.exp(-np.clip(score, -30, 30))))


def _nearest(ours: Matrix, theirs: Matrix) -> Iterator[tuple[int, tuple[int, ...]]]:
    """(row of `ours`, its nearest rows of `theirs`)."""
    count = min(NEAREST, len(theirs))
    for start in range(0, len(ours), BLOCK):
        table = ours[start : start + BLOCK] @ theirs.T
        kept = np.argpartition(-table, count - 1, axis=1)[:, :count]
        for row, near in enumerate(kept):
            ordered = sorted(near.tolist(), key=lambda j: (-table[row, j], j))
            yield start + row, tuple(ordered)


def _documents(shelf: Shelf) -> Matrix:
    """One unit vector per article; what all articles of its side have in common is taken out."""
    means = shelf.means()
    if len(means) >= _ENOUGH_TO_CENTRE:
        means = means - means.mean(axis=0)
    length = np.linalg.norm(means, axis=1, keepdims=True)
    unit: Matrix = (means / np.maximum(length, 1e-9)).astype(np.float32)
    return unit


_ENOUGH_TO_CENTRE = 20
"""The mean of fewer articles is mostly their own stories."""


def _absolute(model: PairingModel, shelves: Iterable[Shelf]) -> Scale:
    """The model's scale in similarities."""
    if not model.relative:
        return model.scale
    mean, spread = inside_similarity(shelves)
    scale = model.scale
    return Scale(mean + scale.usual * spread, scale.spread * spread, scale.middle * spread, scale.width * spread)


def inside_similarity(shelves: Iterable[Shelf]) -> tuple[float, float]:
    """Mean and deviation of the similarity of two sentences inside one article."""
    values = []
    for shelf in shelves:
        for index in np.unique(np.linspace(0, len(shelf) - 1, min(len(shelf), _ENOUGH_ARTICLES)).astype(int)).tolist():
            segments = shelf.segments(index)
            values.append((segments @ segments.T)[np.triu_indices(len(segments), 1)])
    every = np.concatenate(values)
    return (float(every.mean()), max(float(every.std()), _LEAST_SPREAD)) if len(every) else (0.5, _LEAST_SPREAD)


_ENOUGH_ARTICLES = 100
_LEAST_SPREAD = 0.02
