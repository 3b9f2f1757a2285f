"""What is remembered of a run's vectors."""

import numpy as np

from auditor.audit.vectors import RememberingEncoder
from auditor.encoders import HashEncoder
from auditor.encoders.front import FrontEncoder


class Counting(FrontEncoder):
    """Notes what reaches it."""

    def __init__(self):
        super().__init__(HashEncoder())
        self.seen = []

    def encode(self, texts):
        self.seen += texts
        return self.encoder.encode(texts)


def test_a_text_is_encoded_once():
    inner = Counting()
    encoder = RememberingEncoder(inner)
    first = encoder.encode(["one", "two", "one"])
    np.testing.assert_array_equal(first, encoder.encode(["one", "two", "one"]))
    np.testing.assert_array_equal(first, HashEncoder().encode(["one", "two", "one"]))
    assert inner.seen == ["one", "two"]


def test_the_oldest_make_room():
    inner = Counting()
    encoder = RememberingEncoder(inner, limit_bytes=3 * 4 * inner.dimensions)
    texts = ["one", "two", "three", "four", "five"]
    np.testing.assert_array_equal(encoder.encode(texts), HashEncoder().encode(texts))
    encoder.encode(["three", "four", "five"])
    assert inner.seen == texts
    encoder.encode(["one"])
    assert inner.seen == [*texts, "one"]


def test_no_texts_no_vectors():
    inner = Counting()
    assert RememberingEncoder(inner).encode([]).shape == (0, inner.dimensions)
    assert inner.seen == []
