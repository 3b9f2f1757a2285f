"""What is done: one small file per shard, put there in one step after the shard's parts.

A record of its own per shard instead of one growing file or a database: nothing is ever half written, no lock is held,
several machines may write at once, and an object store, which can neither append nor lock, serves as well as a disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256

from auditor.batch.store import Store

FOLDER = "ledger"
BEGUN = "begun"
TABLES = ("documents", "passages", "findings", "notices", "gathered")
"""The folders of parts."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of rows."""

    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """A shard that is done."""

    shard: int
    run: str
    """Digest of the run it belongs to."""
    parts: dict[str, Part]
    signature: str
    told: tuple[tuple[str, str, str], ...] = ()
    """(level, kind, message) of what holds for the run, not for one article."""
    seconds: dict[str, float] = field(default_factory=dict)
    """By stage, as the clock has it."""
    cpu: dict[str, float] = field(default_factory=dict)
    """By stage, of processors."""
    counts: dict[str, int] = field(default_factory=dict)
    """Articles, segments, scored pairs, and how many of them the models were asked for."""


def part_name(table: str, shard: int) -> str:
    """Where the rows of a shard lie."""
    return f"{table}/{shard:06}.parquet"


def publish(store: Store, record: Record, parts: dict[str, bytes]) -> None:
    """Write the parts, then the record that makes them count."""
    for table, content in parts.items():
        store.write(part_name(table, record.shard), content)
    text = json.dumps(asdict(record), ensure_ascii=False, indent=1)
    store.write(_name(record.shard), text.encode())
    store.delete(f"{BEGUN}/{record.shard:06}")


def part_of(content: bytes, rows: int) -> Part:
    """The record's entry for a part."""
    return Part(rows, len(content), sha256(content).hexdigest())


def done(store: Store, run: str) -> dict[int, Record]:
    """The shards of this run whose record and parts are there, by number."""
    sizes = {table: store.sizes(table) for table in TABLES}
    records = (record for record in _records(store) if record.run == run)
    return {record.shard: record for record in records if _whole(record, sizes)}


def begin(store: Store, shard: int, article: str) -> None:
    """Note which article is being read, so that one that kills its reader is known."""
    store.write(f"{BEGUN}/{shard:06}", article.encode("utf-8", "surrogatepass"))


def begun(store: Store, shard: int) -> str | None:
    """The article that was being read when a reader of this shard died, if it noted one."""
    try:
        return store.read(f"{BEGUN}/{shard:06}").decode("utf-8", "surrogatepass")
    except FileNotFoundError:
        return None


def _name(shard: int) -> str:
    return f"{FOLDER}/{shard:06}.json"


def _records(store: Store) -> Iterator[Record]:
    for name in store.names(FOLDER):
        try:
            row = json.loads(store.read(f"{FOLDER}/{name}"))
            parts = {table: Part(**part) for table, part in row.pop("parts").items()}
            told = tuple((level, kind, message) for level, kind, message in row.pop("told"))
            yield Record(**row, parts=parts, told=told)
        except (ValueError, KeyError, TypeError):  # damaged by something else than us: the shard is done again
            continue


def _whole(record: Record, sizes: dict[str, dict[str, int]]) -> bool:
    names = {table: part_name(table, record.shard).partition("/")[2] for table in TABLES}
    return set(record.parts) == set(TABLES) and all(
        sizes[table].get(names[table]) == part.size for table, part in record.parts.items()
    )
