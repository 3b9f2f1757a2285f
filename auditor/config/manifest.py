"""Reads a model file only if its SHA-256 is the one that `models/MANIFEST.toml` states."""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path

from auditor.config.resources import models_folder
from auditor.errors import ModelError

MANIFEST = "MANIFEST.toml"


def read_model_file(name: str, folder: Path | None = None) -> bytes:
    """The bytes of `models/<name>`, such as `links/links.json`.

    Raises `ModelError` when the file is missing, not in the manifest, or differs from it.
    """
    folder = models_folder() if folder is None else folder
    remedy = "Reinstall translation-auditor, or restore the file from the repository."
    try:
        manifest = tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        content = (folder / name).read_bytes()
    except OSError as error:
        raise ModelError(f"{error.filename}: cannot be read ({error.strerror}). {remedy}") from error
    except tomllib.TOMLDecodeError as error:
        raise ModelError(f"{folder / MANIFEST}: not valid TOML ({error}). {remedy}") from error
    stated = manifest.get("sha256", {}).get(name)
    if stated is None:
        raise ModelError(f"{folder / MANIFEST}: does not list {name}. {remedy}")
    if sha256(content).hexdigest() != stated:
        raise ModelError(f"{folder / name}: its SHA-256 is not the one in {MANIFEST}. {remedy}")
    return content


def state_model_file(name: str, folder: Path) -> None:
    """Write the SHA-256 of `folder/<name>` into the manifest; for the scripts that train."""
    path = folder / MANIFEST
    known: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["sha256"] if path.is_file() else {}
    known[name] = sha256((folder / name).read_bytes()).hexdigest()
    lines = [f'"{key}" = "{known[key]}"' for key in sorted(known)]
    head = "# SHA-256 of every model file; checked before a file is used.\n[sha256]\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
