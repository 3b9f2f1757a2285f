from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.encoders import Encoder, HashEncoder

GOLDEN = [0.0, 0.0, 0.377964, -0.755929, 0.0, 0.0, -0.377964, 0.377964]


def test_satisfies_the_protocol():
    assert isinstance(HashEncoder(), Encoder)


def test_no_texts_give_no_rows():
    assert HashEncoder(32).encode([]).shape == (0, 32)


@settings(max_examples=50)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_rows_have_length_one_and_belong_to_their_text(texts):
    encoder = HashEncoder(64)
    rows = encoder.encode(texts)
    assert rows.dtype == np.float32
    assert rows.shape == (len(texts), 64)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, rtol=1e-5)
    for text, row in zip(texts, rows, strict=True):
        np.testing.assert_array_equal(encoder.encode([text])[0], row)


def test_similar_texts_are_closer_than_others():
    a, edited, other = HashEncoder().encode(
        [
            "The minister arrived in Geneva on Monday for talks.",
            "The minister arrived at Geneva on Monday for more talks.",
            "Rainfall broke a record in three valleys of the north.",
        ]
    )
    assert a @ edited > 0.8
    assert a @ other < 0.4


def test_values_never_change_between_machines():
    row = HashEncoder(8).encode(["Ankara 12"])[0]
    np.testing.assert_allclose(row, GOLDEN, atol=1e-6)


def test_hash_depends_on_dimensions():
    assert HashEncoder(8).model_hash != HashEncoder(16).model_hash
    assert len(HashEncoder().model_hash) == 12


def test_counts_words():
    assert HashEncoder().count_tokens(" one  two\nthree ") == 3


def test_refuses_no_dimensions():
    with pytest.raises(ValueError, match="at least 1"):
        HashEncoder(0)
