"""Words of news and their opposites, from `data/opposites.toml`, and where a text has them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from auditor.checks.accuracy.cues import MARK, Cue
from auditor.checks.accuracy.polarity import polarity
from auditor.core.document import Span

_KEYS = frozenset({"inside", "before", "not"})


@dataclass(frozen=True, slots=True)
class Opposites:
    """The patterns of one language."""

    pairs: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]
    """By the name of the pair: its first sense and its second."""
    traces: Mapping[str, tuple[str, ...]]
    """By pair: letters, as `flat` writes them, of which some stand in every text that has one of its words."""
    negators: re.Pattern[str] | None
    """What negates, in languages without patterns of their own for it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text has the words of a pair, counted in the text."""

    first: tuple[Span, ...]
    second: tuple[Span, ...]

    @property
    def sense(self) -> int | None:
        """0 or 1 where only words of one sense stand; None else."""
        return None if bool(self.first) == bool(self.second) else int(bool(self.second))

    @property
    def lone(self) -> tuple[Span, ...]:
        """The words of the only sense."""
        return self.first or self.second


@cache
def opposites(language: str) -> Opposites | None:
    """The patterns of `language` (ISO 639 code); None where there are none."""
    entry = _tables().get(language)
    return None if entry is None else _read(entry)


def opposite_languages() -> frozenset[str]:
    """Codes of the languages that have patterns."""
    return frozenset(_tables())


def pairs_in(text: str, known: Opposites, among: Iterable[str]) -> list[str]:
    """Those pairs of which the text may have a word: most sentences have none of nearly all."""
    letters = flat(text)
    return [name for name in among if any(trace in letters for trace in known.traces[name])]


def flat(text: str) -> str:
    """Without any difference that `re.IGNORECASE` does not see: K and k, ſ and s, ı and İ and i."""
    return text.lower().upper().replace("\u0307", "")


def words_of_pair(text: str, patterns: tuple[re.Pattern[str], re.Pattern[str]]) -> Found:
    """The words of both senses; one that stands inside a word of the other sense (*sold back*) goes to the longer."""
    first, second = ([Span(*match.span()) for match in pattern.finditer(text)] for pattern in patterns)
    return Found(_outside(first, second), _outside(second, first))


def negations(text: str, language: str) -> tuple[Cue, ...]:
    """What negates in the text, beyond doubt."""
    known, cues = opposites(language), polarity(language)
    if cues is not None:
        return cues.places(text)
    if known is None or known.negators is None:
        return ()
    return tuple(Cue(*match.span()) for match in known.negators.finditer(text))


def _outside(spans: list[Span], others: list[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if not any(other.contains(span) and len(other) > len(span) for other in others))


@cache
def _tables() -> dict[str, dict[str, Any]]:
    path = files("auditor.checks.accuracy") / "data" / "opposites.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _read(entry: dict[str, Any]) -> Opposites:
    inside, before = bool(entry.get("inside", False)), str(entry.get("before", ""))
    pairs = {
        name: (_pattern(senses[0], inside, before), _pattern(senses[1], inside, before))
        for name, senses in entry.items()
        if name not in _KEYS
    }
    negators = entry.get("not")
    traces = {name: _traces(" ".join(entry[name])) for name in pairs}
    return Opposites(pairs, traces, None if negators is None else _pattern(negators, inside, before))


def _traces(words: str) -> tuple[str, ...]:
    """The longest stretch of letters of each word; none that holds another one."""
    longest = {max(map(flat, re.split(r"[*_]", word)), key=len) for word in words.split()}
    return tuple(sorted(one for one in longest if not any(other != one and other in one for other in longest)))


def _pattern(words: str, inside: bool, before: str) -> re.Pattern[str]:
    """Any of the words; the longest first, so that phrases win."""
    parts = sorted(words.split(), key=len, reverse=True)
    joined = "|".join(_word(part) for part in parts)
    edged = joined if inside else rf"(?<![\w{MARK}]){before}(?:{joined})(?![\w{MARK}])"
    return re.compile(edged, re.IGNORECASE)


def _word(part: str) -> str:
    return r"\w*".join(re.escape(piece).replace("_", r"[\s\u200c]+") for piece in part.split("*"))
