"""Evidence of the sentences, against the plain definition."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from auditor.align.support import lead_in_rows, passage_vectors, sentence_support
from auditor.core.document import Document, Passage, PassageKind, Segment, Span


def document(sizes):
    """A document of passages with that many sentences of ten characters each."""
    passages, number = [], 0
    for index, size in enumerate(sizes):
        segments = tuple(
            Segment(number + k, index, Span(10 * (number + k), 10 * (number + k) + 10)) for k in range(size)
        )
        passages.append(
            Passage(index, PassageKind.PARAGRAPH, Span(segments[0].span.start, segments[-1].span.end), segments)
        )
        number += size
    return Document("x", "x" * 10 * number, "file", "0" * 64, "en", 1.0, tuple(passages))


sizes = st.lists(st.integers(1, 3), min_size=1, max_size=5)


@given(sizes, sizes, st.integers(0, 10_000))
def test_support_is_what_loops_over_the_passages_give(ours, theirs, seed):
    left, right = document(ours), document(theirs)
    table = np.random.default_rng(seed).normal(size=(sum(ours), sum(theirs)))
    support = sentence_support(left, right, table)
    best = table.max(axis=1)
    for i, a in enumerate(left.passages):
        for j, b in enumerate(right.passages):
            rows, columns = [s.index for s in a.segments], [s.index for s in b.segments]
            block = table[np.ix_(rows, columns)]
            means = {(len(rows), 0): block.max(axis=1).mean(), (len(columns), 1): block.max(axis=0).mean()}
            if len(rows) != len(columns):
                assert np.isclose(support.shorter[i, j], means[min(means)])
                assert np.isclose(support.longer[i, j], means[max(means)])
            assert np.isclose(support.peak[i, j], block.max())
            assert np.isclose(support.nearest[i, j], np.mean(block.max(axis=1) == best[rows]))


@given(sizes, sizes, st.integers(0, 10_000))
def test_swapping_the_sides_transposes(ours, theirs, seed):
    left, right = document(ours), document(theirs)
    table = np.random.default_rng(seed).normal(size=(sum(ours), sum(theirs)))
    there, back = sentence_support(left, right, table), sentence_support(right, left, table.T)
    for name in ("shorter", "longer", "peak", "lead", "pull"):
        assert np.allclose(getattr(there, name), getattr(back, name).T), name
    assert np.allclose(there.nearest, back.nearest_back.T)


def test_a_pair_leads_where_both_are_each_others_nearest():
    table = np.array([[0.9, 0.2], [0.8, 0.3]])
    support = sentence_support(document([1, 1]), document([1, 1]), table)
    assert np.allclose(support.lead, [[0.1, -0.7], [-0.1, -0.5]])
    assert np.allclose(support.pull, [[0.7, -0.1], [0.5, 0.1]])


def test_nothing_leads_a_row_of_one():
    assert lead_in_rows(np.array([[0.4], [0.7]])).tolist() == [[0.0], [0.0]]


def test_passage_vectors_are_unit_and_lean_to_the_longer_sentence():
    vectors = passage_vectors(document([2, 1]), np.array([[1, 0], [0, 1], [0, 1]], dtype=np.float32))
    assert np.allclose(vectors, [[0.5**0.5, 0.5**0.5], [0, 1]])
