"""The summary on top: is the article fit to publish, what was compared, and what was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.core.alignment import Alignment, DocumentPair, GapKind
from auditor.core.finding import Finding, Level, Notice
from auditor.core.mqm import Severity
from auditor.core.report import AuditedDocument
from auditor.core.score import Verdict
from auditor.reports import wording
from auditor.reports.wording import counted


class Fitness(StrEnum):
    """How far the article is from being published, worst first."""

    UNKNOWN = "unknown"
    """Something could not be audited."""
    BLOCKED = "blocked"
    """A critical or major error is open."""
    SLIPS = "slips"
    """Only minor ones are."""
    DOUBTS = "doubts"
    """No error is, but a passage seems to contradict the counterpart."""
    CLEAR = "clear"
    """Nothing was found."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Three things an editor wants to know first."""

    fitness: Fitness
    line: str
    compared: str
    doubtful: tuple[int, ...]
    """Passages, 0-based, that seem to contradict the counterpart."""


def fit_to_publish(audited: AuditedDocument, live: Sequence[Finding], notices: Sequence[Notice]) -> Fit:
    """`live` are the findings of `audited` that are not settled, `notices` what the tool has to say of it."""
    doubtful = tuple(score.passage for score in audited.score.passages if score.verdict is Verdict.CONTRADICTED)
    fitness = _fitness(live, notices, doubtful)
    return Fit(fitness, _line(fitness, live, doubtful, audited.pair is not None), _compared(audited), doubtful)


def _fitness(live: Sequence[Finding], notices: Sequence[Notice], doubtful: tuple[int, ...]) -> Fitness:
    if any(finding.severity.at_least(Severity.MAJOR) for finding in live):
        return Fitness.BLOCKED
    if any(notice.level is Level.INCOMPLETE for notice in notices):
        return Fitness.UNKNOWN
    if any(finding.severity is Severity.MINOR for finding in live):
        return Fitness.SLIPS
    return Fitness.DOUBTS if doubtful else Fitness.CLEAR


def _line(fitness: Fitness, live: Sequence[Finding], doubtful: tuple[int, ...], compared: bool) -> str:
    grave = [finding for finding in live if finding.severity.at_least(Severity.MAJOR)]
    slips = [finding for finding in live if finding.severity is Severity.MINOR]
    told = {
        Fitness.BLOCKED: f"Not fit to publish yet: {_errors(grave)} to settle.",
        Fitness.UNKNOWN: "Not fully audited: see the notices.",
        Fitness.SLIPS: f"Almost fit to publish: {_errors(slips)} to settle.",
        Fitness.DOUBTS: f"No error found, but read {_passages(doubtful)} against the counterpart.",
        Fitness.CLEAR: "Nothing found that stands against publication.",
    }
    line = told[fitness]
    return line if compared or fitness is not Fitness.CLEAR else f"{line} Nothing was compared, though."


def _errors(findings: Sequence[Finding]) -> str:
    return f"{wording.severities(findings).replace(', ', ' and ')} {'error' if len(findings) == 1 else 'errors'}"


def _passages(numbers: tuple[int, ...], most: int = 5) -> str:
    named = ", ".join(f"¶{number + 1}" for number in numbers[:most])
    return f"{named} and {len(numbers) - most} more" if len(numbers) > most else named


def _compared(audited: AuditedDocument) -> str:
    if audited.pair is None or audited.alignment is None:
        return "Checked on its own: without a counterpart, nobody can say whether anything is missing, added or wrong."
    return f"{_ours(audited)} {_theirs(audited.pair, audited.alignment)}".strip()


def _ours(audited: AuditedDocument) -> str:
    scores = audited.score.passages
    told = [s for s in scores if s.verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED)]
    extra = sum(s.verdict is Verdict.NOT_IN_COUNTERPART for s in scores)
    beside = sum(s.verdict is Verdict.NOT_COMPARED for s in scores)
    parts = [f"{len(told)} of {counted(len(scores), 'passage')} compared with the counterpart"]
    parts += [f"{extra} not in it"] if extra else []
    parts += [f"{beside} not compared"] if beside else []
    return ", ".join(parts) + "."


def _theirs(pair: DocumentPair, alignment: Alignment) -> str:
    kinds = [gap.kind for gap in alignment.omitted]
    omitted, only = kinds.count(GapKind.OMITTED), kinds.count(GapKind.ONLY_IN_COUNTERPART)
    told = f"Of the counterpart's {counted(len(pair.counterpart.passages), 'passage')},"
    if omitted:
        return f"{told} {omitted} {'is' if omitted == 1 else 'are'} omitted."
    if only:
        return f"{told} {only} {'is' if only == 1 else 'are'} not told here, as another version may."
    return f"{told} all are told."
