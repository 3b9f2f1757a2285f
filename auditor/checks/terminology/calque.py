"""TRM013 calque."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.checks.terminology.calques import Idiom, any_calque, calque_languages, idioms
from auditor.core.document import Passage, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

WITH_IDIOM, ALONE = 0.85, 0.55
"""Confidence: the counterpart's passage has the English idiom; the wording is all there is. In the 66,462
lines of clean NTREX that are in these languages, and in 113,524 other sentences of TICO-19, MLQE-PE, Bio-MQM and
newstest2020, no wording of any list was found."""


class Calque(Check):
    """An English idiom is translated word for word.

    What it finds
        *es regnet Katzen und Hunde*, *la chasse à l'oie sauvage*, *红鲱鱼*: wordings from a list of its own for each of
        59 languages. Minor where a linked passage of an English counterpart has the idiom; neutral where the wording
        is the only evidence.

    Why it matters
        Readers laugh, or look for the goose.

    What it does not find
        Idioms and forms that are not listed; idioms that a language has made its own (*zurück auf Los*, *la case
        départ*); anything where the counterpart is English, linked, and has other words.

    References
        MQM Core, terminology/wrong-term. Lists: `auditor/checks/terminology/data/calques/`.
    """

    id = "TRM013"
    name = "calque"
    category = Category.WRONG_TERM
    severity = Severity.MINOR
    scope = Scope.PASSAGE
    languages = calque_languages()

    GOOD = (
        Example("Zum Kaffee gab es ein Stück Kuchen, draußen lärmten Katzen und Hunde.", language="de"),
        Example(
            "Er trat gegen den Eimer, und der Eimer fiel um.", language="de", counterpart="He kicked the bucket over."
        ),
        Example("Le boulanger a coupé un morceau de gâteau.", language="fr"),
        Example("سقطت كلاب وقطط من الشاحنة.", language="ar"),
        Example("商店里卖红色的鱼。", language="zh"),
        Example("Am Ende war es ein Stück Kuchen.", language="de", counterpart="All that was left was dessert."),
    )
    BAD = (
        Example(
            "Die Prüfung ⟦war ein Stück Kuchen⟧, sagte sie.",
            language="de",
            counterpart="The exam was a piece of cake, she said.",
        ),
        Example("Depuis ce matin il ⟦pleut des chats et des chiens⟧ à Lille.", language="fr"),
        Example("Это была ⟦охота на диких гусей⟧.", language="ru", counterpart="It was a wild-goose chase."),
        Example("وقال إن القضية ⟦رنجة حمراء⟧.", language="ar", counterpart="He said the case was a red herring."),
        Example("他说那只是一条⟦红鲱鱼⟧。", language="zh", counterpart="He said it was but a red herring."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per wording and place."""
        known, any_known = idioms(subject.language.code), any_calque(subject.language.code)
        for passage in subject.document.passages:
            if not any_known.search(subject.text, passage.span.start, passage.span.end):
                continue
            for idiom in known:
                for match in idiom.wording.finditer(subject.text, passage.span.start, passage.span.end):
                    yield from self._finding(subject, passage, idiom, Span(*match.span()))

    def _finding(self, subject: Subject, passage: Passage, idiom: Idiom, span: Span) -> Iterator[Finding]:
        there = _english_passages(subject, passage)
        evidence = tuple(_places(subject, idiom, there))
        if there and not evidence:
            return
        yield self.found(
            subject,
            span,
            f"An English idiom word for word; {subject.language.name} would say “{idiom.instead}”.",
            confidence=WITH_IDIOM if evidence else ALONE,
            severity=None if evidence else Severity.NEUTRAL,
            evidence=evidence,
        )


def _english_passages(subject: Subject, passage: Passage) -> tuple[Span, ...]:
    """The linked passages of an English counterpart."""
    other = subject.counterpart_language
    return subject.linked_spans(passage.index) if other is not None and other.code == "en" else ()


def _places(subject: Subject, idiom: Idiom, passages: tuple[Span, ...]) -> Iterator[Evidence]:
    """Where those passages have the idiom itself."""
    other = subject.counterpart
    if other is None:
        return
    for span in passages:
        for match in idiom.english.finditer(other.text, span.start, span.end):
            yield Evidence.at(other, Span(*match.span()))
