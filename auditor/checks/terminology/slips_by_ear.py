"""Two spellings of one name in one article, where no capitals show names but the counterpart's do."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.checks.terminology.counterpart_names import counterpart_names, has_name
from auditor.checks.terminology.innocent import may_render, only_endings
from auditor.checks.terminology.slips import Misspelling
from auditor.core.document import Span
from auditor.facts.fold import fold
from auditor.facts.name_matching import NameWord, inflected, words_for_names
from auditor.facts.name_slip import Slip, spelling_slip
from auditor.facts.rendering import renderings, renders, stems

BY_COUNTERPART = 0.75
"""Confidence of what linked passages alone tell."""
HAVE_IT = 0.5
"""Share of a word's passages that must be linked to the name that it renders."""
SHORTEST = 5
"""Letters of a name of the counterpart that is looked for."""
_LOWER = re.compile("[a-zа-яёα-ω]")
"""No name begins so, though little else may be known of the language."""
_KATAKANA, _LONG_VOWEL = re.compile("[ァ-ヺー]{4,}"), re.compile("ー$")
_INDIC = re.compile("[\u0900-\u0d7f]{4,}")
_PLURAL = re.compile("s$")


def by_counterpart(subject: Subject) -> Iterator[Misspelling]:
    """Where capitals show no names, the counterpart's do: words that render one, and come where it is linked to."""
    names = counterpart_names(subject)
    words = searched_by_passage(subject)
    for name in sorted(name for name in names.all if len(name) >= SHORTEST):
        linked = [has_name(here, name) for here in names.stems_by_passage]
        right = _renderings(name, words, linked)
        if right:
            forms = {word.surface for word in right}
            others = frozenset(other for other in names.all if other != name and not inflected(other, name))
            called = names.forms_of(frozenset((name,)))
            yield from _variants(called, right, others)
            for passage, here, theirs in zip(words, linked, names.words_by_passage, strict=True):
                if here and not any(word.surface in forms for word in passage):
                    told = frozenset(_PLURAL.sub("", x) for x in theirs if x != name and not inflected(x, name))
                    yield from _lacking(called, passage, right, others | told)


@once
def searched_by_passage(subject: Subject) -> tuple[tuple[NameWord, ...], ...]:
    """The words of each passage that may be names."""
    return tuple(searched_words(subject, passage.span) for passage in subject.document.passages)


def searched_words(subject: Subject, span: Span) -> tuple[NameWord, ...]:
    """The words of a passage that may be names; where no spaces part them, those in katakana."""
    words = words_for_names(subject.document, subject.language, span)
    return tuple(word for word in words if not _LOWER.match(word.surface))


def _renderings(name: str, words: tuple[tuple[NameWord, ...], ...], linked: list[bool]) -> list[NameWord]:
    """The words that render a name and stand in passages that are linked to it more often than not."""
    near = {word.surface for passage, here in zip(words, linked, strict=True) if here for word in passage}
    right = renderings(name, near)
    found: dict[str, list[tuple[NameWord, bool]]] = defaultdict(list)
    for passage, here in zip(words, linked, strict=True):
        for word in passage:
            if word.surface in right:
                found[fold(word.surface)].append((word, here))
    usual = [places for places in found.values() if sum(here for _, here in places) >= HAVE_IT * len(places)]
    return [word for places in usual for word, _ in places]


def _lacking(
    called: frozenset[str], passage: tuple[NameWord, ...], right: list[NameWord], others: frozenset[str]
) -> Iterator[Misspelling]:
    """Words of a passage that should have the name, and have what is a slip away from it."""
    right = list({fold(word.surface): word for word in reversed(right)}.values())
    for word in passage:
        found = ((other, _stem_slip(other.surface, word.surface)) for other in right)
        other, slip = next(((other, slip) for other, slip in found if slip is not None), (None, None))
        if other is None or slip is None or (slip.lawful and slip.ending):
            continue
        if not _innocent(called, word, right, others):
            lawful = slip.lawful or (slip.lost and any(may_render(name, word.surface) for name in called))
            yield Misspelling(word, other, lawful, BY_COUNTERPART)


def _innocent(called: frozenset[str], word: NameWord, right: list[NameWord], others: frozenset[str]) -> bool:
    """Whether the word is another of the counterpart's, or the name with another ending."""
    if any(only_endings(called, fold(word.surface), fold(other.surface)) for other in right):
        return True
    return any(renders(other, word.surface, plainly=True) for other in others)


def _variants(called: frozenset[str], right: list[NameWord], others: frozenset[str]) -> Iterator[Misspelling]:
    """The rarer of two renderings; a consonant that is spoken by some and not by others is lawful."""
    forms: dict[str, list[NameWord]] = defaultdict(list)
    for word in right:
        forms[fold(word.surface)].append(word)
    ranked = sorted(forms.values(), key=lambda places: (-len(places), places[0].span.start))
    for minor in ranked[1:]:
        usual = ranked[0][0]
        slip = _stem_slip(usual.surface, minor[0].surface)
        if slip is None and len(called) == 1 and respelled(usual.surface, minor[0].surface):  # not America, American
            slip = Slip(lawful=True, ending=False)
        elif slip is None or slip.ending or inflected(fold(minor[0].surface), fold(usual.surface)):
            continue
        lawful = slip.lawful or slip.lost
        if _innocent(called, minor[0], [usual], others) or not (lawful or len(minor) == 1):
            continue
        for word in minor:
            yield Misspelling(word, usual, lawful, BY_COUNTERPART)


def respelled(a: str, b: str) -> bool:
    """Whether two renderings of one name, too short for a slip inside, differ by one letter where no ending can be.

    One consonant in the middle of an Indic word; one sign at the end of katakana, which has no endings.
    """
    if _KATAKANA.fullmatch(a) and _KATAKANA.fullmatch(b):
        first, second = (_LONG_VOWEL.sub("", word) for word in (a, b))
        return first != second and (first[:-1] in (second, second[:-1]) or second[:-1] == first)
    if not (_INDIC.fullmatch(a) and _INDIC.fullmatch(b)) or len(a) != len(b):
        return False
    at = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(at) != 1 or not 0 < at[0] < len(a) - 1 or all(unicodedata.combining(sign) for sign in a[at[0] + 1 :]):
        return False
    return a[at[0]].isalpha() and b[at[0]].isalpha()


def _stem_slip(a: str, b: str) -> Slip | None:
    """The slip between two words, prefixes apart."""
    return next((slip for x in stems(a) for y in stems(b) if (slip := spelling_slip(x, y)) is not None), None)
