"""Who is named beside a verb of saying, on either side of a pair."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from auditor.core.document import Document, Span
from auditor.facts.fact import FactLedger
from auditor.facts.fold import MARKS
from auditor.facts.name_matching import NamePlace, NameWord, inflected, name_places, words_for_names
from auditor.facts.rendering import renders
from auditor.languages.language import Language

NEAR = 4
"""Words between a name and the verb of saying."""
SHORTEST = 4
"""Romanised letters of a name that is looked for."""
SURE_NAME = 0.5
FULL = (2, 3)
"""Words of a full name."""
PERSONAL = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "herr", "frau", "mme", "monsieur", "madame", "señor", "señora"}
)
"""Titles that only people have."""
LONGEST_TITLE = 12
PREFIXES = {"ar": "[وف]?", "he": "[ושכ]?"}
"""What is written together with a verb."""
_CLAUSE = re.compile(r"[.!?;:\"“”«»„—–।؟۔]")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom an article names: all the words of the name, and where one of them stands."""

    names: frozenset[str]
    word: NameWord


def speaks(language: str) -> bool:
    """Whether verbs of saying are known in the language."""
    return language in _verbs()


def people(document: Document, ledger: FactLedger) -> dict[str, frozenset[str]]:
    """Every surname with the other words of its full names.

    A surname is the last word of a name of two or three words that also stands alone in the article, or a name behind
    *Mr.* and its like: that is how news names people, and seldom places or bodies.
    """
    places = [place for place in name_places(ledger) if place.confidence >= SURE_NAME]
    alone = {place.words[0].key for place in places if len(place.words) == 1}
    found: dict[str, set[str]] = {}
    for place in places:
        last = place.words[-1].key
        known = (len(place.words) in FULL and last in alone) or _titled(document.text, place)
        if known and len(last) >= SHORTEST:
            found.setdefault(last, set()).update(word.key for word in place.words if len(word.key) >= SHORTEST)
    return {surname: frozenset(names) for surname, names in found.items()}


def named_speakers(
    document: Document, ledger: FactLedger, language: Language, within: Span, known: Mapping[str, frozenset[str]]
) -> Iterator[Person]:
    """Those whom a cased text names right beside a verb of saying, in full or by a known surname."""
    for place in name_places(ledger, within):
        last = place.words[-1]
        whole = Span(place.words[0].span.start, last.span.end)
        full = len(place.words) in FULL and place.confidence >= SURE_NAME and len(last.key) >= SHORTEST
        if (full or last.key in known) and beside_saying(document.text, language, whole, within):
            yield Person(frozenset(word.key for word in place.words) | known.get(last.key, frozenset()), last)


def _titled(text: str, place: NamePlace) -> bool:
    start = place.words[0].span.start
    before = text[max(0, start - LONGEST_TITLE) : start].split()
    return bool(before) and before[-1].rstrip(".").casefold() in PERSONAL


def words_of(document: Document, language: Language, within: Span) -> tuple[NameWord, ...]:
    """What may render a name: words with a capital, all words of scripts without, katakana."""
    words = words_for_names(document, language, within)
    return tuple(word for word in words if not language.cased or word.surface[:1].isupper())


def stands_for(names: frozenset[str], word: NameWord, *, plainly: bool = False) -> bool:
    """Whether the word is one of the names, inflected or rendered by ear; `plainly`: by its very sound."""
    return any(
        name == word.key or inflected(word.key, name) or renders(name, word.surface, plainly=plainly) for name in names
    )


def beside_saying(text: str, language: Language, name: Span, within: Span, near: int = NEAR) -> bool:
    """Whether a verb of saying stands at most `near` words before or behind the name, in the same clause."""
    pattern = _pattern(language.code)
    if pattern is None:
        return False
    before = _CLAUSE.split(text[max(within.start, name.start - _REACH) : name.start])[-1]
    after = _CLAUSE.split(text[name.end : min(within.end, name.end + _REACH)], maxsplit=1)[0]
    if not language.spaced:
        return bool(pattern.search(after))
    last = max((match.end() for match in pattern.finditer(before)), default=-1)
    first = pattern.search(after)
    near_before = last >= 0 and len(before[last:].split()) <= near
    return near_before or (first is not None and len(after[: first.start()].split()) <= near)


_REACH = 80
"""Characters in which a verb is looked for."""


@lru_cache(maxsize=64)
def _pattern(language: str) -> re.Pattern[str] | None:
    words = _verbs().get(language)
    if words is None:
        return None
    forms = (re.escape(word.removesuffix("*")) + (r"[^\W\d_]*" if word.endswith("*") else "") for word in words)
    edge = "" if language == "ja" else rf"(?![^\W_]|[{MARKS}])"
    start = "" if language == "ja" else r"(?<![^\W_])"
    return re.compile(rf"{start}{PREFIXES.get(language, '')}(?:{'|'.join(forms)}){edge}", re.IGNORECASE)


@cache
def _verbs() -> dict[str, list[str]]:
    path = files("auditor.checks.accuracy") / "data" / "speech_verbs.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
