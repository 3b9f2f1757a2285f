"""Numbers by value: digits of any script, number words, what the words round them say."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.facts.fact import NumberForm
from auditor.facts.numbers import find_numbers
from auditor.languages import get_language


def values(text, code):
    return [fact.value.value for fact in find_numbers(text, get_language(code))]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("1,200,000", "en", 1_200_000),
        ("1.200.000", "de", 1_200_000),
        ("1 200 000", "fr", 1_200_000),
        ("1’200", "en", 1200),
        ("12,5", "de", Fraction(25, 2)),
        ("١٬٢٠٠", "ar", 1200),
        ("12,00,000", "en", 1_200_000),
        ("1,234.56", "en", Fraction(123456, 100)),
        ("1.234,56", "de", Fraction(123456, 100)),
        ("1.2 million", "en", 1_200_000),
        ("3bn", "en", 3_000_000_000),
        ("two hundred and five thousand three hundred", "en", 205_300),
        ("two dozen", "en", 24),
        ("ثلاثة وعشرون", "ar", 23),
        ("مليوني دولار", "ar", 2_000_000),
        ("٤٨٠ ألف", "ar", 480_000),
        ("مئة وخمسة وعشرين", "ar", 125),
        ("خمسة عشر", "ar", 15),
        ("1.7 مليونًا", "ar", 1_700_000),
        ("三百二十人", "zh", 320),
        ("5万人", "zh", 50_000),
        ("1.2亿", "zh", 120_000_000),
        ("550多万", "zh", 5_500_000),
        ("五六百米", "zh", 600),
        ("about 60 000 men", "en", 60_000),
        ("40, 000 men", "en", 40_000),
        ("二〇一五年", "zh", 2015),
        ("1億2000万", "ja", 120_000_000),
        ("1억 2000만원", "ko", 120_000_000),
        ("300만명", "ko", 3_000_000),
        ("dreiundzwanzig", "de", 23),
        ("neunzehnhundertachtzig", "de", 1980),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("soixante-douze", "fr", 72),
        ("duecentocinquantatré", "it", 253),
        ("tres mil millones", "es", 3_000_000_000),
        ("vinte e cinco", "pt", 25),
        ("drieëntwintig", "nl", 23),
        ("двадцать пять", "ru", 25),
        ("12 тыс. человек", "ru", 12_000),
        ("двадцять п’ять", "uk", 25),
        ("dwadzieścia pięć tysięcy", "pl", 25_000),
        ("dvě stě padesát tisíc", "cs", 250_000),
        ("3 bin 500", "tr", 3500),
        ("4 लाख 50 हजार", "hi", 450_000),
        ("۳ لاکھ", "ur", 300_000),
        ("بیست و پنج", "fa", 25),
        ("שלוש עשרה", "he", 13),
        ("tiga puluh lima", "id", 35),
        ("hai mươi lăm", "vi", 25),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text, code, expected):
    assert values(text, code) == [expected]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("on July 19,1953 here", "en", [19, 1953]),
        ("July 5, 300 people", "en", [5, 300]),
        ("in 2011, 127 people", "en", [2011, 127]),
        ("of 1, 127 people", "en", [1127]),
        ("mười năm trước", "vi", [10]),
        ("hai mươi năm", "vi", [20]),
        ("pred dvema milijardama", "sl", [2_000_000_000]),
        ("tízezres város", "hu", [10_000]),
        ("won 5-3 and 10-6", "en", [5, 3, 10, 6]),
        ("ႏွစ္ခုကို႔", "my", []),
        ("11 بیلیون", "fa", [11_000_000_000]),
        ("120 de milioane de lire", "ro", [120_000_000]),
        ("120 de oameni", "ro", [120]),
    ],
)
def test_what_stands_together_is_one_number_only_where_it_can_be(text, code, expected):
    assert values(text, code) == expected


@pytest.mark.parametrize(
    ("text", "code", "form"),
    [
        ("call 0800-555-111 now", "en", NumberForm.LABEL),
        ("call 555-1234 now", "en", NumberForm.LABEL),
        ("agent 007 here", "en", NumberForm.LABEL),
        ("at 4:20 in the morning", "en", NumberForm.TIME),
        ("at 9 p.m. sharp", "en", NumberForm.TIME),
        ("Saa 8 mchana", "sw", NumberForm.TIME),
        ("the 20th time", "en", NumberForm.ORDINAL),
        ("the third man", "en", NumberForm.ORDINAL),
        ("in the 1990s here", "en", NumberForm.DECADE),
        ("an F-16 jet", "en", NumberForm.LABEL),
        ("call 0800 555 111 now", "en", NumberForm.LABEL),
        ("Су-35 упал", "ru", NumberForm.LABEL),
        ("about 30 yards out", "en", NumberForm.MEASURE),
        ("about 30 people", "en", NumberForm.QUANTITY),
    ],
)
def test_what_a_number_does_is_told(text, code, form):
    assert next(fact.value.form for fact in find_numbers(text, get_language(code))) is form


@pytest.mark.parametrize(
    ("text", "code"),
    [("more than 400", "en"), ("نحو ٤٠٠", "ar"), ("超过400", "zh"), ("כ-400", "he"), ("rund 400", "de")],
)
def test_an_inexact_number_is_marked(text, code):
    (fact,) = find_numbers(text, get_language(code))
    assert fact.value.value == 400
    assert fact.value.hedged


@pytest.mark.parametrize(
    ("text", "code"),
    [("12 percent", "en"), ("12%", "en"), ("٨٨ في المئة", "ar"), ("yüzde 25", "tr"), ("百分之五", "zh")],
)
def test_a_percentage_is_marked(text, code):
    assert [fact.value.percent for fact in find_numbers(text, get_language(code))][-1]


def test_words_that_only_look_like_numbers_are_none():
    assert values("Hundreds of people came in one of the towns.", "en") == []


@given(st.integers(0, 10**12))
def test_grouping_never_changes_a_value(number):
    for mark, code in ((",", "en"), (".", "de"), ("\u00a0", "fr"), ("", "ru")):
        assert values(f"{number:,}".replace(",", mark), code) == [number]


@given(st.text(max_size=80))
def test_every_number_slices_out_of_any_text(text):
    for fact in find_numbers(text, get_language("en")):
        assert text[fact.span.start : fact.span.end] == fact.surface != ""


def test_what_stands_under_the_stroke_of_a_fraction_is_no_quantity():
    forms = [fact.value.form for fact in find_numbers("in 1/2 of it", get_language("en"))]
    assert forms == [NumberForm.QUANTITY, NumberForm.LABEL]
