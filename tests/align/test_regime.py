"""Parallel, reordered or comparable."""

import pytest

from auditor.align.regime import ONE_TEXT, SAME_CONTENT, agreement, covered, judge_regime
from auditor.core.alignment import Bead, Link, Regime
from auditor.core.document import Source
from auditor.languages import get_language
from auditor.segment import segment


def _document(passages):
    text = "\n\n".join(f"Passage {i} of the article says something of about equal length." for i in range(passages))
    return segment(Source("x", text, "file", "0" * 64), get_language("en"))


def _links(*found, confidence=0.98):
    return tuple(Link(a, b, 0.9, confidence) for a, b in found)


def _beads(links, passages, counterparts):
    """One sentence a passage: one for one where linked, alone where not."""
    pairs = [Bead((link.translation,), (link.counterpart,), 0.9, 1.0) for link in links]
    ours, theirs = {link.translation for link in links}, {link.counterpart for link in links}
    pairs += [Bead((i,), (), None, 1.0) for i in range(passages) if i not in ours]
    return pairs + [Bead((), (j,), None, 1.0) for j in range(counterparts) if j not in theirs]


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
        "nothing-linked",
        "empty",
    ],
)
def test_regime(links, passages, counterparts, expected):
    ours, theirs = _document(passages), _document(counterparts)
    assert judge_regime(ours, theirs, links, _beads(links, passages, counterparts)) is expected


def test_merged_sentences_and_passages_that_share_partners_are_another_version():
    ours, theirs = _document(8), _document(4)
    links = _links(*((i, i // 2) for i in range(8)))
    merged = [Bead((2 * j, 2 * j + 1), (j,), 0.9, 1.0) for j in range(4)]
    assert covered(ours, theirs, links) == pytest.approx(0.98)
    assert agreement(ours, theirs, links, merged) == 0.0
    assert judge_regime(ours, theirs, links, merged) is Regime.COMPARABLE


def test_one_text_agrees_wholly_and_in_either_direction():
    ours, theirs = _document(8), _document(9)
    links = _links(*SAME)
    beads = _beads(links, 8, 9)
    back = [Bead(bead.counterpart, bead.translation, bead.similarity, bead.cost) for bead in beads]
    mirrored = tuple(Link(link.counterpart, link.translation, 0.9, 0.98) for link in links)
    assert agreement(ours, ours, links, _beads(links, 8, 8)) == pytest.approx(2.0)
    there = agreement(ours, theirs, links, beads)
    assert there > ONE_TEXT
    assert there == pytest.approx(agreement(theirs, ours, mirrored, back))


def test_a_passage_counts_once_with_its_surest_link():
    ours, theirs = _document(2), _document(2)
    once, twice = _links((0, 0), (1, 1)), (*_links((0, 0), (1, 1)), Link(0, 1, 0.5, 0.6))
    assert covered(ours, theirs, once) == covered(ours, theirs, twice) == pytest.approx(0.98)
    assert SAME_CONTENT < 0.98
