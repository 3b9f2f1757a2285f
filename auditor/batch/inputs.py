"""From what the user named to the articles of the archive, checked before any work, and a fingerprint of it all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from auditor.audit.decisions import FILE as DECISIONS
from auditor.audit.manifest import read_manifest
from auditor.batch.columns import Ids
from auditor.batch.entry import Entry
from auditor.batch.input_files import csv_files, folder_files
from auditor.batch.input_jsonl import jsonl_entries
from auditor.batch.input_parquet import parquet_entries
from auditor.batch.store import filesystem_of, open_input
from auditor.config import Settings
from auditor.core.finding import Notice
from auditor.errors import NothingToAuditError, UsageError
from auditor.readers import discover

JSONL = (".jsonl", ".ndjson")
PARQUET = (".parquet", ".pq")
CHUNK = 2**20


@dataclass(frozen=True)
class Archive:
    """The articles in order, and what is to say about the whole."""

    entries: Iterator[Entry]
    notices: tuple[Notice, ...] = ()


def read_archive(place: str, settings: Settings) -> Archive:
    """The articles of a folder, a CSV of pairs, or one or a folder of JSON-lines or Parquet files.

    Entries are checked as they are drawn. Raises `UsageError` for what is none of these, `ConfigError` for what is
    wrong inside, and `NothingToAuditError` for an empty folder.
    """
    tables = table_files(place)
    if tables:
        return Archive(_table_entries(tables, settings))
    path = _local(place)
    files = folder_files(path, settings) if path.is_dir() else csv_files(path)
    return Archive(iter(files.entries), files.notices)


def table_files(place: str) -> tuple[str, ...]:
    """The tables that `place` names or, as a folder, holds; none where it is an archive of files."""
    if place.casefold().endswith((*JSONL, *PARQUET)):
        _must_exist(place)
        return (place if "://" in place else str(Path(place).absolute()),)
    if "://" in place or not Path(place).is_dir():
        return ()
    inside = sorted(path for path in Path(place).iterdir() if not path.name.startswith("."))
    tables = [path for path in inside if path.suffix.casefold() in (*JSONL, *PARQUET)]
    if tables and len(tables) < len(inside):
        other = next(path for path in inside if path not in tables)
        raise UsageError(f"{place}: holds tables, and {other.name} beside them; name one kind only.")
    return tuple(str(path.absolute()) for path in tables)


def fingerprint(place: str, settings: Settings) -> str:
    """Changes when the archive does: over the bytes of tables, else over names, sizes and times of the files."""
    digest = sha256()
    tables = table_files(place)
    for table in tables or ((place,) if Path(place).is_file() else ()):
        digest.update(Path(table).name.encode("utf-8", "surrogatepass"))
        with open_input(table) as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    for path in () if tables else _articles(_local(place), settings):
        digest.update(f"{_state(path)}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _articles(place: Path, settings: Settings) -> Iterator[Path]:
    if place.is_dir():
        yield from (path for path, _ in discover([place], exclude=(*settings.exclude, DECISIONS)).files)
        return
    for row in read_manifest(place):
        yield from (path for path in (row.translation, row.counterpart) if path is not None)


def _state(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return f"{path}:missing"
    return f"{path}:{status.st_size}:{status.st_mtime_ns}"


def _table_entries(tables: Sequence[str], settings: Settings) -> Iterator[Entry]:
    ids = Ids()
    for table in tables:
        entries = parquet_entries if table.casefold().endswith(PARQUET) else jsonl_entries
        yield from entries(table, settings.max_file_mb * 1_000_000, ids)


def _local(place: str) -> Path:
    path = Path(place)
    if "://" in place:
        raise UsageError(f"{place}: object stores are read as .jsonl or .parquet; name such a file.")
    if not path.exists():
        raise NothingToAuditError(f"{place}: there is no such file or folder; check the path.")
    if path.is_file() and path.suffix.casefold() != ".csv":
        raise UsageError(f"{place}: not an archive; give a folder, a .csv of pairs, a .jsonl or a .parquet file.")
    return path


def _must_exist(place: str) -> None:
    filesystem, path = filesystem_of(place)
    if not filesystem.get_file_info(path).is_file:
        raise NothingToAuditError(f"{place}: there is no such file; check the path.")
