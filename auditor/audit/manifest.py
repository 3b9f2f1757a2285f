"""`--pairs FILE.csv`: a manifest with the columns `translation` and `counterpart`, optionally their languages."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import ConfigError

REQUIRED = ("translation", "counterpart")
OPTIONAL = ("language", "counterpart_language")


@dataclass(frozen=True, slots=True)
class Row:
    """One pair of the manifest; paths are taken from the manifest's folder and need not exist."""

    translation: Path
    counterpart: Path | None
    """None where the cell is empty: audited without counterpart."""
    language: str | None
    counterpart_language: str | None


def read_manifest(path: Path) -> tuple[Row, ...]:
    """The rows of a manifest. Raises `ConfigError` that names the file and the row."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = tuple(_rows(csv.DictReader(file), path))
    except OSError as error:
        raise ConfigError(f"{path}: the manifest cannot be read ({error.strerror}).") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ConfigError(f"{path}: not a CSV file in UTF-8 ({error}).") from error
    if not rows:
        raise ConfigError(f"{path}: the manifest has no rows; each names a translation and its counterpart.")
    return rows


def _rows(reader: csv.DictReader[str], path: Path) -> Iterator[Row]:
    columns = tuple(reader.fieldnames or ())
    missing = [name for name in REQUIRED if name not in columns]
    unknown = [name for name in columns if name not in (*REQUIRED, *OPTIONAL)]
    if missing or unknown:
        problem = f"lacks the column {missing[0]}" if missing else f"has the unknown column {unknown[0]!r}"
        raise ConfigError(f"{path}: line 1 {problem}; columns are {', '.join((*REQUIRED, *OPTIONAL))}.")
    seen: set[Path] = set()
    for cells in reader:
        row = _row(cells, path, reader.line_num)
        if row.translation.resolve() in seen:
            raise ConfigError(f"{path}: line {reader.line_num} names {cells['translation']} a second time.")
        seen.add(row.translation.resolve())
        yield row


def _row(cells: dict[str, str | None], path: Path, line: int) -> Row:
    if None in cells:
        raise ConfigError(f"{path}: line {line} has more cells than the header has columns.")  # DictReader's rest key
    if not cells["translation"]:
        raise ConfigError(f"{path}: line {line} names no translation.")
    counterpart = path.parent / cells["counterpart"] if cells["counterpart"] else None
    language, other = cells.get("language") or None, cells.get("counterpart_language") or None
    return Row(path.parent / cells["translation"], counterpart, language, other)
