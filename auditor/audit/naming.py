"""What file names say: the language of an article, its role, and which names belong together.

Known forms: `x.ar.txt` beside `x.en.txt`; `ar/x.txt` beside `en/x.txt`; `translation/x.txt` beside `counterpart/x.txt`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from auditor.languages import normalise_code


class Role(StrEnum):
    """Which side of a pair a document is on."""

    TRANSLATION = "translation"
    COUNTERPART = "counterpart"


ROLE_FOLDERS = {
    "translation": Role.TRANSLATION,
    "translations": Role.TRANSLATION,
    "counterpart": Role.COUNTERPART,
    "counterparts": Role.COUNTERPART,
}


@dataclass(frozen=True, slots=True)
class Name:
    """A document id taken apart."""

    key: str
    """What is left without language, role and suffix; equal for the two sides of a pair."""
    language: str | None
    role: Role | None


def parse_name(id: str) -> Name:
    """Language, role and key of a document id."""
    path = PurePosixPath(id)
    role: Role | None = None
    language: str | None = None
    folders: list[str] = []
    for folder in path.parent.parts:
        if role is None and folder.casefold() in ROLE_FOLDERS:
            role = ROLE_FOLDERS[folder.casefold()]
        elif language is None and (code := _code(folder)) is not None:
            language = code
        else:
            folders.append(folder)
    stem, _, last = path.stem.rpartition(".")
    code = _code(last) if stem else None
    name = stem if code is not None else path.stem
    return Name("/".join([*folders, name]).casefold(), code or language, role)


def language_in_name(id: str) -> str | None:
    """ISO 639 code that the id names, if it does."""
    return parse_name(id).language


def _code(part: str) -> str | None:
    return None if part.casefold() in _WORDS else normalise_code(part)


_WORDS = frozenset({"ben", "cat", "fin", "hat", "mar", "may", "mon", "run", "sag", "san", "son", "sun", "tam", "ton"})
"""Codes of three letters that are months, weekdays or plain words in names far more often."""
