"""From a path, or text at hand, to a `Source`."""

from __future__ import annotations

import stat
from hashlib import sha256
from pathlib import Path

from auditor.core.document import Source
from auditor.errors import ReadError
from auditor.readers.decoding import decode
from auditor.readers.html import read_html
from auditor.readers.markdown import markdown_blocks

PLAIN = frozenset({".txt", ".text"})
MARKDOWN = frozenset({".md", ".markdown"})
HTML = frozenset({".html", ".htm", ".xhtml"})


def readable(path: Path) -> bool:
    """Whether files named like `path` are taken from a folder."""
    return path.suffix.casefold() in PLAIN | MARKDOWN | HTML


def read(path: Path, id: str, *, max_bytes: int) -> Source:
    """Read one article; a file of unknown suffix is read as plain text.

    Raises `ReadError` of kind `missing`, `unreadable`, `too-large`, `binary`, `undecodable` or `empty`. A file larger
    than `max_bytes` is not opened.
    """
    data = _bytes(path, max_bytes)
    digest = sha256(data).hexdigest()
    suffix = path.suffix.casefold()
    text, remarks = decode(data, str(path), html=suffix in HTML)
    if suffix in HTML:
        page = read_html(text, str(path))
        return Source(id, page.text, "extracted", digest, page.blocks, page.language, remarks + page.remarks)
    blocks = markdown_blocks(text) if suffix in MARKDOWN else None
    return Source(id, text, "file", digest, blocks, remarks=remarks)


def read_text(text: str, id: str) -> Source:
    """A plain-text article that is already in memory, such as standard input.

    A byte-order mark is stripped. Raises `ReadError` of kind `empty` or `binary`.
    """
    data = text.encode("utf-8", "surrogatepass")
    plain, remarks = decode(data, id, html=False)
    return Source(id, plain, "file", sha256(data).hexdigest(), remarks=remarks)


def read_bytes(data: bytes, id: str) -> Source:
    """A plain-text article given as bytes, such as standard input; decoded like a file.

    Raises `ReadError` of kind `empty`, `binary` or `undecodable`.
    """
    plain, remarks = decode(data, "standard input", html=False)
    return Source(id, plain, "file", sha256(data).hexdigest(), remarks=remarks)


def _bytes(path: Path, max_bytes: int) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(f"{path}: not a regular file; give the path of an article", "unreadable")
        if status.st_size > max_bytes:
            raise _too_large(path, status.st_size, max_bytes)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise ReadError(f"{path}: there is no such file; check the path", "missing") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"{path}: cannot be read ({reason}); check its permissions", "unreadable") from error
    if len(data) > max_bytes:
        raise _too_large(path, len(data), max_bytes)
    return data


def _too_large(path: Path, size: int, max_bytes: int) -> ReadError:
    return ReadError(
        f"{path}: {size:,} bytes, more than the {max_bytes:,} an article may have; split it or raise `max_file_mb`",
        "too-large",
    )
