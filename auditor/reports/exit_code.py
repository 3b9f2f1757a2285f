"""The exit code of an audit, from the report alone."""

from __future__ import annotations

from auditor.core.mqm import Severity
from auditor.core.report import Report

CLEAN, FAILED, INCOMPLETE = 0, 1, 3


def exit_code(report: Report, fail_on: Severity | None = Severity.MAJOR, min_fidelity: float | None = None) -> int:
    """0 complete and clean, 1 a finding at `fail_on` or above or a fidelity below `min_fidelity`, 3 incomplete.

    Incomplete wins: a run that could not look at everything is never called clean or merely failed.
    Dismissed findings and those in the baseline do not count; `fail_on=None` lets no finding fail the run.
    """
    if report.incomplete:
        return INCOMPLETE
    worst = report.worst()
    if fail_on is not None and worst is not None and worst.at_least(fail_on):
        return FAILED
    lowest = report.lowest_fidelity()
    if min_fidelity is not None and lowest is not None and lowest < min_fidelity:
        return FAILED
    return CLEAN
