"""The short convolution against the plain sum it stands for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.encoders.use_convolution import ShortConvolution

WIDTH = 32


def plain(rows, kernel, bias, count):
    order = len(kernel)
    return sum(rows[k : k + count].astype(np.float64) @ kernel[k] for k in range(order)) + bias


@pytest.mark.parametrize("order", [1, 2, 3, 5])
@settings(max_examples=30, deadline=None)
@given(count=st.integers(1, 70), seed=st.integers(0, 9))
def test_equals_the_plain_sum(order, count, seed):
    rng = np.random.default_rng(seed)
    kernel, bias = rng.normal(size=(order, WIDTH, WIDTH)).astype("f4"), rng.normal(size=WIDTH).astype("f4")
    convolution = ShortConvolution(kernel, bias)
    rows = rng.normal(size=(convolution.rows_for(count), WIDTH)).astype("f4")
    tiles = convolution(rows, count)
    got = tiles.transpose(1, 0, 2).reshape(-1, WIDTH)[:count]
    expected = plain(rows, kernel, bias, count)
    assert np.sqrt(((got - expected) ** 2).mean() / (expected**2).mean()) < 2e-5


def test_reads_no_row_beyond_those_it_asks_for():
    convolution = ShortConvolution(np.ones((5, WIDTH, WIDTH), "f4"), np.zeros(WIDTH, "f4"))
    needed = convolution.rows_for(13)
    assert needed >= 13 + 4
    rows = np.ones((needed + 3, WIDTH), "f4")
    rows[needed:] = np.nan
    assert np.isfinite(convolution(rows, 13)).all()
