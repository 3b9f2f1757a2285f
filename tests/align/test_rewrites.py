"""The gold of rewritten articles, on which links are fitted and measured."""

import random

import pytest
from rewrites import Recipe, rewrite

WORDS = (
    "harbour",
    "pier",
    "crane",
    "boat",
    "captain",
    "insurance",
    "hotel",
    "ferry",
    "lighthouse",
    "market",
    "divers",
    "sugar",
    "tax",
    "vote",
    "river",
    "bridge",
)
LINES = [
    f"{' '.join(random.Random(i).sample(WORDS, 5))}, {' '.join(random.Random(-i - 1).choices(WORDS, k=6))}."
    for i in range(12)
]
FOREIGN = [(f"Foreign one {i}.", f"Foreign other {i}.") for i in range(12)]


def rewritten(recipe, ours=LINES, theirs=LINES, seed=1):
    return rewrite(ours, theirs, ("en", "en"), FOREIGN, recipe, random.Random(seed))


def texts(document):
    return [document.passage_text(i) for i in range(len(document.passages))]


def test_untouched_articles_have_their_links_on_the_diagonal():
    pair = rewritten(Recipe(recut=0.0))
    assert texts(pair.translation) == texts(pair.counterpart)
    assert pair.links == {(i, i) for i in range(len(pair.translation.passages))}
    assert not pair.partial


@pytest.mark.parametrize("seed", range(4))
def test_passages_that_share_a_line_are_linked_at_least_in_part(seed):
    pair = rewritten(Recipe(drop=0.3, foreign=0.3, shuffle=0.5, merge=0.3), seed=seed)
    for i, ours in enumerate(texts(pair.translation)):
        for j, theirs in enumerate(texts(pair.counterpart)):
            shared = [line for line in LINES if line in ours and line in theirs]
            assert bool(shared) == ((i, j) in pair.links | pair.partial)


def test_both_halves_of_a_cut_line_are_linked_to_the_whole():
    pair = rewritten(Recipe(split=1.0, recut=0.0, largest_passage=1))
    assert len(pair.translation.segments) + len(pair.counterpart.segments) == 3 * len(LINES)
    for side, ends in enumerate(((pair.translation, pair.counterpart), (pair.counterpart, pair.translation))):
        linked = {link[side] for link in pair.links}
        assert linked == set(range(len(ends[0].passages)))


def test_a_trimmed_line_keeps_its_beginning_and_its_link():
    pair = rewritten(Recipe(trim=1.0, recut=0.0, largest_passage=1))
    assert len(pair.links) == len(LINES)
    for i, j in pair.links:
        assert len({len(pair.translation.passages[i].span), len(pair.counterpart.passages[j].span)}) == 2


def test_lines_told_twice_are_linked_to_either():
    twice = [*LINES[:4], LINES[2]]
    pair = rewritten(Recipe(recut=0.0, largest_passage=1), twice, twice)
    assert {(2, 2), (2, 4), (4, 2), (4, 4)} <= pair.links


def test_an_abridged_translation_leaves_the_counterpart_whole():
    pair = rewritten(Recipe(abridge=0.5))
    assert len(pair.translation.segments) < len(pair.counterpart.segments) == len(LINES)
