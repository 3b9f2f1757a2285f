"""The part of a dynamic programme's table that is looked at: for each row, one run of columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Band:
    """Row i, i.e. the first i segments of one side, holds the columns [low[i], high[i]), i.e. prefixes of the other.

    Cells are numbered row by row. No row is empty and neither bound ever falls.
    """

    low: Integers
    high: Integers
    columns: int
    """Width of the whole table."""

    @cached_property
    def starts(self) -> Integers:
        """Number of the first cell of each row, and of the cell after the last."""
        return np.concatenate([[0], np.cumsum(self.high - self.low)])

    @property
    def cells(self) -> int:
        """Number of cells inside."""
        return int(self.starts[-1])

    def number(self, rows: Integers, columns: Integers) -> Integers:
        """The numbers of the cells at (rows, columns), all of which are inside."""
        numbers: Integers = self.starts[rows] + columns - self.low[rows]
        return numbers

    def place(self, cells: Integers) -> tuple[Integers, Integers]:
        """Rows and columns of the numbered cells."""
        rows = np.searchsorted(self.starts, cells, side="right") - 1
        return rows, cells - self.starts[rows] + self.low[rows]

    def reversed(self) -> Band:
        """The same cells seen from the other end; their numbers run backwards."""
        return Band((self.columns - self.high)[::-1], (self.columns - self.low)[::-1], self.columns)


def whole_table(n: int, m: int) -> Band:
    """All prefixes of n segments beside all prefixes of m."""
    return Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m + 1, dtype=np.int64), m + 1)


def band_around(rows: Integers, columns: Integers, n: int, m: int, radius: int) -> Band:
    """All cells within `radius` rows and columns of a path, given as cells ascending from (0, 0) to (n, m).

    The path's steps may be larger than one.
    """
    every = np.arange(n + 1)
    before = np.searchsorted(rows, every, side="right") - 1
    after = np.searchsorted(rows, every, side="left")
    # Rows that a step jumps over lie between the columns on either side of the jump.
    leftmost = columns[np.minimum(before, after)]
    rightmost = columns[np.maximum(before, after)]
    low = leftmost[np.maximum(every - radius, 0)] - radius
    high = rightmost[np.minimum(every + radius, n)] + radius
    return Band(np.maximum(low, 0), np.minimum(high, m) + 1, m + 1)


def band_through(rows: Integers, columns: Integers) -> Band:
    """The narrowest band that holds the given cells, in any order, from row 0 on."""
    if not len(rows):
        return whole_table(0, 0)
    last, width = int(rows.max()), int(columns.max()) + 1
    low = np.full(last + 1, width - 1, dtype=np.int64)
    high = np.zeros(last + 1, dtype=np.int64)
    np.minimum.at(low, rows, columns)
    np.maximum.at(high, rows, columns + 1)
    low = np.minimum.accumulate(low[::-1])[::-1]
    return Band(low, np.maximum(np.maximum.accumulate(high), low + 1), width)
