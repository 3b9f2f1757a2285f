"""Numbers of one sentence held against those of its counterpart."""

import pytest

from auditor.facts.compare_numbers import Slip
from auditor.facts.dates import find_dates
from auditor.facts.numbers import find_numbers
from auditor.facts.numbers_in_place import Side, changed_in_place
from auditor.languages import get_language


def side(text, code, around=""):
    language = get_language(code)
    dates = tuple(find_dates(text, language))
    numbers = tuple(f for f in find_numbers(text, language) if not any(f.span.overlaps(d.span) for d in dates))
    return Side((*numbers, *dates), tuple(find_numbers(around, language)), (), measured=False)


def changed(ours, code, theirs, around=""):
    pairs = changed_in_place(side(ours, code), side(theirs, "en", around))
    return [(pair.translation.surface, pair.counterpart.surface, pair.slip) for pair in pairs]


@pytest.mark.parametrize(
    ("ours", "code", "theirs", "pair"),
    [
        ("in sechs Wochen", "de", "five weeks away", ("sechs", "five", None)),
        ("1994年", "zh", "in 1997", ("1994年", "1997", Slip.ONE_DIGIT)),
        ("400 лет", "ru", "in his 40s", ("400", "40", Slip.POWER_OF_TEN)),
        ("34-я минута", "ru", "the 14th minute", ("34", "14", None)),
        ("97 goals to 5", "en", "17 goals to 5", ("97", "17", None)),
        ("351 and 90", "en", "315 and 80", ("351", "315", Slip.SWAPPED_DIGITS)),
    ],
)
def test_the_one_that_is_left_on_either_side_was_changed(ours, code, theirs, pair):
    assert changed(ours, code, theirs) == [pair]


@pytest.mark.parametrize(
    ("ours", "code", "theirs"),
    [
        ("двадцать лет", "ru", "two decades"),
        ("14 Tage", "de", "two weeks"),
        ("13,5 zu 14,5", "de", "13 to 14"),
        ("im Jahr 1804", "de", "in the 90th minute"),
        ("116 123", "en", "116"),
        ("acht Leute und drei Autos", "de", "eight people"),
        ("30 percent", "en", "40 men"),
        ("007", "en", "six spies"),
        ("im 1900", "xx", "in the 19th century"),
        ("1,200 people", "en", "1,198 people"),
    ],
)
def test_other_ways_to_tell_a_number_are_innocent(ours, code, theirs):
    assert changed(ours, code, theirs) == []


def test_a_number_told_twice_of_which_one_is_lost_was_changed():
    assert changed("drei Jahre und drei Prozent", "de", "two years and three per cent") == [("drei", "two", None)]


def test_a_number_that_stands_beside_the_counterpart_s_sentence_was_moved():
    assert changed("There were 41.", "en", "There were 17.", around="Another 41 came.") == []
