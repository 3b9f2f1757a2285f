"""Bands of a dynamic programme's table."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.align.band import band_around, band_through, whole_table

steps = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(any), min_size=1, max_size=12)


def corners(path):
    cells = np.cumsum([(0, 0), *path], axis=0)
    return cells[:, 0], cells[:, 1]


def is_sound(band, rows, columns):
    monotone = (np.diff(band.low) >= 0).all() and (np.diff(band.high) >= 0).all()
    inside = (band.low >= 0).all() and (band.high <= columns).all() and (band.low < band.high).all()
    return bool(monotone and inside) and len(band.low) == rows


def holds(band, rows, columns):
    return bool(((columns >= band.low[rows]) & (columns < band.high[rows])).all())


@given(steps, st.integers(0, 5))
@settings(max_examples=50)
def test_a_band_around_a_path_holds_it(path, radius):
    rows, columns = corners(path)
    n, m = int(rows[-1]), int(columns[-1])
    band = band_around(rows, columns, n, m, radius)
    assert is_sound(band, n + 1, m + 1)
    assert holds(band, rows, columns)
    assert holds(band, rows, np.minimum(columns + radius, m))
    assert is_sound(band.reversed(), n + 1, m + 1)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6))
@settings(max_examples=50)
def test_a_band_through_cells_holds_them(cells):
    rows, columns = np.array(cells).T
    band = band_through(rows, columns)
    assert is_sound(band, rows.max() + 1, columns.max() + 1)
    assert holds(band, rows, columns)


def test_cells_are_numbered_row_by_row():
    band = band_around(np.array([0, 2]), np.array([0, 3]), 2, 3, 0)
    numbers = np.arange(band.cells)
    rows, columns = band.place(numbers)
    np.testing.assert_array_equal(band.number(rows, columns), numbers)
    assert (np.diff(rows) >= 0).all()


def test_the_whole_table_has_all_prefixes():
    assert whole_table(2, 3).cells == 12
