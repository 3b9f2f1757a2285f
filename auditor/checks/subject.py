"""What a check is given: one translation and whatever is known about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from auditor.core.alignment import Alignment, Link
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
        if self.counterpart is None:
            return ()
        links = self._links.get(passage, ())
        return tuple(
            self.counterpart.passages[link.counterpart].span for link in links if link.confidence >= confidence
        )

    @cached_property
    def _links(self) -> Mapping[int, tuple[Link, ...]]:
        """By passage of the translation, best first."""
        if self.alignment is None:
            return {}
        linked = {link.translation for link in self.alignment.links}
        return {passage: self.alignment.links_of(passage) for passage in linked}
