"""What checks report, and what the tool has to say about itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.core.document import Document, Span
from auditor.core.mqm import Category, Severity

EXCERPT_LIMIT = 120
"""Code points of an excerpt; longer ones are cut in the middle with an ellipsis."""


class State(StrEnum):
    """Where a finding stands with the editor."""

    NEW = "new"
    BASELINE = "baseline"
    DISMISSED = "dismissed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in one of the two articles that shows why."""

    document: str
    span: Span
    excerpt: str

    @classmethod
    def at(cls, document: Document, span: Span) -> Evidence:
        """Evidence quoted from `document`."""
        return cls(document.id, span, excerpt(document.slice(span)))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found wrong in the translation."""

    check: str
    """The check's id, such as `LNG012`."""
    name: str
    """The check's name, such as `unpaired-quote`."""
    category: Category
    severity: Severity
    confidence: float
    """0..1, that an editor would agree."""
    document: str
    span: Span
    excerpt: str
    message: str
    suggestion: str | None = None
    """Text to put in place of the span; an empty string deletes it."""
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""
    """Filled in by the audit, which sees equals."""
    state: State = State.NEW


class Level(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Notice:
    """The tool's own word; never mixed with findings."""

    level: Level
    kind: str
    message: str
    document: str | None = None


def excerpt(text: str, limit: int = EXCERPT_LIMIT) -> str:
    """`text` on one line, cut in the middle when longer than `limit`."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    head = (limit - 1) * 2 // 3
    return f"{flat[:head]}…{flat[len(flat) - (limit - 1 - head) :]}"
