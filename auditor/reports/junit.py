"""`--format junit`: a test suite per article, for build servers."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from auditor.core.finding import Level, Notice
from auditor.core.report import AuditedDocument, Report
from auditor.reports.located import Located, live
from auditor.reports.options import PLAIN, RenderOptions
from auditor.reports.xml_text import xml_text


def render_junit(report: Report, options: RenderOptions = PLAIN) -> str:
    """Findings from `options.fail_on` on are failures, others pass with their message; a clean article passes.

    Incomplete notices are errors. No times: equal input gives equal bytes.
    """
    root = ET.Element("testsuites", name="auditor")
    found = tuple(live(report))
    for audited in report.documents:
        _suite(root, audited, [item for item in found if item.audited is audited], options)
    incomplete = [notice for notice in report.notices if notice.level is Level.INCOMPLETE]
    if incomplete:
        _incomplete(root, incomplete)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(root: ET.Element, audited: AuditedDocument, found: list[Located], options: RenderOptions) -> None:
    path = xml_text(options.prefix + audited.document.id)
    suite = ET.SubElement(root, "testsuite", name=path)
    failures = 0
    for item in found:
        failures += _case(suite, path, item, options)
    if not found:
        ET.SubElement(suite, "testcase", classname=path, name="no findings")
    _totals(suite, len(suite), failures, 0)


def _case(suite: ET.Element, path: str, item: Located, options: RenderOptions) -> int:
    """Adds one finding; 1 when it is a failure."""
    finding = item.finding
    name = f"{finding.name} at {item.line}:{item.column}"
    case = ET.SubElement(suite, "testcase", classname=path, name=name, file=path, line=str(item.line))
    told = xml_text(f"{finding.severity}: {finding.message}")
    body = xml_text(f"{path}:{item.line}:{item.column}\n{finding.excerpt}")
    if options.fail_on is None or not finding.severity.at_least(options.fail_on):
        ET.SubElement(case, "system-out").text = f"{told}\n{body}"
        return 0
    ET.SubElement(case, "failure", type=finding.name, message=told).text = body
    return 1


def _incomplete(root: ET.Element, notices: list[Notice]) -> None:
    suite = ET.SubElement(root, "testsuite", name="incomplete")
    for notice in notices:
        case = ET.SubElement(suite, "testcase", classname="incomplete", name=xml_text(notice.document or notice.kind))
        ET.SubElement(case, "error", type=notice.kind, message=xml_text(notice.message))
    _totals(suite, len(notices), 0, len(notices))


def _totals(suite: ET.Element, tests: int, failures: int, errors: int) -> None:
    for name, value in (("tests", tests), ("failures", failures), ("errors", errors)):
        suite.set(name, str(value))
