"""The objects of `auditor.report/v1`, key by key: the format is frozen, the internal types are not."""

from __future__ import annotations

from typing import Any

from auditor.core.alignment import Gap, Link
from auditor.core.document import Document
from auditor.core.finding import Evidence, Notice, excerpt
from auditor.core.report import AuditedDocument
from auditor.core.score import Coverage, PassageScore
from auditor.reports.located import Located
from auditor.reports.rounding import points, points_or_none, share, share_or_none

Json = dict[str, Any]


def document_object(audited: AuditedDocument) -> Json:
    """One entry of `documents`."""
    document, pair, alignment, score = audited.document, audited.pair, audited.alignment, audited.score
    return {
        "id": document.id,
        "sha256": document.sha256,
        "text": document.origin,
        "language": document.language,
        "counterpart": None if pair is None else pair.counterpart.id,
        "counterpart_sha256": None if pair is None else pair.counterpart.sha256,
        "paired_by": None if pair is None else pair.paired_by,
        "pair_confidence": None if pair is None else share(pair.confidence),
        "regime": None if alignment is None else alignment.regime.value,
        "fidelity": points_or_none(score.fidelity),
        "fidelity_interval": None if score.interval is None else [points(end) for end in score.interval],
        "penalty": points(audited.penalty),
        "coverage": _coverage(score.coverage),
        "passages": [_passage(audited, passage) for passage in score.passages],
        "omitted": _omitted(audited),
    }


def finding_object(found: Located) -> Json:
    """One entry of `findings`."""
    finding = found.finding
    return {
        "fingerprint": finding.fingerprint,
        "check": finding.check,
        "name": finding.name,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "confidence": share(finding.confidence),
        "document": finding.document,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": found.line,
        "column": found.column,
        "excerpt": finding.excerpt,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "state": finding.state.value,
    }


def notice_object(notice: Notice) -> Json:
    """One entry of `notices`."""
    return {
        "document": notice.document,
        "level": notice.level.value,
        "kind": notice.kind,
        "message": notice.message,
    }


def _coverage(coverage: Coverage) -> Json:
    return {
        "supported": share(coverage.supported),
        "contradicted": share(coverage.contradicted),
        "not_in_counterpart": share(coverage.not_in_counterpart),
        "not_compared": share(coverage.not_compared),
    }


def _passage(audited: AuditedDocument, score: PassageScore) -> Json:
    passage = audited.document.passages[score.passage]
    links = () if audited.alignment is None else audited.alignment.links_of(score.passage)
    return {
        "index": passage.index,
        "kind": passage.kind.value,
        "start": passage.span.start,
        "end": passage.span.end,
        "verdict": score.verdict.value,
        "fidelity": points_or_none(score.fidelity),
        "risk": share_or_none(score.risk),
        "critical_probability": share_or_none(score.critical_probability),
        "links": [_link(link) for link in links],
        "suspicious": [
            {"start": words.span.start, "end": words.span.end, "probability": share(words.probability)}
            for words in score.suspicious
        ],
    }


def _link(link: Link) -> Json:
    return {"passage": link.counterpart, "similarity": share(link.similarity), "confidence": share(link.confidence)}


def _omitted(audited: AuditedDocument) -> list[Json]:
    if audited.alignment is None or audited.pair is None:
        return []
    return [_gap(gap, audited.pair.counterpart) for gap in audited.alignment.omitted]


def _gap(gap: Gap, counterpart: Document) -> Json:
    return {
        "passage": gap.passage,
        "start": gap.span.start,
        "end": gap.span.end,
        "kind": gap.kind.value,
        "excerpt": excerpt(counterpart.slice(gap.span)),
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "document": evidence.document,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "excerpt": evidence.excerpt,
    }
