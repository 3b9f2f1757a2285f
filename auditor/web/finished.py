"""What a run found, under what the editor decided about it since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from auditor.audit.decided import under_decisions
from auditor.audit.decisions import Decision, read_decisions
from auditor.audit.matching import matched
from auditor.core.document import Document
from auditor.core.report import Report


@dataclass(frozen=True, slots=True)
class Finished:
    """One finished run."""

    undecided: Report
    """As the run left it: a decision can be taken back."""
    report: Report
    version: int
    decisions: Mapping[str, Decision]
    """By fingerprint."""

    @property
    def document(self) -> Document:
        """The translation."""
        return self.undecided.documents[0].document


def finished(undecided: Report, translation: Path, version: int) -> Finished:
    """The report on one translation under the decisions that lie beside it now."""
    places = {entry.document.id: translation for entry in undecided.documents}
    documents, findings, told = under_decisions(undecided.documents, undecided.findings, places)
    report = replace(undecided, documents=documents, findings=findings, notices=(*undecided.notices, *told))
    known, _ = read_decisions(translation.parent)
    about = zip(findings, matched(undecided.findings, known, undecided.documents[0].document), strict=True)
    decisions = {finding.fingerprint: decision for finding, decision in about if decision is not None}
    return Finished(undecided, report, version, decisions)
