"""What the other links of an article say about one: rivals, neighbours in the same order, and where order puts it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]

CONTEXT = ("first", "rival_low", "rival_high", "beside", "next", "both_next", "near", "offset", "order", "free", "fits")
"""What the second pass sees of a pair beside its own evidence, in this order."""
REACH = 2.0
"""Passages over which a link's say on where its neighbours belong falls to a third."""
FURTHEST = 6.0
"""Passages of offset beyond which more says nothing."""


def link_context(probabilities: Table) -> Table:
    """`CONTEXT` of every pair from the first pass, shape (n, m, len(CONTEXT)); swapping the sides transposes it."""
    p = np.clip(probabilities, 1e-4, 1 - 1e-4)
    rivals, beside = _rivals(p)
    rivals_back, beside_back = (table.T for table in _rivals(p.T))
    before, after = _shifted(p, -1, -1), _shifted(p, 1, 1)
    near = np.maximum.reduce([_shifted(p, a * k, b * k) for k in (-1, 1) for a, b in ((2, 2), (1, 2), (2, 1))])
    offset = (_offset(p) + _offset(p.T).T) / 2
    order = 1 - float((p**2 * np.minimum(offset, 3)).sum() / (p**2).sum()) / 3
    free = (1 - rivals) * (1 - rivals_back)
    features = [
        np.log(p / (1 - p)),
        np.minimum(rivals, rivals_back),
        np.maximum(rivals, rivals_back),
        np.maximum(beside, beside_back),
        before + after,
        np.minimum(before, after),
        near,
        offset,
        np.full_like(p, order),
        free,
        free * order * np.maximum(np.exp(-offset), np.maximum(before, after)),
    ]
    return np.stack(features, axis=-1)


def _rivals(p: Table) -> tuple[Table, Table]:
    """Per pair the best other column of its row: those further than one away, and those beside it (a split passage)."""
    n, m = p.shape
    beside = np.maximum(_shifted(p, 0, 1), _shifted(p, 0, -1))
    padded = np.zeros((n, m + 4))
    padded[:, 2:-2] = p
    left, right = np.maximum.accumulate(padded, axis=1), np.maximum.accumulate(padded[:, ::-1], axis=1)[:, ::-1]
    return np.maximum(left[:, :m], right[:, 4:]), beside


def _shifted(p: Table, rows: int, columns: int) -> Table:
    """`out[i, j] = p[i + rows, j + columns]`, 0 outside."""
    n, m = p.shape
    a, b = abs(rows), abs(columns)
    padded = np.zeros((n + 2 * a, m + 2 * b))
    padded[a : a + n, b : b + m] = p
    return padded[a + rows : a + rows + n, b + columns : b + columns + m]


def _offset(p: Table) -> Table:
    """Columns between each pair and where the links of the rows around it would put that row."""
    n, m = p.shape
    apart = np.arange(n)[:, None] - np.arange(n)[None, :]
    kernel = np.exp(-np.abs(apart) / REACH)
    np.fill_diagonal(kernel, 0.0)
    weight = p**2
    mass, centre = weight.sum(axis=1), weight @ np.arange(m)
    total = kernel @ mass
    told = (kernel @ centre + m / n * ((kernel * apart) @ mass)) / np.maximum(total, 1e-3)
    expected = np.where(total > 1e-3, told, (np.arange(n) + 0.5) * m / n - 0.5)
    offset: Table = np.minimum(np.abs(np.arange(m)[None, :] - expected[:, None]), FURTHEST)
    return offset
