"""The passages of both articles by their letters and digits alone, as several checks compare them."""

from __future__ import annotations

from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.core.document import Document
from auditor.facts.fold import letters_and_digits


@once
def own_plain(subject: Subject) -> tuple[str, ...]:
    """The translation's, by index."""
    return _plain(subject.document)


@once
def counterpart_plain(subject: Subject) -> tuple[str, ...]:
    """The counterpart's, by index; none without one."""
    return () if subject.counterpart is None else _plain(subject.counterpart)


def _plain(document: Document) -> tuple[str, ...]:
    return tuple(letters_and_digits(document.slice(passage.span)) for passage in document.passages)
