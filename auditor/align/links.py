"""Passage links: order-free, many to many, with an honest null.

Cosines of one encoder mean little by themselves (unrelated passages of e5 lie at .83, of USE anywhere in 0-.5, and one
story's passages all resemble each other), so each pair is judged against the rest of its own article: how far it and
its sentences stand out from the background and from the other candidates of either side, what facts and words it
shares. A logistic model makes a first judgement of each pair by itself; boosted trees then see it beside its rivals
and neighbours. In the trees more evidence never means less confidence. Fitted by `scripts/train_links.py`. Swapping
the two articles mirrors the links.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.align.context import link_context
from auditor.align.embedding import Matrix
from auditor.align.evidence import shared_words
from auditor.align.support import lead_in_rows, sentence_support
from auditor.align.trees import NO_TREES, Forest
from auditor.core.alignment import Link
from auditor.core.document import Document, PassageKind

Table = NDArray[np.float64]

FEATURES = (
    "passage",
    "sentences",
    "longer",
    "peak",
    "lead",
    "pull",
    "margin_low",
    "margin_high",
    "nearest_low",
    "nearest_high",
    "facts",
    "words",
    "words_longer",
    "same_language",
    "distance",
    "length",
    "headlines",
)
"""What the model sees of a pair by itself, in this order."""
PRIOR_PAIRS = 12
"""How many pairs' worth the encoder's usual background counts against the article's own: matters for short articles."""
TRUE_SHARE = 0.15
"""Top share of an article's cosines left out of its background: about as many pairs correspond at most."""
HOPELESS = 0.002
"""Pairs below this in the first pass are not looked at again."""


@dataclass(frozen=True, slots=True)
class LinkModel:
    """Both passes of one encoder: weights over `FEATURES`, then trees over `FEATURES` and `CONTEXT`."""

    name: str
    weights: tuple[float, ...]
    bias: float
    background: float
    """Mean cosine of unrelated passages of one article pair."""
    spread: float
    """Standard deviation of the same."""
    forest: Forest = NO_TREES
    slope: float = 1.0
    """What the trees' log odds are multiplied by, so that a confidence is the share of links that are right."""
    shift: float = 0.0
    """What is added to them then."""


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
    support, words = sentence_support(translation, counterpart, segments), shared_words(translation, counterpart)
    by_passage = _standardised(passages.astype(np.float64), model)
    by_sentence = _standardised(support.shorter, model)
    strength = (by_passage + by_sentence) / 2
    row, column = (np.clip(margin, -4, 4) for margin in (lead_in_rows(strength), lead_in_rows(strength.T).T))
    features = [
        by_passage,
        by_sentence,
        _standardised(support.longer, model),
        _standardised(support.peak, model),
        np.clip(support.lead / model.spread, -4, 4),
        np.clip(support.pull / model.spread, -4, 4),
        np.minimum(row, column),
        np.maximum(row, column),
        np.minimum(support.nearest, support.nearest_back),
        np.maximum(support.nearest, support.nearest_back),
        np.minimum(facts, 3.0),
        words.of_shorter,
        words.of_longer,
        np.full_like(by_passage, translation.language == counterpart.language),
        _distance(*passages.shape),
        _length_gap(translation, counterpart),
        _headlines(translation, counterpart),
    ]
    return np.stack(features, axis=-1)


def link_probabilities(features: Table, model: LinkModel) -> Table:
    """Probability that each link is right, shape (n, m)."""
    first = first_pass(features, model)
    hopeful = first >= HOPELESS
    rows = np.concatenate([features, link_context(first)], axis=-1)[hopeful]
    probabilities = first.copy()
    probabilities[hopeful] = _logistic(model.forest.score(rows) * model.slope + model.shift)
    return probabilities


def first_pass(features: Table, model: LinkModel) -> Table:
    """Probability of each link from its own evidence alone, shape (n, m)."""
    return _logistic(features @ np.array(model.weights) + model.bias)


def choose_links(probabilities: Table, similarities: Matrix, threshold: float = 0.5) -> tuple[Link, ...]:
    """All pairs at or above `threshold`, ordered by (translation, counterpart)."""
    rows, columns = np.nonzero(probabilities >= threshold)
    return tuple(
        Link(int(i), int(j), float(similarities[i, j]), float(probabilities[i, j]))
        for i, j in zip(rows, columns, strict=True)
    )


def _logistic(scores: Table) -> Table:
    probabilities: Table = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
    return probabilities


def _standardised(table: Table, model: LinkModel) -> Table:
    """Standard deviations above the background of this article, shrunk towards the encoder's usual one."""
    values = np.sort(table, axis=None)
    own = values[: max(1, int(len(values) * (1 - TRUE_SHARE)))]
    share = len(own) / (len(own) + PRIOR_PAIRS)
    mean = share * own.mean() + (1 - share) * model.background
    variance = share * own.var() + (1 - share) * model.spread**2
    standardised: Table = (table - mean) / np.sqrt(variance + 1e-6)
    return standardised


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
