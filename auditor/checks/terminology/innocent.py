"""Why two spellings that look like a slip are none: two words of one name, endings, a name in another language."""

from __future__ import annotations

from collections.abc import Collection
from itertools import takewhile

from auditor.checks.terminology.counterpart_names import CounterpartNames
from auditor.checks.terminology.spellings import Spelling
from auditor.facts.fold import fold
from auditor.facts.name_difference import name_difference
from auditor.facts.rendering import PLAIN, rendering
from auditor.facts.romanise import skeleton

SOFTENING = frozenset({"ga", "gd", "cy", "gv", "br"})
"""Celtic languages, which soften the first sound of a word."""
KEPT = 3
"""Consonants that a name keeps when all of it is there; of a shorter name, all it has."""
FAR, SOME = 1, 2
"""Consonants that another name may have more or less than a word; that a word must share with the name it is."""


def softened(one: Collection[str], other: Collection[str], language: str) -> bool:
    """Whether a form of either is one of the other with its first sound softened: Irish *Panama*, *Phanama*."""
    if language not in SOFTENING:
        return False
    pairs = [(fold(a), fold(b)) for a in one for b in other]
    return any(long == short[:1] + "h" + short[1:] for a, b in pairs for short, long in ((a, b), (b, a)))


def side_by_side(one: Spelling, other: Spelling) -> bool:
    """Whether one name has both words: African American."""
    return any(place.before in b.forms for a, b in ((one, other), (other, one)) for place in a.places)


def original(minor: Spelling, major: Spelling, names: CounterpartNames) -> bool:
    """Whether the rarer is the counterpart's own word and the other this language's: *National* beside *Nacional*."""
    if not names.words.intersection(minor.forms) or names.words.intersection(major.forms):
        return False
    return any(name_difference(a, b, across=True).lawful for a in minor.forms for b in major.forms)


def only_endings(names: frozenset[str], one: str, other: str) -> bool:
    """Whether what two words begin with is a whole name already, so that they differ in their endings alone."""
    shared = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return any(_whole(name, shared) for name in names)


def _whole(name: str, word: str) -> bool:
    found = rendering(name, word)
    if found is None or not found.lawful or found.cost > PLAIN * len(name):
        return False
    return found.kept >= min(KEPT, len(skeleton(name)))


def may_render(name: str, surface: str) -> bool:
    """Whether nothing but silent letters and what transliteration exchanges stands between the two, however many."""
    found = rendering(name, surface)
    return found is not None and found.lawful and found.kept >= SOME


def another_name(surface: str, here: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the linked passages have a name, not among `theirs`, that the word is but for one consonant left out."""
    for name in here - theirs:
        found = rendering(name, surface)
        if found is not None and not found.replaced and found.gaps <= FAR and found.kept >= KEPT:
            return True
    return False
