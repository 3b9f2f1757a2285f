"""People whom a word beside their name makes a man or a woman, against what the counterpart knows of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from auditor.checks.accuracy.gender_marks import Mark, marks_beside, marks_gender
from auditor.checks.accuracy.genders import Known, known_people
from auditor.checks.subject import Subject
from auditor.core.document import Passage, Span
from auditor.facts.given_names import Gender, same_given_name
from auditor.facts.name_matching import NameWord, inflected, text_words
from auditor.facts.rendering import rendering, renders
from auditor.facts.romanise import VOWELS, sounds
from auditor.facts.sound_exchanges import Exchange, exchange

DECLINING = frozenset({"ru", "uk", "be", "pl", "cs", "sk", "sl", "hr", "bs", "sr"})
"""Languages in which a name that depends on another word has another ending."""
AFTER_ALONE = frozenset({"hi", "ur"})
"""Languages whose verb comes last, so that one behind a surname has it for its subject."""
_OPEN = re.compile(r"(?:^|[.!?,:;\"“”«»„‟—–-])\s*$")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class GenderSlip:
    """A word of the wrong gender beside a name."""

    mark: Mark
    name: Span
    person: Known


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the translation names somebody."""

    person: Known
    word: NameWord
    given: NameWord | None

    @property
    def span(self) -> Span:
        return self.word.span if self.given is None else Span(self.given.span.start, self.word.span.end)


def gender_slips(subject: Subject) -> Iterator[GenderSlip]:
    """One for each name whose marks are all of the other gender, in passages that are linked to the person."""
    other, ledger, language = subject.counterpart, subject.counterpart_facts, subject.language.code
    if other is None or ledger is None or other.language != "en" or not marks_gender(language):
        return
    known = known_people(other, ledger)
    for passage in subject.document.passages:
        linked = subject.linked_spans(passage.index)
        told = {word.key for span in linked for word in text_words(other, span)} if known else set[str]()
        people = [person for surname, person in known.items() if surname in told]
        for place in _places(subject, passage, people):
            marks = [mark for mark in _marks(subject, passage, place) if _of_name(subject, mark, place)]
            if marks and all(mark.gender is not place.person.gender for mark in marks):
                yield GenderSlip(marks[0], place.span, place.person)


def _places(subject: Subject, passage: Passage, people: list[Known]) -> Iterator[_Place]:
    if not people:
        return
    words = (None, *text_words(subject.document, passage.span))
    for before, word in pairwise(words):
        if word is None or (subject.language.cased and not word.surface[:1].isupper()):
            continue
        for person in people:
            if _is(person.surname, word):
                given = before if before is not None and _adjacent(subject, before, word) else None
                yield _Place(person, word, given if given is not None and _is_given(person.given, given) else None)
                break


def _adjacent(subject: Subject, before: NameWord, word: NameWord) -> bool:
    return bool(_SPACE.fullmatch(subject.text[before.span.end : word.span.start]))


def _is(name: NameWord, word: NameWord) -> bool:
    return word.key == name.key or inflected(word.key, name.key) or renders(name.key, word.surface)


def _is_given(name: NameWord, word: NameWord) -> bool:
    if same_given_name(name.key, word.key) or inflected(word.key, name.key):
        return True
    found = rendering(name.key, word.surface)
    return found is not None and found.lawful


def _marks(subject: Subject, passage: Passage, place: _Place) -> Iterator[Mark]:
    full = place.given is not None
    return marks_beside(subject.text, place.span, passage.span, subject.language.code, full=full)


def _of_name(subject: Subject, mark: Mark, place: _Place) -> bool:
    """Whether the name is what the mark stands with: its subject, and no word that depends on another."""
    language = subject.language.code
    head = place.person.given if place.given is not None else place.person.surname
    word = place.given or place.word
    if place.given is None:
        if mark.governed and language not in AFTER_ALONE:
            return False
        if language in DECLINING and not _OPEN.search(subject.text[: mark.span.start][-4:]):
            return False
    if language not in DECLINING:
        return True
    return _nominative(head, word) and (not mark.governed or _declines(word, place.person.gender))


def _nominative(name: NameWord, word: NameWord) -> bool:
    """Whether the word ends as the name does in English."""
    if word.surface.isascii():
        return word.key == name.key
    theirs, ours = sounds(name.key)[-1], sounds(word.key)[-1:]
    if theirs in VOWELS or ours in VOWELS:
        return theirs == ours
    return exchange(theirs, ours, across=True) is not Exchange.UNLIKE


def _declines(word: NameWord, gender: Gender) -> bool:
    """Whether another case of the word would end otherwise: Anna, Annas; not Carmen, nor Joe."""
    return word.key.endswith("a") if gender is Gender.WOMAN else word.key[-1:] not in VOWELS
