"""A finding of a run is as sure as its check was found to be."""

from __future__ import annotations

from clean_news import subject_of
from corpora import Lines

from auditor.audit.selection import findings_of, is_kept
from auditor.checks import find_check
from auditor.checks.precision import with_precision
from auditor.config import Settings

LINES = ("The talks are over.", "“That is all.” In the end”. He left.", "He said the the same on Friday.")


def test_findings_come_in_order_with_measured_confidence():
    subject = subject_of(Lines("talks", "eng", LINES), "en", None)
    checks = [find_check(name)() for name in ("doubled-word", "stray-quote")]
    own = {finding.name: finding for check in checks for finding in check.findings(subject)}
    found = findings_of(checks, subject)
    assert [finding.name for finding in found] == ["stray-quote", "doubled-word"]
    assert found == [with_precision(own[finding.name], "en") for finding in found]
    assert any(finding.confidence != own[finding.name].confidence for finding in found)
    assert all(is_kept(finding, Settings()) for finding in found)
