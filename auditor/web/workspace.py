"""The folder that the user chose for what the page writes; nothing is written outside of it."""

from __future__ import annotations

import os
import re
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from auditor.audit.naming import language_in_name
from auditor.errors import UsageError
from auditor.readers import readable

TRANSLATION, COUNTERPART, BEFORE = "translation", "counterpart", ".before-editing"
"""Role folders, so that `auditor check` on an audit's folder knows the sides; the third is hidden from it."""
NAME_CHARACTERS = 60
_STRANGE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class AuditFolder:
    """Where the files of one audit lie."""

    path: Path

    def put(self, side: str, name: str, data: bytes) -> Path:
        """Write an article under a side's folder in one step; `name` may be anything, the file's name is safe."""
        folder = self.path / side
        folder.mkdir(exist_ok=True)
        if not folder.resolve().is_relative_to(self.path.resolve()):
            raise UsageError(f"{folder}: leads out of the workspace; remove the link that is in the way.")
        path = folder / safe_name(name)
        _replace(path, data)
        return path

    def set_aside(self, path: Path) -> None:
        """Keep a file as it was before the first edit; does nothing when that was done."""
        folder = self.path / BEFORE
        folder.mkdir(exist_ok=True)
        kept = folder / path.name
        if not kept.exists():
            _replace(kept, path.read_bytes())


class Workspace:
    """The whole folder."""

    def __init__(self, path: Path) -> None:
        """Raises `UsageError` when the folder cannot be made or written to."""
        self.path = path.expanduser().absolute()
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{self.path}: cannot be made ({error.strerror}); choose another --workspace.") from error
        if not os.access(self.path, os.W_OK | os.X_OK):
            raise UsageError(f"{self.path}: cannot be written to; choose another --workspace.")

    def new(self, title: str) -> AuditFolder:
        """An empty folder of its own for an audit, named by day and title."""
        day = datetime.now().astimezone().strftime("%Y-%m-%d")
        stem = safe_name(title, suffix="") or "article"
        path = self.path / f"{day}-{stem}-{secrets.token_hex(3)}"
        path.mkdir()
        return AuditFolder(path)


def safe_name(name: str, suffix: str = ".txt") -> str:
    """A file name that means nothing to any file system: no folders, no leading dot, no reserved device.

    Keeps the suffix of a format that is read, else adds `suffix`.
    """
    bare = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    path = PurePosixPath(bare)
    known = bool(suffix) and readable(Path(bare))
    stem = _STRANGE.sub("-", path.stem if known else bare)[:NAME_CHARACTERS].strip("-._")
    stem = stem.encode("utf-8", "ignore")[:180].decode("utf-8", "ignore")
    ending = path.suffix.casefold() if known else suffix
    if not stem and not suffix:
        return ""
    return (_device_free(stem) or "article") + ending


_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def _device_free(stem: str) -> str:
    return f"_{stem}" if _DEVICE.match(stem) else stem


def with_language(name: str, language: str) -> str:
    """`story.txt` as `story.ar.txt`, so that a later audit of the folder knows; a name that tells one stays."""
    path = PurePosixPath(name)
    if language == "und" or language_in_name(name) is not None:
        return name
    return f"{path.stem}.{language}{path.suffix}"


def now() -> str:
    """The time in UTC, to the second, as decisions have it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _replace(path: Path, data: bytes) -> None:
    """The file is whole or as before; a link in its place is replaced, not followed."""
    unfinished = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
