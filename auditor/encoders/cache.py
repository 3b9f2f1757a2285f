"""Vectors kept between runs: one SQLite file in the user's cache folder, shared by several processes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from auditor.encoders import vector_table
from auditor.encoders.cache_files import FOLDER_VARIABLE, cache_folder

FILE_NAME = "vectors-1.sqlite"
LIMIT_BYTES = 512 * 2**20
"""Room for about 300,000 vectors of 384 dimensions."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CacheNotice:
    """Something the user should know about the cache, never an error. `kind` is a stable word."""

    kind: str
    message: str


class VectorCache:
    """Maps keys to vectors. Trouble with the file turns into `notices`, never into an exception.

    A damaged file is moved aside and a new one started; where no file can be used at all the cache stays empty.
    """

    def __init__(self, folder: Path | None = None, limit_bytes: int = LIMIT_BYTES) -> None:
        self.path = (folder or cache_folder()) / FILE_NAME
        self.limit_bytes = limit_bytes
        self._notices: list[CacheNotice] = []
        self._lock = RLock()
        self._db: sqlite3.Connection | None = None
        self._open()

    @property
    def notices(self) -> tuple[CacheNotice, ...]:
        """What went wrong so far, in order."""
        return tuple(self._notices)

    def get(self, keys: Sequence[bytes], dimensions: int) -> dict[bytes, NDArray[np.float32]]:
        """The vectors that are there, each of shape (dimensions,), bit for bit as they were put."""
        nothing: list[tuple[bytes, bytes]] = []
        rows = self._guarded(lambda db: vector_table.select(db, keys), nothing)
        width = 4 * dimensions
        return {key: np.frombuffer(blob, "<f4").astype(np.float32) for key, blob in rows if len(blob) == width}

    def put(self, vectors: Mapping[bytes, NDArray[np.float32]]) -> None:
        """Keep `vectors`; the least recently used make room when the table outgrows its limit."""
        rows = [(key, vector.astype("<f4").tobytes()) for key, vector in vectors.items()]
        self._guarded(lambda db: vector_table.insert(db, rows, self.limit_bytes), None)

    def close(self) -> None:
        """Close the file; the cache is empty from then on."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return self._guarded(vector_table.count, 0)

    def _open(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._db = vector_table.connect(self.path)
        except (OSError, sqlite3.OperationalError) as error:
            self._give_up(error)
        except sqlite3.DatabaseError as error:
            self._start_anew(error)

    def _guarded(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        with self._lock:
            if self._db is None:
                return otherwise
            try:
                return work(self._db)
            except sqlite3.OperationalError as error:
                self._give_up(error)
            except sqlite3.DatabaseError as error:
                self._start_anew(error)
            return otherwise

    def _give_up(self, error: Exception) -> None:
        self.close()
        message = (
            f"{self.path}: the vector cache cannot be used ({error}); going on without it. "
            f"Set {FOLDER_VARIABLE} to a folder that can be written, or pass --no-cache."
        )
        self._notices.append(CacheNotice("cache-unusable", message))

    def _start_anew(self, error: Exception) -> None:
        self.close()
        aside = _free_name(self.path)
        try:
            self.path.rename(aside)
            for suffix in ("-wal", "-shm"):
                Path(f"{self.path}{suffix}").unlink(missing_ok=True)
            self._db = vector_table.connect(self.path)
        except (OSError, sqlite3.Error) as second:
            self._give_up(second)
            return
        message = (
            f"{self.path}: the vector cache was damaged ({error}). It was moved to {aside.name}, which can be deleted, "
            "and a new one was started."
        )
        self._notices.append(CacheNotice("cache-damaged", message))


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside
