"""The `Language` record and how it is read from `data/<code>.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.errors import ConfigError

UNDETERMINED = "und"
"""ISO 639 code of a language that could not be told."""

ALIASES = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "nb": "no", "nn": "no", "fil": "tl", "sh": "sr"}
"""Retired codes, and Norwegian's two written forms, which share their marks and page furniture."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class QuotePair(_Record):
    """An opening and a closing quotation mark; equal for straight quotes."""

    open: str
    close: str


class NumberWords(_Record):
    """How numbers are written out. All words are case-folded."""

    words: dict[str, int] = Field(default_factory=dict)
    """Cardinals that add up or stand alone: one, twelve, forty."""
    magnitudes: dict[str, int] = Field(default_factory=dict)
    """Multipliers, written after a numeral or number word: hundred, million, lakh, 万."""
    perhaps: dict[str, int] = Field(default_factory=dict)
    """What may multiply a numeral and may be another word: Dutch ton, 100,000 euros or 1,000 kilograms."""
    ordinals: dict[str, int] = Field(default_factory=dict)
    joiners: tuple[str, ...] = ()
    """Words or marks inside one number: and, y, und, و."""
    prefixes: tuple[str, ...] = ()
    """Letters written together with a number word that follows: و, ب, ال; those among `joiners` also join."""
    percent: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    """Words that make a number inexact: about, more than, نحو."""
    ambiguous: tuple[str, ...] = ()
    """Number words that mostly mean something else (one, a, second, uno); never compared on their own."""
    counters: tuple[str, ...] = ()
    """Characters behind a numeral of one letter that show that it counts: 六个, not 六 in a name; empty where words
    are parted."""
    partitives: tuple[str, ...] = ()
    """Words between a numeral and the magnitude that it counts: Romanian 120 de milioane."""
    leading: bool = False
    """Whether a magnitude stands before what it counts: Swahili milioni 20.4, milioni sita."""


class DateWords(_Record):
    """Names of months and weekdays, case-folded, January and Monday first; several forms each."""

    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[tuple[str, ...], ...] = ()


class Language(_Record):
    """Everything a stage or check needs to know about one language."""

    code: str
    """ISO 639-1 where there is one, else 639-3."""
    name: str
    """In English."""
    script: str
    """ISO 15924, the usual one: Latn, Arab, Hans…"""
    direction: Literal["ltr", "rtl"] = "ltr"
    spaced: bool = True
    """Whether words are separated by spaces."""
    cased: bool = False
    """Whether the script has capital letters."""
    complete: bool = False
    """Whether a data file of its own was found; False for the fall-back."""
    quotes: tuple[QuotePair, ...] = ()
    """Primary pair first, then nested, then others that print in this language accepts."""
    sentence_ends: str = ".!?…"
    """Characters that can end a sentence."""
    final_stop: bool = True
    """Whether prose must end with one of `sentence_ends`; False in Thai."""
    sentence_starts: tuple[str, ...] = ()
    """Words that begin a sentence after a mere space, where no stop is written: Thai อย่างไรก็ตาม."""
    quote_tails: tuple[str, ...] = ()
    """What goes on with the sentence after a quotation that ends in `?` or `!`: Japanese と, Chinese 他说 (only
    the verb is listed, it may stand a few characters on), Arabic قال. Needed where no capitals tell."""
    space_before: str = ""
    """Punctuation that takes a space before it, as in French."""
    decimal: str = "."
    grouping: tuple[str, ...] = (",",)
    other_decimal: str = ""
    """A decimal mark that is as usual, by country or in print: Mexican Spanish 3.5; no number is wrong for its mark
    alone."""
    ordinal_stop: bool = False
    """Whether a full stop makes a figure an ordinal: 19. Jahrhundert, 3. oktober."""
    abbreviations: frozenset[str] = frozenset()
    """Case-folded, with their final full stop: `dr.`, `u.a.`"""
    doubled_words: frozenset[str] = frozenset()
    """Case-folded words that may lawfully stand twice in a row: had, that, sehr, 等等."""
    reduplicates: bool = False
    """Whether nearly any word may lawfully stand twice: Turkish yavaş yavaş, Hindi धीरे धीरे, Malay, Vietnamese."""
    verbless_ok: bool = False
    """Whether a sentence without a verb form is common (Russian, Arabic, Chinese…)."""
    residue: tuple[str, ...] = ()
    """Case-folded page furniture: share this article, read more, اقرأ أيضا.

    A line is furniture when it is such a phrase, or such a phrase and a colon, bar or time; a sentence that merely
    begins with one is not.
    """
    numbers: NumberWords = NumberWords()
    dates: DateWords = DateWords()


@cache
def known_languages() -> tuple[str, ...]:
    """Codes that have a data file, sorted."""
    return tuple(sorted(entry.name[:-5] for entry in _data().iterdir() if entry.name.endswith(".toml")))


@cache
def get_language(code: str) -> Language:
    """The record of `code` (`zh`, `zh-Hans`, `pt_BR` all work), or a fall-back that makes no claims.

    Raises `ConfigError` when a data file does not fit the schema.
    """
    base = code.replace("_", "-").split("-", 1)[0].casefold()
    base = ALIASES.get(base, base)
    if base != code:
        return get_language(base)
    path = _data() / f"{base}.toml"
    if not path.is_file():
        return _fallback(base)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return Language.model_validate({"code": base, "complete": True, **table})
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ConfigError(f"languages/data/{base}.toml: {error}") from error


def _fallback(code: str) -> Language:
    """A language without data: the world's common marks are accepted, nothing is claimed about its words."""
    pairs = ("“”", "«»", "‘’", '""', "„“", "”“", "„”", "『』", "「」", "‹›", "»«", "””")
    return Language(
        code=code,
        name=code if code != UNDETERMINED else "undetermined",
        script="Zyyy",
        quotes=tuple(QuotePair(open=pair[0], close=pair[1]) for pair in pairs),
        sentence_ends=".!?…。！？؟۔।॥։።᙮။។៕།༎჻",
        final_stop=False,
        reduplicates=True,
        verbless_ok=True,
    )


def _data() -> Traversable:
    return files("auditor.languages") / "data"
