"""Two spellings of one name in one article, where capitals show names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.subject import Subject
from auditor.checks.terminology.counterpart_names import CounterpartNames, counterpart_names
from auditor.checks.terminology.innocent import another_name, may_render, only_endings, original, side_by_side
from auditor.checks.terminology.spellings import Occurrence, Spelling, spellings
from auditor.facts.name_matching import NameWord, inflected
from auditor.facts.name_slip import Slip, spelling_slip
from auditor.facts.romanise import skeleton

LINKED, SAME_FIRST_NAME, COUNTERPART_HAS_ONE, FREQUENT = 0.9, 0.85, 0.75, 0.65
"""Confidence by evidence: the linked passage has the name that the other spelling means; both follow one first name;
the counterpart has one name only; the other spelling comes again and again."""
NONE = frozenset[str]()
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
        if _two_words(major, minor, slip, names, theirs) or _glossed(subject.text, major, minor):
            continue
        lawful = _lawful(major, minor, slip, names, theirs)
        for place in minor.places:
            here = names.at(place.word)
            if (lawful and not place.sure) or another_name(place.word.surface, here or NONE, theirs):
                continue
            confidence = _evidence(major, minor, slip, here, theirs)
            if confidence:
                yield Misspelling(place.word, _nearest(major, place), lawful, confidence)


def _two_words(major: Spelling, minor: Spelling, slip: Slip, names: CounterpartNames, theirs: frozenset[str]) -> bool:
    """Whether they are no two spellings of one name, or only inflected forms of it."""
    if _told_apart(names.meant(frozenset(minor.forms), plainly=True), theirs, slip):
        return True
    if side_by_side(major, minor) or original(minor, major, names):
        return True
    called = names.forms_of(theirs)
    return any(only_endings(called, a, b) for a in major.surfaces for b in minor.surfaces)


def _lawful(major: Spelling, minor: Spelling, slip: Slip, names: CounterpartNames, theirs: frozenset[str]) -> bool:
    """Whether both can be spellings of the name: nothing but what transliteration exchanges or leaves out."""
    if slip.lawful:
        return not _against_all(major, minor, slip)
    forms = frozenset(minor.forms)
    by_ear = not names.words.intersection(forms.union(major.forms))
    return slip.lost and by_ear and any(may_render(name, form) for name in theirs for form in forms)


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
