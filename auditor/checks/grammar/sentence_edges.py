"""Full stops in the middle of a sentence, told by the words around them, from `data/sentence_edges.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from auditor.checks.grammar.dangling_words import dangling_words
from auditor.languages.language import Language

_WORD_EDGES = "\"'“”‘’«»„()[]{},;:.!?…。۔।،؛ \u200f\u200e"


class Edge(StrEnum):
    """What is wrong with the place of a full stop."""

    LEADS_ON = "a sentence that stops before its last phrase"
    NO_START = "a sentence without its beginning"
    NO_VERB = "a sentence that stops before its verb"


@dataclass(frozen=True, slots=True)
class _Edges:
    never_first: frozenset[str]
    never_last: frozenset[str]
    opens: frozenset[str]
    last: re.Pattern[str] | None


def edge_between(before: str, after: str, language: Language, *, shared: bool) -> Edge | None:
    """Why no sentence can end after `before` and begin with `after`; None where it may.

    `shared` says that both tell one sentence of the counterpart, without which a missing verb proves nothing.
    """
    known = _edges(language.code)
    last, first = _last(before, language), _first(after, language)
    if last in known.never_last:
        return Edge.LEADS_ON
    if first in known.never_first:
        return Edge.NO_START
    if shared and known.last is not None and last and not known.last.search(last):
        return Edge.NO_VERB
    return None


def opens_sentences(word: str, language: str) -> bool:
    """Whether `word` is one with which sentences begin and that is no name and no noun."""
    return word.casefold() in _edges(language).opens


def _last(text: str, language: Language) -> str:
    bare = text.rstrip(_WORD_EDGES)
    if not language.spaced:
        return bare[-1:]
    return bare.split()[-1].strip(_WORD_EDGES).casefold() if bare else ""


def _first(text: str, language: Language) -> str:
    bare = text.lstrip(_WORD_EDGES)
    if not language.spaced:
        return bare[:1]
    return bare.split()[0].strip(_WORD_EDGES).casefold() if bare else ""


@cache
def _edges(language: str) -> _Edges:
    entry = _table().get(language, {})
    words = {
        key: frozenset(entry.get(key, "").casefold().split())
        for key in ("never_first", "never_last", "may_end", "opens")
    }
    ends = (words["never_last"] | dangling_words(language).leading) - words["may_end"]
    return _Edges(words["never_first"], ends, words["opens"], re.compile(entry["last"]) if "last" in entry else None)


@cache
def _table() -> dict[str, dict[str, str]]:
    path = files("auditor.checks.grammar") / "data" / "sentence_edges.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
