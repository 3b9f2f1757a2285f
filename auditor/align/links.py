"""Passage links: order-free, many to many, with an honest null.

Cosines of one encoder mean little by themselves (unrelated passages of e5 lie at .83, of USE anywhere in 0-.5, and one
story's passages all resemble each other), so each pair is judged against the rest of its own article: how far it stands
out from the background, from the other candidates of either side, and what facts it shares. A small logistic model,
fitted by `scripts/train_links.py`, turns that evidence into the probability that the link is right.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.align.embedding import Matrix
from auditor.core.alignment import Link
from auditor.core.document import Document, PassageKind

Table = NDArray[np.float64]

FEATURES = ("passage", "segment", "row_margin", "column_margin", "mutual", "facts", "distance", "length", "headlines")
"""What the model sees of a pair, in this order."""
PRIOR_PAIRS = 12
"""How many pairs' worth the encoder's usual background counts against the article's own: matters for short articles."""
TRUE_SHARE = 0.15
"""Top share of an article's cosines left out of its background: about as many pairs correspond at most."""


@dataclass(frozen=True, slots=True)
class LinkModel:
    """Logistic weights over `FEATURES` and the usual background of one encoder."""

    name: str
    weights: tuple[float, ...]
    bias: float
    background: float
    """Mean cosine of unrelated passages of one article pair."""
    spread: float
    """Standard deviation of the same."""


def link_features(
    translation: Document,
    counterpart: Document,
    passages: Matrix,
    segments: Matrix,
    facts: Table,
    model: LinkModel,
) -> Table:
    """Features of all passage pairs, shape (n, m, len(FEATURES)).

    `passages` and `segments` are the cosine matrices of passages and of segments, `facts` the table of shared facts.
    """
    best_segments = _segment_support(translation, counterpart, segments)
    by_passage = _standardised(passages.astype(np.float64), model)
    by_segment = _standardised(best_segments, model)
    strength = (by_passage + by_segment) / 2
    row, column = _margin(strength), _margin(strength.T).T
    features = [
        by_passage,
        by_segment,
        row,
        column,
        ((row > 0) & (column > 0)).astype(np.float64),
        np.minimum(facts, 3.0),
        _distance(*passages.shape),
        _length_gap(translation, counterpart),
        _headlines(translation, counterpart),
    ]
    return np.stack(features, axis=-1)


def link_probabilities(features: Table, model: LinkModel) -> Table:
    """Probability of each link, shape (n, m)."""
    scores = features @ np.array(model.weights) + model.bias
    probabilities: Table = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
    return probabilities


def choose_links(probabilities: Table, similarities: Matrix, threshold: float = 0.5) -> tuple[Link, ...]:
    """All pairs at or above `threshold`, ordered by (translation, counterpart)."""
    rows, columns = np.nonzero(probabilities >= threshold)
    return tuple(
        Link(int(i), int(j), float(similarities[i, j]), float(probabilities[i, j]))
        for i, j in zip(rows, columns, strict=True)
    )


def _segment_support(translation: Document, counterpart: Document, segments: Matrix) -> Table:
    """How well the sentences of the shorter passage are found in the longer one: mean of their best cosines."""
    table = np.zeros((len(translation.passages), len(counterpart.passages)))
    for i, ours in enumerate(translation.passages):
        rows = segments[ours.segments[0].index : ours.segments[-1].index + 1]
        for j, theirs in enumerate(counterpart.passages):
            block = rows[:, theirs.segments[0].index : theirs.segments[-1].index + 1]
            axis = 1 if block.shape[0] <= block.shape[1] else 0
            table[i, j] = block.max(axis=axis).mean()
    return table


def _standardised(table: Table, model: LinkModel) -> Table:
    """Standard deviations above the background of this article, shrunk towards the encoder's usual one."""
    values = np.sort(table, axis=None)
    own = values[: max(1, int(len(values) * (1 - TRUE_SHARE)))]
    share = len(own) / (len(own) + PRIOR_PAIRS)
    mean = share * own.mean() + (1 - share) * model.background
    variance = share * own.var() + (1 - share) * model.spread**2
    standardised: Table = (table - mean) / np.sqrt(variance + 1e-6)
    return standardised


def _margin(table: Table) -> Table:
    """How far each entry stands above the best other one of its row; 0 where there is no other."""
    if table.shape[1] < 2:
        return np.zeros_like(table)
    order = np.sort(table, axis=1)
    first, second = order[:, -1:], order[:, -2:-1]
    margin: Table = np.where(table == first, table - second, table - first)
    return np.clip(margin, -4, 4)


def _distance(n: int, m: int) -> Table:
    """Difference of the relative positions, 0..1."""
    rows = (np.arange(n) + 0.5) / n
    columns = (np.arange(m) + 0.5) / m
    return np.abs(rows[:, None] - columns[None, :])


def _length_gap(translation: Document, counterpart: Document) -> Table:
    """|log ratio| of the passage lengths, after scaling one article to the other's length."""
    ours = np.array([len(passage.span) for passage in translation.passages], dtype=np.float64)
    theirs = np.array([len(passage.span) for passage in counterpart.passages], dtype=np.float64)
    gap: Table = np.abs(np.log(ours[:, None] / ours.mean()) - np.log(theirs[None, :] / theirs.mean()))
    return np.minimum(gap, 3.0)


def _headlines(translation: Document, counterpart: Document) -> Table:
    """1 where both are headlines, -1 where one is, 0 where none is."""
    ours = np.array([passage.kind is PassageKind.HEADLINE for passage in translation.passages], dtype=np.float64)
    theirs = np.array([passage.kind is PassageKind.HEADLINE for passage in counterpart.passages], dtype=np.float64)
    both = ours[:, None] * theirs[None, :]
    return both - np.abs(ours[:, None] - theirs[None, :])
