"""Who of an English article's people is a man and who a woman: by given name, title, and pronouns beside one person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.core.document import Document, Span
from auditor.facts.fact import FactLedger
from auditor.facts.given_names import Gender, gender_of, is_given_name
from auditor.facts.name_matching import NameWord, name_places

SURE_NAME = 0.7
SHORTEST = 4
"""Romanised letters of a surname."""
TITLES = {"mr": Gender.MAN, "sir": Gender.MAN, "mrs": Gender.WOMAN, "ms": Gender.WOMAN, "miss": Gender.WOMAN}
PRONOUNS = {
    Gender.MAN: re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE),
    Gender.WOMAN: re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
}
ENOUGH = 2
"""Sentences whose pronouns tell what no given name does, or outweigh one."""
QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]")
_BEGINS = re.compile(r"(?:He|She)\b")
_TITLE = re.compile(r"(\w+)\.?\s+$")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whose gender is known."""

    given: NameWord
    surname: NameWord
    gender: Gender


def known_people(document: Document, ledger: FactLedger, enough: int = ENOUGH) -> dict[str, Known]:
    """By surname; only those who share theirs with nobody in the article. `enough`: sentences that tell alone."""
    named = list(_full_names(ledger))
    bearers: dict[str, set[str]] = defaultdict(set)
    for given, surname in named:
        bearers[surname.key].add(given.key)
    votes = _votes(document, ledger, frozenset(bearers))
    found: dict[str, Known] = {}
    for given, surname in named:
        if len(bearers[surname.key]) == 1 and surname.key not in found:
            gender = _gender(given.key, votes[surname.key], enough)
            if gender is not None:
                found[surname.key] = Known(given, surname, gender)
    return found


def _full_names(ledger: FactLedger) -> Iterator[tuple[NameWord, NameWord]]:
    for place in name_places(ledger):
        if place.confidence >= SURE_NAME and len(place.words) > 1:
            given, surname = place.words[-2:]
            if len(surname.key) >= SHORTEST and (is_given_name(given.key) or len(place.words) == FULL):
                yield given, surname


FULL = 2
"""Words of a name whose first is taken for a given name, known or not."""


def _votes(document: Document, ledger: FactLedger, surnames: frozenset[str]) -> dict[str, Counter[Gender]]:
    """Sentences about one person only, by the gender of all their pronouns; a title is as good as enough.

    Such a sentence names one person and nobody else, or begins with a pronoun, names nobody and follows one that does.
    """
    votes: dict[str, Counter[Gender]] = defaultdict(Counter)
    before: str | None = None
    for segment in document.segments:
        places = [place for place in name_places(ledger, segment.span) if place.words[-1].key in surnames]
        named = {place.words[-1].key for place in places}
        text = QUOTED.sub(" ", document.slice(segment.span))
        about = next(iter(named)) if len(named) == 1 else before if not named and _BEGINS.match(text) else None
        genders = [gender for gender, pattern in PRONOUNS.items() if pattern.search(text)]
        if about is not None and len(genders) == 1:
            votes[about][genders[0]] += 1
        before = about
        for place in places:
            title = _titled(document, place.words[0].span)
            if title is not None:
                votes[place.words[-1].key][title] += ENOUGH
    return votes


def _titled(document: Document, name: Span) -> Gender | None:
    before = _TITLE.search(document.text[max(0, name.start - 8) : name.start])
    return None if before is None else TITLES.get(before[1].casefold())


def _gender(given: str, votes: Counter[Gender], enough: int) -> Gender | None:
    """What the given name says unless the sentences outweigh it; without it, what enough of them say alone."""
    by_name = gender_of(given)
    for gender, other in ((Gender.MAN, Gender.WOMAN), (Gender.WOMAN, Gender.MAN)):
        if votes[gender] >= ENOUGH and votes[gender] > votes[other] and by_name is other:
            return None
        if votes[gender] >= enough and not votes[other] and by_name is None:
            return gender
    return by_name
