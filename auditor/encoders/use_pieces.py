"""What USE computes from a piece alone, once for each piece: three quarters of the multiplications of a token.

The embedding, its projection and layer norm, and the products with the matrices of the first convolutions do not depend
on a token's neighbours. A convolution is then a sum of table rows, each looked up for another neighbour.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from auditor.encoders.use_threads import Each
from auditor.encoders.use_weights import BLOCKS, Floats, UseWeights

WIDTH = 512
BRANCH_WIDTH = 256
ORDERS = ((2, 0), (3, 1), (5, 2))
"""Order of each convolution, and how many tokens of it lie to the left."""
CAPACITY = 2560
"""Pieces held at once, 15 KB each: 39 MB when full. Memory that was never filled is never touched."""
TOGETHER = 256
"""Pieces computed in one step. The same however many threads there are, so that the vectors are the same too."""
NOTHING = 0
"""The row of zeros: what stands beside the first and the last token of a run."""


class PieceTable:
    """Rows of the pieces seen last; the least recently used make room. Rows move only in `rows`."""

    def __init__(self, weights: UseWeights) -> None:
        self._weights = weights
        w = weights.arrays
        self._epsilon = np.float32(w["eps"])
        orders = [order for order, _ in ORDERS]
        self._projection = np.concatenate([w[f"proj{n}"] for n in orders], axis=1)
        self._projection_bias = np.concatenate([w[f"proj_b{n}"] for n in orders])
        self._gain = np.concatenate([w[f"ln_g{n}"] for n in orders])
        self._bias = np.concatenate([w[f"ln_b{n}"] for n in orders])
        self._row_of = np.full(weights.table.shape[1] * BLOCKS, NOTHING, dtype=np.intp)
        self._piece_of = np.full(CAPACITY, -1, dtype=np.intp)
        self._used = np.zeros(CAPACITY, dtype=np.int64)
        self._clock = 0
        self.embedded = _zeros(WIDTH)
        self.projected = [_zeros(BRANCH_WIDTH) for _ in ORDERS]
        self.products = [[_zeros(BRANCH_WIDTH) for _ in range(order)] for order, _ in ORDERS]
        """`products[branch][k]`: what a token at place k of the window adds; the bias is at the window's own token."""
        self.totals = np.zeros(CAPACITY, dtype=np.float32)
        self.squares = np.zeros(CAPACITY, dtype=np.float32)
        """Sum of the embedding, and of its squares."""

    def forget(self) -> None:
        """Start empty. The last bit of a row may depend on the rows it was computed with, so what is kept from one
        call to the next would make the vectors of a text depend on what was encoded before."""
        self._row_of[:] = NOTHING
        self._piece_of[:] = -1
        self._used[:] = 0
        self._clock = 0

    def rows(self, ids: NDArray[np.int64], each: Each = map) -> NDArray[np.intp]:
        """The row of each piece, computed where it is not there yet; fewer than CAPACITY different ones at once."""
        self._clock += 1
        pieces = np.unique(ids)
        there = self._row_of[pieces]
        self._used[there] = self._clock
        missing = pieces[there == NOTHING]
        rows = self._room(len(missing))
        self._row_of[missing], self._piece_of[rows], self._used[rows] = rows, missing, self._clock
        starts = range(0, len(missing), TOGETHER)
        list(each(lambda start: self._fill(rows[start : start + TOGETHER], missing[start : start + TOGETHER]), starts))
        return self._row_of[ids]

    def _room(self, count: int) -> NDArray[np.intp]:
        """The `count` rows that were used least recently, in order; row NOTHING is never among them."""
        oldest = 1 + np.sort(np.argsort(self._used[1:], kind="stable")[:count])
        gone = self._piece_of[oldest]
        self._row_of[gone[gone >= 0]] = NOTHING
        return oldest

    def _fill(self, rows: NDArray[np.intp], pieces: NDArray[np.int64]) -> None:
        embedded = np.empty((len(pieces), WIDTH), dtype=np.float32)
        self._weights.embed(pieces, embedded)
        self.embedded[rows] = embedded
        self.totals[rows] = embedded.sum(axis=1)
        self.squares[rows] = np.einsum("ij,ij->i", embedded, embedded)
        projected = self._normalised(embedded @ self._projection + self._projection_bias)
        for branch, (order, left) in enumerate(ORDERS):
            part = np.ascontiguousarray(projected[:, branch * BRANCH_WIDTH : (branch + 1) * BRANCH_WIDTH])
            self.projected[branch][rows] = part
            kernels = self._weights.arrays[f"w1_{order}"].reshape(order, BRANCH_WIDTH, BRANCH_WIDTH)
            for place in range(order):
                self.products[branch][place][rows] = part @ kernels[place]
            self.products[branch][left][rows] += self._weights.arrays[f"b1_{order}"]

    def _normalised(self, x: Floats) -> Floats:
        x -= x.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1])
        x *= (1.0 / np.sqrt(variance + self._epsilon))[:, None]
        x *= self._gain
        x += self._bias
        return x


def _zeros(width: int) -> Floats:
    return np.zeros((CAPACITY, width), dtype=np.float32)
