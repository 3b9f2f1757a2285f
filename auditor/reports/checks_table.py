"""The list of checks, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from auditor.checks.check import Check
from auditor.checks.measured import measured
from auditor.checks.precision import whole_check
from auditor.reports.check_page import languages
from auditor.reports.measured_words import precision_cell
from auditor.reports.table import table

COLUMNS = ("id", "name", "severity", "languages", "needs", "right", "clean", "found", "summary")
"""`right`: share of findings that an editor would accept, and how many were read; `clean`: findings in 1,000 sentences
of human-written news; `found`: share of planted artifacts."""


def render_checks_table(checks: Sequence[type[Check]]) -> str:
    """A line per check."""
    rows = [
        (
            check.id,
            check.name,
            check.severity.value,
            languages(check),
            ", ".join(sorted(check.needs)) or "-",
            precision_cell(check),
            *_figures(check),
            check.summary(),
        )
        for check in checks
    ]
    return table(COLUMNS, rows)


def render_checks_json(checks: Sequence[type[Check]]) -> str:
    """A list of objects; `languages` is null for all, figures where nothing was measured."""
    return json.dumps([_object(check) for check in checks], ensure_ascii=False, indent=2) + "\n"


def _figures(check: type[Check]) -> tuple[str, str]:
    recall = measured().recall(check.name)
    return ("-", "-") if recall is None else (f"{measured().clean_rate(check.name):.2f}", f"{recall:.2f}")


def _object(check: type[Check]) -> dict[str, object]:
    recall = measured().recall(check.name)
    read = whole_check(check.name)
    return {
        "id": check.id,
        "name": check.name,
        "category": check.category.value,
        "severity": check.severity.value,
        "scope": check.scope.value,
        "languages": None if check.languages is None else sorted(check.languages),
        "abstains": sorted(check.abstains),
        "needs": sorted(check.needs),
        "precision": None if read is None else round(read.share, 3),
        "read": 0 if read is None else read.read,
        "clean_rate": None if recall is None else round(measured().clean_rate(check.name), 3),
        "found": None if recall is None else round(recall, 3),
        "summary": check.summary(),
    }
