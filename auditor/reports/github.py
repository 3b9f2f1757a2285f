"""`--format github`: workflow commands that GitHub Actions shows beside the changed lines."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.core.finding import Level
from auditor.core.mqm import Severity
from auditor.core.report import Report
from auditor.reports.located import Located, live
from auditor.reports.options import PLAIN, RenderOptions

COMMANDS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "notice",
}


def render_github(report: Report, options: RenderOptions = PLAIN) -> str:
    """One `::error file=…,line=…,col=…,title=…::message` per finding and incomplete notice."""
    return "".join(line + "\n" for line in (*_findings(report, options), *_notices(report, options)))


def _findings(report: Report, options: RenderOptions) -> Iterator[str]:
    for found in live(report):
        finding = found.finding
        title = f"{finding.name} ({finding.severity})"
        properties = {"file": options.prefix + finding.document, **_place(found), "title": title}
        yield _command(COMMANDS[finding.severity], properties, finding.message)


def _place(found: Located) -> dict[str, str]:
    """Lines only where they count in the file; GitHub refuses columns of a range over several lines."""
    if not found.in_file:
        return {}
    place = {"line": str(found.line), "endLine": str(found.end_line)}
    if found.line == found.end_line:
        place |= {"col": str(found.column), "endColumn": str(found.end_column)}
    return place


def _notices(report: Report, options: RenderOptions) -> Iterator[str]:
    for notice in report.notices:
        where = {} if notice.document is None else {"file": options.prefix + notice.document}
        command = "error" if notice.level is Level.INCOMPLETE else "notice"
        yield _command(command, {**where, "title": notice.kind}, notice.message)


def _command(command: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{command} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
