"""Archives in Parquet, with the columns of `columns.py`; texts are read row group by row group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
from pyarrow.parquet import ParquetFile
from pyarrow.types import is_date, is_dictionary, is_large_string, is_null, is_string, is_string_view, is_timestamp

from auditor.batch.columns import COLUMNS, Ids, check_columns, checked_row
from auditor.batch.entry import Entry
from auditor.batch.input_jsonl import table_entry
from auditor.batch.store import filesystem_of
from auditor.errors import ConfigError

GROUP_BYTES = 2 * 2**30
"""A row group is held whole while its articles are read."""


def parquet_entries(place: str, ids: Ids) -> Iterator[Entry]:
    """The articles of a file; the schema is checked first, then ids and dates row by row.

    Raises `ConfigError` that names the file, the row and the column.
    """
    with _opened(place) as file:
        _check_schema(file.schema_arrow, place)
        small = [name for name in COLUMNS if name in file.schema_arrow.names and name != "translation"]
        first = 0
        for group in range(file.num_row_groups):
            _check_size(file, group, place)
            for at, row in enumerate(_rows(file, group, [*small, "translation"])):
                where = f"{place}: row {first + at + 1}"
                cells = checked_row(row, where)
                assert cells["id"] is not None
                ids.take(cells["id"], where)
                yield table_entry(place, cells, at=at, row_group=group)
            first += file.metadata.row_group(group).num_rows


def parquet_texts(place: str, entries: Sequence[Entry]) -> Iterator[tuple[str, str | None]]:
    """(translation, counterpart) of `entries`, all of one file, in order; neighbours share a row group."""
    with _opened(place) as file:
        held, table = -1, pa.table({})
        for entry in entries:
            if entry.row_group != held:
                table = file.read_row_group(entry.row_group, columns=["translation", "counterpart"])
                held = entry.row_group
            yield table["translation"][entry.at].as_py(), table["counterpart"][entry.at].as_py()


@contextmanager
def _opened(place: str) -> Iterator[Any]:
    filesystem, path = filesystem_of(place)
    try:
        file = ParquetFile(path, filesystem=filesystem)
    except (pa.ArrowInvalid, OSError) as error:
        raise ConfigError(f"{place}: not a Parquet file ({str(error).splitlines()[0]}); write it again.") from error
    try:
        yield file
    finally:
        file.close()


def _rows(file: Any, group: int, columns: list[str]) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - pyarrow has no types
    for batch in file.iter_batches(batch_size=256, row_groups=[group], columns=columns):
        yield from batch.to_pylist()


def _check_schema(schema: Any, place: str) -> None:  # noqa: ANN401
    check_columns(schema.names, place)
    for field in schema:
        if field.name in COLUMNS and not _fits(field.name, field.type):
            raise ConfigError(f"{place}: the column `{field.name}` holds {field.type}; it must be string.")


def _fits(name: str, kind: Any) -> bool:  # noqa: ANN401
    if is_dictionary(kind):
        return _fits(name, kind.value_type)
    text = is_string(kind) or is_large_string(kind) or is_string_view(kind)
    dated = name == "date" and (is_date(kind) or is_timestamp(kind))
    absent = name not in ("id", "translation") and is_null(kind)
    return bool(text or dated or absent)


def _check_size(file: Any, group: int, place: str) -> None:  # noqa: ANN401
    size = file.metadata.row_group(group).total_byte_size
    if size > GROUP_BYTES:
        raise ConfigError(
            f"{place}: row group {group} holds {size:,} bytes; write the file with row groups of a few thousand rows."
        )
