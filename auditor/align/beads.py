"""Sentence beads: a dynamic programme over all ways to group neighbouring segments of two sides.

The distance of a bead's sides is divided by the mean distance of each side to everything on the other side, as
Thompson and Koehn (2019, "Vecalign") do: it takes out what generally resembles everything (hubness). Length is
evidence beside it, since a sentence and its translation are about equally long. Every segment is paid for: a bead
costs its distance once per pair of segments, a skipped segment a fixed share of what a random pair costs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.align.embedding import Matrix
from auditor.align.windows import Windows

Costs = NDArray[np.float64]
Shape = tuple[int, int]
Means = tuple[NDArray[np.float32], NDArray[np.float32]]

LARGEST = 3
"""Most segments on one side of a bead."""
SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
"""Sizes of beads with both sides, in segments."""


@dataclass(frozen=True, slots=True)
class BeadParameters:
    """Weights of the dynamic programme.

    Tuned by grid on Bleualign dev with `use` vectors: strict F1 .853-.862 for skip .5-.6, merge .25-.3 and length
    .3-.7; .79 without the length term.
    """

    skip: float = 0.55
    """Cost of one segment without a counterpart; a random pair costs 1."""
    merge: float = 0.3
    """Added for each segment beyond the first on either side, against needless merging."""
    length: float = 0.5
    """Weight of 1 − shorter/longer, after scaling for the two languages."""

    @property
    def signature(self) -> str:
        """As it stands in the report."""
        return f"skip={self.skip:g},merge={self.merge:g},length={self.length:g}"


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of the best path: segments `[t, t + n)` with `[c, c + m)`."""

    t: int
    n: int
    c: int
    m: int
    similarity: float | None
    cost: float


def best_path(
    translation: Windows,
    counterpart: Windows,
    parameters: BeadParameters,
    ratio: float | None = None,
    means: Means | None = None,
) -> list[Step]:
    """The cheapest sequence of beads that covers both sides in order.

    `ratio` is counterpart characters per translation character, `means` the mean segment vector of either article;
    both are measured from the two sides when not given, which says little where these are a sentence or two.
    Time and memory grow with the product of the two segment counts.
    """
    similarities = {
        (n, m): translation.by_size[n - 1] @ counterpart.by_size[m - 1].T
        for n, m in SHAPES
        if n <= len(translation.by_size) and m <= len(counterpart.by_size)
    }
    if not translation.count or not counterpart.count:
        similarities = {}
    costs = _bead_costs(similarities, translation, counterpart, parameters, ratio, means)
    choices = _fill(costs, translation.count, counterpart.count, parameters.skip)
    return _trace(similarities, costs, choices, translation.count, counterpart.count, parameters.skip)


def _bead_costs(
    similarities: dict[Shape, Matrix],
    translation: Windows,
    counterpart: Windows,
    parameters: BeadParameters,
    ratio: float | None,
    means: Means | None,
) -> dict[Shape, Costs]:
    if not similarities:
        return {}
    mean_t, mean_c = means or (translation.by_size[0].mean(axis=0), counterpart.by_size[0].mean(axis=0))
    ratio = ratio or max(sum(counterpart.lengths), 1) / max(sum(translation.lengths), 1)
    costs = {}
    for (n, m), similarity in similarities.items():
        to_all = 1 - translation.by_size[n - 1] @ mean_c
        from_all = 1 - counterpart.by_size[m - 1] @ mean_t
        scale = np.maximum((to_all[:, None] + from_all[None, :]) / 2, 1e-6)
        distance = (1 - similarity).astype(np.float64) / scale
        distance += parameters.length * _length_mismatch(translation, counterpart, (n, m), ratio)
        costs[n, m] = distance * (n + m) / 2 + parameters.merge * (n + m - 2)
    return costs


def _length_mismatch(translation: Windows, counterpart: Windows, shape: Shape, ratio: float) -> Costs:
    """1 − shorter/longer of all pairs of runs, in counterpart characters."""
    left = _run_lengths(translation, shape[0])[:, None] * ratio
    right = _run_lengths(counterpart, shape[1])[None, :]
    mismatch: Costs = 1 - np.minimum(left, right) / np.maximum(np.maximum(left, right), 1)
    return mismatch


def _run_lengths(windows: Windows, size: int) -> Costs:
    total = np.concatenate([[0], np.cumsum(windows.lengths)]).astype(np.float64)
    lengths: Costs = total[size:] - total[:-size]
    return lengths


def _fill(costs: dict[Shape, Costs], n: int, m: int, skip: float) -> NDArray[np.int8]:
    """Number of the best last step of every prefix pair, one anti-diagonal after the other."""
    totals = np.full((n + 1, m + 1), np.inf)
    totals[0, 0] = 0.0
    choices = np.full((n + 1, m + 1), -1, dtype=np.int8)
    steps = [(1, 0), (0, 1), *costs]
    for diagonal in range(1, n + m + 1):
        rows = np.arange(max(0, diagonal - m), min(n, diagonal) + 1)
        columns = diagonal - rows
        best = np.full(len(rows), np.inf)
        choice = np.full(len(rows), -1, dtype=np.int8)
        for number, (a, b) in enumerate(steps):
            fits = (rows >= a) & (columns >= b)
            i, j = rows[fits] - a, columns[fits] - b
            price = skip if (a, b) not in costs else costs[a, b][i, j]
            total = totals[i, j] + price
            better = total < best[fits]
            where = np.flatnonzero(fits)[better]
            best[where] = total[better]
            choice[where] = number
        totals[rows, columns] = best
        choices[rows, columns] = choice
    return choices


def _trace(
    similarities: dict[Shape, Matrix],
    costs: dict[Shape, Costs],
    choices: NDArray[np.int8],
    n: int,
    m: int,
    skip: float,
) -> list[Step]:
    steps = [(1, 0), (0, 1), *costs]
    path = []
    i, j = n, m
    while i or j:
        a, b = steps[int(choices[i, j])]
        i, j = i - a, j - b
        if (a, b) in costs:
            path.append(Step(i, a, j, b, float(similarities[a, b][i, j]), float(costs[a, b][i, j])))
        else:
            path.append(Step(i, a, j, b, None, skip))
    return path[::-1]
