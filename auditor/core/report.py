"""The outcome of an audit, from which every renderer and the exit code are made."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.core.alignment import Alignment, DocumentPair
from auditor.core.document import Document
from auditor.core.finding import Finding, Level, Notice
from auditor.core.mqm import Severity
from auditor.core.score import DocumentScore


@dataclass(frozen=True)
class AuditedDocument:
    """One translation with everything that was learned about it."""

    document: Document
    pair: DocumentPair | None
    alignment: Alignment | None
    score: DocumentScore
    penalty: float
    """Sum of the severity weights of its findings per 100 words, those that `severity` hides included."""


@dataclass(frozen=True)
class Report:
    """All of one run. Equal input gives an equal report on one machine, device and version."""

    version: str
    signature: str
    documents: tuple[AuditedDocument, ...]
    """Ordered by id."""
    findings: tuple[Finding, ...]
    """Kept ones, ordered by (document, start, check id)."""
    notices: tuple[Notice, ...]
    suppressed: int = 0
    """Findings that selection, severity or confidence hid."""

    @property
    def incomplete(self) -> bool:
        """Whether something could not be audited."""
        return not self.documents or any(notice.level is Level.INCOMPLETE for notice in self.notices)

    def worst(self) -> Severity | None:
        """The highest severity among findings that still count (neither dismissed nor in the baseline)."""
        live = [f.severity for f in self.findings if f.state.value in ("new", "confirmed")]
        return max(live, key=lambda severity: severity.rank, default=None)

    def lowest_fidelity(self) -> float | None:
        """The lowest document fidelity, None when nothing was compared."""
        known = [d.score.fidelity for d in self.documents if d.score.fidelity is not None]
        return min(known, default=None)
