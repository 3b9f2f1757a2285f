"""What other links say about one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from auditor.align.context import CONTEXT, link_context


def of(table, name):
    return link_context(np.array(table, dtype=float))[..., CONTEXT.index(name)]


@given(st.integers(1, 7), st.integers(1, 7), st.integers(0, 10_000))
def test_swapping_the_sides_transposes(n, m, seed):
    table = np.random.default_rng(seed).random((n, m))
    assert np.allclose(link_context(table), link_context(table.T).transpose(1, 0, 2))


def test_a_rival_is_another_passage_that_is_not_beside():
    table = [[0.9, 0.1, 0.8, 0.7]] * 2
    assert np.allclose(of(table, "rival_high")[0], [0.8, 0.7, 0.9, 0.9])
    assert np.allclose(of(table, "beside")[0, 1], 0.9)


def test_neighbours_in_the_same_order_speak_for_a_link():
    diagonal = np.eye(5) * 0.9
    diagonal[2, 2] = 0.3
    assert np.isclose(of(diagonal, "both_next")[2, 2], 0.9)
    assert of(diagonal, "fits")[2, 2] > 0.8 > of(diagonal, "fits")[2, 4]


def test_an_order_that_is_not_kept_says_less():
    kept, shuffled = np.eye(6), np.eye(6)[[3, 0, 5, 1, 4, 2]]
    assert of(kept, "order")[0, 0] > of(shuffled, "order")[0, 0]
