"""Formats that people and services read, whole.

To accept new output, delete the file in tests/golden and run this test with AUDITOR_GOLDEN=write.
"""

import os
from pathlib import Path

import pytest
from sample_reports import sample

from auditor.reports import Format, RenderOptions, render

GOLDEN = Path(__file__).parents[1] / "golden"
OPTIONS = RenderOptions(prefix="articles/")
FILES = {
    Format.TEXT: "report.txt",
    Format.FULL: "report.full.txt",
    Format.STATISTICS: "report.statistics.txt",
    Format.GITHUB: "report.github.txt",
    Format.JUNIT: "report.junit.xml",
    Format.JSON: "report.json",
    Format.SARIF: "report.sarif",
}


@pytest.mark.parametrize("form", FILES)
def test_output_is_as_recorded(form):
    path = GOLDEN / FILES[form]
    made = render(sample(), form, OPTIONS)
    if os.environ.get("AUDITOR_GOLDEN") == "write" and not path.exists():
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8")


@pytest.mark.parametrize("form", Format)
def test_the_same_report_gives_the_same_bytes_and_ends_in_a_newline(form):
    assert render(sample(), form) == render(sample(), form)
    assert render(sample(), form).endswith("\n")
