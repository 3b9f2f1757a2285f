"""Magnitudes: before the number, in halves, beside currency signs, in languages whose words are not known."""

from fractions import Fraction

import pytest

from auditor.facts.dates import find_dates
from auditor.facts.numbers import find_numbers
from auditor.languages import get_language


def values(text, code):
    return [fact.value.value for fact in find_numbers(text, get_language(code))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dola milioni 120 kila mwaka", [120_000_000]),
        ("watu milioni sita", [6_000_000]),
        ("bilioni 2.8 katika", [2_800_000_000]),
        ("elfu mbili na kumi na tano", [2015]),
        ("elfu moja mia tisa sitini na tano", [1965]),
        ("elfu kumi na tano", [15_000]),
        ("elfu mia tano", [500_000]),
        ("mia nne na hamsini", [450]),
        ("milioni mbili laki tano", [2_500_000]),
        ("$500 milioni", [500_000_000]),
        ("milioni 1,200 na watu 20", [1_200_000_000, 20]),
        ("watu sita elfu mbili", [6, 2000]),
        ("watu 200 na 300", [200, 300]),
        ("tano na sita", [5, 6]),
    ],
)
def test_swahili_counts_behind_the_magnitude(text, expected):
    assert values(text, "sw") == expected


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("a $300+ billion impact", "en", [300_000_000_000]),
        ("about $1.8 billion and $870 million", "en", [1_800_000_000, 870_000_000]),
        ("almost half a million companies", "en", [500_000]),
        ("2.8 miles de millones de libras", "es", [2_800_000_000]),
        ("two and a half million", "en", [2_500_000]),
        ("zweieinhalb Millionen Euro", "de", [2_500_000]),
        ("полтора миллиона", "ru", [1_500_000]),
        ("iki buçuk milyon", "tr", [2_500_000]),
        ("ढाई लाख लोग", "hi", [250_000]),
        ("полмиллиона компаний", "ru", [500_000]),
        ("11 միլիարդ", "hy", [11_000_000_000]),
        ("5 milijardi", "bs", [5_000_000_000]),
        ("10 ሺህ", "am", [10_000]),
        ("ሃያ ሁለት", "am", [22]),
    ],
)
def test_magnitudes_are_read(text, code, expected):
    assert values(text, code) == expected


@pytest.mark.parametrize(("magnitude", "code"), [(100, "ne"), (10_000, "yue"), (100_000_000, "yue")])
def test_a_number_of_a_language_without_known_magnitudes_may_be_any_multiple(magnitude, code):
    (fact,) = find_numbers("4 सय", get_language(code))
    assert Fraction(4 * magnitude) in fact.value.also


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("до 23 января 86% случаев", "ru", (None, 1, 23)),
        ("половина марта 4 миллиона рабочих", "ru", (None, 3, None)),
        ("Al 26 de marzo, 1700 millones de personas", "es", (None, 3, 26)),
        ("on March 4, 2019", "en", (2019, 3, 4)),
        ("le mars 09", "fr", (None, 3, 9)),
        ("March 45", "en", (None, 3, None)),
    ],
)
def test_what_counts_something_is_no_part_of_a_date(text, code, expected):
    (fact,) = find_dates(text, get_language(code))
    assert (fact.value.year, fact.value.month, fact.value.day) == expected


@pytest.mark.parametrize(
    ("text", "code", "also"),
    [
        ("cut by 150 basis points", "en", Fraction(3, 2)),
        ("下调150个基点", "zh", Fraction(3, 2)),
        ("6,2 ton euro", "nl", Fraction(620_000)),
        ("3 mil. Kč", "cs", Fraction(3_000_000)),
    ],
)
def test_a_number_may_be_told_in_another_measure_of_number(text, code, also):
    (fact,) = find_numbers(text, get_language(code))
    assert also in fact.value.also
