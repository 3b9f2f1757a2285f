"""The SQL of the vector cache: plain functions on an open connection, no handling of trouble."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

BUSY_SECONDS = 10.0
TOUCH_SECONDS = 3600
"""A row's time of use is written again only when it is older than this: reading stays reading."""
ROWS_A_QUERY = 500
ROW_OVERHEAD = 64
"""Bytes a row takes beside its vector: key, numbers and index entries."""
KEPT_SHARE = 0.9
"""After the limit is passed the least recently used go until this share of it is left."""

SCHEMA = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS vectors (
  id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, vector BLOB NOT NULL, used INTEGER NOT NULL, size INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS by_use ON vectors (used, size);
"""


def connect(path: Path) -> sqlite3.Connection:
    """Open or create the file; write-ahead logging lets several processes read while one writes."""
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        db.executescript(SCHEMA)
    except sqlite3.Error:
        db.close()
        raise
    return db


def select(db: sqlite3.Connection, keys: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
    """(key, vector) of the keys that are there; notes that they were used."""
    found: list[tuple[bytes, bytes, int]] = []
    for start in range(0, len(keys), ROWS_A_QUERY):
        part = keys[start : start + ROWS_A_QUERY]
        marks = ",".join("?" * len(part))
        found += db.execute(f"SELECT key, vector, used FROM vectors WHERE key IN ({marks})", part).fetchall()
    now = int(time.time())
    stale = [(now, key) for key, _, used in found if used < now - TOUCH_SECONDS]
    if stale:
        _write(db, "UPDATE vectors SET used = ? WHERE key = ?", stale)
    return [(key, vector) for key, vector, _ in found]


def insert(db: sqlite3.Connection, vectors: Iterable[tuple[bytes, bytes]], limit_bytes: int) -> None:
    """Keep (key, vector) pairs, then bring the table below `limit_bytes` if it has outgrown them."""
    now = int(time.time())
    rows = [(key, vector, now, len(vector) + ROW_OVERHEAD) for key, vector in vectors]
    _write(db, "INSERT OR REPLACE INTO vectors (key, vector, used, size) VALUES (?, ?, ?, ?)", rows)
    if bytes_used(db) > limit_bytes:
        _evict(db, int(limit_bytes * KEPT_SHARE))


def bytes_used(db: sqlite3.Connection) -> int:
    """Bytes of all rows; read from the index alone."""
    return int(db.execute("SELECT coalesce(sum(size), 0) FROM vectors").fetchone()[0])


def count(db: sqlite3.Connection) -> int:
    """Number of rows."""
    return int(db.execute("SELECT count(*) FROM vectors").fetchone()[0])


def _evict(db: sqlite3.Connection, aim_bytes: int) -> None:
    newest_first = "SELECT id, sum(size) OVER (ORDER BY used DESC, id DESC) AS total FROM vectors"
    _write(db, f"DELETE FROM vectors WHERE id IN (SELECT id FROM ({newest_first}) WHERE total > ?)", [(aim_bytes,)])
    db.execute("PRAGMA incremental_vacuum").fetchall()


def _write(db: sqlite3.Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        db.executemany(statement, rows)
    except sqlite3.Error:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
