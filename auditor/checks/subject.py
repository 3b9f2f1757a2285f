"""What a check is given: one translation and whatever is known about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from auditor.core.alignment import Alignment
from auditor.core.document import Document, Span
from auditor.core.score import DocumentScore
from auditor.facts.fact import FactLedger
from auditor.languages.language import Language


@dataclass(frozen=True)
class Subject:
    """One translation under audit; the counterpart's side is None when there is none."""

    document: Document
    language: Language
    facts: FactLedger
    counterpart: Document | None = None
    counterpart_language: Language | None = None
    counterpart_facts: FactLedger | None = None
    alignment: Alignment | None = None
    score: DocumentScore | None = None
    made: dict[Callable[[Subject], Any], object] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What checks made of it, by the function that made it: see `once`."""

    @property
    def text(self) -> str:
        """The raw text of the translation."""
        return self.document.text

    def linked_spans(self, passage: int, confidence: float = 0.5) -> tuple[Span, ...]:
        """Spans of the counterpart passages linked to translation passage `passage`, best first."""
        if self.alignment is None or self.counterpart is None:
            return ()
        links = [link for link in self.alignment.links_of(passage) if link.confidence >= confidence]
        return tuple(self.counterpart.passages[link.counterpart].span for link in links)
