"""Document pairing by content: which counterpart tells the story of a translation, or an honest none.

Two steps, so that no table of all against all is held: articles are first compared by one vector each, in blocks of
rows, and the nearest few counterparts kept; those are then compared sentence by sentence and fact by fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from auditor.align.embedding import Matrix
from auditor.align.evidence import Keys

NEAREST = 6
"""Counterparts compared in full for each translation."""
BLOCK = 512
"""Rows compared at once in the first step."""
LEAST_CONFIDENCE = 0.5
"""Below this a translation has no counterpart."""


@dataclass(frozen=True)
class Article:
    """What pairing knows of one document: unit vectors of its segments (at least one), and its facts' keys."""

    segments: Matrix
    facts: Keys


@dataclass(frozen=True, slots=True)
class Match:
    """Counterpart `counterpart` tells the story of translation `translation`."""

    translation: int
    counterpart: int
    confidence: float


@dataclass(frozen=True, slots=True)
class PairingModel:
    """Logistic weights over `EVIDENCE`, and the coverage that articles of different stories have in one encoder."""

    name: str
    weights: tuple[float, ...]
    bias: float
    background: float
    spread: float


EVIDENCE = ("coverage", "margin", "facts")
"""Of the best candidate: coverage in deviations above the background, its lead over the next, shared facts."""


def match_documents(
    translations: Sequence[Article], counterparts: Sequence[Article], model: PairingModel
) -> tuple[Match, ...]:
    """At most one match per translation; several translations may share a counterpart."""
    if not translations or not counterparts:
        return ()
    ours, theirs = _documents(translations), _documents(counterparts)
    matches = []
    for start in range(0, len(translations), BLOCK):
        table = ours[start : start + BLOCK] @ theirs.T
        for row, scores in enumerate(table):
            near = np.argsort(-scores, kind="stable")[:NEAREST]
            best, evidence = weigh_candidates(translations[start + row], [counterparts[j] for j in near], model)
            confidence = pairing_confidence(evidence, model)
            if confidence >= LEAST_CONFIDENCE:
                matches.append(Match(start + row, int(near[best]), confidence))
    return tuple(matches)


def weigh_candidates(
    article: Article, candidates: Sequence[Article], model: PairingModel
) -> tuple[int, tuple[float, ...]]:
    """The index of the best candidate and its `EVIDENCE`; the first among equals."""
    coverage = np.array([_coverage(article.segments, other.segments) for other in candidates])
    facts = np.array([_shared(article.facts, other.facts) for other in candidates])
    standing = (coverage - model.background) / model.spread + facts
    best = int(np.argmax(standing))
    rest = np.delete(standing, best)
    margin = standing[best] - (rest.max() if len(rest) else 0.0)
    evidence = ((coverage[best] - model.background) / model.spread, margin, facts[best])
    return best, tuple(float(np.clip(value, -8, 8)) for value in evidence)


def pairing_confidence(evidence: Sequence[float], model: PairingModel) -> float:
    """Probability that the best candidate is right."""
    score = float(np.dot(evidence, model.weights)) + model.bias
    return float(1 / (1 + np.exp(-np.clip(score, -30, 30))))


def _documents(articles: Sequence[Article]) -> Matrix:
    """One unit vector per article; what all articles of its side have in common is taken out."""
    means = np.stack([article.segments.mean(axis=0) for article in articles])
    if len(means) >= _ENOUGH_TO_CENTRE:
        means = means - means.mean(axis=0)
    length = np.linalg.norm(means, axis=1, keepdims=True)
    unit: Matrix = (means / np.maximum(length, 1e-9)).astype(np.float32)
    return unit


_ENOUGH_TO_CENTRE = 20
"""The mean of fewer articles is mostly their own stories."""


def _coverage(ours: Matrix, theirs: Matrix) -> float:
    """Mean best cosine of the sentences of either article in the other."""
    table = ours @ theirs.T
    return float(table.max(axis=1).mean() + table.max(axis=0).mean()) / 2


def _shared(ours: Keys, theirs: Keys) -> float:
    """Share of the smaller article's facts that the other has too; none where there is too little to say."""
    smaller = min(len(ours), len(theirs))
    return len(ours & theirs) / smaller if smaller >= _ENOUGH_FACTS else 0.0


_ENOUGH_FACTS = 3
"""One or two shared numbers are chance."""
