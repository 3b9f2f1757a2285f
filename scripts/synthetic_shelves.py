"""Made-up shelves for timing the search of document pairing at sizes that no corpus at hand has."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from auditor.align.embedding import Matrix
from auditor.align.pairing import Article, Shelf

DIMENSIONS = 512
FACTS = 20
VOCABULARY = 20_000


def synthetic_shelves(size: int, sentences: int) -> tuple[Shelf, Shelf]:
    """Two shelves of `size` articles; the first half of either corresponds, sentence by sentence."""
    return Shelf.of(_articles(size, sentences, 1)), Shelf.of(_articles(size, sentences, 2))


def _articles(size: int, sentences: int, side: int) -> Iterator[Article]:
    own = np.random.default_rng(side)
    for number in range(size):
        story = np.random.default_rng([number, side if number >= size // 2 else 0])
        meaning = story.normal(size=(sentences, DIMENSIONS)) + story.normal(size=DIMENSIONS)
        facts = frozenset(("number", int(value)) for value in story.integers(VOCABULARY, size=FACTS))
        yield Article(_unit(meaning + own.normal(size=meaning.shape)), facts)


def _unit(vectors: Matrix) -> Matrix:
    unit: Matrix = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return unit
