"""Retrieval accuracy, on vectors whose neighbours are known."""

from __future__ import annotations

import numpy as np
import pytest
from ntrex_codes import ntrex_tags
from retrieval import retrieval

EYE = np.eye(4, dtype=np.float32)
TEXTS = ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("theirs", "their_texts", "there", "back"),
    [
        (EYE, TEXTS, 1.0, 1.0),
        (EYE[[1, 0, 2, 3]], TEXTS, 0.5, 0.5),
        (EYE[[0, 0, 2, 3]], ["a", "a", "c", "d"], 0.25 * (1 + 0.5 + 1 + 1), 0.75),
        (EYE[[0, 0, 2, 3]], TEXTS, 0.25 * (0.5 + 0.25 + 1 + 1), 0.75),
        (EYE[[0, 0, 0, 0]], TEXTS, 0.25, 0.25),
    ],
    ids=["perfect", "two swapped", "equal texts", "different texts, equal vectors", "one vector for all"],
)
def test_accuracy(theirs, their_texts, there, back):
    found = retrieval(EYE, theirs, TEXTS, their_texts)
    assert (found.there, found.back) == pytest.approx((there, back))
    assert found.accuracy == pytest.approx((there + back) / 2)
    assert found.sentences == 4


def test_many_rows_are_looked_up_in_parts():
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(1100, 24)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    names = [str(i) for i in range(len(rows))]
    assert retrieval(rows, rows, names, names).accuracy == 1.0
    assert retrieval(rows, rows[::-1], names, names[::-1]).accuracy == 0.0


def test_every_tag_stands_for_one_file():
    tags = ntrex_tags()
    assert len(tags) == len({tag for tag, _ in tags.values()}) == 127
    assert tags["zho-TW"] == ("zh-Hant", "Traditional Chinese")
    assert all(name.strip() == name for _, name in tags.values())
