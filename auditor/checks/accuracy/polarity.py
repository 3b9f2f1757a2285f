"""Which words of a sentence negate it, and whether it says no in any other way, from `data/polarity.toml`."""

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
_MARK = r"\u0900-\u0903\u093a-\u094f"
"""Vowel signs that `\\w` leaves out: a word goes on behind them."""


class Negator(NamedTuple):
    """A negating word of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Polarity:
    """The patterns of one language."""

    negators: re.Pattern[str]
    harmless: re.Pattern[str]
    negative: re.Pattern[str]
    inside: bool

    def negations(self, text: str) -> tuple[Negator, ...]:
        """The words that negate beyond doubt; those in fixed phrases such as *not only* are none."""
        blanked = self.harmless.sub(lambda match: "_" * len(match.group()), text)
        return tuple(Negator(*match.span()) for match in self.negators.finditer(blanked))

    def says_no(self, text: str) -> bool:
        """Whether any word of the text might carry a negative sense; meant to err on the side of yes."""
        return bool(self.negators.search(text) or self.harmless.search(text) or self.negative.search(text))


class Flip(NamedTuple):
    """A negation that only one of two texts has."""

    negator: Negator
    added: bool
    """Whether the translation has it, not the counterpart."""


def flipped(text: str, language: str, other: str, other_language: str) -> Flip | None:
    """Whether one text negates and the other does not, in any way that its language's patterns know.

    In one language only what the two do not share is held against each other.
    """
    ours, theirs = polarity(language), polarity(other_language)
    if ours is None or theirs is None:
        return None
    same = language == other_language
    here, there = ours.negations(text), theirs.negations(other)
    if here and not there and not theirs.says_no(_own(other, _without(text, here)) if same else other):
        return Flip(here[0], added=True) if not same or _goes_on(text, here[0], other) else None
    if there and not here and not ours.says_no(_own(text, _without(other, there)) if same else text):
        return Flip(there[0], added=False) if not same or _goes_on(other, there[0], text) else None
    return None


def _goes_on(text: str, negator: Negator, other: str) -> bool:
    """Whether what is negated, the first longer word behind, stands in the other text too: *not very talkative* for
    *quiet* is no flip."""
    for match in _WORD.finditer(text, negator.end):
        if stem := stems(match.group()):
            return stem <= stems(other)
    return False


def _without(text: str, negators: tuple[Negator, ...]) -> str:
    for negator in reversed(negators):
        text = text[: negator.start] + text[negator.end :]
    return text


def _own(text: str, other: str) -> str:
    """The words of a text that the other has not, or not as often."""
    counts = Counter(_WORD.findall(text.casefold())) - Counter(_WORD.findall(other.casefold()))
    return " ".join(counts)


@cache
def polarity(language: str) -> Polarity | None:
    """The patterns of `language` (ISO 639 code); None where there are none."""
    entry = _tables().get(language)
    if entry is None:
        return None
    inside = bool(entry.get("inside", False))
    negators, harmless, negative = (_pattern(entry[key], inside) for key in ("negators", "harmless", "negative"))
    return Polarity(negators, harmless, negative, inside)


@cache
def polar_languages() -> frozenset[str]:
    """Codes of the languages that have patterns."""
    return frozenset(_tables())


def _pattern(parts: list[str], inside: bool) -> re.Pattern[str]:
    joined = "|".join(parts)
    edged = joined if inside else rf"(?<![\w{_MARK}])(?:{joined})(?![\w{_MARK}])"
    return re.compile(edged, re.IGNORECASE)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    path = files("auditor.checks.accuracy") / "data" / "polarity.toml"
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tables
