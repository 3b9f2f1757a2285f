"""What is remembered of an article is what would be found anew."""

from dataclasses import replace

from auditor.core.document import Document, Passage, PassageKind, Segment, Span
from auditor.facts import extract_facts
from auditor.facts.compare_numbers import compare_numbers
from auditor.facts.fact import FactLedger
from auditor.languages import get_language

TEXT = "The port took in 1,450 containers on May 3, 2021, said Ruth Mandelbaum, “and 300 more on Monday.”"


def document(text):
    span = Span(0, len(text))
    passage = Passage(0, PassageKind.PARAGRAPH, span, (Segment(0, 0, span),))
    return Document("a.txt", text, "file", "0" * 64, "en", 1.0, (passage,))


def test_the_same_article_is_read_once_and_another_one_anew():
    english = get_language("en")
    first = extract_facts(document(TEXT), english)
    assert extract_facts(document(TEXT), english) is first
    other = extract_facts(document(TEXT.replace("1,450", "1,540")), english)
    assert [fact.surface for fact in other] != [fact.surface for fact in first]
    assert list(extract_facts(replace(document(TEXT), id="b.txt"), english)) == list(first)


def test_a_language_of_ones_own_is_not_taken_for_the_known_one():
    known = get_language("en")
    own = known.model_copy(update={"name": "Own English"})
    assert extract_facts(document(TEXT), own) is not extract_facts(document(TEXT), known)


def test_numbers_compared_within_articles_are_those_of_plain_lists():
    ours = extract_facts(document(TEXT), get_language("en"))
    theirs = extract_facts(document(TEXT.replace("1,450", "1,540").replace("300", "40")), get_language("en"))
    remembered = compare_numbers(tuple(ours), tuple(theirs), theirs, ours)
    plain = compare_numbers(tuple(ours), tuple(theirs), tuple(theirs), tuple(ours))
    assert isinstance(ours, FactLedger)
    assert remembered == plain
    assert remembered.changed
