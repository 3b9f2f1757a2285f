"""One side of a bead alignment: sentences with their vectors, and runs of neighbouring sentences as one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from auditor.align.embedding import Embed, Matrix

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Sentences:
    """Sentences in reading order; `vectors` has shape (n, d), rows of length one, `lengths` are characters."""

    texts: tuple[str, ...]
    vectors: Matrix
    lengths: Floats

    @classmethod
    def of(cls, texts: Sequence[str], embed: Embed) -> Self:
        """Embed `texts`, each once."""
        return cls(tuple(texts), embed(texts), np.array([max(len(text), 1) for text in texts], dtype=np.float64))

    def __len__(self) -> int:
        return len(self.lengths)

    def take(self, indices: Sequence[int]) -> Sentences:
        """Some of the sentences as a side of their own."""
        rows = list(indices)
        return Sentences(tuple(self.texts[i] for i in rows), self.vectors[rows], self.lengths[rows])

    @cached_property
    def weighted(self) -> Matrix:
        """Vectors times lengths: their sum over a run stands for the run, as a mean over its tokens would."""
        weighted: Matrix = (self.vectors * self.lengths[:, None]).astype(np.float32)
        return weighted

    def run_lengths(self, size: int) -> Floats:
        """Characters of every run of `size` sentences, by its first."""
        total = np.concatenate([[0.0], np.cumsum(self.lengths)])
        lengths: Floats = total[size:] - total[:-size]
        return lengths

    def lengths_of(self, firsts: Integers, sizes: Integers) -> Floats:
        """Characters of the given runs."""
        total = np.concatenate([[0.0], np.cumsum(self.lengths)])
        lengths: Floats = total[firsts + sizes] - total[firsts]
        return lengths

    def run_sums(self, size: int) -> Matrix:
        """Sum of the weighted vectors of every run of `size` sentences, by its first."""
        last = max(len(self) - size + 1, 0)
        sums = np.zeros((last, self.vectors.shape[1]), dtype=np.float32)
        for k in range(size):
            sums += self.weighted[k : k + last]
        return sums

    def run_text(self, first: int, size: int) -> str:
        """The sentences joined by a space, so that a passage break inside a run does not matter."""
        return " ".join(self.texts[first : first + size])

    def halved(self) -> Sentences:
        """Pairs of sentences as one each, for a coarse look; the texts are left out."""
        sums, lengths = self.weighted[::2].copy(), self.lengths[::2].copy()
        sums[: len(self) // 2] += self.weighted[1::2]
        lengths[: len(self) // 2] += self.lengths[1::2]
        norms = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
        return Sentences((), sums / norms, lengths)


def run_vectors(sentences: Sentences, sizes: Integers, firsts: Integers, embed: Embed) -> Matrix:
    """Vectors of the given runs, shape (runs, d); runs of one are at hand, the others are embedded as one text."""
    keys, back = np.unique(np.stack([sizes, firsts], axis=1), axis=0, return_inverse=True)
    longer = keys[:, 0] > 1
    vectors = np.empty((len(keys), sentences.vectors.shape[1]), dtype=np.float32)
    vectors[~longer] = sentences.vectors[keys[~longer, 1]]
    if longer.any():
        vectors[longer] = embed([sentences.run_text(int(first), int(size)) for size, first in keys[longer]])
    return vectors[back.reshape(-1)]
