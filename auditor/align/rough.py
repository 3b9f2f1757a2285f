"""A first look at all beads near a path, without embedding any joined text.

The length-weighted mean of its sentences' vectors stands for a run; cosines of such means are box sums over the table
of single cosines. Long texts are first looked at in pairs of sentences, pairs of pairs and so on, and then ever finer
near the rough path, as Thompson and Koehn (2019, "Vecalign") do: time and memory grow with the number of sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from auditor.align.band import Band, band_around, whole_table
from auditor.align.bead_costs import Background, BeadParameters, bead_costs
from auditor.align.lattice import IMPOSSIBLE, LARGEST, SHAPES, Lattice, Move, Scores, Shape, best_chain
from auditor.align.sentences import Sentences

WHOLE = 160_000
"""Cells up to which the whole table is looked at: 400 sentences a side."""
RADIUS = 10
"""Rows and columns around the rough path that are looked at."""
ROWS_AT_ONCE = 64
"""Rows of the table whose similarities are held at the same time."""
SMALL_SHAPES: tuple[Shape, ...] = ((1, 1), (1, 2), (2, 1))
"""Beads of a look at halved resolution: enough to follow the path."""


def rough_lattice(
    left: Sentences,
    right: Sentences,
    parameters: BeadParameters,
    background: Background,
    shapes: tuple[Shape, ...] = SHAPES,
) -> Lattice:
    """All beads that a coarser look has not ruled out, with approximate gains."""
    band = _find_band(left, right, parameters, background)
    shape = len(shapes), band.cells
    starting = np.full(shape, IMPOSSIBLE, dtype=np.float32)
    ending = np.full(shape, IMPOSSIBLE, dtype=np.float32)
    sides = _runs(left, background.means[1], background.ratio), _runs(right, background.means[0], 1.0)
    for top in range(0, len(left) + 1, ROWS_AT_ONCE):
        tile = _tile(left, right, sides, band, top, shapes, parameters)
        _copy(tile, band, top, shapes, starting, ending)
    return Lattice(band, shapes, starting, ending)


def _find_band(left: Sentences, right: Sentences, parameters: BeadParameters, background: Background) -> Band:
    """The whole table where it is small, else what lies around the path of a look at half the resolution."""
    n, m = len(left), len(right)
    if n * m <= WHOLE or min(n, m) <= 2 * RADIUS:
        return whole_table(n, m)
    coarse = best_chain(rough_lattice(left.halved(), right.halved(), parameters, background, SMALL_SHAPES))
    corners = [(0, 0), *(corner for move in coarse for corner in _corners(move)), (n, m)]
    rows, columns = np.minimum(np.array(corners), (n, m)).T
    return band_around(rows, columns, n, m, RADIUS)


def _corners(move: Move) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where a coarse bead starts and ends at twice the resolution."""
    return (2 * move.t, 2 * move.c), (2 * (move.t + move.n), 2 * (move.c + move.m))


@dataclass(frozen=True)
class _Runs:
    """All runs of one size: length of their summed vector, cosine to the other side's mean, characters."""

    norms: Scores
    hubs: Scores
    lengths: Scores


def _runs(sentences: Sentences, other_mean: Scores, ratio: float) -> list[_Runs]:
    runs = []
    for size in range(1, LARGEST + 1):
        sums = sentences.run_sums(size)
        norms = np.maximum(np.linalg.norm(sums, axis=1), np.float32(1e-9))
        lengths = (sentences.run_lengths(size) * ratio).astype(np.float32)
        runs.append(_Runs(norms, sums @ other_mean / norms, lengths))
    return runs


@dataclass(frozen=True)
class _Tile:
    """Gains of all beads that start in a rectangle, shape (shapes, rows, columns); `first` is its corner."""

    first: tuple[int, int]
    scores: Scores


def _tile(
    left: Sentences,
    right: Sentences,
    sides: tuple[list[_Runs], list[_Runs]],
    band: Band,
    top: int,
    shapes: tuple[Shape, ...],
    parameters: BeadParameters,
) -> _Tile:
    """The beads that start or end in the band's rows from `top` on; the corner lies LARGEST before these cells."""
    bottom = min(top + ROWS_AT_ONCE, len(left) + 1)
    first = top - LARGEST, int(band.low[top]) - LARGEST
    size = bottom - first[0], int(band.high[bottom - 1]) - first[1]
    scores = np.full((len(shapes), *size), IMPOSSIBLE, dtype=np.float32)
    begin = max(first[0], 0), max(first[1], 0)
    boxes = _boxes(left.weighted[begin[0] : bottom + LARGEST], right.weighted[begin[1] : first[1] + size[1] + LARGEST])
    for number, (a, b) in enumerate(shapes):
        rows = slice(begin[0], max(min(bottom, len(left) - a + 1), begin[0]))
        columns = slice(begin[1], max(min(first[1] + size[1], len(right) - b + 1), begin[1]))
        ours, theirs = sides[0][a - 1], sides[1][b - 1]
        box = (boxes[a:, b:] - boxes[:-a, b:] - boxes[a:, :-b] + boxes[:-a, :-b])[
            : rows.stop - rows.start, : columns.stop - columns.start
        ]
        similarity = box.astype(np.float32) / (ours.norms[rows, None] * theirs.norms[columns])
        hubs, lengths = (
            (ours.hubs[rows, None], theirs.hubs[columns]),
            (ours.lengths[rows, None], theirs.lengths[columns]),
        )
        place = (
            number,
            slice(rows.start - first[0], rows.stop - first[0]),
            slice(columns.start - first[1], columns.stop - first[1]),
        )
        scores[place] = parameters.skip * (a + b) - bead_costs(similarity, hubs, lengths, (a, b), parameters)
    return _Tile(first, scores)


def _copy(tile: _Tile, band: Band, top: int, shapes: tuple[Shape, ...], starting: Scores, ending: Scores) -> None:
    """Hand the tile's gains to the cells at which the beads start, and to those at which they end."""
    _, height, width = tile.scores.shape
    starts = tile.scores[:, LARGEST:, LARGEST:]
    ends = np.stack(
        [
            scores[LARGEST - a : height - a, LARGEST - b : width - b]
            for (a, b), scores in zip(shapes, tile.scores, strict=True)
        ]
    )
    origin = tile.first[1] + LARGEST
    for row in range(height - LARGEST):
        low, high = int(band.low[top + row]) - origin, int(band.high[top + row]) - origin
        cells = slice(int(band.starts[top + row]), int(band.starts[top + row + 1]))
        starting[:, cells] = starts[:, row, low:high]
        ending[:, cells] = ends[:, row, low:high]


def _boxes(ours: Scores, theirs: Scores) -> np.ndarray:
    """Sums of the products of all leading rows with all leading columns, one row and column of zeros before them."""
    table = np.zeros((len(ours) + 1, len(theirs) + 1))
    np.cumsum(np.cumsum(ours @ theirs.T, axis=0, dtype=np.float64), axis=1, out=table[1:, 1:])
    return table
