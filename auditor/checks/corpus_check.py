"""The form of a check that looks at all articles of a run."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import ClassVar, Generic, TypeVar

from auditor.checks.check import Check, Scope
from auditor.checks.subject import Subject
from auditor.core.finding import Finding

Gathered = TypeVar("Gathered")


class CorpusCheck(Check, Generic[Gathered]):
    """A check in two steps: what it needs to know of each article, and what that tells of all of them.

    What is gathered of an article holds no text but the spellings at issue, so that a run keeps it for every article,
    and a run in parts can carry it from the parts to their sum.
    """

    scope: ClassVar[Scope] = Scope.CORPUS

    @abstractmethod
    def gather(self, subject: Subject) -> Gathered:
        """What there is to know of one article; plain data."""

    @abstractmethod
    def across(self, gathered: Mapping[str, Gathered]) -> Iterator[Finding]:
        """Everything wrong of this kind, from what was gathered by document id; any order."""

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """What the article shows when it is alone."""
        return self.across({subject.document.id: self.gather(subject)})
