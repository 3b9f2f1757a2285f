"""Which of the four verdicts a passage gets."""

from __future__ import annotations

from auditor.core.alignment import Link
from auditor.core.document import Document, Passage, PassageKind
from auditor.core.score import Verdict
from auditor.fidelity.weights import Thresholds

_FURNITURE = frozenset({PassageKind.RESIDUE, PassageKind.DATELINE})


def judge(
    document: Document, passage: Passage, links: tuple[Link, ...], conflict: bool, thresholds: Thresholds
) -> Verdict:
    """`links` are the passage's, best first; `conflict` tells whether a strongly linked statement is contradicted."""
    if passage.kind in _FURNITURE:
        return Verdict.NOT_COMPARED
    if not links or links[0].confidence < thresholds.link_confidence:
        return Verdict.NOT_COMPARED if _too_short(document, passage, thresholds) else Verdict.NOT_IN_COUNTERPART
    if conflict and links[0].confidence >= thresholds.conflict_confidence:
        return Verdict.CONTRADICTED
    return Verdict.SUPPORTED


def _too_short(document: Document, passage: Passage, thresholds: Thresholds) -> bool:
    return sum(map(str.isalpha, document.slice(passage.span))) < thresholds.min_letters
