from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.encoders.batching import batches_by_length, encode_distinct, normalised, well_formed, windows

LENGTHS = st.lists(st.integers(1, 40), max_size=30)


@settings(max_examples=50)
@given(LENGTHS, st.integers(1, 100))
def test_every_item_is_in_one_batch_and_batches_are_bounded(lengths, bound):
    batches = list(batches_by_length(lengths, bound))
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or max(lengths[i] for i in batch) * len(batch) <= bound


def test_batches_hold_similar_lengths():
    assert list(batches_by_length([2, 9, 1, 8], 18)) == [[1, 3], [0, 2]]


@settings(max_examples=50)
@given(st.lists(st.integers(0, 9), max_size=60), st.integers(1, 20))
def test_windows_join_back_and_are_even(ids, size):
    parts = windows(ids, size)
    assert [i for part in parts for i in part] == ids
    sizes = [len(part) for part in parts]
    assert max(sizes) <= size
    assert max(sizes) - min(sizes) <= 1


def test_equal_texts_are_encoded_once_and_rows_keep_their_order():
    seen = []

    def encode(texts):
        seen.extend(texts)
        return np.array([[float(len(text))] for text in texts], dtype=np.float32)

    rows = encode_distinct(["aa", "b", "aa", "ccc", "b"], 1, encode)
    assert seen == ["aa", "b", "ccc"]
    assert rows[:, 0].tolist() == [2.0, 1.0, 2.0, 3.0, 1.0]


def test_nothing_to_encode_calls_nothing():
    def encode(texts):
        raise AssertionError("called")

    assert encode_distinct([], 7, encode).shape == (0, 7)


@pytest.mark.parametrize(("text", "expected"), [("a\ud800b", "a?b"), ("é😀\x00", "é😀\x00")])
def test_lone_surrogates_are_replaced_one_for_one(text, expected):
    assert well_formed(text) == expected


def test_normalised_rows_have_length_one_and_zero_stays_finite():
    rows = normalised(np.array([[3.0, 4.0], [0.0, 0.0]], dtype=np.float32))
    assert rows.tolist() == [[0.6000000238418579, 0.800000011920929], [0.0, 0.0]]
