"""TRM001 name-variant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.checks.terminology.spellings import (
    SHORTEST,
    TRANSCRIPTION,
    Occurrence,
    Spelling,
    foreign_names,
    look_alike,
    resemblance,
    spellings,
)
from auditor.core.document import Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.fold import fold
from auditor.facts.name_matching import NameWord, closest, inflected, lawful, name_places, text_words
from auditor.facts.name_similarity import name_similarity

SAME_FIRST_NAME, COUNTERPART_HAS_ONE, LETTER_OF_TRANSCRIPTION, FOUND_BY_COUNTERPART = 0.85, 0.75, 0.85, 0.65
"""Confidence by evidence: both spellings follow one first name; the counterpart spells one name; one sign of a
transcription differs; both stand where the counterpart has one name, in a script without capitals."""

TOLD_APART = 0.5
"""Share of letters from which two names of the counterpart are so alike that the translation's two may be theirs:
Wade and Wayde, Napoli and Naples, Daddy and Diddy."""
OWN_NAME = 0.45
"""Cost up to which a spelling may stand for a name of the counterpart's own."""
MARGIN = 0.3
"""How much nearer the majority's spelling must be to the counterpart's than the minority's, unless both mean one."""
TRANSCRIBED, TRANSCRIBED_KANA = 4, 5
"""Signs of a transcribed name part that is long enough for one differing sign to be a slip: 卡塔尔 is not 卡布尔, and
ウェイン is not ウェイド."""


class NameVariant(Check):
    """One person or place is spelled in two ways.

    What it finds
        *Baghdadi* and *Bardadi*, *Ковачич* and *Ковасича*, *卡布达* and *卡布塔*: the rarer spelling, when both follow
        the same first name or the counterpart has one name where the translation has two.

    Why it matters
        Readers take two spellings for two people.

    What it does not find
        Inflected forms, possessives, demonyms; relatives and namesakes with first names of their own; similar places
        that the counterpart tells apart too; names of fewer than five letters; spellings that differ only near the
        end, where inflection cannot be told from a slip.

    References
        MQM Core, terminology/inconsistent use of terminology.
    """

    id = "TRM001"
    name = "name-variant"
    category = Category.INCONSISTENT_TERM
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example(
            "Coach Will Wade spoke of it. Will Wade wept.\n\nNobody had seen Will Wayde since then.",
            counterpart="Coach Will Wade talked. Will Wade cried.\n\nWill Wayde was seen by nobody since then.",
        ),
        Example("In Iraq, an Iraqi said that the Iraqis and Iraq’s neighbours agreed with Martin Hall and Ann Marin."),
        Example(
            "На суд пришёл Андрей Ковачич. Его брата, Бориса Ковачича, там не было, сказали Ковачичу.", language="ru"
        ),
        Example("说话的是让-保罗·卡布达。卡布达说，卡布尔和卡塔尔都同意。", language="zh"),
        Example(
            "قالت سامية الجعلي إن العدد تراجع.\n\nوقالت الجعلي ذلك.",
            language="ar",
            counterpart="Samia al-Jaali said that numbers fell.\n\nAl-Jaali said so.",
        ),
    )
    BAD = (
        Example(
            "The order to close the post came from Omar Baghdadi, who was seen in the capital. In the evening Omar "
            "Baghdadi left it. “I have heard nothing from them at all,” said Omar ⟦Bardadi⟧ by telephone."
        ),
        Example(
            "На суд пришёл с семьёй Андрей Ковачич. Потом долго ждали, и Андрея ⟦Ковасича⟧ увели. Больше Ковачич "
            "ничего не сказал.",
            language="ru",
        ),
        Example("说话的是让-保罗·卡布达。卡布达说，没有问题。随后让-保罗·⟦卡布塔⟧离开了会场。", language="zh"),
        Example("部长亚历山德罗娃·科瓦奇娃来了。⟦科瓦奇纳⟧后来说，她同意。科瓦奇娃走了。", language="zh"),
        Example(
            "سالگادو گفت.\n\nسالگادو رفت.\n\nاما ⟦سلگادو⟧ برگشت.",
            language="fa",
            counterpart="It was Carlos Salgado.\n\nThen Salgado left.\n\nBut Salgado came back.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """Every place of a rarer spelling."""
        if subject.language.cased:
            yield from self._cased(subject)
            return
        yield from self._transcribed(subject)
        if subject.language.spaced:
            yield from self._uncased(subject)

    def _cased(self, subject: Subject) -> Iterator[Finding]:
        known = spellings(subject)
        theirs = _counterpart_words(subject)
        names = _counterpart_names(subject)
        for i, major in enumerate(known):
            for minor in known[i + 1 :]:
                cost = resemblance(major, minor)
                if cost is None or any(inflected(a, b) for a in major.forms for b in minor.forms):
                    continue
                confidence = _one_person(major, minor, theirs)
                if confidence and not _has_both(names, {*major.forms, *minor.forms}):
                    for place in minor.places:
                        yield self._finding(subject, place.word, _nearest(major, place), confidence)

    def _transcribed(self, subject: Subject) -> Iterator[Finding]:
        """A part of a dotted name that comes again with one sign replaced by another sign of such names."""
        names = tuple(foreign_names(subject.text))
        after = {(name[i].surface, name[i + 1].surface): name[i + 1] for name in names for i in range(len(name) - 1)}
        for (first, part), word in after.items():
            for other_first, other in after:
                if (
                    first == other_first
                    and _one_sign(part, other)
                    and subject.text.count(other) < subject.text.count(part)
                ):
                    yield self._finding(subject, after[first, other], word, SAME_FIRST_NAME)
        parts = {word.surface: word for name in names for word in name if len(word.surface) >= _long_enough(word)}
        for part, word in parts.items():
            for at in _slips(subject.text, part):
                slip = NameWord(subject.text[at : at + len(part)], Span(at, at + len(part)))
                if slip.surface not in parts and subject.text.count(slip.surface) < subject.text.count(part):
                    yield self._finding(subject, slip, word, LETTER_OF_TRANSCRIPTION)

    def _uncased(self, subject: Subject) -> Iterator[Finding]:
        """Where capitals show no names, the counterpart's names do."""
        names = _counterpart_names(subject)
        for places in _by_counterpart_name(subject).values():
            forms: dict[str, list[NameWord]] = defaultdict(list)
            for word in places:
                spelled = fold(word.surface)
                home = next((form for form in forms if form == spelled or inflected(form, spelled)), spelled)
                forms[home].append(word)
            ranked = sorted(forms.values(), key=lambda words: (-len(words), words[0].span.start))
            for minor in ranked[1:]:
                if len(minor[0].surface) < SHORTEST or _has_both(names, {ranked[0][0].key, minor[0].key}):
                    continue
                if len(minor) < len(ranked[0]) and look_alike(ranked[0][0].surface, minor[0].surface):
                    for word in minor:
                        yield self._finding(subject, word, ranked[0][0], FOUND_BY_COUNTERPART)

    def _finding(self, subject: Subject, word: NameWord, other: NameWord, confidence: float) -> Finding:
        return self.found(
            subject,
            word.span,
            f"“{word.surface}” is spelled “{other.surface}” elsewhere in the article.",
            confidence=confidence,
            evidence=(Evidence.at(subject.document, other.span),),
        )


def _one_person(major: Spelling, minor: Spelling, theirs: frozenset[str] | None) -> float | None:
    """The confidence that both spell one name; None without evidence."""
    if theirs is not None:
        best = min(closest(form, theirs) for form in major.forms)
        other = min(closest(form, theirs) for form in minor.forms)
        if other[1] != best[1] and other[0] < best[0] + MARGIN:
            return None  # the counterpart has both
    if any(a == b or inflected(a, b) for a in major.first_names for b in minor.first_names):
        return SAME_FIRST_NAME
    if minor.first_names or theirs is None or best[0] >= MARGIN:
        return None
    rarer = len(minor.places) < len(major.places) or best[0] < other[0]
    if not rarer or len(minor.places) > len(major.places):
        return None
    return COUNTERPART_HAS_ONE


def _has_both(names: frozenset[str], forms: set[str]) -> bool:
    """Whether the counterpart has two names of its own, much alike, that the two spellings may stand for."""
    near = sorted(name for name in names if any(name_similarity(form, name).cost < OWN_NAME for form in forms))
    return any(
        Levenshtein.normalized_similarity(a, b) >= TOLD_APART and not inflected(a, b)
        for i, a in enumerate(near)
        for b in near[i + 1 :]
    )


def _counterpart_names(subject: Subject) -> frozenset[str]:
    """Every name word of the counterpart, romanised; none where its script shows no names."""
    if subject.counterpart_facts is None:
        return frozenset()
    return frozenset(word.key for name in name_places(subject.counterpart_facts) for word in name.words)


def _nearest(major: Spelling, place: Occurrence) -> NameWord:
    """The most similar form of the other spelling (*Baghdadi*, not *Baghdad*), the nearest among equals."""

    def apart(other: Occurrence) -> tuple[int, int]:
        edits = Levenshtein.distance(other.word.surface, place.word.surface)
        return edits, abs(other.word.span.start - place.word.span.start)

    return min(major.places, key=apart).word


def _counterpart_words(subject: Subject) -> frozenset[str] | None:
    """Every word of the counterpart, romanised; None without a counterpart whose words could be told."""
    language, other = subject.counterpart_language, subject.counterpart
    if other is None or language is None or not language.spaced:
        return None
    return frozenset(word.key for word in text_words(other, Span(0, len(other.text))) if len(word.key) > 2)


def _slips(text: str, part: str) -> Iterator[int]:
    """Where `part` stands with exactly one sign replaced by another sign of transcription, and not the first."""
    at = text.find(part[0])
    while at >= 0:
        if _one_sign(part, text[at : at + len(part)]):
            yield at
        at = text.find(part[0], at + 1)


def _one_sign(part: str, other: str) -> bool:
    """Whether two transcriptions of one length differ in one sign."""
    differing = [b for a, b in zip(part, other, strict=False) if a != b]
    return len(part) == len(other) and part[0] == other[0] and len(differing) == 1 and _transcribes(differing[0])


def _long_enough(word: NameWord) -> int:
    return TRANSCRIBED_KANA if "ァ" <= word.surface[0] <= "ー" else TRANSCRIBED


def _transcribes(sign: str) -> bool:
    return sign in TRANSCRIPTION or "ァ" <= sign <= "ー"


def _by_counterpart_name(subject: Subject) -> dict[str, list[NameWord]]:
    """Words of the translation that can spell a name of the counterpart, in passages linked to one that has it."""
    found: dict[str, list[NameWord]] = defaultdict(list)
    if subject.counterpart_facts is None or subject.counterpart_language is None:
        return found
    for passage in subject.document.passages:
        words = text_words(subject.document, passage.span)
        names = {
            word.key
            for span in subject.linked_spans(passage.index)
            for name in name_places(subject.counterpart_facts, span)
            for word in name.words
            if len(word.key) >= SHORTEST
        }
        for name in names:
            found[name].extend(word for word in words if len(word.key) >= 3 and lawful(word.key, name))
    return found
