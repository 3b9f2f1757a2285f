"""Parallel, reordered or comparable."""

import pytest

from auditor.align.regime import SAME_CONTENT, covered, judge_regime
from auditor.core.alignment import Link, Regime
from auditor.core.document import Source
from auditor.languages import get_language
from auditor.segment import segment


def _document(passages):
    text = "\n\n".join(f"Passage {i} of the article says something of about equal length." for i in range(passages))
    return segment(Source("x", text, "file", "0" * 64), get_language("en"))


def _links(*found, confidence=0.98):
    return tuple(Link(a, b, 0.9, confidence) for a, b in found)


SAME = [(i, i) for i in range(8)]


@pytest.mark.parametrize(
    ("links", "passages", "counterparts", "expected"),
    [
        (_links(*SAME), 8, 8, Regime.PARALLEL),
        (_links(*((i, 7 - i) for i in range(8))), 8, 8, Regime.REORDERED),
        (_links(*SAME), 8, 9, Regime.PARALLEL),
        (_links(*SAME), 9, 8, Regime.PARALLEL),
        (_links(*SAME), 10, 10, Regime.COMPARABLE),
        (_links(*SAME), 8, 14, Regime.COMPARABLE),
        (_links(*SAME[:4]), 8, 8, Regime.COMPARABLE),
        (_links(*SAME, confidence=0.7), 8, 8, Regime.COMPARABLE),
        ((), 8, 8, Regime.COMPARABLE),
        ((), 0, 8, Regime.COMPARABLE),
    ],
    ids=[
        "whole",
        "reversed",
        "abridged",
        "added",
        "both-differ",
        "half-missing",
        "half-linked",
        "unsure",
        "nothing-linked",
        "empty",
    ],
)
def test_regime(links, passages, counterparts, expected):
    assert judge_regime(_document(passages), _document(counterparts), links) is expected


def test_a_passage_counts_once_with_its_surest_link():
    ours, theirs = _document(2), _document(2)
    once, twice = _links((0, 0), (1, 1)), (*_links((0, 0), (1, 1)), Link(0, 1, 0.5, 0.6))
    assert covered(ours, theirs, once) == covered(ours, theirs, twice) == pytest.approx(0.98)
    assert SAME_CONTENT < 0.98
