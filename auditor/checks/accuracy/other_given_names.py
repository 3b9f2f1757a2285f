"""People whom the two articles of a pair call by unlike given names: Jan Maertens, Joris Maertens; Sea Aksoy, Deniz."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.core.document import Document, Span
from auditor.facts.english_words import common_in_english
from auditor.facts.fact import FactLedger
from auditor.facts.given_names import is_given_name, may_be_one, same_given_name
from auditor.facts.name_matching import NameWord, inflected, name_places, text_words
from auditor.facts.names import TITLES
from auditor.facts.rendering import renders
from auditor.facts.romanise import VOWELS

SURE_NAME = 0.7
SHORTEST = 4
"""Romanised letters of a surname."""
SURNAME_WORDS = 3
"""Words of the longest surname: Ben Harush, de la Vega."""
ENDING = 2
"""Letters that an inflected given name may be longer."""
LAST_LATIN = "ɏ"
REACH, OFFICE_WORDS, SAME_OFFICE = 60, 4, 6
"""Characters and words before a name in which an office stands; letters that two words for it share."""
HOLDERS = ("er", "or", "ist", "man", "men", "woman", "ian", "ant", "ent", "ee", "eer", "ess", "ar", "ry", "al", "ive")
"""Endings of words for what somebody is, and of adjectives: Coach Smith is no John Smith under another name."""
OFFICES = frozenset({
    "aide", "ally", "aunt", "boss", "brother", "chair", "chairman", "chief", "clerk", "coach", "cop", "count", "dad",
    "dean", "deputy", "duke", "earl", "ex", "expert", "father", "friend", "guard", "guru", "head", "host", "judge",
    "king", "lead", "legend", "mate", "mother", "mum", "nurse", "pilot", "pope", "priest", "private", "prop", "rabbi",
    "rival", "scribe", "skip", "son", "star", "storm", "swiss", "teen", "team", "twin", "uncle", "vet", "wife", "camp",
    "club", "group", "house", "lake", "mount", "port", "street", "saint", "bishop", "cardinal", "young", "late", "then",
    "justice", "defence", "defense", "attorney", "champ", "hero", "icon", "maestro", "magistrate", "architect",
    "activist", "agent", "analyst", "former", "fellow", "great", "holy", "new", "old", "big", "little",
})  # fmt: skip
"""Other words that stand before a surname and are no translated name."""


@dataclass(frozen=True, slots=True)
class FullName:
    """A given name before a surname."""

    given: NameWord
    surname: tuple[NameWord, ...]

    @property
    def key(self) -> str:
        """The surname in one word: Ben-Harush is Ben Harush."""
        return "".join(word.key for word in self.surname)


@dataclass(frozen=True, slots=True)
class OtherGivenName:
    """Two given names before one surname."""

    ours: FullName
    theirs: FullName
    literal: bool
    """Whether ours is a common word, and no name."""


@once
def other_given_names(subject: Subject) -> tuple[OtherGivenName, ...]:
    """One per surname, of people told in linked passages, or of one office; neither article has the other's name."""
    ledger = subject.counterpart_facts
    if subject.counterpart is None or ledger is None or not (subject.language.cased and _cased(subject)):
        return ()
    theirs = tuple(_full_names(ledger, None))
    known = _by_surname(theirs)
    found: dict[str, OtherGivenName] = {}
    for passage in subject.document.passages:
        linked = subject.linked_spans(passage.index)
        for name in _full_names(subject.facts, passage.span):
            for other in theirs if name.key not in found else ():
                if _one_surname(name, other, subject) and (_within(other, linked) or _one_office(name, other, subject)):
                    literal = _changed(name, other, known[other.key], subject)
                    if literal is not None:
                        found[name.key] = OtherGivenName(name, other, literal)
    return tuple(found.values())


def _within(name: FullName, spans: Iterable[Span]) -> bool:
    return any(span.start <= name.given.span.start < span.end for span in spans)


def _one_office(name: FullName, other: FullName, subject: Subject) -> bool:
    """Whether both stand behind the same word for what they are: director del museo, museum director."""
    assert subject.counterpart is not None
    ours, theirs = _before(name, subject.document), _before(other, subject.counterpart)
    return any(_one_word(a, b) for a in ours for b in theirs)


def _one_word(one: str, other: str) -> bool:
    if one == other:
        return one in TITLES or one in OFFICES or len(one) >= SAME_OFFICE
    return min(len(one), len(other)) >= SAME_OFFICE and one[:SAME_OFFICE] == other[:SAME_OFFICE]


def _before(name: FullName, document: Document) -> tuple[str, ...]:
    start = name.given.span.start
    before = text_words(document, Span(max(0, start - REACH), start))
    return tuple(word.key for word in before[-OFFICE_WORDS:])


def _cased(subject: Subject) -> bool:
    return subject.counterpart_language is not None and subject.counterpart_language.cased


def _by_surname(names: Iterable[FullName]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        found[name.key].add(name.given.key)
    return found


def _full_names(ledger: FactLedger, within: Span | None) -> Iterator[FullName]:
    """Every way to part a name of two words or more."""
    for place in name_places(ledger, within):
        words = place.words
        if place.confidence >= SURE_NAME:
            for length in range(1, min(len(words) - 1, SURNAME_WORDS) + 1):
                name = FullName(words[-length - 1], words[-length:])
                if len(name.key) >= SHORTEST:
                    yield name


def _one_surname(name: FullName, other: FullName, subject: Subject) -> bool:
    """Whether both bear it; nothing is said where the words before it agree as well, which makes them part of it."""
    if may_be_one(other.given.key, name.given.surface):
        return False
    if name.key == other.key:
        return True
    if len(name.surname) > 1 or len(other.surname) > 1 or subject.language.script == "Latn":
        return False
    return renders(other.key, name.surname[0].surface, plainly=True)


def _changed(name: FullName, other: FullName, called: set[str], subject: Subject) -> bool | None:
    """Whether the translation's given name is a word; None where the two may be two people, or no names of people."""
    if any(not may_be_one(other.given.key, known) for known in called):
        return None
    if not _given(other) or {other.given.key, name.given.key} & TITLES:
        return None
    literal = _literal(name.given.key, subject)
    if not literal and not (is_given_name(name.given.key) and is_given_name(other.given.key)):
        return None
    assert subject.counterpart is not None
    known_here = _stands(other.given, subject.document) and not (literal and _behind_title(name, subject.document))
    if known_here or _stands(name.given, subject.counterpart):
        return None
    return literal


def _given(name: FullName) -> bool:
    """Whether it is a name of somebody: its first word a given name, or neither word one of English."""
    return is_given_name(name.given.key) or not any(map(common_in_english, (name.given.key, name.key)))


def _literal(word: str, subject: Subject) -> bool:
    """Whether an English translation has a common word there that tells no office."""
    if subject.language.code != "en" or not common_in_english(word):
        return False
    return is_given_name(word) or not (word in OFFICES or word.endswith(HOLDERS))


def _behind_title(name: FullName, document: Document) -> bool:
    """Whether a title stands before it, so that it is none itself: Mayor Dew Ben-Haroush."""
    before = text_words(document, Span(max(0, name.given.span.start - REACH), name.given.span.start))
    return bool(before) and before[-1].key in TITLES


def _stands(name: NameWord, document: Document) -> bool:
    """Whether an article has the given name anywhere, in whatever spelling, form or ending."""
    words = text_words(document, Span(0, len(document.text)))
    return any(_is(name, word) for word in words if word.surface[:1].isupper() and len(word.key) > 1)


def _is(name: NameWord, word: NameWord) -> bool:
    if same_given_name(name.key, word.key):
        return True
    if name.surface.isascii() and word.surface[0] > LAST_LATIN:
        return renders(name.key, word.surface)
    if abs(len(word.key) - len(name.key)) > ENDING:
        return False
    alike = (name.key[-1] in VOWELS) is (word.key[-1] in VOWELS)  # Shahar is not in Shaarei
    ending = word.key.startswith(name.key[:-1]) and inflected(word.key, name.key)
    return ending or (alike and renders(name.key, word.surface, plainly=True))
