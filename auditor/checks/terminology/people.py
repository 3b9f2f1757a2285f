"""People whom one article of a pair names and the other does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from auditor.checks.subject import Subject
from auditor.core.document import Document, Span
from auditor.facts.fact import FactLedger
from auditor.facts.name_matching import NameWord, name_places, text_words
from auditor.facts.name_similarity import name_similarity
from auditor.facts.romanise import skeleton

SHORTEST = 5
"""Romanised letters of a surname that can be told from other words."""
SURE_NAME = 0.7
RENDERED = 0.07
"""Cost per letter up to which a word may be the name in another spelling, script or form."""
LONGEST_PREFIX, LONGEST_ENDING = 2, 5
"""Letters that are written together before a name (Arabic and Hebrew particles), and behind it."""
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
    words = _keys(other)
    seen: set[str] = set()
    for span, there in links:
        for name in name_places(ledger, span):
            last = name.words[-1]
            if last.key in people and last.key not in seen and not _told(last.key, words):
                seen.add(last.key)
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


def _keys(document: Document) -> frozenset[str]:
    return frozenset(word.key for word in text_words(document, Span(0, len(document.text))) if len(word.key) > 2)


@lru_cache(maxsize=4096)
def _told(name: str, words: frozenset[str]) -> bool:
    """Whether any word may be the name, spelled or heard another way, with an ending or a prefix written together."""
    return name in words or any(_renders(name, word) or _inflects(name, word) for word in words)


@lru_cache(maxsize=65536)
def _renders(name: str, word: str) -> bool:
    fewest = max(SHORTEST - 2, len(skeleton(name)))
    return any(
        name_similarity(name, word[start : start + long]).cost <= RENDERED * len(name)
        for start in range(min(LONGEST_PREFIX + 1, len(word)))
        for long in range(fewest, min(len(name) + 2, len(word) - start) + 1)
    )


def _inflects(name: str, word: str) -> bool:
    """Whether the name as found is `word` with an ending: Kavanaugh'un."""
    if len(word) < SHORTEST - 1 or not 0 < len(name) - len(word) <= min(LONGEST_ENDING, len(name) // 3):
        return False
    return name_similarity(name[: len(word)], word).cost <= RENDERED * len(word)
