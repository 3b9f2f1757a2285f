"""Whether a translation asserts what an English sentence hedges, from `data/hedging.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from auditor.checks.accuracy.cues import pattern
from auditor.checks.accuracy.statements import stems
from auditor.core.document import Span

ENGLISH = "en"
BEHIND = 60
"""Code points behind a verb in which two sentences are compared."""
SHARED = 2
"""Longer words that they must share there."""
_MAY = re.compile(r"(?<!\w)(could|may|might) (?:also |even |still )?([a-z]{2,})", re.IGNORECASE)


class Lost(NamedTuple):
    """A hedge of the counterpart that the translation lacks."""

    hedge: Span
    allegation: bool
    """Whether without it somebody is accused, or hearsay told as a fact."""


def hedging_languages() -> frozenset[str]:
    """Codes of the languages that have patterns."""
    return frozenset(_tables())


def lost_across(text: str, language: str, english: str) -> Lost | None:
    """The hedge of an English sentence for which nothing in `text` can stand.

    Of 323 hedged lines of NTREX's tuning half in 19 languages four are found, all rightly; of some 1,900 of
    TICO-19 in seven languages 50, half of which are lines that are no translation of each other, and two thirds of the
    others do assert what the English hedges. In seven sentences of ten a lost hedge can be seen, in Hindi in two.
    Measured with *could* among the hedges; it is left out now, being ability in 13 lines of the other half of NTREX.
    """
    if language == ENGLISH or language not in _tables() or _english("excused").search(english):
        return None
    wide, hearsay = _patterns(language)
    said = hearsay.search(text)
    if wide.search(text) or (said and not _english("hearsay").search(english)):
        return None
    alleged = _english("allegation").search(english)
    if alleged is not None:
        return None if said else Lost(Span(*alleged.span()), allegation=True)
    doubted = _english("doubt").search(english)
    return None if doubted is None else Lost(Span(*doubted.span()), allegation=False)


def hardened(text: str, english: str) -> Lost | None:
    """*could add one point to inflation* told as *would add one point to inflation*, both in English."""
    for match in _MAY.finditer(english):
        sure = re.search(rf"(?<!\w)(?:will|would|is to|was to) {match[2]}(?!\w)", text, re.IGNORECASE)
        if sure is None or _MAY.search(text):
            continue
        behind = stems(english[match.end() : match.end() + BEHIND]) & stems(text[sure.end() : sure.end() + BEHIND])
        if len(behind) >= SHARED:
            return Lost(Span(match.start(), match.end(1)), allegation=False)
    return None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    entry = _tables()[language]
    inside = bool(entry.get("inside", False))
    return pattern(entry["wide"], inside), pattern(entry["hearsay"], inside)


@cache
def _english(part: str) -> re.Pattern[str]:
    return pattern(_tables()[ENGLISH][part], inside=False)


@cache
def _tables() -> Mapping[str, dict[str, list[str]]]:
    path = files("auditor.checks.accuracy") / "data" / "hedging.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
