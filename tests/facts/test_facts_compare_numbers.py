"""Numbers of two texts compared by value."""

from fractions import Fraction

import pytest

from auditor.facts.compare_numbers import Slip, compare_numbers, slip_between
from auditor.facts.dates import find_dates
from auditor.facts.numbers import find_numbers
from auditor.languages import get_language


def facts(text, code):
    language = get_language(code)
    return (*find_numbers(text, language), *find_dates(text, language))


def compared(ours, code, theirs, their_code="en", elsewhere=""):
    a, b = facts(ours, code), facts(theirs, their_code)
    return compare_numbers(a, b, (*b, *facts(elsewhere, their_code)), a)


@pytest.mark.parametrize(
    ("ours", "code", "theirs"),
    [
        ("1.2 million people", "en", "1,200,000 people"),
        ("nine and 34", "en", "9 and thirty-four"),
        ("٣٤ شخصا", "ar", "34 people"),
        ("5万人", "zh", "50,000 people"),
        ("400 people", "en", "more than 400 people"),
        ("about 1,200", "en", "1,198 people"),
        ("16 км", "ru", "10 miles"),
        ("26 degrés", "fr", "80 degrees"),
        ("20 milyondan fazla", "tr", "more than 20 million"),
        ("سنة ۱۴۰۳", "fa", "in 2024 here"),
        ("2025年2月11日", "zh", "11 February 2025"),
        ("两个人", "zh", "the second of 3"),
        ("1.2 mahdollista", "xx", "1.2 million people"),
    ],
)
def test_equal_rounded_and_converted_figures_are_innocent(ours, code, theirs):
    result = compared(ours, code, theirs)
    assert result.changed == ()


def test_a_changed_number_is_paired_with_the_counterpart_s():
    (pair,) = compared("About 500 trucks and 12 vans", "en", "About 5,000 trucks and 12 vans").changed
    assert (pair.translation.surface, pair.counterpart.surface, pair.slip) == ("500", "5,000", Slip.POWER_OF_TEN)


def test_a_number_that_stands_elsewhere_in_the_counterpart_is_not_changed():
    assert compared("There were 41.", "en", "There were 14.", elsewhere="Another 41 came.").changed == ()


def test_what_only_one_side_has_is_missing_or_added():
    result = compared("Many people came at 845 euros.", "en", "Some 300 people came with 50 cars.")
    assert [fact.surface for fact in result.missing] == ["300", "50"]
    assert [fact.surface for fact in result.added] == ["845"]


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        (500, 5000, Slip.POWER_OF_TEN),
        (14, 41, Slip.SWAPPED_DIGITS),
        (1127, 1197, Slip.ONE_DIGIT),
        (315, 3315, Slip.ONE_DIGIT),
        (14, 15, None),
        (7, 7, None),
    ],
)
def test_known_slips_are_told(a, b, slip):
    assert slip_between(Fraction(a), Fraction(b)) is slip
