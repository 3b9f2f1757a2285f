"""The spellings of names in one article, grouped with their inflected forms."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.facts.fold import fold
from auditor.facts.name_matching import NameWord, inflected_groups, name_places

SHORTEST = 5
"""Letters of a spelling that is compared; shorter names differ by a letter too often (Iran, Iraq)."""
SURE_NAME = 0.4
"""Confidence of a capitalised word that may be a name; German nouns are let in, and need the counterpart's word."""
SURE_FIRST = 0.9
"""Confidence of a name whose first word is no mere sentence start: `Troubles of Kovacic` has no first name."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a spelling."""

    word: NameWord
    before: str
    """The name word in front of it, romanised; empty when it stands alone."""
    sure: bool = True
    """Whether it is a name beyond doubt."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling with its inflected forms: Ковачич, Ковачича."""

    forms: tuple[str, ...]
    places: tuple[Occurrence, ...]

    @property
    def surfaces(self) -> frozenset[str]:
        """Its forms as they are written, without case."""
        return frozenset(fold(place.word.surface) for place in self.places)

    @property
    def first_names(self) -> frozenset[str]:
        """The words that stand in front of it."""
        return frozenset(place.before for place in self.places if place.before)


@once
def spellings(subject: Subject) -> tuple[Spelling, ...]:
    """Name words of a cased script, most frequent first."""
    places: dict[str, list[Occurrence]] = defaultdict(list)
    for name in name_places(subject.facts):
        if name.confidence < SURE_NAME:
            continue
        before = ""
        for i, word in enumerate(name.words):
            if len(word.key) >= SHORTEST and not word.surface.isupper():
                places[word.key].append(Occurrence(word, before, name.confidence >= SURE_FIRST))
            before = word.key if i or name.confidence >= SURE_FIRST else ""
    groups = inflected_groups(sorted(places, key=lambda form: (-len(places[form]), form)))
    merged = [Spelling(tuple(group), tuple(place for form in group for place in places[form])) for group in groups]
    return tuple(sorted(merged, key=lambda spelling: (-len(spelling.places), spelling.forms)))
