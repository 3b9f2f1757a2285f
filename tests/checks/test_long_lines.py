"""A line without end: every check, and the facts it rests on, must be done with it in time that grows with it."""

import time

import pytest

from auditor.audit.rehearsal import subject_of
from auditor.audit.selection import can_run
from auditor.checks import Example, all_checks
from auditor.checks.corpus_check import CorpusCheck

ALONE, BESIDE = 40_000, 4_000
"""Code points without and beside a counterpart."""
SECONDS = 15.0
"""Of processor time for all checks together; they take one or two, and a quadratic one alone takes minutes."""
UNITS = {
    "letter": "a",
    "spaces": "x" + " " * 999,
    "quotes": '"',
    "quotation reopened": "“a ",
    "apostrophes": "'",
    "brackets": "(",
    "bracketed letters": "[a",
    "digits": "1",
    "digits with separators": "1,234.",
    "address": "http://a.b/",
    "placeholders": "%s ",
    "sentences": "a. B",
    "names": "Aa Bb ",
    "numbers in words": "two hundred ",
}


def run(text, language="en", counterpart=None):
    """Segmentation, facts and all checks; the seconds that they took."""
    began = time.process_time()
    subject = subject_of(Example(text, language, counterpart=counterpart))
    for check in (made() for made in all_checks()):
        if can_run(check, subject):
            if isinstance(check, CorpusCheck):
                check.gather(subject)
            else:
                list(check.findings(subject))
    return time.process_time() - began


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_long_line_is_read_in_time(unit):
    assert run("A " + unit * (ALONE // len(unit))) < SECONDS


@pytest.mark.parametrize(("unit", "language"), [("的。", "zh"), ('א"', "he"), ("ال ", "ar"), ("กำ", "th")])
def test_so_is_one_in_another_script(unit, language):
    assert run(unit * (ALONE // len(unit)), language) < SECONDS


@pytest.mark.parametrize("unit", ['"', "1,234.", "Aa Bb ", "a. B"])
def test_so_is_one_beside_a_counterpart_like_it(unit):
    line = "A " + unit * (BESIDE // len(unit))
    assert run(line, "de", counterpart=line) < SECONDS
