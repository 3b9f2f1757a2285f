"""Numbers, dates, measures, sums and spans of time as CLDR writes them, read in every language with a data file.

The table was made with Babel: one row for each form that is read, so that none is lost again.
"""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from auditor.facts.dates import find_dates
from auditor.facts.durations import find_durations
from auditor.facts.measures import find_measures, find_money
from auditor.facts.numbers import find_numbers
from auditor.languages import get_language, known_languages

TABLE = Path(__file__).parent / "cldr_readings.tsv"
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t"))
KINDS = ("number", "percent", "date", "measure", "money", "duration")


def read(kind, text, language):
    """What is read, as the table writes it."""
    numbers = list(find_numbers(text, language))
    match kind:
        case "number" | "percent":
            return [fact.value.value for fact in numbers if fact.value.percent == (kind == "percent")]
        case "date":
            parts = [(fact.value.month, fact.value.day) for fact in find_dates(text, language)]
            return [f"{month}-{day}" for month, day in parts if month]
        case "measure":
            return [f"{one.value} {one.unit.name}" for one in find_measures(text, numbers, language.code)]
        case "money":
            return [f"{one.fact.value.value} {code}" for one in find_money(text, numbers) for code in one.currencies]
        case _:
            return [f"{one.amount} {one.unit}" for one in find_durations(text, language, numbers)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", known_languages())
def test_what_cldr_writes_is_read(code, kind):
    language = get_language(code)
    for row in ROWS:
        if (row["language"], row["kind"]) == (code, kind):
            value = Fraction(row["value"]) if kind in ("number", "percent") else row["value"]
            assert value in read(kind, row["text"], language), row["text"]


def test_every_language_is_in_the_table():
    told = {(row["language"], row["kind"]) for row in ROWS}
    assert {code for code, kind in told if kind == "percent"} == set(known_languages())
    assert len({code for code, kind in told if kind == "date"}) >= 55
