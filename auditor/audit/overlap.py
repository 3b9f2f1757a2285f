"""One blemish, one finding: where several checks see the same thing, the one that explains it stays."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.core.document import Document, Span
from auditor.core.finding import Finding

WHOLE_PASSAGE = frozenset({"wrong-language", "untranslated-passage", "web-residue", "engine-leak"})
"""Nothing else matters in a passage that should not be there, or not like this."""

EXPLAINED_BY = {
    "date-changed": frozenset({"weekday-date-mismatch"}),
    "doubled-punctuation": frozenset({"stray-quote"}),
    "doubled-word": frozenset({"repeated-ngram"}),
    "duplicate-passage": frozenset({"several-articles", "repeated-ngram"}),
    "edge-space": frozenset({"unpaired-quote", "stray-quote", "double-space"}),
    "final-punctuation-differs": frozenset({"truncated-sentence"}),
    "leftover-entity-or-escape": frozenset({"template-marker", "engine-leak"}),
    "leftover-source-words": frozenset({
        "untranslated-passage", "wrong-language", "engine-leak", "template-marker", "web-residue",
        "leftover-entity-or-escape",
    }),
    "length-out-of-range": frozenset({"omission", "addition", "truncated-sentence", "untranslated-passage"}),
    "garbled-sentence": frozenset({"mojibake", "repeated-ngram"}),
    "low-fidelity": frozenset({
        "attribution-changed", "currency-changed", "date-changed", "duplicate-passage", "garbled-sentence",
        "hedge-lost", "length-out-of-range", "name-differs-from-counterpart", "negation-changed", "number-changed",
        "opposite-told", "title-or-gender-changed", "unit-changed",
    }),
    "lowercase-start": frozenset({"hard-wrapped-paragraph", "split-sentence"}),
    "missing-final-punctuation": frozenset({"truncated-sentence", "hard-wrapped-paragraph", "split-sentence"}),
    "mixed-quote-styles": frozenset({"unpaired-quote", "stray-quote", "mojibake", "locale-quotes"}),
    "name-added": frozenset({"name-differs-from-counterpart", "addition", "attribution-changed"}),
    "name-differs-from-counterpart": frozenset({"name-variant"}),
    "name-missing": frozenset({"name-differs-from-counterpart", "omission", "attribution-changed"}),
    "name-variant-across-articles": frozenset({"name-variant", "name-differs-from-counterpart"}),
    "number-added": frozenset({"number-changed", "unit-changed", "addition"}),
    "number-changed": frozenset({"currency-changed", "date-changed"}),
    "number-missing": frozenset({"number-changed", "omission", "date-changed", "unit-changed", "length-out-of-range"}),
    "opposite-told": frozenset({"title-or-gender-changed"}),
    "quote-count-differs": frozenset({"unpaired-quote", "omission"}),
    "replacement-character": frozenset({"mojibake"}),
    "space-before-punctuation": frozenset({"stray-quote", "doubled-punctuation"}),
    "stray-quote": frozenset({"mojibake", "leftover-entity-or-escape"}),
    "truncated-sentence": frozenset({"hard-wrapped-paragraph", "split-sentence"}),
    "unit-changed": frozenset({"number-changed"}),
    "unpaired-quote": frozenset({"nested-same-quotes", "adjacent-quotes", "stray-quote"}),
    "web-residue": frozenset({"engine-leak"}),
    "wrong-language": frozenset({"engine-leak"}),
}  # fmt: skip
"""Findings of the key that overlap one of the values are dropped."""


def without_overlaps(findings: Sequence[Finding], document: Document, shown: float = 0.0) -> tuple[Finding, ...]:
    """The findings of one document, less those that another one already explains; order is kept.

    One that is less sure than `shown`, and so kept from the reader, explains none that is not.
    """
    whole = [
        _passage_span(finding.span, document)
        for finding in findings
        if finding.name in WHOLE_PASSAGE and finding.confidence >= shown
    ]
    kept = [
        finding
        for finding in findings
        if finding.name in WHOLE_PASSAGE or not any(span.contains(finding.span) for span in whole)
    ]
    sure = [finding for finding in kept if finding.confidence >= shown]
    return tuple(f for f in kept if not _explained(f, sure if f.confidence >= shown else kept))


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
