"""Endings, orphans, quotations and the checks that read them, beyond their own examples."""

import time
from dataclasses import replace

import pytest

from auditor.audit.rehearsal import rehearse, subject_of
from auditor.checks.accuracy.low_fidelity import LowFidelity, LowFidelityOptions
from auditor.checks.example import Example
from auditor.checks.grammar.doubled_word import DoubledWord
from auditor.checks.grammar.duplicate_passage import DuplicatePassage
from auditor.checks.grammar.endings import Ending, ending_of
from auditor.checks.grammar.hard_wrapped_paragraph import HardWrappedParagraph
from auditor.checks.grammar.orphan_predicates import is_orphan_predicate
from auditor.checks.grammar.quoted_text import closes_unopened, depth
from auditor.checks.grammar.split_sentence import SplitSentence
from auditor.checks.grammar.truncated_sentence import TruncatedSentence
from auditor.checks.punctuation.missing_final_punctuation import MissingFinalPunctuation
from auditor.checks.subject import Subject
from auditor.core.document import Document, Passage, PassageKind, Segment, Span
from auditor.facts.fact import FactLedger
from auditor.languages import get_language

ALL = (SplitSentence, HardWrappedParagraph, TruncatedSentence, DoubledWord, DuplicatePassage)


@pytest.mark.parametrize(
    ("text", "language", "ending"),
    [
        ("It is over.", "en", Ending.CLOSED),
        ("He said: “It is over.”", "en", Ending.CLOSED),
        ("three aims:", "en", Ending.CLOSED),
        ("we were going to …", "en", Ending.CLOSED),
        ("the health of the", "en", Ending.DANGLING),
        ("was closed on Monday", "en", Ending.OPEN),
        ("he left, and,", "en", Ending.COMMA),
        ("the inter-", "en", Ending.HYPHEN),
        ("она ушла и", "ru", Ending.DANGLING),
        ("c'est l'", "fr", Ending.CLOSED),
        ("ربان السفينة وإنه", "ar", Ending.DANGLING),
        ("另一半将运往", "zh", Ending.DANGLING),
        ("会议结束了。", "zh", Ending.CLOSED),
        ("यह सच है।", "hi", Ending.CLOSED),
        ("यह सच है", "hi", Ending.OPEN),
    ],
)
def test_how_a_passage_ends(text, language, ending):
    assert ending_of(text, get_language(language)) is ending


@pytest.mark.parametrize(
    ("sentence", "before", "language", "orphan"),
    [
        ("was half empty", "", "en", True),
        ("was he afraid", "", "en", False),
        ("wurde am mittwoch veröffentlicht", "", "de", True),
        ("wurde er gefragt", "", "de", False),
        ("будет опубликован в среду", "протокол который подписали все", "ru", True),
        ("будет опубликован в среду", "протокол готов", "ru", False),
        ("será publicado", "", "es", False),
    ],
)
def test_a_predicate_without_its_subject(sentence, before, language, orphan):
    assert is_orphan_predicate(tuple(sentence.split()), tuple(before.split()), language) is orphan


@pytest.mark.parametrize(
    ("before", "sentence", "closes"),
    [
        ("“He decides.” ", "In the end”.", True),
        ("“He decides ", "in the end”.", False),
        ("", "“In the end”.", False),
        ('"He decides." ', 'In the end".', True),
        ('"He decides." ', '"In the end".', False),
    ],
)
def test_a_quotation_closed_but_never_opened(before, sentence, closes):
    assert closes_unopened(before, sentence) is closes


def test_depth_counts_open_quotations():
    assert depth("“One «two» ") == 1
    assert depth('"one" two') == 0


def test_a_wrapped_passage_is_not_truncated_as_well():
    example = HardWrappedParagraph.BAD[0]
    plain = replace(example, text=example.unmarked()[0])
    assert rehearse(HardWrappedParagraph, plain)
    assert rehearse(TruncatedSentence, plain) == ()


def test_links_to_one_counterpart_passage_show_a_wrap_at_a_name():
    text = "Суд закончен.\n\nОбязанности мэра до новых выборов будет исполнять\n\nНина Хрибар, его заместительница."
    counterpart = "The trial is over.\n\nHis deputy, Nina Hribar, will act as mayor until the elections."
    told = Example(text, language="ru", counterpart=counterpart, links=((0, 0), (1, 1), (2, 1)))
    assert len(rehearse(HardWrappedParagraph, told)) == 1
    assert rehearse(HardWrappedParagraph, Example(text, language="ru")) == ()


def test_the_counterpart_shows_that_an_open_end_has_lost_text():
    body = "\n\n".join(f"Statement number {n} was read out in the hall by the clerk." for n in range(6))
    text = f"{body}\n\nThe prosecution is expected to ask on Thursday for a prison term of several"
    counterpart = f"{body}\n\n{'The prosecution will ask for years in prison, and the defense for none at all. ' * 3}"
    found = rehearse(TruncatedSentence, Example(text, counterpart=counterpart.replace(". T", ", t").strip()))
    assert [finding.confidence > 0.5 for finding in found] == [True]
    whole = text.removesuffix(" of several")
    assert rehearse(TruncatedSentence, Example(whole)) == ()
    assert len(rehearse(MissingFinalPunctuation, Example(whole))) == 1


def test_the_last_words_alone_show_that_a_sentence_has_lost_its_end():
    body = "\n\n".join(f"Statement number {n} was read out in the hall by the clerk." for n in range(6))
    cut = f"{body}\n\nThe prosecution is expected to ask on Thursday for a prison sentence that would"
    assert len(rehearse(TruncatedSentence, Example(cut))) == 1


@pytest.mark.parametrize(
    ("end", "found"),
    [("and demanded that the local authorities", 1), ("and demanded that they go", 0), ("and demanded that", 1)],
)
def test_a_clause_that_never_gets_its_verb(end, found):
    body = "\n\n".join(f"Statement number {n} was read out in the hall by the clerk." for n in range(6))
    assert (
        len(rehearse(TruncatedSentence, Example(f"{body}\n\nThe merchants of the old market met on Monday {end}")))
        == found
    )


def test_the_items_of_a_list_go_on():
    text = "They asked.\n\nThe plan is to do two things: 1) build new pumps and\n\n2) dig a second shaft."
    assert rehearse(TruncatedSentence, Example(text)) == ()
    assert len(rehearse(TruncatedSentence, Example(text.replace("2) dig", "They dig")))) == 1


def test_what_the_counterpart_tells_twice_is_no_slip_of_the_translation():
    line = "A guard carries a box of old papers to the gate of the museum on Friday."
    text = f"One.\n\nTwo.\n\n{line}\n\nThree.\n\n{line}"
    assert len(rehearse(DuplicatePassage, Example(text))) == 1
    assert rehearse(DuplicatePassage, Example(text, counterpart=text)) == ()


@pytest.mark.parametrize(("fidelity", "count"), [(29, 1), (46, 0)])
def test_the_threshold_is_an_option(fidelity, count):
    example = Example(
        "The officials were pleased that the gardens have dried.",
        counterpart="They warned of a drought that might last until the end of the coming summer.",
        fidelity=fidelity,
    )
    assert len(rehearse(LowFidelity, example)) == count
    assert tuple(LowFidelity(LowFidelityOptions(fidelity=0)).findings(subject_of(example))) == ()


def test_a_passage_without_a_link_is_never_unfaithful():
    example = Example(
        "The officials were pleased that the gardens have dried.", counterpart="Warned.", links=(), fidelity=1
    )
    assert rehearse(LowFidelity, example) == ()


def test_a_line_of_a_megabyte_takes_seconds():
    text = "the who, and " * 80_000 + "the"
    segment = Segment(0, 0, Span(0, len(text)))
    passage = Passage(0, PassageKind.PARAGRAPH, segment.span, (segment,))
    document = Document("long", text, "file", "0" * 64, "en", 1.0, (passage,))
    subject = Subject(document, get_language("en"), FactLedger(()))
    start = time.process_time()
    found = [finding for check in ALL for finding in check().findings(subject)]
    assert time.process_time() - start < 10
    assert [finding.name for finding in found] == ["truncated-sentence"]
