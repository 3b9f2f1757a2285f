"""Counts over a report: per check, severity, state and language."""

from __future__ import annotations

from collections import Counter
from typing import Any

from auditor.core.finding import State
from auditor.core.mqm import Severity
from auditor.core.report import Report


def summary(report: Report) -> dict[str, Any]:
    """The `summary` object of `auditor.report/v1`; every map is ordered by key, severities by weight."""
    by_severity = Counter(finding.severity for finding in report.findings)
    by_state = Counter(finding.state for finding in report.findings)
    by_check = Counter(finding.name for finding in report.findings)
    return {
        "documents": len(report.documents),
        "compared": sum(audited.pair is not None for audited in report.documents),
        "findings": len(report.findings),
        "suppressed": report.suppressed,
        "checks": dict(sorted(by_check.items())),
        "severities": {severity.value: by_severity[severity] for severity in Severity},
        "states": {state.value: by_state[state] for state in State},
        "languages": _languages(report),
    }


def _languages(report: Report) -> dict[str, dict[str, int]]:
    language = {audited.document.id: audited.document.language for audited in report.documents}
    documents = Counter(language.values())
    findings = Counter(language[finding.document] for finding in report.findings)
    return {code: {"documents": documents[code], "findings": findings[code]} for code in sorted(documents)}
