"""Words with a sense that a translation must keep (a negation, a hedge), and words that may carry it in their stead."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from auditor.checks.accuracy.statements import stems

_WORD = re.compile(r"\w+(?:['’]\w+)*")
MARK = r"\u0900-\u0903\u093a-\u094f"
"""Vowel signs that `\\w` leaves out: a word goes on behind them."""


class Cue(NamedTuple):
    """Where a word that carries the sense stands in a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of one language."""

    sure: re.Pattern[str]
    harmless: re.Pattern[str]
    wide: re.Pattern[str]
    inside: bool = False
    """Whether the patterns match anywhere, for want of spaces."""

    def places(self, text: str) -> tuple[Cue, ...]:
        """The words that carry the sense beyond doubt; those in harmless phrases such as *not only* do not."""
        blanked = self.harmless.sub(lambda match: "_" * len(match.group()), text)
        return tuple(Cue(*match.span()) for match in self.sure.finditer(blanked))

    def hints(self, text: str) -> bool:
        """Whether any word of the text might carry the sense; meant to err on the side of yes."""
        return bool(self.sure.search(text) or self.harmless.search(text) or self.wide.search(text))


@cache
def read_cues(name: str) -> dict[str, Cues]:
    """The patterns of `data/<name>.toml`, by language code."""
    path = files("auditor.checks.accuracy") / "data" / f"{name}.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {language: _cues(entry) for language, entry in tables.items()}


def lost_cues(text: str, known: Cues, other: str, other_known: Cues, *, same_language: bool) -> tuple[Cue, ...]:
    """The cues of `other` where `text` has nothing that might stand for them.

    In one language only what the two texts do not share is held against each other, and the word that a cue goes with
    must be in both: *not very talkative* is rightly *quiet*.
    """
    found = other_known.places(other)
    if not found or known.places(text):
        return ()
    if not same_language:
        return () if known.hints(text) else found
    if known.hints(_own(text, _without(other, found))) or not _goes_on(other, found[0], text):
        return ()
    return found


def _goes_on(text: str, cue: Cue, other: str) -> bool:
    """Whether the first longer word behind the cue stands in the other text too."""
    for match in _WORD.finditer(text, cue.end):
        if stem := stems(match.group()):
            return stem <= stems(other)
    return False


def _without(text: str, cues: tuple[Cue, ...]) -> str:
    for cue in reversed(cues):
        text = text[: cue.start] + text[cue.end :]
    return text


def _own(text: str, other: str) -> str:
    """The words of a text that the other has not, or not as often."""
    counts = Counter(_WORD.findall(text.casefold())) - Counter(_WORD.findall(other.casefold()))
    return " ".join(counts)


def _cues(entry: dict[str, list[str]]) -> Cues:
    inside = bool(entry.get("inside", False))
    sure, harmless, wide = (pattern(entry[key], inside) for key in ("sure", "harmless", "wide"))
    return Cues(sure, harmless, wide, inside)


def pattern(parts: list[str], inside: bool) -> re.Pattern[str]:
    """Any of the expressions as a whole word, or anywhere; capitals do not matter."""
    joined = "|".join(parts) or r"(?!)"
    edged = joined if inside else rf"(?<![\w{MARK}])(?:{joined})(?![\w{MARK}])"
    return re.compile(edged, re.IGNORECASE)
