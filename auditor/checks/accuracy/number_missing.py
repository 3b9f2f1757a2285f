"""ACC011 number-missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.accuracy.statements import Statement, sentences
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Document
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.compare_numbers import compare_numbers, is_year
from auditor.facts.durations import find_durations
from auditor.facts.fact import Fact, FactKind, NumberValue

CONFIDENCE = 0.7
SMALLEST = 100
"""Smaller numbers are often told in words or by the grammar (a dual, a compound such as Polish for 42-year-old)."""
SAME_WORDING = 0.6
"""Share of common words from which on two outlets' sentences in one language count as one statement."""
_GLOSS = re.compile(r"\d[^()（）\n]{0,25}[(（][^()（）\n]*$")
"""A bracket right behind another figure."""
BEFORE = 80
"""Code points before a figure among which that bracket opens."""


def is_gloss(document: Document | None, fact: Fact) -> bool:
    """Whether a figure stands in brackets behind another one: 12,000 lei (about $2,600)."""
    start = fact.span.start
    return document is not None and _GLOSS.search(document.text, max(0, start - BEFORE), start) is not None


class NumberMissing(Check):
    """The counterpart's sentence gives a number that the translation's version leaves out.

    What it finds
        *a premium in dollars* where the counterpart says *600,000 dollars*; the number stands nowhere else in the
        translation either.

    Why it matters
        Engines that paraphrase drop figures, and an article without its figures is thinner than its source.

    What it does not find
        Numbers below a hundred unless in percent, spelled numbers, dates, times, labels; a year where the sentence
        tells one by its distance (*next year*); a number for which the
        translation has another (number-changed says that); sentences of another outlet that merely resemble.

    References
        MQM Core, accuracy/omission.
    """

    id = "ACC011"
    name = "number-missing"
    category = Category.OMISSION
    severity = Severity.MINOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    abstains = frozenset({"sw", "ta"})
    """Millions before the figure (*milioni 20*) and with an ending are not read: seven of seven findings were wrong."""

    GOOD = (
        Example("Dozens of people fled on 11 May.", counterpart="Twelve people fled on 11 May 2019."),
        Example("他们共有十九人。", language="zh", counterpart="There were 19 of them."),
        Example("تشمل الحملة ألفي طفل.", language="ar", counterpart="The campaign covers 2,000 children."),
        Example("Schaden: 12.000 Lei.", language="de", counterpart="Damage: 12,000 lei (about $2,600)."),
    )
    BAD = (
        Example(
            "⟦El club recibe un premio en dólares.⟧", language="es", counterpart="The club gets $600,000 as a prize."
        ),
        Example("⟦该矿雇用了许多人。⟧", language="zh", counterpart="The mine employs 1,900 people."),
        Example("⟦Явка оказалась достаточной.⟧", language="ru", counterpart="Turnout was 41 percent, which is enough."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per sentence, with every number that it lacks."""
        if subject.counterpart_facts is None or not subject.language.numbers.words:
            return  # a number that is spelled out could not be seen
        for statement in sentences(subject):
            if not statement.parallel and (statement.wording or 0.0) < SAME_WORDING:
                continue
            ours, theirs = statement.facts()
            if not any(fact.kind is FactKind.NUMBER for fact in theirs):
                continue
            compared = compare_numbers(ours, theirs, subject.counterpart_facts, subject.facts)
            lost = [fact for fact in compared.missing if _weighty(fact)]
            lost = [fact for fact in lost if not (_year(fact) and _tells_a_year(subject, statement))]
            lost = [fact for fact in lost if not is_gloss(subject.counterpart, fact)]
            if lost and not compared.added:
                yield self._finding(subject, statement, lost)

    def _finding(self, subject: Subject, statement: Statement, lost: list[Fact]) -> Finding:
        assert subject.counterpart is not None
        numbers = ", ".join(fact.surface for fact in lost)
        return self.found(
            subject,
            statement.translation,
            f"The counterpart gives {numbers} here; the translation leaves it out.",
            confidence=CONFIDENCE,
            evidence=(
                Evidence.at(subject.document, statement.translation),
                *(Evidence.at(subject.counterpart, fact.span) for fact in lost),
                *(Evidence.at(subject.counterpart, span) for span in statement.counterpart),
            ),
        )


def _year(fact: Fact) -> bool:
    return isinstance(fact.value, NumberValue) and is_year(fact.value)


def _tells_a_year(subject: Subject, statement: Statement) -> bool:
    """Whether the translation tells the year by its distance: next year, im vergangenen Jahr."""
    told = find_durations(subject.text, subject.language, (), statement.translation)
    return any(duration.unit == "year" for duration in told)


def _weighty(fact: Fact) -> bool:
    value = fact.value
    if not isinstance(value, NumberValue) or value.spelled:
        return False
    return value.value != 100 if value.percent else value.value >= SMALLEST
