"""USE-multilingual v3's forward pass in numpy: token embeddings, two convolutions of orders 2, 3 and 5, a small DNN.

numpy is as fast here as torch, and importing torch takes longer than encoding an article. Of the 1.7 M multiplications
of a token 1.05 M are done once per piece (`use_pieces`) and 0.66 M, the second convolutions, in 0.26 M
(`use_convolution`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from auditor.encoders.use_convolution import ShortConvolution
from auditor.encoders.use_pieces import BRANCH_WIDTH, NOTHING, ORDERS, WIDTH, PieceTable
from auditor.encoders.use_threads import Each
from auditor.encoders.use_weights import Floats, UseWeights

FEATURES = WIDTH + BRANCH_WIDTH * len(ORDERS)
BLOCK_TOKENS = 768
"""Tokens run together at most: small enough for the caches, large enough for BLAS."""
REACH = 2
"""Tokens a convolution sees on either side at most; so many empty places stand between two runs."""


def cut(lengths: Sequence[int], most: int) -> list[range]:
    """Consecutive runs whose lengths add up to at most `most`; a longer one stands alone."""
    bounds, total = [0] if lengths else [], 0
    for index, length in enumerate(lengths):
        if total and total + length > most:
            bounds.append(index)
            total = 0
        total += length
    return [range(a, b) for a, b in pairwise([*bounds, len(lengths)])]


def share(lengths: Sequence[int], size: int) -> list[range]:
    """Consecutive runs in an even number of parts of about `size` or less, as equal as can be: so two threads, or four,
    end together."""
    ends = np.cumsum(lengths)
    parts = 2 * int(np.ceil(ends[-1] / (2 * size)))
    middles = ends - np.asarray(lengths) / 2
    bounds = np.searchsorted(middles, ends[-1] * np.arange(parts + 1) / parts)
    return [range(a, b) for a, b in pairwise(bounds.tolist()) if a < b]


@dataclass(frozen=True, slots=True)
class Laid:
    """Runs laid end to end with REACH empty places before, between and after them.

    Place p of the whole is `rows[REACH + p]`: the table's row of its token, or NOTHING.
    """

    rows: NDArray[np.intp]
    count: int
    """Places from the first token on, those between runs included."""
    places: NDArray[np.intp]
    """Of each token."""
    owners: NDArray[np.intp]
    """The run of each token."""

    @property
    def gaps(self) -> NDArray[np.intp]:
        """The places between runs."""
        return np.flatnonzero(self.rows[REACH : REACH + self.count] == NOTHING)


def lay(rows: NDArray[np.intp], lengths: NDArray[np.intp]) -> Laid:
    """Lay out the table rows of runs of `lengths`, none of them empty."""
    owners = np.repeat(np.arange(len(lengths)), lengths)
    places = np.arange(len(rows)) + REACH * owners
    count = int(places[-1]) + 1
    spread = np.full(REACH + count + REACH, NOTHING, dtype=np.intp)
    spread[REACH + places] = rows
    return Laid(spread, count, places, owners)


class UseForward:
    """The layers of the model, ready to run."""

    def __init__(self, weights: UseWeights) -> None:
        w = self._w = weights.arrays
        self._epsilon = np.float32(w["eps"])
        self._pieces = PieceTable(weights)
        self._second = [
            ShortConvolution(w[f"w2_{order}"].reshape(order, BRANCH_WIDTH, BRANCH_WIDTH), w[f"b2_{order}"])
            for order, _ in ORDERS
        ]

    def forget(self) -> None:
        """Start a call whose vectors do not depend on earlier ones."""
        self._pieces.forget()

    def sums(self, runs: Sequence[Sequence[int]], each: Each = map) -> Floats:
        """Per run the sum of its token features after the last layer norm, shape (runs, FEATURES).

        The runs have fewer than CAPACITY tokens together.
        """
        lengths = np.array([len(run) for run in runs], dtype=np.intp)
        ids = np.fromiter(chain.from_iterable(runs), dtype=np.int64, count=int(lengths.sum()))
        rows = self._pieces.rows(ids, each)
        ends = np.concatenate([[0], np.cumsum(lengths)])

        def block(part: range) -> Floats:
            return self._pooled(rows[ends[part.start] : ends[part.stop]], lengths[part.start : part.stop])

        return np.concatenate(list(each(block, share(lengths.tolist(), BLOCK_TOKENS))))

    def _pooled(self, rows: NDArray[np.intp], lengths: NDArray[np.intp]) -> Floats:
        """Layer norm and sum in one: a token enters the sum with one factor, the inverse of its spread."""
        laid = lay(rows, lengths)
        embedded = np.take(self._pieces.embedded, rows, axis=0)
        branches = [self._branch(laid, branch) for branch in range(len(ORDERS))]
        totals, squares = np.zeros((2, laid.count), dtype=np.float32)
        totals[laid.places], squares[laid.places] = self._pieces.totals[rows], self._pieces.squares[rows]
        for features in branches:
            totals += features.sum(axis=1)
            squares += np.einsum("ij,ij->i", features, features)
        means = totals / np.float32(FEATURES)
        factors = 1.0 / np.sqrt(squares / np.float32(FEATURES) - means * means + self._epsilon)
        weighting = np.zeros((len(lengths), laid.count), dtype=np.float32)
        weighting[laid.owners, laid.places] = factors[laid.places]
        pooled = np.concatenate(
            [weighting[:, laid.places] @ embedded, *(weighting @ part for part in branches)], axis=1
        )
        pooled -= (weighting @ means)[:, None]
        pooled *= self._w["ln_g"]
        pooled += lengths.astype(np.float32)[:, None] * self._w["ln_b"]
        return pooled

    def _branch(self, laid: Laid, branch: int) -> Floats:
        """Both convolutions of one branch, shape (laid.count, BRANCH_WIDTH); between runs the values mean nothing."""
        left = ORDERS[branch][1]
        second = self._second[branch]
        padded = np.zeros((REACH + second.rows_for(laid.count) + REACH, BRANCH_WIDTH), dtype=np.float32)
        hidden = padded[REACH : REACH + laid.count]
        self._first(laid, branch, hidden)
        tiles = second(padded[REACH - left :], laid.count)
        np.maximum(tiles, 0.0, out=tiles)
        out = np.empty((laid.count, BRANCH_WIDTH), dtype=np.float32)
        for place, part in enumerate(tiles):
            own = hidden[place :: len(tiles)]
            np.add(part[: len(own)], own, out=out[place :: len(tiles)])
        return out

    def _first(self, laid: Laid, branch: int, out: Floats) -> None:
        """The first convolution, its residual added; zero between runs."""
        left = ORDERS[branch][1]
        part = np.empty_like(out)
        for place, table in enumerate(self._pieces.products[branch]):
            start = REACH - left + place
            np.take(table, laid.rows[start : start + laid.count], axis=0, out=part if place else out, mode="clip")
            if place:
                out += part
        np.maximum(out, 0.0, out=out)
        np.take(self._pieces.projected[branch], laid.rows[REACH : REACH + laid.count], axis=0, out=part, mode="clip")
        out += part
        out[laid.gaps] = 0.0

    def sentences(self, sums: Floats, lengths: NDArray[np.int64]) -> Floats:
        """From feature sums (n, FEATURES) and token counts (n,) to sentence vectors (n, 512), not yet of length one."""
        w = self._w
        counts: Floats = lengths.astype(np.float32)[:, None]
        roots: Floats = np.sqrt(counts)
        pooled: Floats = ((sums @ w["cnn_W"] + counts * w["cnn_b"]) / roots).astype(np.float32, copy=False)
        first = _relu(pooled @ w["d0"])
        second = _relu(pooled @ w["p1"] + first @ w["d1"])
        third = _relu(second @ w["d2"])
        return np.tanh(second @ w["p3"] + third @ w["d3"])


def _relu(x: Floats) -> Floats:
    return np.maximum(x, 0.0)
