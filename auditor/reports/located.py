"""Findings with the line and column where they start and end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.core.finding import Finding, State
from auditor.core.report import AuditedDocument, Report

LIVE = frozenset({State.NEW, State.CONFIRMED})
"""States that still ask for an editor's attention; the exit code counts the same ones."""


@dataclass(frozen=True, slots=True)
class Located:
    """A finding in its document; lines and columns are 1-based, columns in code points, the end exclusive."""

    finding: Finding
    audited: AuditedDocument
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def in_file(self) -> bool:
        """Whether line and column count in the file itself, not in text that a reader extracted from it."""
        return self.audited.document.origin == "file"


def located(report: Report) -> Iterator[Located]:
    """All findings of the report, in its order."""
    documents = {audited.document.id: audited for audited in report.documents}
    for finding in report.findings:
        audited = documents[finding.document]
        start = audited.document.line_column(finding.span.start)
        end = audited.document.line_column(finding.span.end)
        yield Located(finding, audited, *start, *end)


def live(report: Report) -> Iterator[Located]:
    """Those that are neither in the baseline nor dismissed."""
    return (found for found in located(report) if found.finding.state in LIVE)
