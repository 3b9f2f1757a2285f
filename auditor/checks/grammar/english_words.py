"""The closed word classes of English, from `data/english_clauses.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_](?:[\w.’'‑-]*\w)?")
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """Words that can be, or cannot be, a finite verb; all lower case with straight apostrophes."""

    finite: frozenset[str]
    contracted: tuple[str, ...]
    bearers_of_s: frozenset[str]
    past: frozenset[str]
    past_or_participle: frozenset[str]
    present: frozenset[str]
    """Base forms and third persons."""
    verb_endings: tuple[str, ...]
    not_past: frozenset[str]
    articles: frozenset[str]
    plain_prepositions: frozenset[str]
    prepositions: frozenset[str]
    subjects: frozenset[str]
    relatives: frozenset[str]
    subordinators: frozenset[str]
    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    reporting_participles: frozenset[str]
    fragment_openers: tuple[str, ...]


@cache
def english_words() -> EnglishWords:
    """The classes, read once."""
    path = files("auditor.checks.grammar") / "data" / "english_clauses.toml"
    table: dict[str, str | list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    classes = {name: frozenset(words.split()) for name, words in table.items() if isinstance(words, str)}
    verbs = classes.pop("verbs")
    return EnglishWords(
        contracted=tuple(sorted(classes.pop("contracted"))),
        verb_endings=tuple(sorted(classes.pop("verb_endings"))),
        present=verbs | {third_person(verb) for verb in verbs},
        fragment_openers=tuple(table["fragment_openers"]),
        **classes,
    )


def third_person(verb: str) -> str:
    """The form after he or she: go, goes; carry, carries."""
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def words_of(sentence: str) -> tuple[str, ...]:
    """Words of an English sentence with straight apostrophes, lower case except names inside it (March, WHO)."""
    words = [match.group().replace("’", "'") for match in _WORD.finditer(sentence)]
    capitals = sum(word[0].isupper() for word in words[1:])
    if 2 * capitals > len(words):
        return tuple(word.lower() for word in words)
    return tuple(word if at and word[0].isupper() else word.lower() for at, word in enumerate(words))
