"""Document pairing by content."""

import numpy as np

from auditor.align.link_model import load_pairing_model
from auditor.align.pairing import Article, match_documents
from auditor.encoders import HashEncoder

MODEL = load_pairing_model("hash")
STORIES = (
    ("A crane collapsed on the northern pier of Port Vella.", "Two fishing boats were towed to the shipyard."),
    ("A late frost destroyed the apple harvest in the Lerma valley.", "Growers expect losses of 60 percent."),
    ("The court sentenced the former mayor to three years in prison.", "His lawyer said he would appeal."),
    ("Scientists lowered a drill four kilometres into the ocean.", "The core is fifty million years old."),
)


def article(sentences, facts=()):
    return Article(HashEncoder().encode(list(sentences)), frozenset(facts))


def retold(sentences):
    return article([sentence.replace("The", "This").replace("of", "in") for sentence in reversed(sentences)])


def test_scrambled_stories_find_each_other():
    theirs = [retold(STORIES[i]) for i in (2, 0, 3, 1)]
    matches = match_documents([article(story) for story in STORIES], theirs, MODEL)
    assert [(m.translation, m.counterpart) for m in matches] == [(0, 1), (1, 3), (2, 0), (3, 2)]


def test_two_translations_may_share_a_counterpart():
    matches = match_documents(
        [article(STORIES[0]), retold(STORIES[0])], [article(STORIES[0]), article(STORIES[1])], MODEL
    )
    assert [m.counterpart for m in matches] == [0, 0]


def test_a_story_without_counterpart_stays_alone():
    matches = match_documents([article(STORIES[0])], [article(story) for story in STORIES[1:]], MODEL)
    assert matches == ()


def test_one_side_may_be_empty():
    assert match_documents([], [article(STORIES[0])], MODEL) == ()
    assert match_documents([article(STORIES[0])], [], MODEL) == ()


def test_confidence_grows_with_shared_facts():
    plain = match_documents([article(STORIES[0])], [retold(STORIES[0])], MODEL)
    facts = [("number", 4), ("number", 2), ("name", "frr"), ("name", "vll")]
    other = retold(STORIES[0])
    shared = match_documents([article(STORIES[0], facts)], [Article(other.segments, frozenset(facts))], MODEL)
    assert shared[0].confidence > plain[0].confidence
    assert np.isfinite(shared[0].confidence)
