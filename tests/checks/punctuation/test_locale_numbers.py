"""Numbers in the marks of another language: what is told, what may be a house's style, what is no amount."""

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks import Example
from auditor.checks.punctuation.locale_numbers import LocaleNumbers
from auditor.core.mqm import Severity

MINOR, NEUTRAL = Severity.MINOR, Severity.NEUTRAL


def found(text, language, counterpart=None):
    return rehearse(LocaleNumbers, Example(text, language=language, counterpart=counterpart))


@pytest.mark.parametrize(
    ("text", "language", "suggestions"),
    [
        ("Es kostet 3.5 Millionen.", "de", ["3,5"]),
        ("Es kostet €4.50 im Laden.", "de", ["4,50"]),
        ("Es waren 1,250,000.75 Euro.", "de", ["1.250.000,75"]),
        ("The deal is worth $1.250.000,75 now.", "en", ["1,250,000.75"]),
        ("It fell by 3,5 percent.", "en", ["3.5"]),
        ("It has reached 4.176,000 now.", "en", ["4,176,000"]),
        ("Some 12,5 million people came.", "en", ["12.5"]),
        ("Населення зросло на 3.5 мільйона.", "uk", ["3,5"]),
        ("Environ 1,250,000 personnes.", "fr", ["1\u202f250\u202f000"]),
        ("인구는 3,5% 늘었다.", "ko", ["3.5"]),
        ("The ferry carried 1.250 passengers.", "en", ["1,250"]),
        ("Es kamen 13,000 Soldaten.", "de", ["13.000"]),
        ("المبلغ 2.5 مليون، و3.5 مليون، ثم 4,5 مليون.", "ar", ["4.5"]),
        ("Subió un 3,5 %, luego un 4,5 % y un 2.5 %.", "es", ["2,5"]),
    ],
)
def test_a_number_in_other_marks_is_told_with_the_right_ones(text, language, suggestions):
    assert [finding.suggestion for finding in found(text, language)] == suggestions
    assert {finding.severity for finding in found(text, language)} == {MINOR}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das Modell 3.5 kam um 19.30 Uhr am 3.5. an.", "de"),
        ("Die Adresse 192.168.100.200 und Abschnitt 4.2.1.", "de"),
        ("Der Kaffee kostet 4.50 Franken.", "de"),
        ("Patronen 7.62x39 mm.", "de"),
        ("Die Stadt hat 1.250 Einwohner, 1,250 Kilo Gold.", "de"),
        ("The odds were 1.254 for men, 2.250 kilos and 3.250 million.", "en"),
        ("The census counts 12,00,000 people and 1,250,000.", "en"),
        ("The number is 601.234.567 now.", "en"),
        ("In 2018,5 percent of them left.", "en"),
        ("See articles 3,5 and 7,9 of the law.", "en"),
        ("Subió un 3.5 %, según el banco.", "es"),
        ("ارتفع بنسبة 3,5 %.", "ar"),
        ("بهای آن ۳.۵ درصد بالا رفت.", "fa"),
        ("Kaltua 3.5 %.", "xx"),
    ],
)
def test_what_is_no_amount_or_is_usual_too_is_left_alone(text, language):
    assert found(text, language) == ()


def test_one_style_throughout_is_a_house_style():
    text = "Es stieg um 3.5 Prozent, dann um 4.5 Prozent und um 5.5 Prozent."
    assert [finding.severity for finding in found(text, "de")] == [NEUTRAL]


def test_a_counterpart_tells_what_thousands_are():
    text = "Die Stadt hat 1,257 Einwohner."
    assert found(text, "de") == ()
    assert [finding.suggestion for finding in found(text, "de", "It has 1,257 inhabitants.")] == ["1.257"]
    assert found(text, "de", "It has 1.257 inhabitants.") == ()


def test_the_same_numeral_beside_is_surer():
    text = "Es stieg um 3.5 Prozent."
    alone, beside = found(text, "de")[0], found(text, "de", "It rose by 3.5 percent.")[0]
    assert alone.confidence < beside.confidence


def test_a_decimal_that_the_counterpart_writes_so_too_is_no_number_of_thousands():
    example = Example(
        "The risk rose (OR = 4.239).", counterpart="Il rischio è aumentato (OR = 4.239).", counterpart_language="it"
    )
    assert rehearse(LocaleNumbers, example) == ()
