"""The exit code comes from the report alone."""

import pytest
from sample_reports import alone, compared, document, find, report

from auditor.core.finding import Level, Notice, State
from auditor.core.mqm import Severity
from auditor.core.score import Verdict
from auditor.reports import exit_code

INFO = Notice(Level.INFO, "encoding", "guessed")
INCOMPLETE = Notice(Level.INCOMPLETE, "binary", "photo.txt: not text", "photo.txt")


def made(severity=None, state=State.NEW, fidelity=None, notices=(), documents=True):
    if not documents:
        return report(notices=notices)
    ours = document("a.txt", "One")
    entry = alone(ours)
    if fidelity is not None:
        entry = compared(ours, document("b.txt", "Un", "fr"), ((0, 0),), (Verdict.SUPPORTED,), fidelity=fidelity)
    findings = () if severity is None else (find(ours, "One", severity=severity, state=state),)
    return report(entry, findings=findings, notices=notices)


@pytest.mark.parametrize(
    ("given", "options", "code"),
    [
        ({}, {}, 0),
        ({"severity": Severity.MAJOR}, {}, 1),
        ({"severity": Severity.CRITICAL}, {}, 1),
        ({"severity": Severity.MINOR}, {}, 0),
        ({"severity": Severity.MINOR}, {"fail_on": Severity.MINOR}, 1),
        ({"severity": Severity.NEUTRAL}, {"fail_on": Severity.NEUTRAL}, 1),
        ({"severity": Severity.CRITICAL}, {"fail_on": None}, 0),
        ({"severity": Severity.CRITICAL, "state": State.DISMISSED}, {}, 0),
        ({"severity": Severity.CRITICAL, "state": State.BASELINE}, {}, 0),
        ({"severity": Severity.MAJOR, "state": State.CONFIRMED}, {}, 1),
        ({"fidelity": 49.9}, {"min_fidelity": 50.0}, 1),
        ({"fidelity": 50.0}, {"min_fidelity": 50.0}, 0),
        ({"fidelity": 3.0}, {}, 0),
        ({}, {"min_fidelity": 50.0}, 0),
        ({"notices": (INFO,)}, {}, 0),
        ({"notices": (INCOMPLETE,)}, {}, 3),
        ({"notices": (INCOMPLETE,), "severity": Severity.CRITICAL}, {}, 3),
        ({"documents": False}, {}, 3),
    ],
)
def test_exit_codes(given, options, code):
    assert exit_code(made(**given), **options) == code
