"""Archives in JSON lines: one object a line, with the columns of `columns.py`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import IO, Any

from auditor.batch.columns import Ids, checked_row
from auditor.batch.entry import Entry
from auditor.batch.store import open_input
from auditor.errors import ConfigError

ARTICLES_A_LINE = 4
"""A line may be as long as so many articles of the greatest size: both sides, each sign perhaps escaped."""


def jsonl_entries(place: str, max_bytes: int, ids: Ids) -> Iterator[Entry]:
    """The articles of a file, every line checked; `max_bytes` is what one article may have.

    A longer line than both sides can make is not taken into memory; it becomes an entry with a problem. Raises
    `ConfigError` that names the file, the line and the column.
    """
    limit = ARTICLES_A_LINE * max_bytes
    with open_input(place) as file:
        for number, at, line in _lines(file, limit):
            where = f"{place}: line {number}"
            if line is None:
                problem = f"{where}: longer than {limit:,} bytes, more than two articles may have; split it."
                yield Entry(id=f"{PurePosixPath(place).name}:{number}", table=place, at=at, problem=problem)
            elif line.strip():
                cells = checked_row(_object(line, where), where)
                assert cells["id"] is not None
                ids.take(cells["id"], where)
                yield table_entry(place, cells, at=at)


def table_entry(place: str, cells: dict[str, str | None], *, at: int, row_group: int = -1) -> Entry:
    """The entry of a checked row."""
    id = cells["id"]
    assert id is not None
    paired = bool(cells["counterpart"])
    return Entry(
        id=id,
        counterpart_id=f"{id}#counterpart" if paired else None,
        table=place,
        row_group=row_group,
        at=at,
        translation_language=cells["translation_language"] or None,
        counterpart_language=cells["counterpart_language"] or None,
        outlet=cells["outlet"] or None,
        date=cells["date"] or None,
        paired_by="manifest" if paired else None,
    )


def jsonl_texts(place: str, entries: Iterable[Entry]) -> Iterator[tuple[str, str | None]]:
    """(translation, counterpart) of `entries`, all of one file, in order."""
    with ExitStack() as stack:
        file = stack.enter_context(open_input(place))
        for entry in entries:
            file.seek(entry.at)
            row = json.loads(file.readline())
            yield row["translation"], row["counterpart"]


def _lines(file: IO[bytes], limit: int) -> Iterator[tuple[int, int, bytes | None]]:
    """(number from 1, byte offset, line); None in place of one that is longer than `limit`."""
    number, at = 0, 0
    while line := file.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, at, line
            at += len(line)
            continue
        length = len(line)
        while not line.endswith(b"\n") and (line := file.readline(limit + 1)):
            length += len(line)
        yield number, at, None
        at += length


def _object(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{where}: not UTF-8 at its byte {error.start}; convert the file to UTF-8.") from error
    except ValueError as error:
        raise ConfigError(f"{where}: not a JSON object ({error}); write one object a line.") from error
    if not isinstance(row, dict):
        raise ConfigError(f"{where}: holds a {type(row).__name__}, not an object; write one object a line.")
    return row
