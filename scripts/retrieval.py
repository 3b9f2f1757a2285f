"""Retrieval accuracy: how often the nearest neighbour by cosine is the sentence's own translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TIE = 1e-5
"""Cosines closer than this are equal: the same text, or two texts that the encoder reads as the same pieces."""
ROWS = 512
"""Sentences looked up together, so that no square matrix of a large corpus is held."""


@dataclass(frozen=True, slots=True)
class Retrieval:
    """Share of sentences whose nearest neighbour is right, from each side to the other."""

    there: float
    back: float
    sentences: int

    @property
    def accuracy(self) -> float:
        """Mean of both ways."""
        return (self.there + self.back) / 2


def retrieval(
    ours: NDArray[np.float32], theirs: NDArray[np.float32], our_texts: Sequence[str], their_texts: Sequence[str]
) -> Retrieval:
    """Accuracy both ways between unit rows `ours` and `theirs`, row i of the one belonging to row i of the other.

    A neighbour with the text of the right one is right too. Where k neighbours tie, each counts 1/k: an encoder that
    knows no letter of a script and gives all its sentences one vector earns nothing by it.
    """
    there = _one_way(ours, theirs, their_texts)
    return Retrieval(there, _one_way(theirs, ours, our_texts), len(our_texts))


def _one_way(queries: NDArray[np.float32], rows: NDArray[np.float32], texts: Sequence[str]) -> float:
    number: dict[str, int] = {}
    names = np.array([number.setdefault(text.strip(), len(number)) for text in texts])
    credit = 0.0
    for start in range(0, len(queries), ROWS):
        cosines = queries[start : start + ROWS] @ rows.T
        nearest = cosines >= cosines.max(axis=1, keepdims=True) - TIE
        right = nearest & (names[start : start + ROWS, None] == names)
        credit += float((right.sum(axis=1) / nearest.sum(axis=1)).sum())
    return credit / len(queries)
