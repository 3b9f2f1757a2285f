"""Words that lead on to another word, per language, from `data/dangling_words.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class DanglingWords:
    """Case-folded function words of one language; both empty where the language has no list."""

    leading: frozenset[str] = frozenset()
    """A sentence does not end on these: articles, prepositions, conjunctions, relatives."""
    unrepeated: frozenset[str] = frozenset()
    """These do not stand twice in a row; holds `leading`."""
    sequences: frozenset[str] = frozenset()
    """In scripts without spaces: function words long enough to be sure that a doubling is a slip."""
    slips: frozenset[str] = frozenset()
    """Doublings that grammar allows and news almost never means: *the state he was in in 2010*."""


@cache
def dangling_words(language: str) -> DanglingWords:
    """The lists of `language` (ISO 639 code)."""
    entry = _table().get(language, {})
    leading = frozenset(entry.get("leading", "").casefold().split())
    unrepeated = leading | frozenset(entry.get("doubling", "").casefold().split())
    sequences = frozenset(entry.get("sequences", "").split())
    return DanglingWords(leading, unrepeated, sequences, frozenset(entry.get("slips", "").split()))


@cache
def _table() -> dict[str, dict[str, str]]:
    path = files("auditor.checks.grammar") / "data" / "dangling_words.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
