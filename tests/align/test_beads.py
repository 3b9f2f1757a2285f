"""Beads of sentences: what holds whatever the texts are, and what a reader would expect of a few."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.align.bead_model import load_bead_parameters
from auditor.align.beads import best_path
from auditor.align.sentences import Sentences
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
texts = st.lists(st.sampled_from(SENTENCES), max_size=9)


def path(left, right):
    return best_path(Sentences.of(left, EMBED), Sentences.of(right, EMBED), EMBED, load_bead_parameters())


def moves(steps):
    return [(step.t, step.n, step.c, step.m) for step in steps]


def random_sides(seed, n, m):
    """Sides of which the second holds noisy copies of the first, so that no two beads cost the same."""
    random = np.random.default_rng(seed)
    rows = random.standard_normal((n + m, 16)).astype(np.float32)
    shared = min(n, m)
    rows[n : n + shared] = rows[:shared] + 0.4 * rows[n : n + shared]
    table = {f"{i} " + "x" * random.integers(5, 60): row / np.linalg.norm(row) for i, row in enumerate(rows)}

    def embed(wanted):
        found = []
        for text in wanted:
            parts = [row for key, row in table.items() if key in text]
            joined = np.sum(parts, axis=0)
            found.append(joined / np.linalg.norm(joined))
        return np.array(found, dtype=np.float32)

    keys = list(table)
    return keys[:n], keys[n:], embed


@given(texts, texts)
@settings(max_examples=50)
def test_every_segment_is_in_exactly_one_bead_in_order(left, right):
    steps = path(left, right)
    assert [i for step in steps for i in range(step.t, step.t + step.n)] == list(range(len(left)))
    assert [j for step in steps for j in range(step.c, step.c + step.m)] == list(range(len(right)))


@given(st.integers(0, 10_000), st.integers(1, 9), st.integers(1, 9))
@settings(max_examples=50)
def test_swapping_the_sides_mirrors_the_beads(seed, n, m):
    left, right, embed = random_sides(seed, n, m)
    sides = Sentences.of(left, embed), Sentences.of(right, embed)
    there = best_path(*sides, embed, load_bead_parameters())
    back = best_path(*sides[::-1], embed, load_bead_parameters())
    assert {move for move in moves(there) if move[1] and move[3]} == {
        (t, n, c, m) for c, m, t, n in moves(back) if n and m
    }


@given(st.permutations(SENTENCES))
@settings(max_examples=20)
def test_identical_texts_align_on_the_diagonal(sentences):
    assert moves(path(sentences, sentences)) == [(i, 1, i, 1) for i in range(len(sentences))]


def test_a_duplicated_document_aligns_with_itself_on_the_diagonal():
    assert moves(path(SENTENCES * 3, SENTENCES * 3)) == [(i, 1, i, 1) for i in range(3 * len(SENTENCES))]


@pytest.mark.parametrize(("left", "right"), [(SENTENCES[:3], ()), ((), SENTENCES[:3]), ((), ())])
def test_an_empty_side_is_all_skips(left, right):
    steps = path(left, right)
    assert [(step.n, step.m, step.similarity) for step in steps] == [(1, 0, None)] * len(left) + [(0, 1, None)] * len(
        right
    )


def test_one_sentence_beside_itself_is_one_bead():
    assert moves(path(SENTENCES[:1], SENTENCES[:1])) == [(0, 1, 0, 1)]


def test_a_sentence_that_was_cut_in_two_is_one_bead():
    whole = "Two fishing boats were towed to the shipyard and nobody was hurt, a spokeswoman of the port said."
    halves = ["Two fishing boats were towed to the shipyard", "and nobody was hurt, a spokeswoman of the port said."]
    steps = path([SENTENCES[0], *halves, SENTENCES[3]], [SENTENCES[0], whole, SENTENCES[3]])
    assert [(s.n, s.m) for s in steps] == [(1, 1), (2, 1), (1, 1)]


def test_five_lines_of_one_sentence_are_one_bead():
    words = (
        "two old fishing boats | were towed on Monday | to the shipyard beyond | the northern pier | after the storm"
    )
    parts = words.split(" | ")
    steps = path([SENTENCES[3], *parts, SENTENCES[5]], [SENTENCES[3], " ".join(parts), SENTENCES[5]])
    assert moves(steps) == [(0, 1, 0, 1), (1, 5, 1, 1), (6, 1, 2, 1)]


def test_a_sentence_without_counterpart_is_skipped():
    steps = path(SENTENCES, [*SENTENCES[:2], *SENTENCES[3:]])
    assert [(s.n, s.m) for s in steps] == [(1, 1), (1, 1), (1, 0), (1, 1), (1, 1), (1, 1)]
    assert (steps[2].similarity, steps[2].probability) == (None, None)
    assert all(step.probability > 0.5 for step in steps if step.n and step.m)


def test_only_probable_runs_are_embedded():
    asked = []

    def embed(wanted):
        asked.extend(wanted)
        return EMBED(wanted)

    sides = Sentences.of(SENTENCES, EMBED), Sentences.of(SENTENCES, EMBED)
    best_path(*sides, embed, load_bead_parameters())
    assert len(asked) < len(SENTENCES)
