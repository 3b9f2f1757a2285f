"""`--format sarif`: SARIF 2.1.0 (OASIS standard), as code hosts read it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from auditor.core.document import Document, Span
from auditor.core.finding import Level, State
from auditor.core.mqm import Severity
from auditor.core.report import Report
from auditor.reports.located import Located, located
from auditor.reports.options import PLAIN, RenderOptions
from auditor.reports.rounding import share

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
VERSION = "2.1.0"
LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "note",
}
Json = dict[str, Any]


def render_sarif(report: Report, options: RenderOptions = PLAIN) -> str:
    """One run; a rule per check that found something, baseline and dismissals as SARIF has them."""
    return json.dumps(_log(report, options), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _log(report: Report, options: RenderOptions) -> Json:
    rules = sorted({(finding.check, finding.name, finding.category) for finding in report.findings})
    index = {check: i for i, (check, _, _) in enumerate(rules)}
    compared = any(finding.state is State.BASELINE for finding in report.findings)
    run: Json = {
        "tool": {
            "driver": {
                "name": "auditor",
                "version": report.version,
                "rules": [_rule(check, name, category) for check, name, category in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _location(options, audited.document.id)} for audited in report.documents],
        "invocations": [_invocation(report, options)],
        "results": [_result(found, index, options, compared) for found in located(report)],
        "properties": {"signature": report.signature},
    }
    return {"$schema": SCHEMA, "version": VERSION, "runs": [run]}


def _rule(check: str, name: str, category: str) -> Json:
    words = name.replace("-", " ")
    return {
        "id": check,
        "name": name,
        "shortDescription": {"text": words[:1].upper() + words[1:]},
        "properties": {"category": str(category)},
    }


def _result(found: Located, index: dict[str, int], options: RenderOptions, compared: bool) -> Json:
    finding = found.finding
    result: Json = {
        "ruleId": finding.check,
        "ruleIndex": index[finding.check],
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _physical(found, options)}],
        "rank": round(100 * share(finding.confidence), 2),
        "properties": {"severity": finding.severity.value, "excerpt": finding.excerpt},
    }
    if finding.suggestion is not None:
        result["properties"]["suggestion"] = finding.suggestion
    if finding.evidence:
        result["relatedLocations"] = _related(found, options)
    if finding.fingerprint:
        result["partialFingerprints"] = {"auditor/v1": finding.fingerprint}
    if compared:
        result["baselineState"] = "unchanged" if finding.state is State.BASELINE else "new"
    if finding.state is State.DISMISSED:
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return result


def _physical(found: Located, options: RenderOptions) -> Json:
    return _place(options, found.finding.document, found.audited.document, found.finding.span)


def _related(found: Located, options: RenderOptions) -> list[Json]:
    pair = found.audited.pair
    sides = (found.audited.document,) if pair is None else (found.audited.document, pair.counterpart)
    known = {document.id: document for document in sides}
    return [
        {
            "id": number,
            "message": {"text": evidence.excerpt},
            "physicalLocation": _place(options, evidence.document, known.get(evidence.document), evidence.span),
        }
        for number, evidence in enumerate(found.finding.evidence)
    ]


def _place(options: RenderOptions, name: str, document: Document | None, span: Span) -> Json:
    """Lines and columns only where they count in the file itself."""
    place: Json = {"artifactLocation": _location(options, name)}
    if document is not None and document.origin == "file":
        start, end = document.line_column(span.start), document.line_column(span.end)
        place["region"] = {"startLine": start[0], "startColumn": start[1], "endLine": end[0], "endColumn": end[1]}
    return place


def _invocation(report: Report, options: RenderOptions) -> Json:
    notifications = []
    for notice in report.notices:
        level = "error" if notice.level is Level.INCOMPLETE else "note"
        told: Json = {"level": level, "message": {"text": notice.message}, "properties": {"kind": notice.kind}}
        if notice.document is not None:
            told["locations"] = [{"physicalLocation": {"artifactLocation": _location(options, notice.document)}}]
        notifications.append(told)
    return {"executionSuccessful": not report.incomplete, "toolExecutionNotifications": notifications}


def _location(options: RenderOptions, document: str) -> Json:
    return {"uri": quote(options.prefix + document, errors="backslashreplace")}
