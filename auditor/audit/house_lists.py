"""The newsroom's lists that lie beside the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.audit.articles import STDIN
from auditor.config import Settings

LISTS = {"glossary": "glossary", "forbidden-term": "forbidden"}
"""Check, and the name of its file without ending."""
ENDINGS = (".tsv", ".toml")


def with_house_lists(settings: Settings, paths: Iterable[Path | str]) -> Settings:
    """The settings with `glossary.tsv` and `forbidden.tsv` (or `.toml`) of the audited folders, where none is named.

    A list lies in the folder that is audited, or beside the file. The first of several folders that has one wins.
    """
    folders = tuple(_folders(paths))
    tables = {name: dict(table) for name, table in settings.checks.items()}
    for check, stem in LISTS.items():
        named = any(key.casefold() == check and ("file" in table or "terms" in table) for key, table in tables.items())
        found = next((path for folder in folders for path in _candidates(folder, stem) if path.is_file()), None)
        if found is not None and not named:
            tables.setdefault(check, {})["file"] = str(found)
    return settings.model_copy(update={"checks": tables})


def _folders(paths: Iterable[Path | str]) -> Iterator[Path]:
    for path in paths:
        if path != STDIN:
            yield Path(path) if Path(path).is_dir() else Path(path).parent


def _candidates(folder: Path, stem: str) -> Iterator[Path]:
    return (folder / f"{stem}{ending}" for ending in ENDINGS)
