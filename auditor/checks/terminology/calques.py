"""English idioms put into other languages word for word, one file of `data/calques/` for each language."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from auditor.facts.fold import MARK_RANGES
from auditor.languages import get_language

_FOLDER = files("auditor.checks.terminology") / "data" / "calques"
_ENGLISH = "en"
"""Its file holds the idioms themselves."""
_SIGNS = {
    "*": rf"[\w{MARK_RANGES}]{{0,8}}",
    "'": "['’ʼ]",
    " ": r"\s",
    **{sign: sign for sign in "|)?"},
    "(": "(?:",
}
"""Signs of the data file and the expressions they stand for; anything else is itself."""


@dataclass(frozen=True, slots=True)
class Idiom:
    """A wording that makes no sense but as English."""

    wording: re.Pattern[str]
    english: re.Pattern[str]
    instead: str
    """What the language says."""


@cache
def idioms(language: str) -> tuple[Idiom, ...]:
    """The calques known in `language` (ISO 639 code); empty where none are."""
    if language not in calque_languages():
        return ()
    english = _table(_ENGLISH)
    return tuple(
        Idiom(_pattern(wording, language), _pattern(english[name], _ENGLISH), instead)
        for wording, name, instead in _table(language)["calques"]
    )


@cache
def any_calque(language: str) -> re.Pattern[str]:
    """The wordings of a language that has a list, in one expression: most passages have none."""
    return _pattern("|".join(wording for wording, _, _ in _table(language)["calques"]), language)


@cache
def calque_languages() -> frozenset[str]:
    """Codes of the languages that have a list."""
    codes = (file.name.removesuffix(".toml") for file in _FOLDER.iterdir())
    return frozenset(code for code in codes if code != _ENGLISH)


def _pattern(wording: str, language: str) -> re.Pattern[str]:
    """Whole words, where the language parts them; Arabic and Hebrew write particles together with the first."""
    record = get_language(language)
    expression = "".join(_SIGNS.get(char) or re.escape(char) for char in wording)
    before = rf"(?<![\w{MARK_RANGES}])" if record.spaced and record.script not in ("Arab", "Hebr") else ""
    behind = rf"(?![\w{MARK_RANGES}])" if record.spaced else ""
    return re.compile(f"{before}(?:{expression}){behind}", re.IGNORECASE)


def _table(language: str) -> dict[str, Any]:
    """A file as it stands: English wordings by idiom, or `calques` with (wording, idiom, what is said instead)."""
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
