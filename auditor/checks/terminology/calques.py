"""English idioms put into other languages word for word, from `data/calques.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.facts.fold import MARKS
from auditor.languages import get_language

_SIGNS = {
    "*": rf"[\w{MARKS}]{{0,8}}",
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
    english, lists = _table()
    return tuple(
        Idiom(_pattern(wording, language), _pattern(english[name], "en"), instead)
        for wording, name, instead in lists.get(language, ())
    )


def calque_languages() -> frozenset[str]:
    """Codes of the languages that have a list."""
    return frozenset(_table()[1])


def _pattern(wording: str, language: str) -> re.Pattern[str]:
    """Whole words, where the language parts them; Arabic and Hebrew write particles together with the first."""
    record = get_language(language)
    expression = "".join(_SIGNS.get(char) or re.escape(char) for char in wording)
    before = rf"(?<![\w{MARKS}])" if record.spaced and record.script not in ("Arab", "Hebr") else ""
    behind = rf"(?![\w{MARKS}])" if record.spaced else ""
    return re.compile(f"{before}(?:{expression}){behind}", re.IGNORECASE)


@cache
def _table() -> tuple[dict[str, str], dict[str, list[list[str]]]]:
    """English wordings by idiom; by language (wording, idiom, what is said instead)."""
    path = files("auditor.checks.terminology") / "data" / "calques.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return tables.pop("english"), {language: table["calques"] for language, table in tables.items()}
