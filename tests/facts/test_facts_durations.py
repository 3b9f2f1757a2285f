"""Spans of time: found with their numbers, and held against each other."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.core.document import Span
from auditor.facts.durations import DAYS, Duration, _table, changed_duration, find_ages, find_durations
from auditor.facts.numbers import find_numbers
from auditor.languages import get_language, known_languages


def found(text: str, language: str = "en") -> list[tuple[str, int | None, str]]:
    record = get_language(language)
    durations = find_durations(text, record, find_numbers(text, record))
    return [(d.unit, None if d.amount is None else int(d.amount), text[d.span.start : d.span.end]) for d in durations]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He served nine months and 3 weeks.", [("month", 9, "nine months"), ("week", 3, "3 weeks")]),
        ("en", "An 11-year-old boy, last week.", [("year", 11, "11-year"), ("week", None, "week")]),
        ("en", "Weekly yearbooks were daily.", []),
        ("ru", "В 2018 году прошло 7 лет.", [("year", 7, "7 лет")]),
        ("de", "Vor fünf Wochen im Jahr 2014.", [("week", 5, "fünf Wochen"), ("year", None, "Jahr")]),
        ("zh", "还有五周时间，2018年，周六，3年后。", [("week", 5, "五周"), ("year", 3, "3年")]),
        ("ar", "بقى خمسة أيام", [("day", 5, "خمسة أيام")]),
        ("el", "σε 3 μήνες", [("month", 3, "3 μήνες")]),
        ("he", "לפני 5 שבועות", [("week", 5, "5 שבועות")]),
        ("hy", "26 տարեկան", [("year", 26, "26 տարեկան")]),
        ("ka", "5 წლის", [("year", 5, "5 წლის")]),
        ("kk", "3 аптадан кейін", [("week", 3, "3 аптадан")]),
        ("sq", "pesë vjet", [("year", 5, "pesë vjet")]),
        ("xx", "5 weeks", []),
    ],
)  # fmt: skip
def test_units_are_found(language: str, text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ([("week", 5)], [("week", 5)], None),
        ([("day", 5)], [("week", 5)], True),
        ([("month", 12)], [("year", 1)], None),
        ([("week", 4)], [("month", 1)], None),
        ([("month", None)], [("week", None)], False),
        ([("month", None)], [("week", None), ("year", None)], None),
        ([("day", None)], [("hour", 24)], None),
        ([("year", 20)], [("decade", 2)], None),
        ([("month", 7), ("day", 2)], [("year", 7), ("day", 2)], True),
    ],
)
def test_a_changed_unit(
    ours: list[tuple[str, int | None]], theirs: list[tuple[str, int | None]], expected: bool | None
) -> None:
    changed = changed_duration(durations(ours), durations(theirs))
    assert (None if changed is None else changed.counted) == expected


def durations(told: list[tuple[str, int | None]]) -> list[Duration]:
    from auditor.core.document import Span

    return [Duration(unit, None if n is None else Fraction(n), Span(i, i + 1)) for i, (unit, n) in enumerate(told)]


@given(st.lists(st.tuples(st.sampled_from(sorted(DAYS)), st.none() | st.integers(1, 99)), max_size=4))
def test_nothing_differs_from_itself(told: list[tuple[str, int | None]]) -> None:
    assert changed_duration(durations(told), durations(told)) is None


def test_the_data_fits_the_code() -> None:
    for code, units in _table().items():
        assert code in known_languages()
        assert set(units) <= set(DAYS)
        assert all(word == word.casefold() for words in units.values() for word in words), code


AGES = [("(2) a history", []), ("West (41) said", [41]), ("West, 9, said", [9])]


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_an_item_of_a_list_is_no_age(text, expected):
    ages = find_ages(text, get_language("en"), Span(0, len(text)))
    assert [age.amount for age in ages] == expected


YEARS = [("不满16周岁的子女", "year"), ("庆祝 100 周年。", "year"), ("还有五周。", "week")]


@pytest.mark.parametrize(("text", "unit"), YEARS)
def test_years_of_age_and_anniversaries_are_no_weeks(text, unit):
    assert [name for name, _, _ in found(text, "zh")] == [unit]
