"""Ends of quotations in a paragraph of their own, stops behind one-letter words, and patterns beside a stop."""

from itertools import pairwise

import pytest

from auditor.audit.rehearsal import rehearse, subject_of
from auditor.checks.example import Example
from auditor.checks.grammar.repeated_ngram import RepeatedNgram
from auditor.checks.grammar.sentence_edges import Edge, breaks_off, edge_between
from auditor.checks.grammar.stranded_stops import stranded_stop
from auditor.checks.grammar.torn_quotations import is_torn_end
from auditor.core.finding import Severity
from auditor.languages import get_language


@pytest.mark.parametrize(
    ("text", "language", "torn"),
    [
        ('"The lake is dying, and the people will leave.\n\nIn the end".', "en", True),
        ('"It will take thirty years for them to.\n\nGrow."', "en", True),
        ("«Το πλήρωμα ήταν ήρεμο, οπότε ήμασταν.\n\nΚι εμείς».", "el", True),
        ("“我们根本没有机会在那里把它。\n\n拦住”。", "zh", True),
        ("“The lake is dying.\n\n“In the end”.", "en", False),
        ("“The lake is dying.\n\nWe are all still looking for the water that it lost.”", "en", False),
        ("“The lake is dying.”\n\nHe called it “dead”.", "en", False),
        ("The lake is dying, he said.\n\nIn the end”.", "en", False),
        ("«Море наше по праву.\n\nМы вернём его».", "ru", False),
    ],
)
def test_the_end_of_a_quotation_as_a_paragraph(text, language, torn):
    subject = subject_of(Example(text, language=language))
    [(before, passage)] = pairwise(subject.document.passages)
    assert is_torn_end(subject, before, passage) is torn


def test_what_the_counterpart_tells_as_a_sentence_is_no_torn_end():
    text, other = '"The lake is dying.\n\nIn the end".', '"The lake is dying. It is the end."'
    told = Example(text, counterpart=other, beads=(((0,), (0,), None), ((1,), (1,), None)))
    subject = subject_of(told)
    assert not is_torn_end(subject, *subject.document.passages)


@pytest.mark.parametrize(
    ("text", "language", "end"),
    [
        ("Многие районы страны, особенно в. Столице, стали пустыми.", "ru", "особенно в."),
        ("Завод за рекой давно производит моторы и. Моторы продают везде.", "ru", "моторы и."),
        ("Многие люди страны жили в XX в. России было трудно.", "ru", None),
        ("Корабль уплыл на остров, то есть на о. Сахалин, в среду.", "ru", None),
        ("Корабль уплыл и думал о. Сахалин далеко, а сахалин дешёв.", "ru", "думал о."),
        ("La policía cerró todas las calles y. Las plazas quedaron vacías.", "es", "calles y."),
        ("He went with J. Smith to a. m. service and back.", "en", None),
    ],
)
def test_a_stop_behind_a_word_of_one_letter(text, language, end):
    subject = subject_of(Example(text, language=language))
    found = [stranded_stop(subject, segment) for segment in subject.document.segments]
    spans = [subject.document.slice(span) for span in found if span is not None]
    assert ([span.endswith(end) for span in spans] == [True]) if end else not spans


@pytest.mark.parametrize(
    ("before", "after", "language", "shared", "edge"),
    [
        ("The player was sent off for.", "Tackling his man without the ball.", "en", False, Edge.LEADS_ON),
        ("That was all he had to look for.", "During the night he slept.", "en", False, None),
        ("The report shows a significant.", "Fall in all of the figures.", "en", False, Edge.LEADS_ON),
        ("وتحدث الوزير عن مستقبل العلاقات.", "المستقبلية مع دول الجوار.", "ar", True, Edge.LEADS_ON),
        ("وتحدث الوزير عن مستقبل العلاقات.", "المستقبلية مع دول الجوار.", "ar", False, None),
        ("וזה מה שהם רצו שיעשו.", "לדרוס את כולם בדרך.", "he", True, Edge.LEADS_ON),
        ("וזה מה שהם רצו שיעשו.", "לדברי השר אין ברירה.", "he", True, None),
    ],
)
def test_patterns_beside_a_stop(before, after, language, shared, edge):
    assert edge_between(before, after, get_language(language), shared=shared) is edge


@pytest.mark.parametrize(
    ("text", "language", "broken"),
    [
        ("La pioggia aveva riportato la ghiaia sulla.", "it", True),
        ("Die Führende brach im Finale ein.", "de", False),
        ("Die Regierung werde antworten, ohne zu sagen, wie.", "de", False),
        ("He studied the modulation of THE.", "en", False),
        ("He studied the modulation of the.", "en", True),
        ("警方说他们将向。", "zh", False),
    ],
)
def test_a_full_stop_behind_a_word_that_leads_on(text, language, broken):
    assert breaks_off(text, get_language(language)) is broken


def test_a_loop_counts_to_its_last_word():
    text = "It will support the growth and support the growth and support the growth of the city."
    [finding] = rehearse(RepeatedNgram, Example(text))
    assert finding.severity is Severity.MAJOR
    assert "3 times" in finding.message
