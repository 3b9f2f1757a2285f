"""The words reports use for regimes, verdicts, gaps and counts: said the same way in every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from auditor.core.alignment import GapKind, Regime
from auditor.core.finding import Finding, Notice
from auditor.core.mqm import Severity
from auditor.core.report import AuditedDocument, Report
from auditor.core.score import Coverage, DocumentScore, Verdict
from auditor.languages import get_language
from auditor.reports.located import LIVE

REGIMES = {
    Regime.PARALLEL: "parallel: the same text, sentence by sentence",
    Regime.REORDERED: "reordered: the same content, moved about",
    Regime.COMPARABLE: "comparable: another version of the story",
}
COMPARABLE_FIDELITY = (
    "Against another version, fidelity says how near the two stories are: its own words and facts lower it, and that "
    "is no error. Single passages have no figure."
)
VERDICTS = {
    Verdict.SUPPORTED: "supported",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.NOT_IN_COUNTERPART: "not in counterpart",
    Verdict.NOT_COMPARED: "not compared",
}
GAPS = {
    GapKind.OMITTED: "omitted",
    GapKind.ONLY_IN_COUNTERPART: "only in the counterpart",
}
PAIRINGS = {
    "argument": "named by the user",
    "manifest": "named in the manifest",
    "name": "paired by file name",
    "content": "paired by content",
}


def language_name(code: str) -> str:
    """The language's English name, or its code where no data file knows it."""
    return get_language(code).name


def counted(number: int, noun: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def severities(findings: Iterable[Finding]) -> str:
    """`1 critical, 3 major`, worst first, absent ones left out."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(f"{counts[severity]} {severity}" for severity in reversed(Severity) if counts[severity])


def another_version(audited: AuditedDocument) -> bool:
    """Whether the counterpart is another outlet's version of the story."""
    return audited.alignment is not None and audited.alignment.regime is Regime.COMPARABLE


def compared(audited: AuditedDocument) -> str:
    """`fidelity 71.3 (64.0 to 78.1); 96 % supported`; of another version only how near it is: `nearness 41.2`."""
    score = audited.score
    parts = (fidelity(score), coverage(score))
    if another_version(audited) and score.fidelity is not None:
        parts = (coverage(score), f"nearness {score.fidelity:.1f}")
    return "; ".join(part for part in parts if part)


def fidelity(score: DocumentScore) -> str:
    """`fidelity 71.3 (64.0 to 78.1)`, or that nothing was compared."""
    if score.fidelity is None:
        return "fidelity not measured"
    if score.interval is None:
        return f"fidelity {score.fidelity:.1f}"
    return f"fidelity {score.fidelity:.1f} ({score.interval[0]:.1f} to {score.interval[1]:.1f})"


def shares(coverage: Coverage) -> tuple[tuple[Verdict, float], ...]:
    """Every verdict with its share of the text."""
    return (
        (Verdict.SUPPORTED, coverage.supported),
        (Verdict.CONTRADICTED, coverage.contradicted),
        (Verdict.NOT_IN_COUNTERPART, coverage.not_in_counterpart),
        (Verdict.NOT_COMPARED, coverage.not_compared),
    )


def coverage(score: DocumentScore) -> str:
    """`61 % supported, 4 % contradicted`, zero shares left out."""
    return ", ".join(f"{percent(part)} {VERDICTS[verdict]}" for verdict, part in shares(score.coverage) if part)


def percent(part: float) -> str:
    """`61 %`; a share that would round to nothing is `under 1 %`."""
    return "under 1 %" if 0 < part < 0.005 else f"{100 * part:.0f} %"


def told(notice: Notice) -> str:
    """A notice's message, after the file's name where the message itself does not hold it."""
    if notice.document is None or notice.document in notice.message:
        return notice.message
    return f"{notice.document}: {notice.message}"


def summary_line(report: Report) -> str:
    """The last line of a text report."""
    live = [finding for finding in report.findings if finding.state in LIVE]
    parts = [f"{counted(len(report.documents), 'article')}, {counted(len(live), 'finding')}"]
    if live:
        parts[0] += f" ({severities(live)})"
    for state in ("baseline", "dismissed"):
        known = sum(finding.state.value == state for finding in report.findings)
        if known:
            parts.append(f"{known} {'in the baseline' if state == 'baseline' else state}")
    if report.suppressed:
        parts.append(f"{report.suppressed} hidden by the settings")
    incomplete = sum(notice.level.value == "incomplete" for notice in report.notices)
    if incomplete:
        parts.append(f"incomplete: {counted(incomplete, 'notice')}")
    return "; ".join(parts)
