"""Writing payloads: to standard output, or to a file that is complete or untouched."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from auditor.cli.terminal import silence
from auditor.errors import UsageError


def emit(payload: str) -> None:
    """Print a payload; a reader that stops early (`| head`) is no error."""
    try:
        sys.stdout.write(payload)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)


def write_file(path: Path, payload: str) -> None:
    """Put `payload` at `path` in one step; what was there stays if that fails.

    Pipes and devices are written to directly. Raises `UsageError` naming the file.
    """
    data = payload.encode("utf-8", errors="backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); choose another place with -o.") from error


def _replace(path: Path, data: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
