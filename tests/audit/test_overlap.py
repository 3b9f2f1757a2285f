"""One blemish, one finding."""

from auditor.audit.overlap import EXPLAINED_BY, WHOLE_PASSAGE, without_overlaps
from auditor.audit.penalty import count_words, penalty
from auditor.checks import all_checks
from auditor.core.document import Document, Passage, PassageKind, Segment, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

TEXT = "Six words stand in this line. Another stands here."


def document(text=TEXT, language="en"):
    span = Span(0, len(text))
    passage = Passage(0, PassageKind.PARAGRAPH, span, (Segment(0, 0, span),))
    return Document("x", text, "file", "0" * 64, language, 1.0, (passage,))


def finding(name, start, end, severity=Severity.MINOR, confidence=0.9):
    return Finding(
        "LNG000", name, Category.GRAMMAR, severity, confidence, "x", Span(start, end), TEXT[start:end], "message"
    )


def names(*findings):
    return [kept.name for kept in without_overlaps(findings, document())]


def test_nothing_else_matters_in_a_passage_of_the_wrong_language():
    assert names(finding("doubled-word", 4, 9), finding("wrong-language", 0, len(TEXT))) == ["wrong-language"]


def test_a_short_residue_does_not_silence_the_whole_passage():
    assert names(finding("web-residue", 0, 3), finding("doubled-word", 4, 9)) == ["web-residue", "doubled-word"]


def test_the_finding_that_explains_another_stays():
    assert names(finding("unpaired-quote", 4, 5), finding("nested-same-quotes", 4, 9)) == ["nested-same-quotes"]
    assert names(finding("unpaired-quote", 4, 5), finding("nested-same-quotes", 6, 9)) == [
        "unpaired-quote",
        "nested-same-quotes",
    ]


def test_what_is_not_shown_explains_nothing_that_is():
    hidden, shown = finding("truncated-sentence", 4, 9, confidence=0.4), finding("missing-final-punctuation", 6, 9)
    assert [f.name for f in without_overlaps([hidden, shown], document(), 0.5)] == [hidden.name, shown.name]
    assert [f.name for f in without_overlaps([hidden, shown], document())] == [hidden.name]
    unsure = finding("missing-final-punctuation", 6, 9, confidence=0.3)
    assert [f.name for f in without_overlaps([hidden, unsure], document(), 0.5)] == [hidden.name]


def test_every_check_named_here_exists():
    known = {check.name for check in all_checks()}
    assert known >= WHOLE_PASSAGE
    assert EXPLAINED_BY.keys() <= known
    assert set().union(*EXPLAINED_BY.values()) <= known


def test_the_penalty_is_per_hundred_words():
    assert count_words(document()) == 9
    found = [finding("a", 0, 1), finding("b", 0, 1, Severity.MAJOR), finding("c", 0, 1, Severity.NEUTRAL)]
    assert penalty(document(), found) == 100 * 6 / 9


def test_words_of_a_script_without_spaces_are_estimated():
    assert count_words(document("部长说，会谈很好。", "zh")) == 7 / 2
