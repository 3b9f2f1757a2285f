"""Articles on a shelf, and how alike two are."""

import numpy as np
import pytest

from auditor.align import shelf as shelf_module
from auditor.align.resemblance import PRIOR_REFERENCES, WIDEST, Candidate, Rarity, Scale, resemblances, usual_similarity
from auditor.align.shelf import Article, Shelf

SCALE = Scale(usual=0.2, spread=0.1, middle=0.3, width=0.05)


def unit(rows):
    vectors = np.asarray(rows, dtype=np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def articles(count, sizes=(3, 1, 5)):
    rng = np.random.default_rng(count)
    return [Article(unit(rng.normal(size=(sizes[i % len(sizes)], 16))), frozenset({i, "all"})) for i in range(count)]


@pytest.mark.parametrize("spool", [1, 2**20])
def test_what_is_put_on_the_shelf_comes_back(monkeypatch, spool):
    monkeypatch.setattr(shelf_module, "SPOOL_BYTES", spool)
    own = articles(7)
    shelf = Shelf.of(own)
    assert len(shelf) == 7
    assert shelf.starts == (0, 3, 4, 9, 12, 13, 18, 21)
    for index in (6, 0, 3, 3):
        np.testing.assert_allclose(shelf.segments(index), own[index].segments, atol=1e-3)
    np.testing.assert_allclose(shelf.means(), [one.segments.mean(axis=0) for one in own], atol=1e-6)


def test_articles_can_be_added_after_one_was_read():
    one, other = articles(2)
    shelf = Shelf.of([one])
    shelf.segments(0)
    shelf.add(other)
    np.testing.assert_allclose(shelf.segments(0), one.segments, atol=1e-3)
    np.testing.assert_allclose(shelf.segments(1), other.segments, atol=1e-3)


def test_a_sample_is_spread_over_all_articles():
    shelf = Shelf.of(articles(9, sizes=(4,)))
    assert shelf.sample(1000).shape == (36, 16)
    np.testing.assert_allclose(shelf.sample(9)[[0, -1]], [shelf.segments(0)[0], shelf.segments(8)[-1]], atol=1e-6)


def test_equal_facts_have_equal_numbers_on_either_shelf():
    left, right = (Shelf.of(reversed(own)) for own in (articles(3), articles(3)))
    for one, other in zip(left.facts, right.facts, strict=True):
        np.testing.assert_array_equal(one, other)


def test_usual_similarity_of_many_references_is_what_five_in_a_hundred_exceed():
    rng = np.random.default_rng(5)
    shelf, others = Shelf.of(articles(4)), unit(rng.normal(size=(20_000, 16)))
    usual = usual_similarity(shelf, others, Scale(0.0, 10.0, 0.3, 0.05))
    table = shelf.segments(0) @ others.T
    np.testing.assert_allclose(usual[:3], np.quantile(table, 0.95, axis=1), rtol=0.03)


def test_few_references_count_little_and_the_story_itself_among_them_not_at_all():
    own = articles(1)
    shelf = Shelf.of(own)
    usual = usual_similarity(shelf, own[0].segments, SCALE)
    highest = SCALE.usual + WIDEST * SCALE.spread * 3 / (3 + PRIOR_REFERENCES)
    np.testing.assert_allclose(usual, highest, rtol=1e-5)


def candidates():
    first, second = np.eye(16, dtype=np.float32)[:4], np.eye(16, dtype=np.float32)[[3, 2, 9, 10, 11, 12]]
    usual = np.full(6, 0.1, np.float32)
    shelf = Shelf.of([Article(first, frozenset("abc")), Article(second, frozenset("cd"))])
    return Candidate(first, usual[:4], shelf.facts[0]), Candidate(second, usual, shelf.facts[1]), Rarity((shelf,))


def test_resemblance_counts_what_either_tells():
    ours, theirs, rarity = candidates()
    [(share, count, opening, facts, level, _)] = resemblances(ours, [theirs], rarity, SCALE)
    assert share == pytest.approx(2 / 6, abs=1e-2)
    assert count == pytest.approx(np.log1p(2), abs=1e-2)
    assert opening == 3.0
    assert 0 < facts < 1
    assert level == pytest.approx((2 * 0.9 / 4 - SCALE.middle) / SCALE.spread, abs=0.5)


def test_only_nearest_of_each_other_count():
    ours, theirs, rarity = candidates()
    repeated = Candidate(np.repeat(theirs.segments[:1], 6, axis=0), theirs.usual, theirs.facts)
    [(_, count, *_)] = resemblances(ours, [repeated], rarity, SCALE)
    assert count == pytest.approx(np.log1p(1), abs=1e-2)


def test_the_lead_is_over_the_least_related_candidate():
    ours, theirs, rarity = candidates()
    stranger = Candidate(np.eye(16, dtype=np.float32)[5:9], theirs.usual[:4], theirs.facts)
    found = resemblances(ours, [theirs, theirs, theirs, stranger], rarity, SCALE)
    levels, leads = [one[-2] for one in found], [one[-1] for one in found]
    assert leads[0] == leads[1] == pytest.approx(levels[0] - levels[3])
    assert leads[3] == pytest.approx(levels[3] - levels[0])


def test_of_few_candidates_all_may_be_versions_of_the_story():
    ours, theirs, rarity = candidates()
    for count in (1, 2, 3):
        for *_, level, lead in resemblances(ours, [theirs] * count, rarity, SCALE):
            assert lead == pytest.approx(level + SCALE.middle / SCALE.spread)


def test_resemblance_is_the_same_from_either_side():
    ours, theirs, rarity = candidates()
    [there], [back] = resemblances(ours, [theirs], rarity, SCALE), resemblances(theirs, [ours], rarity, SCALE)
    assert there == pytest.approx(back)


def test_rare_facts_say_more():
    common = [Article(unit(np.eye(4)), frozenset({"everywhere"})) for _ in range(30)]
    pair = [Article(unit(np.eye(4)), frozenset({"everywhere", "rare"})) for _ in range(2)]
    shelf = Shelf.of([*common, *pair])
    rarity = Rarity((shelf,))
    assert rarity.shared(shelf.facts[30], shelf.facts[31]) > 5 * rarity.shared(shelf.facts[0], shelf.facts[1])
    assert rarity.shared(shelf.facts[0], np.zeros(0, np.uint64)) == 0.0


def test_shelves_without_any_facts():
    shelf = Shelf.of([Article(unit(np.eye(4)), frozenset())])
    assert Rarity((shelf,)).shared(shelf.facts[0], shelf.facts[0]) == 0.0
