"""Where the files that travel with the package are: in the wheel beside the code, in a checkout at the top."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path

_PACKAGE = Path(__file__).resolve().parent.parent


def models_folder() -> Path:
    """The folder with `MANIFEST.toml` and the weights trained for this project."""
    return _resource("models")


def seeds_folder() -> Path:
    """The folder with the sample articles."""
    return _resource("seeds")


def workspace_folder() -> Path:
    """Where the editors' page keeps what it is given, unless the user chose a folder."""
    return user_documents_path() / "auditor"


def _resource(name: str) -> Path:
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name
