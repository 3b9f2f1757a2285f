"""Two spellings of one name in one article, as capitals show them or the counterpart does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.checks.terminology.counterpart_names import counterpart_names
from auditor.checks.terminology.spellings import Occurrence, Spelling, spellings
from auditor.core.document import Span
from auditor.facts.fold import fold
from auditor.facts.name_matching import NameWord, inflected, text_words
from auditor.facts.name_slip import Slip, spelling_slip
from auditor.facts.rendering import renders, stems
from auditor.facts.romanise import skeleton

LINKED, SAME_FIRST_NAME, COUNTERPART_HAS_ONE, FREQUENT, BY_COUNTERPART = 0.9, 0.85, 0.75, 0.65, 0.75
"""Confidence by evidence: the linked passage has the name that the other spelling means; both follow one first name;
the counterpart has one name only; the other spelling comes again and again; no capitals, linked passages alone."""
_KANA = re.compile("[ァ-ヺー]{3,}")
HAVE_IT = 0.5
"""Share of a word's passages that must be linked to the name that it renders."""
SHORTEST = 5
"""Letters of a name of the counterpart that is looked for in a script without capitals."""
GLOSS = 40
"""Letters before a name in which a bracket is looked for."""
AGAIN = 2
"""Places of a spelling that one place of another is measured by when nothing else tells."""


OFTEN = 4
"""Places of a spelling that one consonant, lawful as it may be, is a slip against."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A place whose spelling is not the article's."""

    word: NameWord
    other: NameWord
    lawful: bool
    confidence: float


def by_capitals(subject: Subject) -> Iterator[Misspelling]:
    """Names of a cased script that differ by a slip from a more frequent one."""
    names = counterpart_names(subject)
    for major, minor, slip in _pairs(spellings(subject)):
        theirs = names.meant(frozenset(major.forms))
        if _told_apart(names.meant(frozenset(minor.forms), plainly=True), theirs, slip):
            continue
        lawful = slip.lawful and not _against_all(major, minor, slip)
        for place in minor.places:
            if lawful and (not place.sure or _glossed(subject.text, major, minor)):
                continue
            confidence = _evidence(major, minor, slip, names.at(place.word), theirs)
            if confidence:
                yield Misspelling(place.word, _nearest(major, place), lawful, confidence)


def _against_all(major: Spelling, minor: Spelling, slip: Slip) -> bool:
    """Whether a consonant stands once for one that many places have: lawful between articles, a slip within one."""
    once = len(minor.places) == 1 and len(major.places) >= OFTEN and all(place.sure for place in major.places)
    return once and not slip.ending and not _consonants(major) & _consonants(minor)


def _consonants(spelling: Spelling) -> frozenset[str]:
    return frozenset(skeleton(form) for form in spelling.forms)


def _glossed(text: str, *spellings: Spelling) -> bool:
    """Whether one of the spellings stands in brackets behind the other: Ilfrakomba (Ilfracombe)."""
    return any(_in_brackets(text, place.word.span.start) for spelling in spellings for place in spelling.places)


def _in_brackets(text: str, at: int) -> bool:
    before = text[max(0, at - GLOSS) : at]
    return before.rfind("(") > before.rfind(")")


def _pairs(known: tuple[Spelling, ...]) -> Iterator[tuple[Spelling, Spelling, Slip]]:
    by_initial: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in known:
        by_initial[spelling.forms[0][0]].append(spelling)
    for group in by_initial.values():
        for i, major in enumerate(group):
            for minor in group[i + 1 :]:
                slip = _slip(major, minor)
                if slip is not None:
                    yield (major, minor, slip) if _rarer(minor, major) else (minor, major, slip)


def _rarer(minor: Spelling, major: Spelling) -> bool:
    """Fewer places, or as many and later."""
    if len(minor.places) != len(major.places):
        return len(minor.places) < len(major.places)
    return minor.places[0].word.span > major.places[0].word.span


def _slip(major: Spelling, minor: Spelling) -> Slip | None:
    found = [slip for a in major.surfaces for b in minor.surfaces if (slip := spelling_slip(a, b)) is not None]
    slip = min(found, key=lambda slip: (slip.lawful, slip.ending), default=None)
    if slip is None or not (slip.lawful or slip.ending):
        return slip
    return None if any(inflected(a, b) for a in major.forms for b in minor.forms) else slip


def _told_apart(minor: frozenset[str], major: frozenset[str], slip: Slip) -> bool:
    """Whether the counterpart has a name for either spelling."""
    return any(not _near(name, major) for name in minor - major) or (
        slip.lawful and any(not _near(name, major - {name}) for name in major if len(major) > 1)
    )


def _near(name: str, others: frozenset[str]) -> bool:
    return any(name == other or inflected(name, other) for other in others)


def _evidence(
    major: Spelling, minor: Spelling, slip: Slip, linked: frozenset[str] | None, theirs: frozenset[str]
) -> float | None:
    """The confidence that both spell one name; None without evidence."""
    if linked is not None and any(_near(name, linked) for name in theirs):
        return LINKED
    if any(a == b or inflected(a, b) for a in major.first_names for b in minor.first_names):
        return SAME_FIRST_NAME
    if minor.first_names and major.first_names:
        return None
    names = any(place.sure for place in minor.places)
    if theirs and names and (linked is None or not (slip.lawful or slip.ending)):
        return COUNTERPART_HAS_ONE
    often = len(major.places) >= AGAIN and len(minor.places) == 1 and all(place.sure for place in major.places)
    lawful = slip.lawful and not _against_all(major, minor, slip)
    return FREQUENT if often and not lawful and not slip.ending else None


def _nearest(major: Spelling, place: Occurrence) -> NameWord:
    """The form of the other spelling that has the same ending, the nearest among equals."""

    def apart(other: Occurrence) -> tuple[bool, bool, int]:
        slip = spelling_slip(other.word.surface, place.word.surface)
        distance = abs(other.word.span.start - place.word.span.start)
        return slip is None, slip is not None and slip.ending, distance

    return min(major.places, key=apart).word


def by_counterpart(subject: Subject) -> Iterator[Misspelling]:
    """Where capitals show no names, the counterpart's do: words that render one, and come where it is linked to."""
    names = counterpart_names(subject)
    words = searched_by_passage(subject)
    for name in sorted(name for name in names.all if len(name) >= SHORTEST):
        linked = [name in here for here in names.inflected_by_passage]
        right = _renderings(name, words, linked)
        if right:
            forms = {word.surface for word in right}
            others = frozenset(other for other in names.all if not _near(other, frozenset({name})))
            lacking = [
                passage
                for passage, here in zip(words, linked, strict=True)
                if here and not any(word.surface in forms for word in passage)
            ]
            yield from _variants(right, others)
            yield from _lacking(lacking, right, others)


@once
def searched_by_passage(subject: Subject) -> tuple[tuple[NameWord, ...], ...]:
    """The words of each passage that may be names."""
    return tuple(searched_words(subject, passage.span) for passage in subject.document.passages)


def searched_words(subject: Subject, span: Span) -> tuple[NameWord, ...]:
    """The words of a passage; where no spaces part them, those in katakana."""
    if subject.language.spaced:
        return text_words(subject.document, span)
    runs = _KANA.finditer(subject.text, span.start, span.end)
    return tuple(NameWord(run.group(), Span(*run.span())) for run in runs)


def _renderings(name: str, words: tuple[tuple[NameWord, ...], ...], linked: list[bool]) -> list[NameWord]:
    """The words that render a name and stand in passages that are linked to it more often than not."""
    near = {word.surface for passage, here in zip(words, linked, strict=True) if here for word in passage}
    right = {surface for surface in near if renders(name, surface)}
    found: dict[str, list[tuple[NameWord, bool]]] = defaultdict(list)
    for passage, here in zip(words, linked, strict=True):
        for word in passage:
            if word.surface in right:
                found[fold(word.surface)].append((word, here))
    usual = [places for places in found.values() if sum(here for _, here in places) >= HAVE_IT * len(places)]
    return [word for places in usual for word, _ in places]


def _lacking(
    passages: list[tuple[NameWord, ...]], right: list[NameWord], others: frozenset[str]
) -> Iterator[Misspelling]:
    """Words of passages that should have the name, and have what is a slip away from it."""
    right = list({fold(word.surface): word for word in reversed(right)}.values())
    for word in (word for passage in passages for word in passage):
        found = ((other, _stem_slip(other.surface, word.surface)) for other in right)
        other, slip = next(((other, slip) for other, slip in found if slip is not None), (None, None))
        if other is None or slip is None or (slip.lawful and slip.ending):
            continue
        if not any(renders(x, word.surface, plainly=True) for x in others):
            yield Misspelling(word, other, slip.lawful, BY_COUNTERPART)


def _variants(right: list[NameWord], others: frozenset[str]) -> Iterator[Misspelling]:
    """The rarer of two renderings."""
    forms: dict[str, list[NameWord]] = defaultdict(list)
    for word in right:
        forms[fold(word.surface)].append(word)
    ranked = sorted(forms.values(), key=lambda places: (-len(places), places[0].span.start))
    for minor in ranked[1:]:
        slip = _stem_slip(ranked[0][0].surface, minor[0].surface)
        if slip is None or slip.ending or inflected(fold(minor[0].surface), fold(ranked[0][0].surface)):
            continue
        if any(renders(x, minor[0].surface, plainly=True) for x in others) or not (slip.lawful or len(minor) == 1):
            continue
        for word in minor:
            yield Misspelling(word, ranked[0][0], slip.lawful, BY_COUNTERPART)


def _stem_slip(a: str, b: str) -> Slip | None:
    """The slip between two words, prefixes apart."""
    return next((slip for x in stems(a) for y in stems(b) if (slip := spelling_slip(x, y)) is not None), None)
