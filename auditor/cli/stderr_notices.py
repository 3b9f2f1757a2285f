"""Notices on stderr: the tool's own word never mixes with the payload."""

from __future__ import annotations

from auditor.cli.terminal import say
from auditor.core.finding import Level
from auditor.core.report import Report
from auditor.reports.one_line import one_line
from auditor.reports.wording import told


def say_notices(report: Report, quiet: bool) -> None:
    """All notices; with `quiet` only those that make the audit incomplete."""
    for notice in report.notices:
        if notice.level is Level.INCOMPLETE or not quiet:
            say(f"auditor: {notice.level}: {one_line(told(notice))}")
