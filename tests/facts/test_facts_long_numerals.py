"""Runs of digits that are longer than numbers are."""

from fractions import Fraction

import pytest

from auditor.facts.digits import LONGEST, find_numerals
from auditor.facts.numbers import find_numbers
from auditor.languages import get_language


def values(text):
    return [numeral.values[0] for numeral in find_numerals(text, get_language("en"))]


@pytest.mark.parametrize("length", [LONGEST + 1, 5_000])
def test_a_run_of_digits_without_end_is_no_number(length):
    assert values(f"He typed {'7' * length} and 12.") == [Fraction(12)]


def test_the_longest_number_is_one():
    assert values("9" * LONGEST) == [Fraction(10**LONGEST - 1)]


def test_groups_without_end_are_read_in_pieces():
    found = values(" ".join(["1,234"] * 2_000))
    assert len(found) == 2_000
    assert set(found) == {Fraction(1234)}


def test_a_number_of_many_groups_is_one():
    assert values("1,000,000,000,000 stars") == [Fraction(10**12)]


def test_numbers_in_words_without_end_are_read_in_pieces():
    facts = list(find_numbers("two hundred " * 2_000, get_language("en")))
    assert 2 <= len(facts) <= 2_000
