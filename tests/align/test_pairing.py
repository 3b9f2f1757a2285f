"""Document pairing by content."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.align.link_model import load_pairing_model
from auditor.align.pairing import EVIDENCE, NEAREST, Shelf, match_documents, pairing_confidence, searches
from auditor.align.shelf import Article
from auditor.encoders import HashEncoder

MODEL = load_pairing_model("hash")
STORIES = (
    (
        "A crane collapsed on the northern pier of Port Vella.",
        "Two fishing boats were towed to the shipyard.",
        "Nobody was hurt, the harbour master told reporters.",
    ),
    (
        "A late frost destroyed the apple harvest in the Lerma valley.",
        "Growers expect losses of 60 percent.",
        "The regional government promised quick help.",
    ),
    (
        "The court sentenced the former mayor to three years in prison.",
        "His lawyer said he would appeal.",
        "Prosecutors had asked for a longer term.",
    ),
    (
        "Scientists lowered a drill four kilometres into the ocean.",
        "The core is fifty million years old.",
        "It will be studied in a laboratory in Bremen.",
    ),
)


def article(sentences, facts=()):
    return Article(HashEncoder().encode(list(sentences)), frozenset(facts))


def retold(sentences):
    return article([sentence.replace("The", "This").replace("of", "in") for sentence in reversed(sentences)])


def matched(ours, theirs, model=MODEL):
    return {m.translation: m.counterpart for m in match_documents(Shelf.of(ours), Shelf.of(theirs), model)}


def test_scrambled_stories_find_each_other():
    theirs = [retold(STORIES[i]) for i in (2, 0, 3, 1)]
    assert matched([article(story) for story in STORIES], theirs) == {0: 1, 1: 3, 2: 0, 3: 2}


def test_twelve_translations_may_share_a_counterpart():
    ours = [article(STORIES[0]) if i % 2 else retold(STORIES[0]) for i in range(12)]
    assert matched(ours, [article(STORIES[1]), article(STORIES[0])]) == dict.fromkeys(range(12), 1)


def test_a_story_alone_in_its_folder_is_found():
    assert matched([retold(STORIES[2])] * 12, [article(STORIES[2])]) == dict.fromkeys(range(12), 0)


def test_a_story_without_counterpart_stays_alone():
    ours, theirs = (*STORIES[0], *STORIES[1]), ((*STORIES[2], *STORIES[3]), (*STORIES[3], *STORIES[2]))
    assert matched([article(ours)], [article(story) for story in theirs]) == {}


def test_of_two_versions_the_nearer_is_taken():
    other_outlet = article([STORIES[0][0], *STORIES[3][1:]])
    assert matched([article(STORIES[0])], [other_outlet, retold(STORIES[0]), article(STORIES[1])]) == {0: 1}


def test_one_side_may_be_empty():
    assert matched([], [article(STORIES[0])]) == {}
    assert matched([article(STORIES[0])], []) == {}


def test_confidence_grows_with_shared_facts():
    facts = [("number", 4), ("number", 2), ("name", "frr"), ("name", "vll")]
    ours = Shelf.of([article(STORIES[0], facts)])
    apart, shared = (Shelf.of([Article(retold(STORIES[0]).segments, frozenset(own))]) for own in ([], facts))
    [plain], [supported] = (match_documents(ours, theirs, MODEL) for theirs in (apart, shared))
    assert supported.confidence > plain.confidence


@pytest.mark.parametrize("encoder", ["use", "e5", "any"])
def test_more_evidence_never_lowers_the_confidence(encoder):
    model = load_pairing_model(encoder)
    weak, strong = (0.2, 1.0, 0.0, 0.1, 0.5, 1.0), (0.6, 2.0, 3.0, 0.4, 3.0, 4.0)
    for place, value in enumerate(strong):
        mixed = [*weak[:place], value, *weak[place + 1 :]]
        assert pairing_confidence(mixed, model) >= pairing_confidence(weak, model)
    assert pairing_confidence(strong, model) > 0.9
    unrelated = (0.0, 0.0, -3.0, 0.0, -4.0, 0.0)
    assert pairing_confidence(unrelated, model) < 0.1


def random_articles(count, seed):
    rng = np.random.default_rng(seed)
    vectors = rng.normal(size=(count, 4, 32)).astype(np.float32)
    return [Article(own / np.linalg.norm(own, axis=1, keepdims=True), frozenset()) for own in vectors]


@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 99))
@settings(max_examples=25, deadline=None)
def test_every_translation_is_searched_once_among_the_nearest(ours, theirs, seed):
    left, right = random_articles(ours, seed), random_articles(theirs, seed + 100)
    found = list(searches(Shelf.of(left), Shelf.of(right), MODEL))
    assert [search.translation for search in found] == list(range(ours))
    assert {len(search.counterparts) for search in found} == {min(NEAREST, theirs)}
    assert all(len(set(search.counterparts)) == len(search.counterparts) for search in found)
    assert all(np.isfinite(search.evidence).all() for search in found)


@given(st.permutations(range(8)), st.integers(0, 99))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_files_does_not_matter(order, seed):
    stories = random_articles(8, seed)
    noise = random_articles(8, seed + 1)
    told = [Article(_unit(a.segments + 0.3 * b.segments), a.facts) for a, b in zip(stories, noise, strict=True)]
    assert matched(stories[:6], [told[i] for i in order]) == {i: order.index(i) for i in range(6)}


def _unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_blocks_do_not_change_the_result(monkeypatch):
    left, right = Shelf.of(random_articles(20, 1)), Shelf.of(random_articles(30, 2))
    whole = list(searches(left, right, MODEL))
    monkeypatch.setattr("auditor.align.pairing.BLOCK", 3)
    assert [search.counterparts for search in searches(left, right, MODEL)] == [s.counterparts for s in whole]


def test_confidence_is_a_probability():
    extreme = replace(MODEL, weights=(1e6,) * len(EVIDENCE))
    assert pairing_confidence((1,) * len(EVIDENCE), extreme) == pytest.approx(1.0)
    assert pairing_confidence((-1,) * len(EVIDENCE), extreme) == pytest.approx(0.0)
