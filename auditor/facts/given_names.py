"""Given names: whose they may be, and which of them one person may be called by."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from auditor.facts.rendering import renders
from auditor.facts.romanise import romanise, skeleton

NAMES = files("auditor.facts") / "data" / "given_names.toml"
SAME_BEGINNING = 3
"""Letters that a name shares with its short form: Christopher, Chris."""
FEWEST = 2
"""Consonants of a name that can be told from others in another script."""


class Gender(StrEnum):
    """Of a person, as the grammar of a text marks it."""

    MAN = "man"
    WOMAN = "woman"


@cache
def _names() -> Mapping[str, Gender | None]:
    lists = tomllib.loads(NAMES.read_text(encoding="utf-8"))
    found: dict[str, Gender | None] = dict.fromkeys(lists["either"].split())
    found |= dict.fromkeys(lists["men"].split(), Gender.MAN)
    return found | dict.fromkeys(lists["women"].split(), Gender.WOMAN)


@cache
def _families() -> Mapping[str, frozenset[int]]:
    lists = tomllib.loads(NAMES.read_text(encoding="utf-8"))
    found: dict[str, set[int]] = defaultdict(set)
    for i, family in enumerate(lists["same"]):
        for name in family.split():
            found[name].add(i)
    return {name: frozenset(families) for name, families in found.items()}


def is_given_name(word: str) -> bool:
    """Whether a romanised word is a known given name."""
    return word in _names() or word in _families()


def gender_of(name: str) -> Gender | None:
    """Whose given name a romanised word is; None for an unknown one, or one that men and women have."""
    return _names().get(name)


def same_given_name(name: str, other: str) -> bool:
    """Whether two romanised words are one given name: equal, short forms or forms of other languages."""
    return name == other or bool(_families().get(name, frozenset()) & _families().get(other, frozenset()))


def may_be_one(name: str, other: str) -> bool:
    """Whether one person might be called by both: also by ear, or where one begins as the other does or holds it.

    True as well where too few consonants are left to tell by: Ian is Ян.
    """
    a, b = (romanise(x).replace(" ", "") for x in (name, other))
    if a in b or b in a or a[:SAME_BEGINNING] == b[:SAME_BEGINNING] or same_given_name(a, b):
        return True
    if not (name.isascii() and other.isascii()) and min(len(skeleton(a)), len(skeleton(b))) < FEWEST:
        return True
    return renders(a, other) or renders(b, name)
