"""The page and the table of checks, from a class."""

import json
from typing import ClassVar

from auditor.checks import Check, CheckOptions, Example, Need, Scope, find_check
from auditor.checks.precision import whole_check
from auditor.core.mqm import Category, Severity
from auditor.reports.check_page import render_check_page
from auditor.reports.checks_table import render_checks_json, render_checks_table
from auditor.reports.measured_words import measured_lines, precision_cell


class Options(CheckOptions):
    limit: int = 3


class ShoutingHeadline(Check):
    """A headline is all in capitals.

    What it finds
        Headlines such as *PORT OPENS*.

            an indented line

    Why it matters: it shouts.

    What it does not find
        Abbreviations.

    References
        None.
    """

    id = "TST001"
    name = "shouting-headline"
    category = Category.TEXTUAL
    severity = Severity.NEUTRAL
    scope = Scope.PASSAGE
    needs: ClassVar[frozenset[Need]] = frozenset({Need.COUNTERPART})
    abstains: ClassVar[frozenset[str]] = frozenset({"ka"})
    Options = Options
    BAD = (Example("⟦PORT OPENS⟧\n\nIt opened.", counterpart="Port opens"),)
    GOOD = (Example("UN opens port", "de"),)

    def findings(self, subject):
        yield from ()


def test_the_page_has_every_part_in_order():
    page = render_check_page(ShoutingHeadline)
    parts = [
        "# shouting-headline (TST001)",
        "A headline is all in capitals.",
        "- languages: all except ka",
        "## What it finds\n\nHeadlines such as *PORT OPENS*.\n\n    an indented line",
        "## Why it matters\n\nit shouts.",
        "## What it does not find\n\nAbbreviations.",
        "## Options",
        "- `limit` (default `3`)",
        "## Found\n\nEnglish:\n\n    ⟦PORT OPENS⟧\n\n    It opened.",
        "beside, in English:\n\n    Port opens",
        "## Left alone\n\nGerman:\n\n    UN opens port",
    ]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


def test_the_table_has_a_line_per_check():
    lines = render_checks_table([ShoutingHeadline]).splitlines()
    assert lines[0].split("  ")[-1].strip() == "summary"
    assert "clean" in lines[0]
    assert "counterpart" in lines[1]


def test_the_list_as_json():
    assert json.loads(render_checks_json([ShoutingHeadline]))[0] == {
        "id": "TST001",
        "name": "shouting-headline",
        "category": "linguistic-conventions/textual-conventions",
        "severity": "neutral",
        "scope": "passage",
        "languages": None,
        "abstains": ["ka"],
        "needs": ["counterpart"],
        "precision": None,
        "read": 0,
        "clean_rate": None,
        "found": None,
        "summary": "A headline is all in capitals.",
    }


def test_what_was_measured_is_said_in_words():
    assert precision_cell(ShoutingHeadline) == "not measured"
    assert "not measured; its confidence is held at 0.75 at most" in measured_lines(ShoutingHeadline)
    read = whole_check("stray-quote")
    assert read is not None
    assert precision_cell(find_check("stray-quote")) == f"{read.share:.2f} ({read.read})"
    assert f"of {read.read} findings read {read.right} were right" in measured_lines(find_check("stray-quote"))
