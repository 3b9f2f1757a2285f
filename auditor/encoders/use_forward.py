"""USE-multilingual v3's forward pass in numpy: token embeddings, two convolutions of orders 2, 3 and 5, a small DNN.

numpy is as fast here as torch, and importing torch takes longer than encoding an article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from auditor.encoders.use_weights import Floats, UseWeights

WIDTH = 512
BRANCH_WIDTH = 256
ORDERS = ((2, 0), (3, 1), (5, 2))
"""Order of each convolution, and how many tokens of it lie to the left."""
FEATURES = WIDTH + BRANCH_WIDTH * len(ORDERS)
REACH = 2
"""Tokens a convolution sees on either side at most."""


@dataclass(frozen=True, slots=True)
class Flat:
    """The tokens of several runs laid end to end, and for each token its neighbours from -REACH to +REACH.

    A neighbour outside the token's own run points at the row after the last, which holds zeros.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    neighbours: NDArray[np.int64]


def flatten(runs: Sequence[Sequence[int]]) -> Flat:
    """Lay `runs` of piece ids, none of them empty, end to end."""
    lengths = np.array([len(run) for run in runs], dtype=np.int64)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    count = int(ends[-1])
    ids = np.fromiter(chain.from_iterable(runs), dtype=np.int64, count=count)
    neighbours = np.arange(count)[:, None] + np.arange(-REACH, REACH + 1)
    outside = (neighbours < np.repeat(starts, lengths)[:, None]) | (neighbours >= np.repeat(ends, lengths)[:, None])
    neighbours[outside] = count
    return Flat(ids, starts, neighbours)


class UseForward:
    """The layers of the model, ready to run."""

    def __init__(self, weights: UseWeights) -> None:
        w = self._w = weights.arrays
        self._weights = weights
        self._epsilon = float(w["eps"])
        orders = [order for order, _ in ORDERS]
        self._projection = np.concatenate([w[f"proj{n}"] for n in orders], axis=1)
        self._projection_bias = np.concatenate([w[f"proj_b{n}"] for n in orders])
        self._branch_gain = np.concatenate([w[f"ln_g{n}"] for n in orders])
        self._branch_bias = np.concatenate([w[f"ln_b{n}"] for n in orders])

    def sums(self, runs: Sequence[Sequence[int]]) -> Floats:
        """Per run the sum of its token features after the last layer norm, shape (runs, FEATURES)."""
        flat = flatten(runs)
        features = np.empty((len(flat.ids), FEATURES), dtype=np.float32)
        embedded = features[:, :WIDTH]
        self._weights.embed(flat.ids, embedded)
        projected = embedded @ self._projection
        projected += self._projection_bias
        self._normalise(projected, self._branch_gain, self._branch_bias)
        for k, (order, left) in enumerate(ORDERS):
            branch = slice(k * BRANCH_WIDTH, (k + 1) * BRANCH_WIDTH)
            window = flat.neighbours[:, REACH - left : REACH - left + order]
            hidden = self._convolve(projected[:, branch], window, f"1_{order}")
            features[:, WIDTH:][:, branch] = self._convolve(hidden, window, f"2_{order}")
        self._normalise(features, self._w["ln_g"], self._w["ln_b"])
        return np.add.reduceat(features, flat.starts, axis=0)

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

    def _convolve(self, x: Floats, window: NDArray[np.int64], layer: str) -> Floats:
        rows = np.zeros((len(x) + 1, BRANCH_WIDTH), dtype=np.float32)
        rows[:-1] = x
        y = np.take(rows, window, axis=0).reshape(len(x), -1) @ self._w[f"w{layer}"]
        y += self._w[f"b{layer}"]
        np.maximum(y, 0.0, out=y)
        y += x
        return y

    def _normalise(self, x: Floats, gain: Floats, bias: Floats) -> None:
        x -= x.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1])
        x *= (1.0 / np.sqrt(variance + np.float32(self._epsilon)))[:, None]
        x *= gain
        x += bias


def _relu(x: Floats) -> Floats:
    return np.maximum(x, 0.0)
