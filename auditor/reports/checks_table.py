"""The list of checks, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from auditor.checks.check import Check
from auditor.reports.check_page import languages
from auditor.reports.table import table

COLUMNS = ("id", "name", "severity", "languages", "needs", "summary")


def render_checks_table(checks: Sequence[type[Check]]) -> str:
    """A line per check."""
    rows = [
        (
            check.id,
            check.name,
            check.severity.value,
            languages(check),
            ", ".join(sorted(check.needs)) or "-",
            check.summary(),
        )
        for check in checks
    ]
    return table(COLUMNS, rows)


def render_checks_json(checks: Sequence[type[Check]]) -> str:
    """A list of objects; `languages` is null for all."""
    return json.dumps([_object(check) for check in checks], ensure_ascii=False, indent=2) + "\n"


def _object(check: type[Check]) -> dict[str, object]:
    return {
        "id": check.id,
        "name": check.name,
        "category": check.category.value,
        "severity": check.severity.value,
        "scope": check.scope.value,
        "languages": None if check.languages is None else sorted(check.languages),
        "abstains": sorted(check.abstains),
        "needs": sorted(check.needs),
        "summary": check.summary(),
    }
