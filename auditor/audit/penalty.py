"""The penalty of a document: severity weights per 100 words of the translation."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.core.document import Document
from auditor.core.finding import Finding
from auditor.languages import get_language

CHARACTERS_PER_WORD = 2.0
"""For scripts without spaces: Chinese words are about two characters long."""


def penalty(document: Document, findings: Iterable[Finding]) -> float:
    """Sum of MQM severity weights per 100 words; 0 for a document without words."""
    words = count_words(document)
    total = sum(finding.severity.penalty for finding in findings)
    return 100 * total / words if words else 0.0


def count_words(document: Document) -> float:
    """Words between spaces, or letters over `CHARACTERS_PER_WORD` where words are not spaced."""
    texts = [document.slice(passage.span) for passage in document.passages]
    if get_language(document.language).spaced:
        return sum(len(text.split()) for text in texts)
    return sum(sum(map(str.isalnum, text)) for text in texts) / CHARACTERS_PER_WORD
