"""What a user asked to audit, turned into the two sides of the comparison."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from auditor.audit.articles import STDIN, Progress, load_articles, load_file
from auditor.audit.manifest import Row, read_manifest
from auditor.audit.naming import ROLE_FOLDERS
from auditor.audit.roles import Roles, split_by_role, with_names
from auditor.config import Settings
from auditor.core.alignment import PairedBy
from auditor.core.document import Document
from auditor.core.finding import Level, Notice
from auditor.errors import NothingToAuditError, UsageError


@dataclass(frozen=True)
class Request:
    """What is to be audited."""

    paths: tuple[Path | str, ...]
    """Files, folders, or `-` for standard input."""
    counterpart: Path | None = None
    """A file, or a folder in which counterparts are looked for."""
    pairs: Path | None = None
    """A manifest; `paths` may then be empty."""
    settings: Settings = field(default_factory=Settings)
    decisions: bool = True
    """Whether findings get the states that decisions beside the articles give them."""
    stdin: Callable[[], bytes] = lambda: sys.stdin.buffer.read()


def resolve_roles(request: Request, progress: Progress) -> tuple[Roles, tuple[Notice, ...]]:
    """Read everything and say which side it is on.

    Raises `UsageError` for options that exclude each other and `NothingToAuditError` where nothing can be read.
    """
    if request.pairs is not None and request.counterpart is not None:
        raise UsageError("--pairs and --counterpart both say what to compare with; give one of them.")
    if request.pairs is not None:
        roles, notices = _from_manifest(request, request.pairs)
    elif request.counterpart is not None:
        roles, notices = _with_counterpart(request, request.counterpart, progress)
    else:
        roles, notices = _among_themselves(request, progress)
    return _without_selves(roles, notices)


def _among_themselves(request: Request, progress: Progress) -> tuple[Roles, tuple[Notice, ...]]:
    """Both sides in one place; a language that was given is that of its side, told only after the sides are."""
    settings = request.settings
    articles = load_articles(request.paths, settings, None, progress, request.stdin)
    folders = {Path(path).resolve().name.casefold() for path in request.paths if path != STDIN}
    root = ROLE_FOLDERS.get(folders.pop()) if len(folders) == 1 else None
    roles = split_by_role(articles.documents, root)
    ours = tuple(articles.in_language(document, settings.language) for document in roles.translations)
    theirs = tuple(articles.in_language(document, settings.counterpart_language) for document in roles.counterparts)
    return replace(roles, translations=ours, counterparts=theirs, places=articles.places), articles.notices


def _with_counterpart(request: Request, place: Path, progress: Progress) -> tuple[Roles, tuple[Notice, ...]]:
    settings = request.settings
    _reject_itself(request.paths, place)
    ours = load_articles(request.paths, settings, settings.language, progress, request.stdin)
    theirs = load_articles([place], settings, settings.counterpart_language, progress, request.stdin)
    others = _apart(ours.documents, theirs.documents, place if place.is_dir() else place.parent)
    notices = (*ours.notices, *theirs.notices)
    if place.is_dir():
        by_name = with_names(ours.documents, theirs.documents)
        return replace(by_name, counterparts=others, places=ours.places), notices
    paired: dict[int, tuple[int, PairedBy]] = {i: (0, "argument") for i in range(len(ours.documents)) if others}
    return Roles(ours.documents, others, paired, places=ours.places), notices


def _reject_itself(paths: Sequence[Path | str], place: Path) -> None:
    for path in paths:
        if path != STDIN and place.exists() and Path(path).exists() and place.samefile(path):
            raise UsageError(f"{place}: the counterpart is the translation itself; name its source or another version.")


def _apart(ours: Sequence[Document], theirs: Sequence[Document], folder: Path) -> tuple[Document, ...]:
    """Counterparts with the folder's name before ids that a translation has too."""
    taken = {document.id for document in ours}
    return tuple(
        replace(document, id=f"{folder.resolve().name}/{document.id}") if document.id in taken else document
        for document in theirs
    )


def _from_manifest(request: Request, path: Path) -> tuple[Roles, tuple[Notice, ...]]:
    """Both sides of every row; ids are relative to the manifest's folder."""
    settings = request.settings
    ours: list[Document] = []
    theirs: list[Document] = []
    paired: dict[int, tuple[int, PairedBy]] = {}
    notices: list[Notice] = []
    places: dict[str, Path] = {}
    for row in _wanted(read_manifest(path), request.paths):
        loaded = _load(row.translation, path, settings, row.language or settings.language, notices)
        if loaded is None:
            continue
        ours.append(loaded)
        places[loaded.id] = row.translation
        if row.counterpart is None:
            continue
        language = row.counterpart_language or settings.counterpart_language
        other = _load(row.counterpart, path, settings, language, notices)
        if other is not None:
            theirs.append(other)
            paired[len(ours) - 1] = (len(theirs) - 1, "manifest")
    return Roles(tuple(ours), tuple(theirs), paired, places=places), tuple(dict.fromkeys(notices))


def _load(
    place: Path, manifest: Path, settings: Settings, language: str | None, notices: list[Notice]
) -> Document | None:
    name = Path(os.path.relpath(place, manifest.parent)).as_posix()
    loaded = load_file(place, name, settings, language)
    notices += loaded.notices
    return loaded.documents[0] if loaded.documents else None


def _wanted(rows: Sequence[Row], paths: Sequence[Path | str]) -> list[Row]:
    """Rows whose translation lies in one of `paths`, all when none is given."""
    places = [Path(path).resolve() for path in paths]
    chosen = [
        row for row in rows if not places or any(row.translation.resolve().is_relative_to(place) for place in places)
    ]
    if not chosen:
        raise NothingToAuditError(f"{', '.join(map(str, paths))}: the manifest names no translation in there.")
    return sorted(chosen, key=lambda row: row.translation.as_posix())


def _without_selves(roles: Roles, notices: tuple[Notice, ...]) -> tuple[Roles, tuple[Notice, ...]]:
    """Undo pairs of an article with its own copy, which would make everything look perfect."""
    paired, found = dict(roles.paired), list(notices)
    for i, (j, _) in roles.paired.items():
        ours, theirs = roles.translations[i], roles.counterparts[j]
        if ours.sha256 == theirs.sha256:
            del paired[i]
            message = f"its counterpart {theirs.id} is the same text; name its source. Audited alone."
            found.append(Notice(Level.INCOMPLETE, "same-article", message, ours.id))
    return replace(roles, paired=paired, alone=frozenset(roles.paired) - frozenset(paired)), tuple(found)
