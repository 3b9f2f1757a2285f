"""Dates, names, quotations and links of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.core.document import Source
from auditor.facts import DateValue, FactKind, extract_facts
from auditor.facts.dates import find_dates
from auditor.languages import get_language
from auditor.segment import segment


def facts(text, code="en"):
    language = get_language(code)
    document = segment(Source("a", text, "file", "0" * 64, language=code), language)
    return extract_facts(document, language)


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("on 11 February 2025", "en", DateValue(2025, 2, 11)),
        ("on Feb. 11, 2025 here", "en", DateValue(2025, 2, 11)),
        ("2025-02-11", "en", DateValue(2025, 2, 11)),
        ("am 3. März", "de", DateValue(None, 3, 3)),
        ("11 de febrero de 2025", "es", DateValue(2025, 2, 11)),
        ("11 февраля 2025", "ru", DateValue(2025, 2, 11)),
        ("١١ فبراير ٢٠٢٥", "ar", DateValue(2025, 2, 11)),
        ("2025年2月11日", "zh", DateValue(2025, 2, 11)),
        ("2월 11일", "ko", DateValue(None, 2, 11)),
        ("on Tuesday", "en", DateValue(weekday=1)),
        ("31.12.2024", "de", DateValue(2024, 12, 31)),
        ("11. 5. 2019", "cs", DateValue(2019, 5, 11)),
        ("2019. 5. 11.", "ko", DateValue(2019, 5, 11)),
        ("2019/05/11", "ja", DateValue(2019, 5, 11)),
        ("11\u200f/05\u200f/2019", "ar", DateValue(2019)),
        ("ב-11 במאי 2019", "he", DateValue(2019, 5, 11)),
        ("במאי הסרט אמר", "he", None),
        ("11 Μαΐου 2019", "el", DateValue(2019, 5, 11)),
        ("3 déc. 2023", "fr", DateValue(2023, 12, 3)),
        ("11 مئی، 2019", "ur", DateValue(2019, 5, 11)),
        ("11 พฤษภาคม ค.ศ. 2019", "th", DateValue(2019, 5, 11)),
        ("3/4/2024", "en", DateValue(2024)),
    ],
)
def test_a_date_has_one_value_in_every_language(text, code, expected):
    assert [fact.value for fact in find_dates(text, get_language(code))] == ([] if expected is None else [expected])


def test_names_are_runs_of_capitals_that_are_no_sentence_starts():
    ledger = facts("Yesterday the doctor, Omar al-Zubaidi, spoke. He told Reuters so in Sana'a on Monday.")
    names = [fact.surface for fact in ledger.of(FactKind.NAME) if fact.confidence > 0.9]
    assert names == ["Omar al-Zubaidi", "Reuters", "Sana'a"]


def test_a_script_without_capitals_shows_no_names():
    assert facts("قال عمر الزبيدي ذلك.", "ar").of(FactKind.NAME) == ()


def test_a_headline_in_title_case_shows_no_names():
    assert facts("Many Big Words Stand In This Headline Here").of(FactKind.NAME) == ()


def test_quotations_are_what_stands_inside_the_marks():
    ledger = facts("“It’s late,” he said. Then “no” again; 5 o’clock.")
    assert [fact.surface for fact in ledger.of(FactKind.QUOTATION)] == ["It’s late,", "no"]


def test_links_compare_without_scheme_and_final_stop():
    ledger = facts("See https://www.Example.org/a/. Write to desk@example.org.")
    assert [fact.value.text for fact in ledger.of(FactKind.LINK)] == ["example.org/a", "desk@example.org"]


def test_a_number_in_a_date_or_link_is_no_number_of_its_own():
    ledger = facts("On 11 February 2025 some 40 people read example.org/2024/5.")
    assert [fact.surface for fact in ledger.of(FactKind.NUMBER)] == ["40"]


@given(st.text(max_size=120), st.sampled_from(["en", "ar", "zh", "de", "ko", "xx"]))
def test_facts_slice_out_of_any_text(text, code):
    for fact in facts(text, code) if text.strip() else ():
        assert text[fact.span.start : fact.span.end] == fact.surface
