"""Scores of whole documents: what is compared with what, and what the mean is over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fidelity_articles import WordScorer, aligned, article, paired
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.core.alignment import Regime
from auditor.core.document import PassageKind
from auditor.core.score import Verdict
from auditor.facts import extract_facts
from auditor.facts.fact import FactLedger
from auditor.fidelity import not_compared, score_document
from auditor.languages import get_language

NONE = FactLedger(())
FLOOD = "The flood cut off nine villages near the river."
VOTE = "The council will vote on the new budget next week."


def scored(ours, theirs, alignment, scorer=None, facts=False):
    ledgers = [extract_facts(d, get_language(d.language)) if facts else NONE for d in (ours, theirs)]
    return score_document(paired(ours, theirs), alignment, *ledgers, scorer)


def test_a_passage_is_the_length_weighted_mean_over_its_beads():
    ours = article(["aa bb", "cc dd ee ff gg"], "hh ii")
    theirs = article(["aa bb", "cc xx"], "hh ii")
    score = scored(
        ours, theirs, aligned([(0, 0, 0.9), (1, 1, 0.9)], [([0], [0]), ([1], [1]), ([2], [2])]), WordScorer()
    )
    assert score.passages[0].fidelity == pytest.approx((5 * 100 + 14 * 50) / 19)
    assert score.passages[0].risk == pytest.approx(1 - 1.0 * 0.5)
    assert score.fidelity == pytest.approx((20 * score.passages[0].fidelity + 5 * 100) / 25)
    assert score.signature == "fidelity:words"


def test_one_sided_beads_have_no_score():
    score = scored(
        article([FLOOD, VOTE]), article(FLOOD), aligned([(0, 0, 0.9)], [([0], [0]), ([1], [])]), WordScorer()
    )
    assert score.beads[0] is not None
    assert score.beads[1] is None
    assert score.fidelity == 100


def test_a_bead_across_two_passages_counts_in_both():
    alignment = aligned([(0, 0, 0.9), (1, 0, 0.9)], [([0, 1], [0])])
    score = scored(article("aa bb", "cc dd"), article("aa bb cc dd"), alignment, WordScorer())
    assert [p.fidelity for p in score.passages] == [100, 100]


def test_a_linked_passage_without_beads_is_read_in_windows_and_nothing_is_cut():
    sentences = [f"Sentence number {i} speaks of village {i} by the river and of its people." for i in range(20)]
    ours = article(sentences)
    whole = scored(ours, article(sentences), aligned([(0, 0, 0.9)], [], Regime.COMPARABLE), WordScorer())
    assert whole.passages[0].fidelity == 100
    tail = article([*sentences[:19], "Nothing at all like that was told over there."])
    assert scored(tail, article(sentences), aligned([(0, 0, 0.9)], []), WordScorer()).fidelity < 100


@pytest.mark.parametrize(
    ("links", "kind", "text", "verdict"),
    [
        ([(0, 0, 0.9)], PassageKind.PARAGRAPH, FLOOD, Verdict.SUPPORTED),
        ([(0, 0, 0.2)], PassageKind.PARAGRAPH, FLOOD, Verdict.NOT_IN_COUNTERPART),
        ([], PassageKind.PARAGRAPH, FLOOD, Verdict.NOT_IN_COUNTERPART),
        ([], PassageKind.PARAGRAPH, "Sport", Verdict.NOT_COMPARED),
        ([(0, 0, 0.9)], PassageKind.HEADLINE, "Flood", Verdict.SUPPORTED),
        ([(0, 0, 0.9)], PassageKind.RESIDUE, "Share this article with friends", Verdict.NOT_COMPARED),
        ([], PassageKind.DATELINE, "KOLWEZI, Democratic Republic of the Congo", Verdict.NOT_COMPARED),
    ],
)
def test_verdicts(links, kind, text, verdict):
    beads = [([0], [0])] if links else [([0], []), ([], [0])]
    score = scored(article(text, kinds=[kind]), article(FLOOD), aligned(links, beads), WordScorer())
    assert score.passages[0].verdict is verdict
    assert (score.passages[0].fidelity is not None) == (verdict is Verdict.SUPPORTED)


@pytest.mark.parametrize(
    ("text", "other", "regime", "verdict"),
    [
        (
            "About 500 trucks waited at the border.",
            "About 5,000 trucks waited at the border.",
            "parallel",
            "contradicted",
        ),
        (
            "About 500 trucks waited at the border.",
            "About 5,000 trucks waited at the border.",
            "comparable",
            "contradicted",
        ),
        (
            "About 5,000 trucks waited at the border.",
            "About 5,000 trucks waited at the border.",
            "parallel",
            "supported",
        ),
        (
            "Some 1,200 trucks waited at the border.",
            "Exactly 1,198 trucks waited at the border.",
            "parallel",
            "supported",
        ),
        ("The vote is five days away.", "The vote is five weeks away.", "parallel", "contradicted"),
        ("The vote is five days away.", "The vote is five weeks away.", "comparable", "supported"),
        ("He was born on 3 May 1961.", "He was born on 3 June 1961.", "reordered", "contradicted"),
        ("He was born on 3 May 1961.", "He was born on 3 June 1961.", "comparable", "supported"),
        # another outlet counted anew
        ("At least 23 people died in the fire.", "At least 31 people died in the fire.", "comparable", "supported"),
        ("The minister did not resign on Monday.", "The minister did resign on Monday.", "comparable", "contradicted"),
        ("The minister refused to resign.", "The minister did not resign.", "comparable", "supported"),
    ],
)
def test_hard_conflicts_contradict(text, other, regime, verdict):
    alignment = aligned([(0, 0, 0.9)], [([0], [0])], Regime(regime))
    assert scored(article(text), article(other), alignment, None, facts=True).passages[0].verdict.value == verdict


class FigureScorer(WordScorer):
    """Takes fifty points off every statement, as if its figures differed."""

    def score(self, pairs):
        return [
            replace(score, fidelity=score.fidelity - 50, before_facts=score.fidelity) for score in super().score(pairs)
        ]


@pytest.mark.parametrize(
    ("regime", "fidelity"), [(Regime.PARALLEL, 30), (Regime.REORDERED, 30), (Regime.COMPARABLE, 80)]
)
def test_what_differs_by_value_costs_nothing_against_another_outlet(regime, fidelity):
    ours, theirs = article("About 500 trucks waited there."), article("About 5,000 trucks waited there.")
    score = scored(ours, theirs, aligned([(0, 0, 0.9)], [([0], [0])], regime), FigureScorer(), facts=True)
    assert score.passages[0].fidelity == pytest.approx(fidelity)
    assert score.passages[0].verdict is Verdict.CONTRADICTED  # the meaning is alike enough, whatever the figures cost


def test_a_weak_link_never_contradicts():
    alignment = aligned([(0, 0, 0.55)], [([0], [0])])
    ours, theirs = article("About 500 trucks waited."), article("About 5,000 trucks waited.")
    assert scored(ours, theirs, alignment, None, facts=True).passages[0].verdict is Verdict.SUPPORTED


def test_without_a_scorer_there_are_verdicts_only():
    score = scored(article(FLOOD), article(FLOOD), aligned([(0, 0, 0.9)], [([0], [0])]))
    assert (score.fidelity, score.interval, score.beads, score.signature) == (None, None, (None,), "fidelity:none")
    assert score.coverage.supported == 1


def test_without_a_counterpart_nothing_is_compared():
    score = not_compared(article(FLOOD, VOTE))
    assert [p.verdict for p in score.passages] == [Verdict.NOT_COMPARED] * 2
    assert score.coverage.not_compared == 1
    assert score.fidelity is None


def test_an_empty_document_has_no_coverage():
    assert sum(vars_of(not_compared(article()).coverage)) == 0


WORDS = st.lists(st.sampled_from(["river", "flood", "vote", "budget", "nine", "minister"]), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, st.floats(0, 1)), min_size=1, max_size=6))
def test_aggregation_keeps_its_bounds(rows):
    ours = article(*[" ".join(a) for a, _, _ in rows])
    theirs = article(*[" ".join(b) for _, b, _ in rows])
    links = [(i, i, confidence) for i, (_, _, confidence) in enumerate(rows)]
    score = scored(ours, theirs, aligned(links, [([i], [i]) for i in range(len(rows))]), WordScorer())
    assert sum(vars_of(score.coverage)) == pytest.approx(1)
    known = [p.fidelity for p in score.passages if p.fidelity is not None]
    assert (score.fidelity is None) == (not known)
    if score.fidelity is not None:
        assert min(known) - 1e-9 <= score.fidelity <= max(known) + 1e-9
        low, high = score.interval
        assert 0 <= low <= score.fidelity <= high <= 100
    assert all(p.risk is None or 0 <= p.risk <= 1 for p in score.passages)


def vars_of(coverage):
    return [coverage.supported, coverage.contradicted, coverage.not_in_counterpart, coverage.not_compared]


def test_another_outlets_version_gets_no_risk() -> None:
    """Raters were never asked about a retelling: fidelity stays, risk and suspicious words do not."""
    sentences = ("One two three four five six seven eight nine ten.", "Nine ten eleven.")
    ours, theirs = article(sentences), article(sentences)
    beads = [((0,), (0,)), ((1,), (1,))]
    parallel = scored(ours, theirs, aligned([(0, 0, 0.9)], beads), WordScorer())
    comparable = scored(ours, theirs, aligned([(0, 0, 0.9)], beads, Regime.COMPARABLE), WordScorer())
    assert parallel.passages[0].risk is not None
    assert comparable.passages[0].risk is None
    assert comparable.passages[0].critical_probability is None
    assert comparable.passages[0].fidelity == parallel.passages[0].fidelity
