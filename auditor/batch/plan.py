"""The plan: articles in the archive's order, cut into shards of equal count; stored once, one row group a shard.

Shards are runs of neighbours, not drawn by a hash: a worker then reads its part of the archive in one piece, and copies
of one story, which stand side by side in most archives, are encoded once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice

import pyarrow as pa
from pyarrow.parquet import ParquetFile, ParquetWriter

from auditor.batch.entry import Entry
from auditor.batch.store import Store

FILE = "plan.parquet"
ARTICLES_A_SHARD = 100
"""What a kill costs at most, per worker: under a minute of work on one core. A million articles make 10,000 shards,
whose ledger is read in a second."""
_TEXT = pa.string()
SCHEMA = pa.schema(
    [
        ("id", _TEXT),
        ("translation", _TEXT),
        ("counterpart", _TEXT),
        ("counterpart_id", _TEXT),
        ("table", _TEXT),
        ("row_group", pa.int64()),
        ("at", pa.int64()),
        ("translation_language", _TEXT),
        ("counterpart_language", _TEXT),
        ("outlet", _TEXT),
        ("date", _TEXT),
        ("paired_by", _TEXT),
        ("pair_confidence", pa.float64()),
        ("problem", _TEXT),
    ]
)


def write_plan(store: Store, entries: Iterable[Entry], size: int) -> tuple[int, int]:
    """Cut `entries` into shards of `size` and store them; (articles, shards)."""
    articles = shards = 0
    content = BytesIO()
    with ParquetWriter(content, SCHEMA) as writer:
        for shard in _shards(iter(entries), size):
            writer.write_table(pa.Table.from_pylist([entry.row() for entry in shard], SCHEMA))
            articles, shards = articles + len(shard), shards + 1
    store.write(FILE, content.getvalue())
    return articles, shards


class Plan:
    """The stored plan, read shard by shard."""

    def __init__(self, store: Store) -> None:
        self._file = ParquetFile(FILE, filesystem=store.filesystem)

    @property
    def shards(self) -> int:
        """How many there are."""
        return int(self._file.num_row_groups)

    def entries(self, shard: int) -> list[Entry]:
        """The articles of a shard, in order."""
        return [Entry.of(row) for row in self._file.read_row_group(shard).to_pylist()]

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _shards(entries: Iterator[Entry], size: int) -> Iterator[list[Entry]]:
    while shard := list(islice(entries, size)):
        yield shard
