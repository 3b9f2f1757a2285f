"""The form every check has."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Evidence, Finding, excerpt
from auditor.core.mqm import Category, Severity


class Scope(StrEnum):
    """What a check looks at as a whole."""

    DOCUMENT = "document"
    PASSAGE = "passage"
    SEGMENT = "segment"
    BEAD = "bead"
    PAIR = "pair"
    CORPUS = "corpus"


class Need(StrEnum):
    """What must be there for a check to run; without it the check is skipped."""

    COUNTERPART = "counterpart"
    ALIGNMENT = "alignment"
    FIDELITY = "fidelity"


class CheckOptions(BaseModel):
    """A check's own settings, from `[checks.<name>]`; unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Check(ABC):
    """One kind of error. Subclasses are found by the registry; a docstring and examples are part of the check.

    The docstring has four parts: what it finds, why it matters, what it does not find, references.
    """

    id: ClassVar[str]
    name: ClassVar[str]
    category: ClassVar[Category]
    severity: ClassVar[Severity]
    scope: ClassVar[Scope]
    needs: ClassVar[frozenset[Need]] = frozenset()
    languages: ClassVar[frozenset[str] | None] = None
    """Codes it works in; None for all. It abstains elsewhere."""
    abstains: ClassVar[frozenset[str]] = frozenset()
    """Codes in which it is known to be too noisy."""
    Options: ClassVar[type[CheckOptions]] = CheckOptions
    GOOD: ClassVar[tuple[Example, ...]]
    BAD: ClassVar[tuple[Example, ...]]

    def __init__(self, options: CheckOptions | None = None) -> None:
        self.options = options if options is not None else self.Options()

    @abstractmethod
    def findings(self, subject: Subject) -> Iterator[Finding]:
        """Everything wrong of this kind, in any order."""

    @classmethod
    def speaks(cls, language: str) -> bool:
        """Whether the check works in this language."""
        return (cls.languages is None or language in cls.languages) and language not in cls.abstains

    @classmethod
    def documentation(cls) -> str:
        """The docstring, dedented."""
        return inspect.getdoc(cls) or ""

    @classmethod
    def summary(cls) -> str:
        """The first line of the docstring."""
        return cls.documentation().partition("\n")[0]

    def found(
        self,
        subject: Subject,
        span: Span,
        message: str,
        *,
        confidence: float,
        severity: Severity | None = None,
        suggestion: str | None = None,
        evidence: tuple[Evidence, ...] = (),
    ) -> Finding:
        """A finding of this check at `span` of the translation."""
        return Finding(
            check=self.id,
            name=self.name,
            category=self.category,
            severity=self.severity if severity is None else severity,
            confidence=confidence,
            document=subject.document.id,
            span=span,
            excerpt=excerpt(subject.document.slice(span)),
            message=message,
            suggestion=suggestion,
            evidence=evidence,
        )
