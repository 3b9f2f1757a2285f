"""`--format json` and `jsonl`: `auditor.report/v1`, described by docs/report.schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterator

from auditor.core.report import Report
from auditor.reports.counts import summary
from auditor.reports.json_parts import Json, document_object, finding_object, notice_object
from auditor.reports.located import located
from auditor.reports.options import PLAIN, RenderOptions

SCHEMA = "auditor.report/v1"


def report_object(report: Report) -> Json:
    """The whole report as plain objects."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "auditor", "version": report.version},
        "signature": report.signature,
        "documents": [document_object(audited) for audited in report.documents],
        "findings": [finding_object(found) for found in located(report)],
        "notices": [notice_object(notice) for notice in report.notices],
        "summary": summary(report),
    }


def render_json(report: Report, options: RenderOptions = PLAIN) -> str:
    """One indented object."""
    return json.dumps(report_object(report), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def render_jsonl(report: Report, options: RenderOptions = PLAIN) -> str:
    """One object a line, its `type` first: every `document`, then every `finding`, then every `notice`."""
    return "".join(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[Json]:
    yield from ({"type": "document", **document_object(audited)} for audited in report.documents)
    yield from ({"type": "finding", **finding_object(found)} for found in located(report))
    yield from ({"type": "notice", **notice_object(notice)} for notice in report.notices)
