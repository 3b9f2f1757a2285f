"""Archives in Parquet, with the columns of `columns.py`; texts are read row group by row group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import Any

import pyarrow as pa
from pyarrow.compute import binary_length
from pyarrow.parquet import ParquetFile
from pyarrow.types import is_date, is_dictionary, is_large_string, is_null, is_string, is_string_view, is_timestamp

from auditor.batch.columns import COLUMNS, Ids, check_columns, checked_row
from auditor.batch.entry import Entry
from auditor.batch.input_jsonl import table_entry
from auditor.batch.store import filesystem_of
from auditor.errors import ConfigError

GROUP_BYTES = 2 * 2**30
"""The most a row group may hold: what one cell of it takes is in memory while the cell is looked at."""
ROWS_AT_ONCE = 64
BYTES_A_CHARACTER = 4
"""At most, in UTF-8."""
TEXTS = ("translation", "counterpart")


def parquet_entries(place: str, max_bytes: int, ids: Ids) -> Iterator[Entry]:
    """The articles of a file; the schema is checked first, then ids and dates row by row.

    `max_bytes` is what one article may have; a text that is longer for certain becomes an entry with a problem. Raises
    `ConfigError` that names the file, the row and the column.
    """
    limit = BYTES_A_CHARACTER * max_bytes
    with _opened(place) as file:
        _check_schema(file.schema_arrow, place)
        first = 0
        for group in range(file.num_row_groups):
            _check_size(file, group, place)
            for at, (row, longest) in enumerate(_rows(file, group)):
                where = f"{place}: row {first + at + 1}"
                cells = checked_row(row, where)
                assert cells["id"] is not None
                ids.take(cells["id"], where)
                entry = table_entry(place, cells, at=at, row_group=group)
                if longest > limit:
                    problem = f"{where}: a text of {longest:,} bytes; an article may have {limit:,}. Split it."
                    entry = replace(entry, problem=problem)
                yield entry
            first += file.metadata.row_group(group).num_rows


def parquet_texts(place: str, entries: Sequence[Entry]) -> Iterator[tuple[str, str | None]]:
    """(translation, counterpart) of `entries`, all of one file, in order; neighbours share a row group."""
    with _opened(place) as file:
        for group, own in groupby(entries, key=lambda entry: entry.row_group):
            wanted = [entry.at for entry in own]
            texts = _texts(file, group, set(wanted))
            yield from (texts[at] for at in wanted)


def _texts(file: Any, group: int, wanted: set[int]) -> dict[int, tuple[str, str | None]]:  # noqa: ANN401
    """By row, of a few rows of a row group; others are not taken out of it."""
    found: dict[int, tuple[str, str | None]] = {}
    first = 0
    for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, row_groups=[group], columns=list(TEXTS)):
        rows = [at for at in range(first, first + batch.num_rows) if at in wanted]
        found |= {
            at: (batch["translation"][at - first].as_py(), batch["counterpart"][at - first].as_py()) for at in rows
        }
        first += batch.num_rows
        if len(found) == len(wanted):
            break
    return found


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


def _rows(file: Any, group: int) -> Iterator[tuple[dict[str, Any], int]]:  # noqa: ANN401 - pyarrow has no types
    """Each row, and the bytes of its longest text; of a text the row tells only whether there is one."""
    columns = [name for name in COLUMNS if name in file.schema_arrow.names]
    for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, row_groups=[group], columns=columns):
        rows = batch.drop_columns(list(TEXTS)).to_pylist()
        sizes = [_sizes(batch[name]) for name in TEXTS]
        for row, *both in zip(rows, *sizes, strict=True):
            told = {name: size if size is None else "…"[: size > 0] for name, size in zip(TEXTS, both, strict=True)}
            yield {**row, **told}, max(size or 0 for size in both)


def _sizes(texts: Any) -> list[int | None]:  # noqa: ANN401
    """Bytes of each text of a column, None where it is null."""
    plain = texts.dictionary_decode() if is_dictionary(texts.type) else texts
    sizes: list[int | None] = binary_length(plain.cast(pa.large_string())).to_pylist()
    return sizes


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
