"""What engines and language models say when they answer instead of translating, from `data/engine_leaks.toml`."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files

from auditor.languages import get_language

_SIGNS = {
    "~": r"[^.!?\n:：。！？؟।]{0,40}?",
    "$": r"(?!\w)",
    "'": "['’ʼ]",
    " ": r"\s",
    ":": r"\s?[:：]",
    **{sign: sign for sign in "|)?"},
    "(": "(?:",
}
"""Signs of the data file and the expressions they stand for; anything else is itself."""


class Leak(StrEnum):
    """What kind of talk a phrase is, as the data file names it."""

    ANNOUNCES = "announces"
    LABELS = "labels"
    SPEAKS = "speaks"
    NOTES = "notes"
    PROMPTS = "prompts"
    CREDITS = "credits"


@cache
def leak_phrases(languages: tuple[str, ...], kind: Leak) -> re.Pattern[str] | None:
    """One expression for all phrases of a kind in these languages; None where there are none.

    A match begins at the beginning of a word, where the language shows one.
    """
    spaced, unspaced = _phrases(languages, kind, spaced=True), _phrases(languages, kind, spaced=False)
    pieces = [*([rf"(?<!\w)(?:{'|'.join(spaced)})"] if spaced else ()), *unspaced]
    return re.compile("|".join(pieces), re.IGNORECASE) if pieces else None


def _phrases(languages: tuple[str, ...], kind: Leak, *, spaced: bool) -> list[str]:
    known = [language for language in languages if get_language(language).spaced is spaced]
    return [_expression(phrase) for language in known for phrase in _table().get(language, {}).get(kind, ())]


def _expression(phrase: str) -> str:
    return "".join(_SIGNS.get(char) or re.escape(char) for char in phrase)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    path = files("auditor.checks.meta") / "data" / "engine_leaks.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
