"""ACC001 name-differs-from-counterpart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from auditor.checks.accuracy.misrendered import misrenderings
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Document, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.fact import FactLedger
from auditor.facts.name_matching import NamePlace, NameWord, inflected, lawful, name_places, text_words
from auditor.facts.name_similarity import NameRelation, Relation, name_similarity, spoken_distance
from auditor.facts.romanise import skeleton, sounds

CHANGED, VARIANT, ALONE = 0.8, 0.6, 0.6
"""Confidence: a changed consonant beside an agreeing first name; a lawful variant; a changed surname on its own."""
MISRENDERED = 0.6
"""Confidence where no word of a linked passage renders the name, and one word does but for one consonant."""
ACROSS_LANGUAGES = 0.4
"""Confidence where the two articles are in different languages: of 13 such findings on clean NTREX beside its English
5 were real, the others lawful renderings and common nouns. Hidden unless `--confidence` is lowered."""
REPLACED, REPLACED_TWICE = 0.72, 1.15
"""Cost of a rendering in which one consonant was replaced, and from which on it is another word: on clean NTREX the
dearer ones were common nouns beside a name (Broward County, مقاطعة)."""
SHARE = 0.2
"""Cost per sound beyond which the two are different names."""
LENGTH_DIFFERENCE, FEWEST_CONSONANTS = 3, 3
SHORTEST, SHORTEST_ALONE = 4, 6
"""Romanised letters of a name beside a first name, and of one on its own."""
SURE_NAME = 0.7
SCRIPTS = frozenset({"Latn", "Cyrl", "Grek", "Arab", "Hebr"})
"""Scripts whose romanisation keeps the consonants apart; on clean NTREX Hindi gave 8 false findings in 1,007 lines."""
KNOWN = 0.1
"""Cost up to which a word of the other article is this very name."""


_CHANGED = NameRelation(Relation.DIFFERENT, 1.0)


@dataclass(frozen=True, slots=True)
class Difference:
    """A name word of the translation and the counterpart's word for it."""

    ours: NameWord
    theirs: NameWord
    relation: NameRelation
    beside: bool
    """Whether an agreeing part of the name stands next to it."""


class NameDiffersFromCounterpart(Check):
    """A name is not the name that the counterpart gives.

    What it finds
        *Nasser Shahrazi* for Nasser Shahbazi, *מרטין טרבובץ* for Martin Hrabovec: a consonant that no way of spelling
        the name explains, where the first name agrees or, in one language, where both stand alone in linked passages.
        Also a passage in which no word has the name and one word has it but for one consonant: letter by letter in
        Latin script, by its sound (and then minor) in Arabic, Persian, Hebrew, Russian, Ukrainian, Hindi and Japanese.
        Another lawful spelling (*Zubaidi*, *Zebeidi*) is reported as neutral, in one language only.

    Why it matters
        A wrong name accuses, mourns or elects somebody else.

    What it does not find
        Names whose spelling occurs in the counterpart, or whose counterpart spelling occurs in the translation;
        inflected forms; across scripts a difference in vowels or silent letters, or a rendering that the translation
        uses again; names in Chinese characters, Korean or scripts whose romanisation is too far from the sound.

    References
        MQM Core, accuracy/mistranslation. Sounds and costs: `auditor.facts.name_similarity`.
    """

    id = "ACC001"
    name = "name-differs-from-counterpart"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.PASSAGE
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    abstains = frozenset({"zh", "yue", "ko", "th", "km", "lo", "my", "bo", "dz"})

    GOOD = (
        Example(
            "The doctor, Omar al-Zubaidi, spoke to the press.",
            counterpart="وتحدث الطبيب عمر الزبيدي إلى الصحافة.",
            counterpart_language="ar",
        ),
        Example("Об этом сказала Анна Петрова.", language="ru", counterpart="This was said by Anna Petrov’s sister."),
        Example(
            "张伟民说，工人还在井下。", language="zh", counterpart="The workers are below ground, said Zhang Weimin."
        ),
        Example("アンダーソン氏は会場を出た。", language="ja", counterpart="Then Mr Anderson left the hall."),
        Example("Am Abend kam er nach Warschau.", language="de", counterpart="In the evening he came to Warsaw."),
        Example("The judge, Mary Stone, heard Peter Stern.", counterpart="The judge, Mary Stone, heard a Peter Kern."),
    )
    BAD = (
        Example(
            "On Sunday the governor, Nasser ⟦Shahrazi⟧, came by helicopter.",
            counterpart="The governor, Nasser Shahbazi, flew over the site on Sunday.",
        ),
        Example(
            "כך אמר המנכ״ל מרטין ⟦טרבובץ⟧ לעובדים.",
            language="he",
            counterpart="This is what the chief executive, Martin Hrabovec, told employees.",
        ),
        Example("Об этом сказал Иван ⟦Кобатин⟧.", language="ru", counterpart="This is what Ivan Koratin said."),
        Example(
            "Am Abend kam Richter ⟦Kavalaugh⟧ selbst.", language="de", counterpart="At night Judge Kavanaugh came too."
        ),
        Example("彼は⟦フロビダ⟧に帰った。", language="ja", counterpart="Then he went back to Florida."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per place of a differing name."""
        if subject.counterpart is None or subject.counterpart_facts is None or subject.counterpart_language is None:
            return
        seen: set[int] = set()
        for slip in misrenderings(subject) if subject.counterpart_language.script == "Latn" else ():
            seen.add(slip.ours.span.start)
            yield self._finding(subject, Difference(slip.ours, slip.theirs, _CHANGED, beside=False), MISRENDERED)
        if not {subject.language.script, subject.counterpart_language.script} <= SCRIPTS:
            return
        ours, theirs = _keys(subject.document), _keys(subject.counterpart)
        for passage in subject.document.passages:
            for span in subject.linked_spans(passage.index):
                for found in self._differences(subject, passage.span, span):
                    known = _known(found.ours, theirs) or _known(found.theirs, ours)
                    if not known and found.ours.span.start not in seen:
                        seen.add(found.ours.span.start)
                        yield self._finding(subject, found)

    def _differences(self, subject: Subject, here: Span, there: Span) -> Iterator[Difference]:
        assert subject.counterpart is not None
        assert subject.counterpart_facts is not None
        assert subject.counterpart_language is not None
        names, others = _names(subject.facts, here), _names(subject.counterpart_facts, there)
        if names and others and subject.document.language == subject.counterpart.language:
            yield from _alone(names, others)
        if subject.language.cased:
            for ours, theirs, relation in _beside(names, text_words(subject.counterpart, there)):
                if not subject.counterpart_language.cased or theirs.surface[:1].isupper():
                    yield Difference(ours, theirs, relation, beside=True)
        else:
            for theirs, ours, relation in _beside(others, text_words(subject.document, here)):
                if subject.text.count(ours.surface) > 1:
                    continue  # the translator's own rendering, not a slip
                yield Difference(ours, theirs, relation, beside=True)

    def _finding(self, subject: Subject, found: Difference, sure: float = 0.0) -> Finding:
        assert subject.counterpart is not None
        variant = found.relation.relation is Relation.VARIANT
        by_ear = bool(sure) and subject.language.script != "Latn"
        confidence = VARIANT if variant else CHANGED if found.beside else ALONE
        if subject.language.code != subject.counterpart.language:
            confidence = max(sure, min(confidence, ACROSS_LANGUAGES))
        text = f"The counterpart has “{found.theirs.surface}”; the translation has “{found.ours.surface}”"
        return self.found(
            subject,
            found.ours.span,
            f"{text}, another spelling of the same name." if variant else f"{text}.",
            confidence=confidence,
            severity=Severity.NEUTRAL if variant else Severity.MINOR if by_ear else None,
            suggestion=found.theirs.surface if subject.document.language == subject.counterpart.language else None,
            evidence=(
                Evidence.at(subject.document, found.ours.span),
                Evidence.at(subject.counterpart, found.theirs.span),
            ),
        )


def _names(ledger: FactLedger, within: Span) -> tuple[NamePlace, ...]:
    return tuple(name for name in name_places(ledger, within) if name.confidence >= SURE_NAME)


def _beside(
    names: tuple[NamePlace, ...], words: tuple[NameWord, ...]
) -> Iterator[tuple[NameWord, NameWord, NameRelation]]:
    """Words that follow an agreeing first name on both sides and are near to each other but not one name."""
    for name in names:
        for first, last in pairwise(name.words):
            for before, after in pairwise(words):
                if _agree(first, before) and _misspelled(last.key, after.key):
                    yield last, after, name_similarity(last.key, after.key)


def _alone(names: tuple[NamePlace, ...], others: tuple[NamePlace, ...]) -> Iterator[Difference]:
    """Names of one language, word by word: one changed consonant, or a lawful variant."""
    for ours in (word for name in names for word in name.words):
        for theirs in (word for name in others for word in name.words):
            relation = name_similarity(ours.key, theirs.key)
            if relation.relation is Relation.SAME or ours.key[:1] != theirs.key[:1]:
                continue
            if min(len(ours.key), len(theirs.key)) < SHORTEST_ALONE or inflected(ours.key, theirs.key):
                continue
            if relation.relation is Relation.VARIANT or (
                relation.near_miss and abs(len(ours.key) - len(theirs.key)) <= 1
            ):
                yield Difference(ours, theirs, relation, beside=False)


def _agree(first: NameWord, before: NameWord) -> bool:
    return len(first.key) >= SHORTEST and len(before.key) > 2 and lawful(first.key, before.key)


def _misspelled(written: str, spoken: str) -> bool:
    """Whether a consonant was replaced: too dear for silent letters, too near for another name."""
    shorter, longer = sorted((len(sounds(written)), len(sounds(spoken))))
    if shorter < SHORTEST or longer - shorter > LENGTH_DIFFERENCE or inflected(written, spoken):
        return False
    consonants = sorted((len(skeleton(written)), len(skeleton(spoken))))
    if consonants[0] < FEWEST_CONSONANTS or consonants[1] - consonants[0] > 1:
        return False
    return REPLACED <= spoken_distance(written, spoken) <= min(REPLACED_TWICE, SHARE * longer)


def _keys(document: Document) -> frozenset[str]:
    return frozenset(word.key for word in text_words(document, Span(0, len(document.text))) if len(word.key) > 2)


def _known(word: NameWord, keys: frozenset[str]) -> bool:
    """Whether the other article has this very name, inflected or rendered by ear."""
    return word.key in keys or _rendered(word.key, keys)


@lru_cache(maxsize=4096)
def _rendered(word: str, keys: frozenset[str]) -> bool:
    near = (key for key in keys if abs(len(key) - len(word)) <= len(word) // 2)
    return any(name_similarity(word, key).cost < KNOWN or inflected(word, key) for key in near)
