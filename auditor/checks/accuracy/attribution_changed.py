"""ACC026 attribution-changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from auditor.checks.accuracy.speakers import (
    Person,
    beside_saying,
    named_speakers,
    people,
    speaks,
    stands_for,
    words_of,
)
from auditor.checks.accuracy.statements import Statement, sentences
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Document, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.fact import FactKind, FactLedger
from auditor.facts.name_matching import NameWord
from auditor.languages.language import Language

CONFIDENCE = 0.8
LONG_QUOTATION = 15
"""Code points of a quotation, marks and all, that is somebody's words and no title or term."""
SHORTEST = 5
"""Romanised letters of the name that stands in place of the speaker's."""

_BOTH = "On that day Otto Anderson came with Anna Petrova, and Anderson sat down beside Petrova.\n\n"
"""For the examples: two people of the story."""


@dataclass(frozen=True)
class _Side:
    """One article of the pair."""

    document: Document
    language: Language
    facts: FactLedger

    @cached_property
    def people(self) -> dict[str, frozenset[str]]:
        """Whom it names."""
        return people(self.document, self.facts)

    @cached_property
    def words(self) -> tuple[NameWord, ...]:
        """All its words that may be names."""
        return words_of(self.document, self.language, Span(0, len(self.document.text)))


@dataclass(frozen=True, slots=True)
class _Exchanged:
    """A speaker whom one article names, and the word for another person in the other article."""

    named: Person
    other: NameWord


class AttributionChanged(Check):
    """What somebody said is credited to somebody else.

    What it finds
        *said Ford* where the counterpart's sentence has *said Kavanaugh*: the speaker's name is missing from the
        passage, and another person of the story, whom the counterpart's passage does not name, stands beside the verb.

    Why it matters
        Words put into the wrong mouth are the gravest error that reads well.

    What it does not find
        Speakers who are not named in both articles; a name in place of a pronoun or a title; sources without a name;
        names in Chinese characters, Korean or scripts whose romanisation is too far from the sound; articles neither of
        which is in a script with capitals; another outlet's version, unless both quote somebody there.

    References
        MQM Core, accuracy/mistranslation. Silent on NTREX beside its English (57 of its files, 26,000
        sentences); 10 of 11 exchanged speakers found in six languages.
    """

    id = "ACC026"
    name = "attribution-changed"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    abstains = frozenset({"zh", "yue", "ko", "th", "km", "lo", "my", "bo", "dz"})

    GOOD = (
        Example(
            "Anderson und Petrova kamen am Montag.\n\n„Wir bleiben“, sagte sie. Anderson nickte.",
            language="de",
            counterpart=_BOTH + "“We will stay,” Petrova told Anderson, and Anderson nodded.",
        ),
        Example(
            "Приехали Андерсон и Петрова.\n\n«Мы останемся», — сказала судья, а Андерсон кивнул.",
            language="ru",
            counterpart=_BOTH + "“We will stay,” said Petrova, and Anderson nodded.",
        ),
        Example(
            "アンダーソンとペトロワが来た。\n\n「残ります」とペトロワは述べた。",
            language="ja",
            counterpart=_BOTH + "“We will stay,” said Petrova at the end.",
        ),
        Example(
            "وصل أندرسون وبيتروفا يوم الاثنين.\n\nوقالت بيتروفا إنها ستبقى.",
            language="ar",
            counterpart=_BOTH + "Petrova said that she would stay.",
        ),
    )
    BAD = (
        Example(
            "Anderson und Petrova kamen am Montag.\n\n„Wir bleiben“, sagte ⟦Anderson⟧.",
            language="de",
            counterpart=_BOTH + "“We will stay,” said Petrova.",
        ),
        Example(
            "Приехали Андерсон и Петрова.\n\n«Мы останемся», — сказал ⟦Андерсон⟧.",
            language="ru",
            counterpart=_BOTH + "“We will stay,” said Petrova.",
        ),
        Example(
            "アンダーソンとマーティンが来た。\n\n「残ります」と⟦アンダーソン⟧は述べた。",
            language="ja",
            counterpart=_BOTH.replace("Petrova", "Martin") + "“We will stay,” said Martin at the end.",
        ),
        Example(
            "وصل أندرسون وبيتروفا يوم الاثنين.\n\nوقال ⟦أندرسون⟧ إنهم سيبقون.",
            language="ar",
            counterpart=_BOTH + "Petrova said that they would stay.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per speaker and sentence."""
        if subject.counterpart is None or subject.counterpart_language is None or subject.counterpart_facts is None:
            return
        if not speaks(subject.language.code) or not speaks(subject.counterpart_language.code):
            return
        if subject.counterpart_language.code in self.abstains:
            return
        ours = _Side(subject.document, subject.language, subject.facts)
        theirs = _Side(subject.counterpart, subject.counterpart_language, subject.counterpart_facts)
        for statement in sentences(subject):
            if len(statement.counterpart) > 1 or not (statement.parallel or _both_quote(statement)):
                continue
            there = statement.counterpart[0]
            if theirs.language.cased:
                found = next(_exchanged(theirs, there, ours, statement.translation), None)
                if found is not None:
                    yield self._finding(subject, statement, found.other.span, found.named.word.span)
            elif ours.language.cased:
                found = next(_exchanged(ours, statement.translation, theirs, there), None)
                if found is not None:
                    yield self._finding(subject, statement, found.named.word.span, found.other.span)

    def _finding(self, subject: Subject, statement: Statement, ours: Span, theirs: Span) -> Finding:
        assert subject.counterpart is not None
        said, says = subject.counterpart.slice(theirs), subject.document.slice(ours)
        return self.found(
            subject,
            ours,
            f"The counterpart names {said} as the speaker here; the translation names {says}.",
            confidence=CONFIDENCE,
            evidence=(
                Evidence.at(subject.document, ours),
                Evidence.at(subject.counterpart, theirs),
                *(Evidence.at(subject.counterpart, span) for span in statement.counterpart),
            ),
        )


def _both_quote(statement: Statement) -> bool:
    """Whether both sides give somebody's own words, which another outlet credits to the same person."""
    return all(
        any(fact.kind is FactKind.QUOTATION and len(fact.span) >= LONG_QUOTATION for fact in facts)
        for facts in statement.facts()
    )


def _exchanged(named: _Side, there: Span, other: _Side, here: Span) -> Iterator[_Exchanged]:
    """Speakers of one article's sentence in whose place the other's sentence has another person of the story."""
    speakers = list(named_speakers(named.document, named.facts, named.language, there, named.people))
    if not speakers:
        return
    near, told = _around(named, there), _around(other, here)
    beside = [
        word
        for word in words_of(other.document, other.language, here)
        if beside_saying(other.document.text, other.language, word.span, here)
    ]
    for person in speakers:
        if not beside or any(stands_for(person.names, word) for word in told):
            continue
        if not any(stands_for(person.names, word) for word in other.words):
            continue
        present = frozenset(word.key for word in near)
        absent = frozenset(
            surname
            for surname, names in named.people.items()
            if len(surname) >= SHORTEST and not names & (present | person.names)
        )
        word = next((w for w in beside if stands_for(absent, w) and not stands_for(present, w)), None)
        if word is not None:
            yield _Exchanged(person, word)


def _around(side: _Side, span: Span) -> tuple[NameWord, ...]:
    """The words of the passage that holds the sentence."""
    passage = side.document.passage_at(span.start)
    return words_of(side.document, side.language, span if passage is None else passage.span)
