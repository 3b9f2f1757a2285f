"""Archives of files: a folder with the pairing that `auditor check` has, or a CSV of pairs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.audit.decisions import FILE as DECISIONS
from auditor.audit.manifest import read_manifest
from auditor.audit.naming import Role, parse_name
from auditor.audit.pairing import pair_documents
from auditor.audit.request import Request, resolve_roles
from auditor.audit.vectors import Encoders
from auditor.batch.entry import Entry
from auditor.config import Settings
from auditor.core.finding import Level, Notice
from auditor.errors import NothingToAuditError
from auditor.readers import discover


@dataclass(frozen=True)
class Files:
    """The pairs of an archive of files, and what is to say about the others."""

    entries: tuple[Entry, ...]
    notices: tuple[Notice, ...] = ()


def csv_files(path: Path) -> Files:
    """The rows of a manifest such as `auditor check --pairs` takes; ids are relative to its folder."""
    return Files(tuple(_manifest_entries(path)))


def folder_files(folder: Path, settings: Settings) -> Files:
    """The pairs of a folder, as `auditor check` finds them.

    Role folders whose names pair every translation are read by name alone. Anything else is read whole, for it is the
    text that tells its language or its partner.
    """
    return _by_name(folder, settings) or _by_reading(folder, settings)


def _manifest_entries(path: Path) -> Iterator[Entry]:
    for row in sorted(read_manifest(path), key=lambda row: row.translation.as_posix()):
        other = row.counterpart
        yield Entry(
            id=_name(row.translation, path.parent),
            translation=str(row.translation.absolute()),
            counterpart=None if other is None else str(other.absolute()),
            counterpart_id=None if other is None else _name(other, path.parent),
            translation_language=row.language,
            counterpart_language=row.counterpart_language,
            paired_by=None if other is None else "manifest",
        )


def _name(place: Path, folder: Path) -> str:
    return Path(os.path.relpath(place, folder)).as_posix()


def _by_name(folder: Path, settings: Settings) -> Files | None:
    found = discover([folder], exclude=(*settings.exclude, DECISIONS))
    names = {name: parse_name(name) for _, name in found.files}
    theirs = [name for name, parsed in names.items() if parsed.role is Role.COUNTERPART]
    ours = [name for name, parsed in names.items() if parsed.role is not Role.COUNTERPART]
    by_key: dict[str, list[str]] = {}
    for name in theirs:
        by_key.setdefault(names[name].key, []).append(name)
    partners = {name: by_key.get(names[name].key, []) for name in ours}
    if found.problems or not theirs or not ours or any(len(known) != 1 for known in partners.values()):
        return None
    paths = {name: str(path.absolute()) for path, name in found.files}
    entries = (
        Entry(
            id=name,
            translation=paths[name],
            counterpart=paths[partner],
            counterpart_id=partner,
            paired_by="name",
        )
        for name, (partner,) in sorted(partners.items())
    )
    used = {partner for (partner,) in partners.values()}
    message = "taken for a counterpart, but no translation belongs to it; put it under translation/ to audit it."
    unused = (Notice(Level.INFO, "unused-counterpart", message, name) for name in sorted(set(theirs) - used))
    remarks = (Notice(Level.INFO, kind, message) for kind, message in found.remarks)
    return Files(tuple(entries), (*remarks, *unused))


def _by_reading(folder: Path, settings: Settings) -> Files:
    roles, notices = resolve_roles(Request((folder,), settings=settings), _silent)
    encoders = Encoders(settings.encoder, settings.device.value, settings.threads, None, settings.precision.value)
    pairs, told = pair_documents(roles, encoders, _silent)
    paths = {name: str(path.absolute()) for path, name in discover([folder], exclude=settings.exclude).files}
    entries = []
    for i, document in enumerate(roles.translations):
        pair = pairs.get(i)
        other = None if pair is None else pair.counterpart.id
        entries.append(
            Entry(
                id=document.id,
                translation=paths[document.id],
                counterpart=None if other is None else paths[other],
                counterpart_id=other,
                paired_by=None if pair is None else pair.paired_by,
                pair_confidence=1.0 if pair is None else pair.confidence,
            )
        )
    every = (*notices, *roles.notices, *told)
    if not entries and not every:
        raise NothingToAuditError(f"{folder}: no article found; readable are .txt, .md and .html files.")
    known = {entry.id for entry in entries}
    return Files(tuple(entries), tuple(notice for notice in every if not _told_again(notice, known)))


def _told_again(notice: Notice, known: set[str]) -> bool:
    """Remarks of reading an article, and that it has no counterpart, come again when its shard is read."""
    return notice.document in known and notice.kind != "same-article"


def _silent(stage: str, done: int, total: int) -> None:
    """No progress is shown."""
