"""Dynamic programming over chains of beads: the best chain, and how probable each bead is.

A path through two texts is a chain of beads, each of which starts where the one before has ended or later on both
sides; what lies between is skipped. All gains are beside skipping everything: a chain's is the sum of its beads'. The
model is log-linear, so a chain's weight is exp(gain), and the probability of a bead is the share of the weights of the
chains that hold it (forward-backward; for segments of one sequence: Sarawagi and Cohen 2004).

One row at a time: the best chain within the first i and j segments ends with a bead there, or is the best within fewer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.align.band import Band, Integers, band_through

Floats = NDArray[np.float64]
Scores = NDArray[np.float32]
Shape = tuple[int, int]

LARGEST = 5
"""Most segments on one side of a bead."""
MOST_SEGMENTS = 7
"""Most segments of a bead on both sides together: 3-4 happens where sentences are cut differently, 4-4 is two beads."""
SHAPES: tuple[Shape, ...] = tuple(
    (a, b) for a in range(1, LARGEST + 1) for b in range(1, LARGEST + 1) if a + b <= MOST_SEGMENTS
)
"""Sizes of beads with both sides, in segments."""
IMPOSSIBLE = -np.inf


@dataclass(frozen=True)
class Lattice:
    """The gain of each bead, by the cell at which it starts and by that at which it ends.

    Both have shape (len(shapes), band.cells), −inf where there is no bead of that shape.
    """

    band: Band
    shapes: tuple[Shape, ...]
    starting: Scores
    ending: Scores

    def reversed(self) -> Lattice:
        """The same beads read from the other end."""
        return Lattice(self.band.reversed(), self.shapes, self.ending[:, ::-1], self.starting[:, ::-1])


@dataclass(frozen=True, slots=True)
class Move:
    """One bead of a chain: segments `[t, t + n)` with `[c, c + m)`, neither side empty."""

    t: int
    n: int
    c: int
    m: int


@dataclass(frozen=True)
class Beads:
    """Beads as arrays of one length: first segments and sizes of both sides."""

    firsts: tuple[Integers, Integers]
    sizes: tuple[Integers, Integers]

    def __len__(self) -> int:
        return len(self.sizes[0])

    def moves(self) -> Iterator[Move]:
        """The beads one by one."""
        columns = (self.firsts[0], self.sizes[0], self.firsts[1], self.sizes[1])
        for row in zip(*(column.tolist() for column in columns), strict=True):
            yield Move(*row)


def best_chain(lattice: Lattice) -> list[Move]:
    """The beads of the chain with the greatest gain; of equal ones, that which skips rather than aligns."""
    return _trace(lattice, _sweep(lattice, _BEST))


def promising_beads(lattice: Lattice, slack: float) -> Beads:
    """All beads that are in a chain whose gain is at most `slack` below the best one's."""
    shapes, cells, _ = _through(lattice, _BEST, slack)
    sizes = np.array(lattice.shapes, dtype=np.int64)[shapes]
    return Beads(lattice.band.place(cells), (sizes[:, 0], sizes[:, 1]))


def bead_probabilities(beads: Beads, gains: Floats) -> Floats:
    """The probability of each of the only beads there are, shape (beads,)."""
    lattice = sparse_lattice(beads, gains)
    shapes, cells, logs = _through(lattice, _SUM, -np.log(_NEGLIGIBLE))
    probabilities = np.zeros(lattice.starting.shape)
    probabilities[shapes, cells] = np.exp(np.minimum(logs, 0.0))
    of_beads: Floats = probabilities[_SHAPE_NUMBERS[beads.sizes], lattice.band.number(*beads.firsts)]
    return of_beads


_NEGLIGIBLE = 1e-9


def log_weight(lattice: Lattice) -> float:
    """Logarithm of the summed weights of all chains, the empty one included."""
    return float(_sweep(lattice, _SUM)[-1])


def sparse_lattice(beads: Beads, gains: Floats) -> Lattice:
    """The lattice that holds just these beads."""
    ends = beads.firsts[0] + beads.sizes[0], beads.firsts[1] + beads.sizes[1]
    rows, columns = (np.concatenate([first, end]) for first, end in zip(beads.firsts, ends, strict=True))
    band = band_through(rows, columns)
    starting = np.full((len(SHAPES), band.cells), IMPOSSIBLE, dtype=np.float32)
    ending = np.full_like(starting, IMPOSSIBLE)
    numbers = _SHAPE_NUMBERS[beads.sizes]
    starting[numbers, band.number(*beads.firsts)] = gains
    ending[numbers, band.number(*ends)] = gains
    return Lattice(band, SHAPES, starting, ending)


_SHAPE_NUMBERS = np.zeros((LARGEST + 1, LARGEST + 1), dtype=np.int64)
_SHAPE_NUMBERS[tuple(np.array(SHAPES).T)] = np.arange(len(SHAPES))


@dataclass(frozen=True)
class _Semiring:
    """How several ways to a cell are counted: over all that end there, along a row, and beside the row above."""

    across: Callable[[Floats], Floats]
    along: Callable[[Floats], Floats]
    either: Callable[[Floats, Floats], Floats]


def _log_sum(candidates: Floats) -> Floats:
    top = np.maximum(np.maximum.reduce(candidates, axis=0), _LOWEST)
    total: Floats = np.log(np.exp(candidates - top).sum(axis=0) + _SMALLEST) + top
    return total


_LOWEST, _SMALLEST = -1e12, 1e-300
"""Stand in for −inf and 0, so that cells at which nothing ends stay out of the way without a warning."""

_BEST = _Semiring(np.maximum.reduce, np.maximum.accumulate, np.maximum)
"""Of several ways the best."""
_SUM = _Semiring(_log_sum, np.logaddexp.accumulate, np.logaddexp)
"""Logarithm of the summed weights of several ways."""

Watch = Callable[[Floats, slice], None]


def _through(lattice: Lattice, semiring: _Semiring, slack: float) -> tuple[Integers, Integers, Floats]:
    """Shape number, first cell and log share (≤ 0) of the beads whose chains' total is at most `slack` below all's."""
    forward = _sweep(lattice, semiring)
    last = lattice.band.cells - 1
    threshold = forward[last] - slack
    found = [(_NO_INTEGERS, _NO_INTEGERS, np.zeros(0))]

    def collect(candidates: Floats, cells: slice) -> None:
        here = np.arange(last - cells.start, last - cells.stop, -1)
        totals = candidates + forward[here]
        shapes, places = np.nonzero(totals >= threshold)
        if len(shapes):
            found.append((shapes, here[places], totals[shapes, places] - forward[last]))

    _sweep(lattice.reversed(), semiring, collect)
    shapes, cells, logs = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.lexsort((shapes, cells))
    return shapes[order], cells[order], logs[order]


_NO_INTEGERS = np.zeros(0, dtype=np.int64)


def _sweep(lattice: Lattice, semiring: _Semiring, watch: Watch | None = None) -> Floats:
    """The totals of all chains within each cell's rows and columns, row by row.

    `watch` is shown the totals with which beads of each shape end in a row's cells, and which cells these are.
    """
    band, slots = lattice.band, LARGEST + 1
    stride = LARGEST + band.columns
    ring = np.full(slots * stride, IMPOSSIBLE)
    downs, rights = np.array(lattice.shapes).T
    sources = [((slot - downs) % slots * stride + LARGEST - rights)[:, None] for slot in range(slots)]
    every = np.arange(band.columns)
    above = np.zeros(band.columns)
    totals = np.empty(band.cells)
    reached = 0
    bounds = zip(band.low.tolist(), band.high.tolist(), band.starts.tolist(), strict=False)
    for row, (low, high, start) in enumerate(bounds):
        cells = slice(start, start + high - low)
        candidates = ring.take(sources[row % slots] + every[low:high])
        candidates += lattice.ending[:, cells]
        if watch:
            watch(candidates, cells)
        if row and high > reached:
            above[reached:high] = above[reached - 1]
        reached = high
        here = semiring.either(semiring.along(semiring.across(candidates)), above[low:high])
        totals[cells] = above[low:high] = here
        origin = row % slots * stride
        ring[origin : origin + stride] = IMPOSSIBLE
        ring[origin + LARGEST + low : origin + LARGEST + high] = here
    return totals


def _trace(lattice: Lattice, totals: Floats) -> list[Move]:
    """The beads of a best chain, from the totals of `_BEST`."""
    band = lattice.band
    row, column = len(band.low) - 1, int(band.high[-1]) - 1
    chain = []
    while row:
        column = min(column, int(band.high[row]) - 1)
        cell = int(band.starts[row] + column - band.low[row])
        above = min(column, int(band.high[row - 1]) - 1)
        if totals[cell] == totals[band.starts[row - 1] + above - band.low[row - 1]]:
            row, column = row - 1, above
        elif column > band.low[row] and totals[cell] == totals[cell - 1]:
            column -= 1
        else:
            move = _bead_ending(lattice, totals, row, column, cell)
            chain.append(move)
            row, column = move.t, move.c
    return chain[::-1]


def _bead_ending(lattice: Lattice, totals: Floats, row: int, column: int, cell: int) -> Move:
    band = lattice.band
    for (a, b), gain in zip(lattice.shapes, lattice.ending[:, cell], strict=True):
        t, c = row - a, column - b
        if gain > IMPOSSIBLE and t >= 0 and band.low[t] <= c < band.high[t]:
            before = totals[band.starts[t] + c - band.low[t]]
            if before + np.float64(gain) == totals[cell]:
                return Move(t, a, c, b)
    raise AssertionError(f"no bead explains the total at ({row}, {column})")
