"""The view: findings by risk, what is settled, what is stale, and one line that says whether it can be published."""

from dataclasses import replace

import pytest
from sample_reports import alone, compared, document, find, report, sample

from auditor.audit.decisions import Decision, DecisionKind
from auditor.core.alignment import Regime
from auditor.core.finding import Level, Notice, State
from auditor.core.mqm import Severity
from auditor.core.score import Verdict
from auditor.web.saved import TextState
from auditor.web.view import view_of
from auditor.web.view_fit import Fitness


def view(made, decisions=None, texts=None):
    return view_of(made, 0, decisions or {}, texts or {})


def test_findings_are_sorted_by_severity_weight_times_confidence():
    shown = view(sample())
    assert [card.note.found.finding.severity for card in shown.cards] == [
        Severity.MAJOR,
        Severity.MINOR,
        Severity.NEUTRAL,
    ]
    assert shown.cards[0].risk == pytest.approx(5 * 0.94)
    assert [card.note.number for card in shown.cards] == [2, 1, 3]


def test_a_sure_minor_error_comes_before_an_unsure_one():
    ours = document("a.txt", "One two three")
    made = report(alone(ours), findings=(find(ours, "One", confidence=0.4), find(ours, "two", confidence=0.9)))
    assert [card.data["confidence"] for card in view(made).cards] == [0.9, 0.4]


def test_dismissed_findings_are_settled_with_their_reason_and_numbers_of_their_own():
    made = sample()
    dismissed = next(finding for finding in made.findings if finding.state is State.DISMISSED)
    decision = Decision(dismissed.fingerprint, DecisionKind.DISMISSED, "2026-01-01T00:00:00Z", reason="house style")
    (settled,) = view(made, {dismissed.fingerprint: decision}).decided
    assert settled.note.found.finding is dismissed
    assert settled.decision.reason == "house style"
    assert settled.note.number == 4


def test_filters_offer_what_there_is_worst_first():
    shown = view(sample())
    assert [(choice.value, choice.count) for choice in shown.severities] == [("major", 1), ("minor", 1), ("neutral", 1)]
    assert sum(choice.count for choice in shown.checks) == 3


def test_a_card_says_where_it_is_and_why_it_matters():
    card = view(sample()).cards[0]
    assert card.passage == 1
    assert "number" in card.why.finds
    assert card.why.matters.startswith("A wrong figure")


def test_a_check_that_is_unknown_here_is_shown_without_reasons():
    ours = document("a.txt", "One two")
    made = report(alone(ours), findings=(find(ours, "two", name="of-a-later-version"),))
    assert view(made).cards[0].why is None


def test_files_that_changed_since_the_report_are_named():
    texts = {"en/dam & co.txt": TextState.CHANGED, "ar/dam.txt": TextState.AS_AUDITED, "other.txt": TextState.MISSING}
    assert view(sample(), texts=texts).stale == (("en/dam & co.txt", TextState.CHANGED),)


def test_notices_are_those_of_the_article_and_of_the_run():
    told = [
        Notice(Level.INFO, "a", "of the run"),
        Notice(Level.INFO, "b", "of the article", "a.txt"),
        Notice(Level.INFO, "c", "of another", "z.txt"),
    ]
    ours = document("a.txt", "One")
    assert [notice.kind for notice in view(report(alone(ours), notices=told)).notices] == ["a", "b"]


def paired(verdict, severities=(), regime=Regime.PARALLEL, notices=(), theirs="Eins\nZwei"):
    ours = document("a.txt", "One two three four")
    words = ours.text.split()
    entry = compared(ours, document("b.txt", theirs, "de"), ((0, 0),), (verdict,), regime)
    found = [find(ours, word, severity=Severity(severity)) for word, severity in zip(words, severities, strict=False)]
    return report(entry, findings=found, notices=notices)


BAD = Notice(Level.INCOMPLETE, "not-compared", "not compared: no model", "a.txt")
LINES = [
    ((Verdict.SUPPORTED, ("critical", "major", "major")), (), Fitness.BLOCKED, "1 critical and 2 major errors"),
    ((Verdict.SUPPORTED, ("major", "minor")), (), Fitness.BLOCKED, "1 major error to"),
    ((Verdict.SUPPORTED, ("minor", "minor", "neutral")), (), Fitness.SLIPS, "2 minor errors"),
    ((Verdict.SUPPORTED, ("minor",)), (BAD,), Fitness.UNKNOWN, "Not fully audited"),
    ((Verdict.CONTRADICTED, ("neutral",)), (), Fitness.DOUBTS, "read ¶1 against"),
    ((Verdict.SUPPORTED, ("neutral",)), (), Fitness.CLEAR, "Nothing found that stands against publication."),
]


@pytest.mark.parametrize(("given", "notices", "fitness", "words"), LINES)
def test_one_line_says_whether_it_is_fit_to_publish(given, notices, fitness, words):
    fit = view(paired(*given, notices=notices)).fit
    assert fit.fitness is fitness
    assert words in fit.line


def test_without_a_counterpart_a_clean_article_is_not_called_compared():
    fit = view(report(alone(document("a.txt", "One")))).fit
    assert fit.fitness is Fitness.CLEAR
    assert "Nothing was compared" in fit.line
    assert "without a counterpart" in fit.compared


def test_it_says_what_was_compared_and_what_was_not():
    omitted = view(paired(Verdict.SUPPORTED)).fit.compared
    assert omitted == "1 of 1 passage compared with the counterpart. Of the counterpart's 2 passages, 1 is omitted."
    other = view(paired(Verdict.NOT_IN_COUNTERPART, regime=Regime.COMPARABLE, theirs="A\nB\nC")).fit.compared
    assert "0 of 1 passage compared with the counterpart, 1 not in it." in other
    assert "2 are not told here, as another version may." in other


def test_nothing_of_a_text_that_is_gone_is_needed():
    made = sample()
    entry = made.documents[0]
    gone = replace(entry.document, text="", passages=())
    their = replace(entry.pair.counterpart, text="", passages=())
    bare = replace(
        entry,
        document=gone,
        pair=replace(entry.pair, translation=gone, counterpart=their),
        alignment=replace(entry.alignment, links=(), beads=(), omitted=()),
        score=replace(entry.score, passages=(), beads=()),
    )
    shown = view(replace(made, documents=(bare,)), texts={gone.id: TextState.MISSING})
    assert len(shown.cards) == 3
    assert all(card.passage is None for card in shown.cards)
