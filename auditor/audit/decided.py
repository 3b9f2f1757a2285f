"""A finished audit under the decisions that lie beside its articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from auditor.audit.decisions import read_decisions
from auditor.audit.matching import decided
from auditor.audit.penalty import penalty
from auditor.core.finding import Finding, Level, Notice, State
from auditor.core.report import AuditedDocument


def under_decisions(
    documents: Sequence[AuditedDocument], findings: Sequence[Finding], places: Mapping[str, Path]
) -> tuple[tuple[AuditedDocument, ...], tuple[Finding, ...], tuple[Notice, ...]]:
    """Documents with the penalty, and findings with the state, that an editor's decisions leave them.

    `places` says where the article of an id lies; one that is not in it has no decisions.
    """
    notices: list[Notice] = []
    states: dict[int, Finding] = {}
    audited = []
    for entry in documents:
        own = [i for i, finding in enumerate(findings) if finding.document == entry.document.id]
        before = [findings[i] for i in own]
        after = before
        if entry.document.id in places:
            known, problems = read_decisions(places[entry.document.id].parent)
            notices += [Notice(Level.INFO, "decisions", problem, entry.document.id) for problem in problems]
            after = list(decided(before, known, entry.document))
            states |= dict(zip(own, after, strict=True))
        audited.append(_repriced(entry, before, after))
    return tuple(audited), tuple(states.get(i, f) for i, f in enumerate(findings)), tuple(notices)


def _repriced(entry: AuditedDocument, before: Sequence[Finding], after: Sequence[Finding]) -> AuditedDocument:
    """Dismissed findings cost nothing, confirmed ones what the editor says."""
    if list(before) == list(after):
        return entry
    difference = _cost(entry, after) - _cost(entry, before)
    return replace(entry, penalty=max(0.0, entry.penalty + difference))


def _cost(entry: AuditedDocument, findings: Iterable[Finding]) -> float:
    return penalty(entry.document, (finding for finding in findings if finding.state is not State.DISMISSED))
