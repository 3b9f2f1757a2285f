"""One blemish, one finding: where several checks see the same thing, the one that explains it stays."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.core.document import Document, Span
from auditor.core.finding import Finding

WHOLE_PASSAGE = frozenset({"wrong-language", "untranslated-passage", "web-residue"})
"""Nothing else matters in a passage that should not be there, or not like this."""

EXPLAINED_BY = {
    "truncated-sentence": frozenset({"hard-wrapped-paragraph", "split-sentence"}),
    "lowercase-start": frozenset({"hard-wrapped-paragraph", "split-sentence"}),
    "unpaired-quote": frozenset({"nested-same-quotes", "adjacent-quotes", "stray-quote"}),
    "doubled-punctuation": frozenset({"stray-quote"}),
    "mixed-quote-styles": frozenset({"unpaired-quote", "stray-quote", "mojibake"}),
    "stray-quote": frozenset({"mojibake", "leftover-entity-or-escape"}),
    "name-differs-from-counterpart": frozenset({"name-variant"}),
    "number-missing": frozenset({"number-changed", "omission"}),
    "low-fidelity": frozenset(
        {"number-changed", "name-differs-from-counterpart", "duplicate-passage", "negation-changed", "hedge-lost"}
    ),
}
"""Findings of the key that overlap one of the values are dropped."""


def without_overlaps(findings: Sequence[Finding], document: Document) -> tuple[Finding, ...]:
    """The findings of one document, less those that another one already explains; order is kept."""
    whole = [_passage_span(finding.span, document) for finding in findings if finding.name in WHOLE_PASSAGE]
    kept = [
        finding
        for finding in findings
        if finding.name in WHOLE_PASSAGE or not any(span.contains(finding.span) for span in whole)
    ]
    return tuple(finding for finding in kept if not _explained(finding, kept))


def _explained(finding: Finding, others: Sequence[Finding]) -> bool:
    causes = EXPLAINED_BY.get(finding.name, frozenset())
    return any(other.name in causes and other.span.overlaps(finding.span) for other in others)


def _passage_span(span: Span, document: Document) -> Span:
    """The passage, if the finding covers most of it; else only the finding's own span."""
    passage = document.passage_at(span.start)
    if passage is None or len(span) < _MOST * len(passage.span):
        return span
    return passage.span


_MOST = 0.8
"""Share of a passage from which on a finding is about the whole of it."""
