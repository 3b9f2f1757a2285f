"""ACC034 duration-changed."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.statements import Statement, sentences
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Document, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.compare_numbers import readings_of
from auditor.facts.durations import ChangedDuration, Duration, changed_duration, find_ages, find_durations
from auditor.facts.fact import Fact, FactKind
from auditor.languages import get_language

CONFIDENCE = 0.85


class DurationChanged(Check):
    """A span of time has the number of the counterpart's and another unit.

    What it finds
        *five days* for five weeks, *7 months* for 7 years, *41 months old* for West, 41, *five years* for a year, in
        sentences that are aligned.

    Why it matters
        The sentence stays fluent and the figure right, so nobody but the audited source tells.

    What it does not find
        Other numbers, which `number-changed` tells; lengths that are equal (*12 months* for a year, *four weeks* for a
        month); *last month* for last week, where nothing is counted; languages whose units it does not know.

    References
        MQM Core, accuracy/mistranslation.
    """

    id = "ACC034"
    name = "duration-changed"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example("Noch zwölf Monate bis zur Wahl.", language="de", counterpart="One year is left until the vote."),
        Example("До выборов пять недель.", language="ru", counterpart="The vote is five weeks away."),
        Example("距离选举还有五周。", language="zh", counterpart="The vote is five weeks away."),
        Example("В 2018 году он был избран.", language="ru", counterpart="He was elected in 2018."),
        Example("Der 41-Jährige schwieg 41 Tage lang.", language="de", counterpart="West, 41, was silent for 41 days."),
        Example("West, 26 Jahre alt, war ein Jahr dort.", language="de", counterpart="West, 26, was there for a year."),
        Example("Nach 20 Jahren kam er zurück.", language="de", counterpart="He came back two decades later."),
    )
    BAD = (
        Example("بقى ⟦خمسة أيام⟧ على الانتخابات.", language="ar", counterpart="The vote is five weeks away."),
        Example("Он правит ⟦семь месяцев⟧.", language="ru", counterpart="He has ruled for seven years."),
        Example("距离选举还有⟦五天⟧。", language="zh", counterpart="The vote is five weeks away."),
        Example("Вест, ⟦41 день⟧, молчал.", language="ru", counterpart="West, 41, kept silent."),
        Example("イラクで⟦5年⟧間過ごした。", language="ja", counterpart="He spent a year in Iraq."),
        Example("The boy is ⟦11 months⟧ old.", counterpart="The boy is 11 years old."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """At most one finding per sentence."""
        for statement in sentences(subject):
            assert subject.counterpart is not None
            ours, theirs = statement.facts()
            if not any(fact.kind is FactKind.NUMBER for fact in ours):
                continue  # what is counted has a number
            here = _durations(subject.document, (statement.translation,), ours)
            if not here:
                continue
            there = _durations(subject.counterpart, statement.counterpart, theirs)
            changed = changed_duration(here, there) or changed_duration(here, _ages(subject, statement))
            if changed is not None and changed.counted and not _told_otherwise(changed, theirs):
                yield self._finding(subject, statement, changed.translation, changed.counterpart)

    def _finding(self, subject: Subject, statement: Statement, ours: Duration, theirs: Duration) -> Finding:
        assert subject.counterpart is not None
        said, says = subject.counterpart.slice(theirs.span), subject.document.slice(ours.span)
        return self.found(
            subject,
            ours.span,
            f"The counterpart says {said} here; the translation says {says}.",
            confidence=CONFIDENCE,
            evidence=(
                Evidence.at(subject.counterpart, theirs.span),
                *(Evidence.at(subject.counterpart, span) for span in statement.counterpart),
            ),
        )


def _told_otherwise(changed: ChangedDuration, theirs: tuple[Fact, ...]) -> bool:
    """Whether the figure beside the counterpart's *a year* is another one of it: West, 26, spent a year there."""
    amount = changed.translation.amount
    return changed.counterpart.article and amount is not None and amount in readings_of(theirs)


def _ages(subject: Subject, statement: Statement) -> list[Duration]:
    """Those that the counterpart tells without `years`."""
    assert subject.counterpart is not None
    text, language = subject.counterpart.text, get_language(subject.counterpart.language)
    return [age for span in statement.counterpart for age in find_ages(text, language, span)]


def _durations(document: Document, spans: tuple[Span, ...], facts: tuple[Fact, ...]) -> list[Duration]:
    """Those of the spans, in places of the document."""
    language, found = get_language(document.language), list[Duration]()
    for span in spans:
        numbers = [fact for fact in facts if span.contains(fact.span)]
        found += find_durations(document.text, language, numbers, span)
    return found
