"""Which documents are translations and which are counterparts, and which of them the user or their names pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from auditor.audit.naming import Role, parse_name
from auditor.core.alignment import PairedBy
from auditor.core.document import Document
from auditor.core.finding import Level, Notice

DEFAULT_COUNTERPART = "en"
"""Language of a counterpart when nothing says otherwise."""


@dataclass(frozen=True)
class Roles:
    """Documents by side, with the pairs that are already known (by index into both)."""

    translations: tuple[Document, ...]
    counterparts: tuple[Document, ...]
    paired: dict[int, tuple[int, PairedBy]]
    alone: frozenset[int] = frozenset()
    """Translations that are not to be paired by content."""
    notices: tuple[Notice, ...] = ()
    places: Mapping[str, Path] = field(default_factory=dict)
    """The files of the translations, by document id."""


def split_by_role(documents: Sequence[Document], root: Role | None = None) -> Roles:
    """Sides of one folder: by role folders, else English articles are counterparts of the others.

    `root` is the role that the audited folder's own name tells. Where all articles are English and no folder says which
    is which, all are translations without counterpart.
    """
    named = [parse_name(document.id).role or root for document in documents]
    if set(named) == {Role.TRANSLATION}:
        return Roles(tuple(documents), (), {})
    if Role.COUNTERPART in named:
        theirs = [d for d, role in zip(documents, named, strict=True) if role is Role.COUNTERPART]
        ours = [d for d, role in zip(documents, named, strict=True) if role is not Role.COUNTERPART]
    else:
        theirs = [d for d in documents if d.language == DEFAULT_COUNTERPART]
        ours = [d for d in documents if d.language != DEFAULT_COUNTERPART]
        if not ours:
            return Roles(tuple(theirs), (), {}, notices=_english_only(len(theirs)))
    return with_names(ours, theirs)


def with_names(translations: Sequence[Document], counterparts: Sequence[Document]) -> Roles:
    """Both sides known; pairs whose names agree and are unambiguous."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for j, document in enumerate(counterparts):
        by_key[parse_name(document.id).key].append(j)
    paired: dict[int, tuple[int, PairedBy]] = {}
    for i, document in enumerate(translations):
        same = by_key.get(parse_name(document.id).key, [])
        if len(same) == 1:
            paired[i] = (same[0], "name")
    return Roles(tuple(translations), tuple(counterparts), paired)


def _english_only(count: int) -> tuple[Notice, ...]:
    if count < 2:
        return ()
    message = (
        f"all {count} articles are English and were audited without a counterpart. To compare them, put them in "
        "folders translation/ and counterpart/, or give --counterpart or --pairs."
    )
    return (Notice(Level.INFO, "no-roles", message),)
