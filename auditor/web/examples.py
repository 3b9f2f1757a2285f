"""The sample articles that are one click away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.audit.naming import parse_name
from auditor.config import seeds_folder
from auditor.core.finding import excerpt
from auditor.readers import read
from auditor.web.limits import ARTICLE_BYTES
from auditor.web.refusals import not_found
from auditor.web.uploads import Given, Submission

TITLE_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of `seeds/`."""

    id: str
    title: str
    language: str
    """Code of the translation's language."""
    translation: Path
    counterpart: Path


@cache
def examples() -> tuple[Example, ...]:
    """All pairs, by id."""
    folder = seeds_folder()
    theirs = {parse_name(path.name).key: path for path in (folder / "counterpart").iterdir()}
    pairs = ((parse_name(path.name), path) for path in sorted((folder / "translation").iterdir()))
    return tuple(_example(path, theirs[name.key], name.language) for name, path in pairs if name.key in theirs)


def example_submission(id: str) -> Submission:
    """An example as if its files had been chosen. Raises `RefusalError` for an unknown one."""
    for example in examples():
        if example.id == id:
            ours, theirs = example.translation, example.counterpart
            return Submission(Given(ours.read_bytes(), ours.name, None), Given(theirs.read_bytes(), theirs.name, None))
    raise not_found(f"There is no example called {id!r}.")


def _example(translation: Path, counterpart: Path, language: str | None) -> Example:
    text = read(translation, translation.name, max_bytes=ARTICLE_BYTES).text
    first = next(line for line in text.splitlines() if line.strip("# "))
    title = excerpt(first.strip("# "), TITLE_CHARACTERS)
    return Example(parse_name(translation.name).key, title, language or "und", translation, counterpart)
