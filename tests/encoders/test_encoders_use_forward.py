"""The forward pass against a plain one, the table of pieces, and threads."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.encoders import use_forward, use_pieces
from auditor.encoders.use import UseEncoder
from auditor.encoders.use_forward import UseForward, cut, share
from auditor.encoders.use_pieces import NOTHING, ORDERS, PieceTable
from auditor.encoders.use_weights import read_use_weights

TEXTS = [
    "Der Rat tagte am Montag.",
    "No.",
    "The council met on Monday and Tuesday, and then once more.",
    "会议推迟至周五举行。",
    "Суд отложил заседание до 9 июня, а потом ещё раз.",
] * 3


@pytest.fixture(scope="module")
def weights(use):
    return read_use_weights(use._weights_path)


def norm(x, gain, bias, epsilon):
    centred = x - x.mean(axis=1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + epsilon) * gain + bias


def convolved(x, kernel, bias, order, left):
    padded = np.vstack([np.zeros((left, x.shape[1])), x, np.zeros((order - 1 - left, x.shape[1]))])
    windows = np.hstack([padded[k : k + len(x)] for k in range(order)])
    return np.maximum(windows @ kernel + bias, 0.0) + x


def plain_sums(weights, run):
    """One run, in double precision, layer by layer."""
    w = {name: array.astype(np.float64) for name, array in weights.arrays.items()}
    embedded = np.empty((len(run), 512), dtype=np.float32)
    weights.embed(np.array(run), embedded)
    x = embedded.astype(np.float64)
    projected = np.hstack([x @ w[f"proj{n}"] + w[f"proj_b{n}"] for n, _ in ORDERS])
    gain, bias = (np.hstack([w[f"{name}{n}"] for n, _ in ORDERS]) for name in ("ln_g", "ln_b"))
    branches = np.hsplit(norm(projected, gain, bias, w["eps"]), len(ORDERS))
    for k, (order, left) in enumerate(ORDERS):
        for layer in (f"1_{order}", f"2_{order}"):
            branches[k] = convolved(branches[k], w[f"w{layer}"], w[f"b{layer}"], order, left)
    return norm(np.hstack([x, *branches]), w["ln_g"], w["ln_b"], w["eps"]).sum(axis=0)


def test_sums_equal_the_plain_layers(use, weights):
    runs = use._tokens(TEXTS[:5])
    expected = np.array([plain_sums(weights, run) for run in runs])
    np.testing.assert_allclose(UseForward(weights).sums(runs), expected, atol=2e-3, rtol=1e-4)


def test_a_small_table_and_small_blocks_change_nothing(use, monkeypatch):
    whole = use.encode(TEXTS)
    for name, value in (("CAPACITY", 40), ("TOGETHER", 3)):
        monkeypatch.setattr(use_pieces, name, value)
    monkeypatch.setattr("auditor.encoders.use.CAPACITY", 40)
    monkeypatch.setattr(use_forward, "BLOCK_TOKENS", 20)
    np.testing.assert_allclose(UseEncoder(threads=2).encode(TEXTS), whole, atol=2e-6)


def test_the_piece_used_least_recently_makes_room(weights, monkeypatch):
    monkeypatch.setattr(use_pieces, "CAPACITY", 5)
    table = PieceTable(weights)
    first = table.rows(np.array([100, 200, 300, 400]))
    assert NOTHING not in first
    assert (table.rows(np.array([300, 100])) == first[[2, 0]]).all()
    assert set(table.rows(np.array([500, 600]))) == set(first[[1, 3]])
    assert (table.rows(np.array([100])) == first[0]).all()
    assert not table.embedded[NOTHING].any()
    assert not any(product[NOTHING].any() for product in chain.from_iterable(table.products))


def test_vectors_depend_neither_on_threads_nor_on_what_came_before(use):
    alone = UseEncoder(threads=1).encode(TEXTS)
    used = UseEncoder(threads=3)
    used.encode(["Something quite different was said here before.", *TEXTS[2:4]])
    assert alone.tobytes() == used.encode(TEXTS).tobytes()


@pytest.mark.parametrize(
    ("lengths", "parts"),
    [
        ([], []),
        ([3], [(0, 1)]),
        ([9], [(0, 1)]),
        ([2, 2, 2], [(0, 2), (2, 3)]),
        ([9, 1, 3, 9], [(0, 1), (1, 3), (3, 4)]),
    ],
)
def test_cut(lengths, parts):
    assert [(part.start, part.stop) for part in cut(lengths, 4)] == parts


@given(lengths=st.lists(st.integers(1, 60), min_size=1, max_size=40), size=st.integers(1, 200))
@settings(max_examples=50, deadline=None)
def test_shares_are_whole_and_even(lengths, size):
    parts = share(lengths, size)
    assert [i for part in parts for i in part] == list(range(len(lengths)))
    assert all(parts)
    assert max(sum(lengths[i] for i in part) for part in parts) <= size + max(lengths)
