"""Measures, money, dates and addresses: what is read, and that a long line is read once."""

import time

import pytest

from auditor.facts.compare_dates import compare_dates
from auditor.facts.dates import find_dates
from auditor.facts.fact import FactLedger
from auditor.facts.links import find_links
from auditor.facts.measures import find_measures, find_money
from auditor.facts.numbers import find_numbers
from auditor.languages import get_language


def _numbers(text, language):
    return tuple(find_numbers(text, get_language(language)))


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("It is 200 miles away.", "en", "mile"),
        ("Es sind 320 Kilometer.", "de", "kilometre"),
        ("距离200公里。", "zh", "kilometre"),
        ("مساحتها 40 هكتارا", "ar", "hectare"),
        ("при 80 км/ч", "ru", "kilometre_per_hour"),
        ("with 85 miles per hour", "en", "mile_per_hour"),
        ("Only 12 moved away.", "en", None),
        ("तीन में से", "hi", None),
    ],
)
def test_units_are_read_behind_a_number(text, language, unit):
    found = [measure.unit.name for measure in find_measures(text, _numbers(text, language))]
    assert found == ([unit] if unit else [])


@pytest.mark.parametrize(
    ("text", "language", "metres"),
    [
        ("the 6-foot-6 forward", "en", 1.9812),
        ("a man of 6 ft 6 in", "en", 1.9812),
        ("1 متر و 98 سانتیمتر", "fa", 1.98),
        ("ростом 1 метр 98 сантиметров", "ru", 1.98),
        ("6 feet, 20 people", "en", 1.8288),
    ],
)
def test_feet_and_inches_are_one_measure(text, language, metres):
    found = [float(measure.amounts[0]) for measure in find_measures(text, _numbers(text, language))]
    assert found == pytest.approx([metres])


@pytest.mark.parametrize(
    ("language", "unit"), [("sv", "scandinavian_mile"), ("no", "scandinavian_mile"), ("tr", "mile"), ("sl", "mile")]
)
def test_a_word_may_be_another_unit_in_one_language(language, unit):
    (measure,) = find_measures("20 mil", _numbers("20 mil", language), language)
    assert measure.unit.name == unit


def test_a_word_of_one_language_is_the_same_unit_there_and_none_elsewhere():
    (czech,) = find_measures("21 palců", _numbers("21 palců", "cs"), "cs")
    (english,) = find_measures("21 inches", _numbers("21 inches", "en"), "en")
    assert czech.unit == english.unit
    assert not list(find_measures("21 palců", _numbers("21 palců", "en"), "en"))


def test_a_unit_with_a_dot_below_is_read():
    (measure,) = find_measures("76,000 एकड़ भूमि", _numbers("76,000 एकड़ भूमि", "hi"))
    assert measure.unit.name == "acre"


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("It cost £2.8bn.", "en", "GBP"),
        ("Das kostet 15.000 Euro.", "de", "EUR"),
        ("获得20亿美元。", "zh", "USD"),
        ("£28 億元", "zh", "GBP"),
        ("500 British pounds", "en", "GBP"),
        ("1 500 британских фунтов", "ru", "GBP"),
        ("1.500 de dolari americani", "ro", "USD"),
        ("21 japonských jenů", "cs", "JPY"),
        ("27 European countries", "en", None),
        ("15 coronavirus cases", "en", None),
    ],
)
def test_money_is_read_on_either_side(text, language, codes):
    found = [money.currencies for money in find_money(text, _numbers(text, language))]
    assert [codes in currencies for currencies in found] == ([True] if codes else [])


def test_a_dotted_capital_does_not_hide_the_dates_behind_it():
    (fact,) = find_dates("İstanbul, Çarşamba sabahı.", get_language("tr"))
    assert fact.surface == "Çarşamba"


@pytest.mark.parametrize(
    ("ours", "theirs", "changed"),
    [
        ("12 May 2019", "11 May 2019", True),
        ("11 March 2019", "11 May 2019", True),
        ("5 March 2019", "3 May 2019", True),
        ("11 May", "11 May 2019", False),
        ("2 June 2018", "11 May 2019", False),
    ],
)
def test_dates_are_one_changed_into_the_other_when_a_part_agrees(ours, theirs, changed):
    first, second = (FactLedger(find_dates(f"On {text}.", get_language("en"))) for text in (ours, theirs))
    assert bool(list(compare_dates(tuple(first), tuple(second), second, first))) == changed


@pytest.mark.parametrize("piece", ["a.", "a", "a@", "www.", "“"])
def test_a_line_of_a_megabyte_is_searched_for_addresses_in_linear_time(piece):
    begun = time.process_time()
    list(find_links(piece * (1_000_000 // len(piece))))
    assert time.process_time() - begun < 5
