"""The columns of an archive that comes as a table, and what is said of a row that does not fit them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from auditor.errors import ConfigError

REQUIRED = ("id", "translation", "counterpart")
OPTIONAL = ("translation_language", "counterpart_language", "outlet", "date")
COLUMNS = (*REQUIRED, *OPTIONAL)
LIKENESS = 0.8
"""From this on an unknown column is taken for a misspelt one. `counterpart_lang` is .89 like `counterpart_language`."""


def check_columns(names: Iterable[str], where: str) -> None:
    """Every required column is there and none is a misspelt one; others are nobody's business.

    Raises `ConfigError` with `where`, which names the file, and the row if there is one.
    """
    names = list(names)
    missing = [column for column in REQUIRED if column not in names]
    if missing:
        raise ConfigError(f"{where}: lacks the column `{missing[0]}`; columns are {', '.join(COLUMNS)}.")
    absent = [column for column in OPTIONAL if column not in names]
    for name in names:
        near = get_close_matches(name, absent, n=1, cutoff=LIKENESS)
        if name not in COLUMNS and near:
            raise ConfigError(f"{where}: has the column `{name}`; rename it to `{near[0]}`, or leave it out.")


def checked_row(row: Mapping[str, Any], where: str) -> dict[str, str | None]:
    """The known columns of a row as text; raises `ConfigError` that names `where`, the column and the remedy."""
    check_columns(row, where)
    cells = {column: _text(row.get(column), column, where) for column in COLUMNS}
    if not cells["id"]:
        raise ConfigError(f"{where}: `id` is empty; give every row an id of its own.")
    if cells["translation"] is None:
        raise ConfigError(f"{where}: `translation` is null; give the text, or leave the row out.")
    if cells["date"] is not None:
        cells["date"] = checked_date(cells["date"], where)
    return cells


def checked_date(text: str, where: str) -> str | None:
    """The date as it was given; None for an empty one."""
    if not text:
        return None
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"{where}: `date` is {text!r}; write YYYY-MM-DD, a time behind it if you like.") from error
    return text


def _text(value: object, column: str, where: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if column == "date" and isinstance(value, date):
        return value.isoformat()
    raise ConfigError(f"{where}: `{column}` holds {type(value).__name__} {str(value)[:40]!r}; it must be text.")


class Ids:
    """Sees to it that no id comes twice; keeps 16 bytes of each."""

    def __init__(self) -> None:
        self._seen: set[bytes] = set()

    def take(self, id: str, where: str) -> None:
        """Raises `ConfigError` for an id that was there before."""
        from hashlib import blake2b

        digest = blake2b(id.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if digest in self._seen:
            raise ConfigError(f"{where}: the id {id!r} comes a second time; give every row an id of its own.")
        self._seen.add(digest)
