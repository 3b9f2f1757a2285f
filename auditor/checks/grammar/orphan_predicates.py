"""Sentences that are a predicate cut off from its subject."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

MAX_WORDS = 10
"""Orphan predicates are short; longer sentences find their subject somewhere."""


@dataclass(frozen=True, slots=True)
class _Orphans:
    starters: frozenset[str]
    subjects: frozenset[str]
    before: frozenset[str]


def is_orphan_predicate(words: tuple[str, ...], before: tuple[str, ...], language: str) -> bool:
    """Whether the sentence `words` (case-folded, original order) is a predicate without its subject.

    `before` is the sentence before it. False in languages without data.
    """
    known = _orphans().get(language)
    if known is None or not 2 <= len(words) <= MAX_WORDS:
        return False
    if words[0] not in known.starters or words[1] in known.subjects:
        return False
    return not known.before or bool(known.before & set(before))


@cache
def _orphans() -> dict[str, _Orphans]:
    path = files("auditor.checks.grammar") / "data" / "orphan_predicates.toml"
    table: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    names = ("starters", "subjects", "before")
    return {
        code: _Orphans(*(frozenset(entry.get(name, "").split()) for name in names)) for code, entry in table.items()
    }
