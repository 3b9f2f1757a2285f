"""Surnames that a translation has as the words they also are: said Shrub, אמרה שדה."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.checks.accuracy.other_given_names import HOLDERS, OFFICES
from auditor.checks.accuracy.speakers import beside_saying, people
from auditor.checks.accuracy.title_or_gender_changed import TITLES as PERSONAL
from auditor.checks.subject import Subject
from auditor.core.document import Segment, Span
from auditor.facts.english_words import common_in_english
from auditor.facts.fold import fold
from auditor.facts.given_names import is_given_name
from auditor.facts.name_matching import NamePlace, NameWord, name_places, text_words
from auditor.facts.names import CAPITALS_FOR_NOUNS, TITLES
from auditor.facts.rendering import rendering, renders
from auditor.languages import get_language

SURE_NAME = 0.7
SURE_CAPITAL = 0.9
"""Confidence of a name that a capital inside a sentence shows."""
SHORTEST = 4
"""Letters of a common word of English that stands for a name."""
BETWEEN = {"hi": 1}
"""Words between a subject and its verb of saying: ने कहा."""
REACH = 12
_MR = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.?\s$")


@dataclass(frozen=True, slots=True)
class LiteralSurname:
    """A word of the translation and the counterpart's surname."""

    ours: NameWord
    theirs: NameWord


def literal_surnames(subject: Subject) -> Iterator[LiteralSurname]:
    """One per sentence and surname: from English by a list of words, into English by what is a common word of it."""
    other, ledger = subject.counterpart, subject.counterpart_facts
    if other is None or ledger is None or other.language != "en":
        return
    into_english = subject.language.code == "en"
    for passage in subject.document.passages:
        linked = subject.linked_spans(passage.index)
        places = [place for span in linked for place in name_places(ledger, span) if place.confidence >= SURE_NAME]
        lower = frozenset(word.surface for span in linked for word in text_words(other, span))
        for segment in passage.segments:
            words = text_words(subject.document, segment.span)
            found = _titled(subject, words, places) if into_english else _listed(subject, segment, words, places, lower)
            yield from found


def _listed(
    subject: Subject, segment: Segment, words: tuple[NameWord, ...], places: list[NamePlace], lower: frozenset[str]
) -> Iterator[LiteralSurname]:
    """Words of the list in the place of a name: beside a verb of saying, a title or the given name."""
    known = _words(subject.language.code)
    for key, place in {place.words[-1].key: place for place in places if place.words[-1].key in known}.items():
        given = _given_names(subject, key)
        if given and key not in lower and not any(_is(key, word, subject) for word in words):
            for before, word in zip((None, *words), words, strict=False):
                if _spelled(word, subject) in known[key] and _is_person(subject, segment.span, before, word, given):
                    yield LiteralSurname(word, place.words[-1])
                    break


def _spelled(word: NameWord, subject: Subject) -> str:
    return word.surface if subject.language.cased else fold(word.surface)


def _is_person(subject: Subject, within: Span, before: NameWord | None, word: NameWord, given: frozenset[str]) -> bool:
    language = subject.language
    if before is not None and before.surface[:1].isupper() is language.cased:
        found = [rendering(name, before.surface) for name in given]
        if before.key in given or any(one is not None and one.lawful and one.kept > 1 for one in found):
            return True
    titles = "|".join(PERSONAL.get(language.code, ()))
    if titles and re.search(
        rf"(?<!\w)(?:{titles})\.?\s$", subject.text[max(0, word.span.start - REACH) : word.span.start]
    ):
        return True
    if beside_saying(subject.text, language, word.span, within, near=BETWEEN.get(language.code, 0)):
        return True
    return language.cased and language.code not in CAPITALS_FOR_NOUNS and _mere_name(subject, word)


def _mere_name(subject: Subject, word: NameWord) -> bool:
    """Whether a capital inside the sentence shows a name of one word, where no other names stand beside it."""
    places = name_places(subject.facts, word.span)
    return any(place.words == (word,) and place.confidence >= SURE_CAPITAL for place in places)


def _given_names(subject: Subject, surname: str) -> frozenset[str]:
    """The given names of those whom the counterpart calls by a surname; none where it is no person's."""
    assert subject.counterpart is not None
    assert subject.counterpart_facts is not None
    if re.search(rf"\bthe {surname}\b", subject.counterpart.text, re.IGNORECASE):
        return frozenset()  # the Cross
    names = people(subject.counterpart, subject.counterpart_facts).get(surname, frozenset())
    return frozenset(filter(is_given_name, names - {surname}))


def _is(key: str, word: NameWord, subject: Subject) -> bool:
    return word.key == key or (subject.language.script != "Latn" and renders(key, word.surface))


def _titled(subject: Subject, words: tuple[NameWord, ...], places: list[NamePlace]) -> Iterator[LiteralSurname]:
    """A common word of English behind *Mr.* where the linked passage has a surname that the passage lacks."""
    words = tuple(w for w in words if _MR.search(subject.text[max(0, w.span.start - REACH) : w.span.start]))
    if not words:
        return
    assert subject.counterpart is not None
    assert subject.counterpart_facts is not None
    theirs = {word.key for word in text_words(subject.counterpart, Span(0, len(subject.counterpart.text)))}
    known = people(subject.counterpart, subject.counterpart_facts)
    last = [place.words[-1] for place in places]
    named = [word for word in last if word.key in known and not common_in_english(word.key)]
    for word in words:
        if not _mere_word(word) or word.key in theirs:
            continue
        passage = subject.document.passage_at(word.span.start)
        assert passage is not None
        here = text_words(subject.document, passage.span)
        told = {name.key for name in named for one in here if one.key == name.key or renders(name.key, one.surface)}
        lacking = {name.key: name for name in named if name.key not in told}
        if len(lacking) == 1:
            yield LiteralSurname(word, *lacking.values())


def _mere_word(word: NameWord) -> bool:
    """Whether it is no usual surname, given name or office of English."""
    key = word.key
    if len(key) < SHORTEST or not word.surface[:1].isupper() or not common_in_english(key):
        return False
    return not (key in TITLES or key in OFFICES or key.endswith(HOLDERS) or key in _table() or is_given_name(key))


@cache
def _words(language: str) -> Mapping[str, frozenset[str]]:
    listed = {name: words[language].split("|") for name, words in _table().items() if language in words}
    spelled = str if get_language(language).cased else fold
    return {name: frozenset(map(spelled, words)) for name, words in listed.items()}


@cache
def _table() -> dict[str, dict[str, str]]:
    path = files("auditor.checks.terminology") / "data" / "literal_names.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def listed_languages() -> frozenset[str]:
    """Those that words are listed of."""
    return frozenset(language for words in _table().values() for language in words)
