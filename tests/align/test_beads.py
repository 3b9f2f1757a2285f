"""The dynamic programme over sentences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.align.beads import BeadParameters, best_path
from auditor.align.windows import text_windows
from auditor.encoders import HashEncoder

EMBED = HashEncoder().encode
SENTENCES = (
    "The harbour authority closed the northern pier on Monday.",
    "Two fishing boats were towed to the shipyard.",
    "Nobody was hurt, a spokeswoman said.",
    "Insurance experts estimate the damage at four million euros.",
    "The pier will stay closed until the end of the summer season.",
    "Local hotels fear that visitors will cancel their bookings.",
)
texts = st.lists(st.sampled_from(SENTENCES), max_size=7)


def path(left, right):
    return best_path(text_windows(left, 3, EMBED), text_windows(right, 3, EMBED), BeadParameters())


@given(texts, texts)
def test_every_segment_is_in_exactly_one_bead_in_order(left, right):
    steps = path(left, right)
    assert [i for step in steps for i in range(step.t, step.t + step.n)] == list(range(len(left)))
    assert [j for step in steps for j in range(step.c, step.c + step.m)] == list(range(len(right)))


@given(texts, texts)
def test_swapping_the_sides_costs_the_same(left, right):
    assert sum(s.cost for s in path(left, right)) == pytest.approx(sum(s.cost for s in path(right, left)), abs=1e-5)


@given(st.permutations(SENTENCES))
def test_identical_texts_align_on_the_diagonal(sentences):
    assert [(s.t, s.n, s.c, s.m) for s in path(sentences, sentences)] == [(i, 1, i, 1) for i in range(len(sentences))]


def test_an_empty_side_is_all_skips():
    steps = path(SENTENCES[:3], [])
    assert [(s.n, s.m, s.similarity) for s in steps] == [(1, 0, None)] * 3


def test_a_sentence_that_was_cut_in_two_is_one_bead():
    whole = "Two fishing boats were towed to the shipyard and nobody was hurt, a spokeswoman of the port said."
    halves = ["Two fishing boats were towed to the shipyard", "and nobody was hurt, a spokeswoman of the port said."]
    steps = path([SENTENCES[0], *halves, SENTENCES[3]], [SENTENCES[0], whole, SENTENCES[3]])
    assert [(s.n, s.m) for s in steps] == [(1, 1), (2, 1), (1, 1)]


def test_a_sentence_without_counterpart_is_skipped():
    steps = path(SENTENCES, [*SENTENCES[:2], *SENTENCES[3:]])
    assert [(s.n, s.m) for s in steps] == [(1, 1), (1, 1), (1, 0), (1, 1), (1, 1), (1, 1)]


def test_windows_hold_all_runs():
    windows = text_windows(SENTENCES[:4], 3, EMBED)
    assert [len(vectors) for vectors in windows.by_size] == [4, 3, 2]
    joined = EMBED([f"{SENTENCES[1]} {SENTENCES[2]}"])[0]
    np.testing.assert_array_equal(windows.by_size[1][1], joined)
