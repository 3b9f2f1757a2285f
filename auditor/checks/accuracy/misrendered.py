"""Names of the counterpart that a linked passage renders with one consonant that is not theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.subject import Subject
from auditor.core.document import Passage
from auditor.facts.fold import fold
from auditor.facts.given_names import same_given_name
from auditor.facts.name_difference import REPLACED
from auditor.facts.name_matching import NameWord, inflected, name_places, words_for_names
from auditor.facts.rendering import PLAIN, rendering, renders
from auditor.facts.sound_exchanges import SOFT, Exchange, exchange

SHORTEST = 6
"""Romanised letters of a name: of shorter ones too many words are a consonant away."""
SURE_NAME = 0.7
SPARE = 0.04
"""Cost per letter of all else where capitals show names; elsewhere it must sound just like it: برتر is no Premier."""
KEPT = 3
"""Consonants that agree beside the one that does not."""
AFTER, ENDING = 2, 4
"""Letters behind a replaced one that must agree; of an ending that the translation's language adds."""
BY_EAR = frozenset({"ar", "fa", "he", "ru", "uk", "hi", "ja"})
"""Languages in which renderings were read: elsewhere in other scripts lawful ones differ by a consonant too often (on
clean NTREX 8 in 963 sentences of Korean and Telugu)."""
_SUFFIX = re.compile(r"['’]\w+$")
_ENDED = re.compile("[aeiouy]+$")
_TRANSLATED = re.compile("(?:tion|cion|sion|zion|ment|ship|ity|ism|ness|ional|onal|ology|ian|ean|ish|ese|can)s?$")
"""Endings of words that are translated: National, Federation, Bolivian, Spanish."""
_SIBILANT = frozenset("tczs")
"""Letters that Latin languages exchange before e and i."""


@dataclass(frozen=True, slots=True)
class Misrendering:
    """A word of the translation and the counterpart's name that it should be."""

    ours: NameWord
    theirs: NameWord


def misrenderings(subject: Subject) -> Iterator[Misrendering]:
    """One per name and passage; only where no word of the passage renders the name."""
    if subject.language.script != "Latn" and subject.language.code not in BY_EAR:
        return
    words = {passage.index: _words(subject, passage) for passage in subject.document.passages}
    often = Counter(fold(word.surface) for found in words.values() for word in found)
    for passage in subject.document.passages:
        names = tuple(_names(subject, passage))
        for name in names:
            found = _misrendering(name, words[passage.index], names, subject)
            if found is not None and often[fold(found.surface)] == 1:
                yield Misrendering(found, name)


def _names(subject: Subject, passage: Passage) -> Iterator[NameWord]:
    """The names of the linked passages, each once."""
    seen: set[str] = set()
    assert subject.counterpart_facts is not None
    for span in subject.linked_spans(passage.index):
        for place in name_places(subject.counterpart_facts, span):
            for word in place.words if place.confidence >= SURE_NAME else ():
                if len(word.key) >= SHORTEST and word.key not in seen and not _TRANSLATED.search(word.key):
                    seen.add(word.key)
                    yield word


def _words(subject: Subject, passage: Passage) -> tuple[NameWord, ...]:
    """What may be a name: words with a capital, words of scripts without, katakana."""
    words = words_for_names(subject.document, subject.language, passage.span)
    return tuple(word for word in words if not subject.language.cased or word.surface[:1].isupper())


def _misrendering(
    name: NameWord, words: tuple[NameWord, ...], names: tuple[NameWord, ...], subject: Subject
) -> NameWord | None:
    same_script = subject.language.script == "Latn"
    if same_script and not any(_respelt(name, word) for word in words):
        return None  # most names; saves time only
    if any(_is(name.key, word) or same_given_name(name.key, word.key) for word in words):
        return None
    near = [word for word in words if (_respelt if same_script else _one_consonant)(name, word)]
    others = [other.key for other in names if other.key != name.key and not inflected(other.key, name.key)]
    near = [word for word in near if not any(_is(other, word) for other in others)]
    return near[0] if len(near) == 1 else None


def _is(name: str, word: NameWord) -> bool:
    if word.key == name or renders(name, word.surface):
        return True
    return word.key.startswith(_ENDED.sub("", name)) and inflected(word.key, name)


def _respelt(name: NameWord, word: NameWord) -> bool:
    """In one script, where names keep their spelling: one consonant is another one, of unlike sound."""
    ours, theirs = fold(word.surface), fold(name.surface)
    if ours[:1] != theirs[:1]:
        return False
    ours = _SUFFIX.sub("", ours)
    at = next((i for i, (x, y) in enumerate(zip(ours, theirs, strict=False)) if x != y), 0)
    if not at or theirs[at + 1 :] != ours[at + 1 : len(theirs)] or len(theirs) - at <= AFTER:
        return False
    if len(ours) - len(theirs) > (ENDING if len(theirs) > SHORTEST else 0):
        return False
    return not {ours[at], theirs[at]} & SOFT and _unlike(theirs[at], ours[at], theirs[at + 1])


def _unlike(theirs: str, ours: str, behind: str) -> bool:
    """Whether one letter is no other language's spelling of the other: Nacional, Herțegovina, Internazionale."""
    if not (theirs + ours).isascii() or (behind in "ei" and {theirs, ours} <= _SIBILANT):
        return False
    return exchange(theirs, ours, across=True) is exchange(ours, theirs, across=True) is Exchange.UNLIKE


def _one_consonant(name: NameWord, word: NameWord) -> bool:
    """By ear: all is plain but one consonant that no rendering has there."""
    found = rendering(name.key, word.surface)
    if found is None or (found.replaced, found.gaps) != (1, 0) or found.kept < KEPT:
        return False
    return found.cost - REPLACED / 100 <= (SPARE if word.surface[:1].isupper() else PLAIN) * len(name.key)
