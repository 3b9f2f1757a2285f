"""JUnit XML: failures agree with the exit code's threshold, odd characters never break the file."""

import pytest
from lxml import etree
from sample_reports import alone, document, find, report, sample

from auditor.core.mqm import Severity
from auditor.reports import Format, RenderOptions, render


def junit(made, **options):
    return etree.fromstring(render(made, Format.JUNIT, RenderOptions(**options)).encode())


@pytest.mark.parametrize(
    ("fail_on", "failures"), [(Severity.MAJOR, 1), (Severity.MINOR, 2), (Severity.NEUTRAL, 3), (None, 0)]
)
def test_failures_start_where_the_exit_code_does(fail_on, failures):
    root = junit(sample(), fail_on=fail_on)
    assert root.get("failures") == str(failures) == str(len(root.findall(".//failure")))
    assert root.get("errors") == "1"
    assert root.get("tests") == str(len(root.findall(".//testcase")))


def test_a_clean_article_passes():
    names = [case.get("name") for case in junit(report(alone(document("a.txt", "Fine.")))).findall(".//testcase")]
    assert names == ["no findings"]


def test_characters_that_xml_cannot_hold_become_replacement_characters():
    entry = alone(document("a\x00.txt", "B\x08ad <&> ]]>"))
    root = junit(report(entry, findings=(find(entry.document, "B\x08ad <&> ]]>"),)))
    assert "B\ufffdad <&> ]]>" in root.find(".//system-out").text
