"""Passage links from evidence: mirrored, many to many, honest about what has no counterpart."""

from hashlib import sha256
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.align.evidence import fact_keys, shared_facts, shared_words
from auditor.align.link_model import load_link_model
from auditor.align.links import FEATURES, choose_links, first_pass, link_features, link_probabilities
from auditor.align.support import passage_vectors
from auditor.core.document import Source
from auditor.encoders import HashEncoder
from auditor.facts import extract_facts
from auditor.languages import get_language
from auditor.segment import segment

ENCODER = HashEncoder()
PASSAGES = (
    "The harbour authority closed the northern pier on Monday. A crane had collapsed there at dawn.",
    "Two fishing boats were towed to the shipyard, said the captain Ana Ferreira.",
    "Insurance experts estimate the damage at 4 million euros. Repairs will take until August.",
    "Local hotels fear that visitors will cancel their bookings for the summer.",
    "The last accident of this kind happened in 1987, when a ferry hit the lighthouse.",
    "Children watched the divers from the fish market and counted the bubbles.",
)
FOREIGN = "The parliament of the neighbouring country votes on a new tax for sugar next week."
articles = st.lists(st.sampled_from((*PASSAGES, FOREIGN)), min_size=1, max_size=7)


def document(passages):
    text = "\n\n".join(passages)
    return segment(Source("x", text, "file", sha256(text.encode()).hexdigest()), get_language("en"))


def features(ours, theirs, model):
    left, right = document(ours), document(theirs)
    vectors = [ENCODER.encode([d.slice(s.span) for s in d.segments]) for d in (left, right)]
    passages = passage_vectors(left, vectors[0]) @ passage_vectors(right, vectors[1]).T
    keys = [fact_keys(d, extract_facts(d, get_language("en"))) for d in (left, right)]
    return link_features(left, right, passages, vectors[0] @ vectors[1].T, shared_facts(*keys), model)


def linked(ours, theirs):
    model = load_link_model("hash")
    table = link_probabilities(features(ours, theirs, model), model)
    return {(link.translation, link.counterpart) for link in choose_links(table, table)}


@settings(max_examples=25, deadline=None)
@given(articles, articles)
def test_swapping_the_sides_mirrors_the_probabilities(ours, theirs):
    model = load_link_model("hash")
    there, back = (link_probabilities(features(a, b, model), model) for a, b in ((ours, theirs), (theirs, ours)))
    assert np.allclose(there, back.T, atol=1e-6)
    assert ((there >= 0) & (there <= 1)).all()


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4, 5), (0, 4, 5, 1, 2, 3), (5, 4, 3, 2, 1, 0)])
def test_every_passage_finds_its_place_in_any_order(order):
    assert linked(PASSAGES, [PASSAGES[i] for i in order]) == {(order[j], j) for j in range(len(order))}


def test_foreign_passages_have_no_counterpart():
    found = linked([*PASSAGES[:4], FOREIGN], [*PASSAGES[:2], PASSAGES[5], *PASSAGES[2:4]])
    assert found == {(0, 0), (1, 1), (2, 3), (3, 4)}


def test_a_passage_told_twice_is_linked_twice():
    assert linked(PASSAGES[:4], [*PASSAGES[:4], PASSAGES[1]]) >= {(1, 1), (1, 4)}


def test_two_passages_may_be_one_on_the_other_side():
    joined = f"{PASSAGES[1]} {PASSAGES[2]}"
    assert linked(PASSAGES[:4], [PASSAGES[0], joined, PASSAGES[3]]) == {(0, 0), (1, 1), (2, 1), (3, 2)}


@pytest.mark.parametrize("encoder", ["use", "e5", "anything-else"])
def test_shipped_models_hold_all_features(encoder):
    model = load_link_model(encoder)
    assert len(model.weights) == len(FEATURES)
    assert model.forest.trees
    assert model.name == (encoder if encoder in ("use", "e5") else "any")


def test_more_evidence_never_lowers_the_first_judgement_of_the_sentences_of_a_pair():
    model = load_link_model("use")
    table = np.zeros((1, 1, len(FEATURES)))
    more = table.copy()
    more[..., FEATURES.index("lead")] = 2.0
    assert first_pass(more, model) > first_pass(table, model)


def test_two_hundred_passages_a_side_take_moments():
    model = load_link_model("use")
    ours = [
        f"Passage {i} of the long report is about item {i * 7919 % 1000}. It has two sentences." for i in range(200)
    ]
    left = document(ours)
    vectors = ENCODER.encode([left.slice(s.span) for s in left.segments])
    passages = passage_vectors(left, vectors)
    keys = fact_keys(left, extract_facts(left, get_language("en")))
    start = process_time()
    table = link_features(left, left, passages @ passages.T, vectors @ vectors.T, shared_facts(keys, keys), model)
    assert link_probabilities(table, model).shape == (200, 200)
    assert process_time() - start < 5


def test_rare_facts_count_more_than_common_ones():
    left = [frozenset({"a", "b"}), frozenset({"a"})]
    right = [frozenset({"b"}), frozenset({"a"}), frozenset({"a"})]
    assert shared_facts(left, right).tolist() == [[1.0, 0.5, 0.5], [0.0, 0.5, 0.5]]


def test_words_are_compared_by_their_beginnings_and_only_within_one_language():
    ours = document(["The harbours were closed.", FOREIGN])
    words = shared_words(ours, document(["A harbour was closing."]))
    assert words.of_shorter[0, 0] > words.of_shorter[1, 0] == 0
    french = segment(Source("x", "The harbours were closed.", "file", "0" * 64), get_language("fr"))
    assert not shared_words(ours, french).of_shorter.any()
