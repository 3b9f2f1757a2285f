"""Given names: whose they are, and which are one."""

from __future__ import annotations

import pytest

from auditor.facts.english_words import common_in_english
from auditor.facts.given_names import Gender, gender_of, is_given_name, may_be_one, same_given_name


@pytest.mark.parametrize(
    ("name", "gender"),
    [("anita", Gender.WOMAN), ("kavita", Gender.WOMAN), ("idris", Gender.MAN), ("joris", Gender.MAN), ("andrea", None)],
)
def test_gender(name: str, gender: Gender | None) -> None:
    assert gender_of(name) is gender
    assert is_given_name(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("bill", "william"), ("jan", "johannes"), ("chris", "christopher"), ("behrouz", "behruz"), ("sergei", "Сергей")],
)
def test_one_person_may_have_both(one: str, other: str) -> None:
    assert may_be_one(one, other)


@pytest.mark.parametrize(("one", "other"), [("jan", "joris"), ("sea", "deniz"), ("peter", "Ольга"), ("paul", "peter")])
def test_two_people(one: str, other: str) -> None:
    assert not may_be_one(one, other)
    assert not same_given_name(one, other)


def test_common_words_of_english_are_no_names() -> None:
    assert all(map(common_in_english, ("sea", "dawn", "field", "money")))
    assert not any(map(common_in_english, ("deniz", "shahar", "maertens", "aksoy")))
