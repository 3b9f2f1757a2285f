"""The user's cache folder and whole-file writes into it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from platformdirs import user_cache_path

FOLDER_VARIABLE = "AUDITOR_CACHE_DIR"


def cache_folder() -> Path:
    """The folder for everything that can be made again; `AUDITOR_CACHE_DIR` overrides the platform's choice."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    return Path(chosen).expanduser() if chosen else user_cache_path("auditor", appauthor=False)


def write_whole(path: Path, data: bytes) -> bool:
    """Write `data` to `path` so that no reader ever sees half of it; False where the folder cannot be written.

    A cache that cannot be written costs time, not correctness, so that is no error here.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError:
        return False
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        return False
    return True
