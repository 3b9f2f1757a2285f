"""From a path to a `Source`."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from auditor.core.document import Source
from auditor.errors import ReadError

MAX_BYTES = 20_000_000
"""An article is never this long: War and Peace is 3.2 MB."""

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})


def readable(path: Path) -> bool:
    """Whether there is a reader for files named like this."""
    return path.suffix.casefold() in SUFFIXES


def read(path: Path, id: str, *, max_bytes: int = MAX_BYTES) -> Source:
    """Read one article; `ReadError` says what is wrong with it."""
    if path.stat().st_size > max_bytes:
        raise ReadError(f"{path}: larger than {max_bytes:,} bytes; split it into articles", "too-large")
    data = path.read_bytes()
    return _source(data, data.decode("utf-8-sig"), id)


def read_text(text: str, id: str) -> Source:
    """A plain-text article that is already in memory, such as standard input."""
    return _source(text.encode(), text, id)


def _source(data: bytes, text: str, id: str) -> Source:
    return Source(id, text, "file", sha256(data).hexdigest())
