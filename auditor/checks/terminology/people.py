"""People whom one article of a pair names and the other does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.subject import Subject
from auditor.core.document import Document, Span
from auditor.facts.fact import FactLedger
from auditor.facts.name_difference import REPLACED, NameDifference
from auditor.facts.name_matching import InflectedNames, NameWord, name_places, text_words
from auditor.facts.rendering import DEAREST, rendering, renders

SHORTEST = 5
"""Romanised letters of a surname that can be told from other words."""
SURE_NAME = 0.7
OFF, KEPT = 1, 3
"""Consonants that may keep a word from the name it stands for, and that must agree: then it is told, if badly."""
BODIES = frozenset({
    "agency", "america", "assembly", "association", "britain", "church", "city", "commission", "committee",
    "congress", "council", "county", "court", "department", "england", "europe", "federation", "force",
    "forces", "government", "guard", "house", "ireland", "judiciary", "league", "ministry", "moscow", "office",
    "olympic", "olympics", "parliament", "party", "police", "river", "scotland", "senate", "service", "state",
    "states", "street", "union", "united", "university", "wales",
})  # fmt: skip
"""English words that end a name and are translated; on clean NTREX *Judiciary* alone made the only false alarm."""
SCRIPTS = frozenset({"Latn", "Cyrl", "Grek", "Arab", "Hebr"})
"""Scripts whose romanisation keeps the consonants apart."""


@dataclass(frozen=True, slots=True)
class Person:
    """A surname at a place where the other article should have it."""

    word: NameWord
    here: Span
    """The linked passage that lacks it."""


def unmatched_people(
    named: Document, ledger: FactLedger, other: Document, links: Iterator[tuple[Span, Span]]
) -> Iterator[Person]:
    """Surnames of `named` that occur nowhere in `other`, once each, at their first linked passage.

    `links` are (passage of `named`, passage of `other`). A surname is the last word of a full name that also stands
    alone in the article: that is how news names people, and seldom places or bodies.
    """
    people = _surnames(ledger)
    if not people:
        return
    words = text_words(other, Span(0, len(other.text)))
    keys = frozenset(word.key for word in words if len(word.key) > 2)
    seen: set[str] = set()
    for span, there in links:
        for name in name_places(ledger, span):
            last = name.words[-1]
            if last.key in people and last.key not in seen:
                seen.add(last.key)
                if last.key not in keys and not _told(last, keys, words):
                    yield Person(last, there)


def both_scripts_known(subject: Subject) -> bool:
    """Whether names of the two articles' scripts can be compared by their letters."""
    if subject.counterpart_language is None:
        return False
    return {subject.language.script, subject.counterpart_language.script} <= SCRIPTS


def _surnames(ledger: FactLedger) -> frozenset[str]:
    names = [name for name in name_places(ledger) if name.confidence >= SURE_NAME]
    full = {name.words[-1].key for name in names if len(name.words) in (2, 3)}
    alone = {name.words[0].key for name in names if len(name.words) == 1}
    return frozenset(key for key in full & alone if len(key) >= SHORTEST and key not in BODIES)


def _told(name: NameWord, keys: frozenset[str], words: tuple[NameWord, ...]) -> bool:
    """Whether any word may be the name, inflected or rendered by ear."""
    return name.key in InflectedNames(keys) or any(_renders(name, word) for word in words)


def _renders(name: NameWord, word: NameWord) -> bool:
    """Whether one may be the other by ear, or misspelled; either article may be the one that renders it."""
    if word.surface[:1].islower():
        return False
    if renders(name.key, word.surface) or renders(word.key, name.surface):
        return True
    spare = DEAREST * len(name.key)
    return _misspelled(rendering(name.key, word.surface), spare) or _misspelled(
        rendering(word.key, name.surface), spare
    )


def _misspelled(found: NameDifference | None, spare: float) -> bool:
    if found is None or found.replaced + found.gaps > OFF or found.kept < KEPT:
        return False
    return found.cost <= REPLACED / 100 * (found.replaced + found.gaps) + spare
