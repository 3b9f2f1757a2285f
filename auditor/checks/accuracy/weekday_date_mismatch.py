"""ACC014 weekday-date-mismatch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.fact import DateValue, Fact, FactKind

TOLD, INFERRED = 0.85, 0.55
"""Confidence: the year stands in the date itself; the article's other dates all name one year."""
EARLIEST, LATEST = 1900, 2100
"""Years of the common era that news dates; others are of another calendar (2562, 1398, 1440)."""
GAPS = frozenset({"", ",", "(", "（", "،", "der", "den", "le", "el", "di", "de", "the", "، الموافق", "الموافق"})
"""What stands between a weekday and its date, spaces apart."""
LONGEST_SHORT_FORM = 3
"""Letters of sun, sat and wed, which are words too."""


class WeekdayDateMismatch(Check):
    """A date does not fall on the weekday that is written beside it.

    What it finds
        *Monday, 11 May 2019*, which was a Saturday; in a date without a year, the year that all other dates of the
        article name.

    Why it matters
        One of the two is wrong, and a reader who wants to be there cannot know which.

    What it does not find
        A weekday and a date with words between them, years that are not of the common era, articles that date
        several years.

    References
        MQM Core, accuracy/mistranslation. The proleptic Gregorian calendar.
    """

    id = "ACC014"
    name = "weekday-date-mismatch"
    category = Category.MISTRANSLATION
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example("The talks resume on Saturday, 11 May 2019."),
        Example("The talks resume on Monday. On 11 May 2019 they had failed."),
        Example("Die Wahl ist am Sonntag, 26. Mai 2019.", language="de"),
        Example("会议将于2019年5月11日（星期六）举行。", language="zh"),
        Example("تبدأ المحادثات يوم السبت 11 مايو 2019.", language="ar"),
    )
    BAD = (
        Example("The talks resume on ⟦Monday, 11 May 2019⟧."),
        Example("Die Wahl ist am ⟦Montag, 26. Mai 2019⟧.", language="de"),
        Example("会议将于⟦2019年5月11日（星期五⟧）举行。", language="zh"),
        Example("تبدأ المحادثات يوم ⟦الأحد 11 مايو 2019⟧.", language="ar"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per weekday with its date."""
        dates = subject.facts.of(FactKind.DATE)
        year = _only_year(dates)
        for first, second in pairwise(dates):
            a, b = _value(first), _value(second)
            weekday, day = (a, b) if a.weekday is not None else (b, a)
            if not _beside(subject, first, second) or weekday.weekday is None or day.weekday is not None:
                continue
            actual = _weekday(day, day.year or year)
            if actual is not None and actual != weekday.weekday:
                yield self._finding(subject, first, second, TOLD if day.year else INFERRED)

    def _finding(self, subject: Subject, first: Fact, second: Fact, confidence: float) -> Finding:
        weekday, day = (first, second) if _value(first).weekday is not None else (second, first)
        return self.found(
            subject,
            Span(first.span.start, second.span.end),
            f"{day.surface} was or will be no {weekday.surface}.",
            confidence=confidence,
            evidence=(Evidence.at(subject.document, weekday.span), Evidence.at(subject.document, day.span)),
        )


def _value(fact: Fact) -> DateValue:
    assert isinstance(fact.value, DateValue)
    return fact.value


def _beside(subject: Subject, first: Fact, second: Fact) -> bool:
    """Whether nothing but a comma, bracket or article stands between two facts, and neither is a word such as *sat*."""
    gap = subject.text[first.span.end : second.span.start]
    if "\n" in gap or any(
        fact.surface.isascii() and len(fact.surface) <= LONGEST_SHORT_FORM for fact in (first, second)
    ):
        return False
    return gap.strip(" \u00a0.").casefold() in GAPS


def _only_year(dates: tuple[Fact, ...]) -> int | None:
    years = {_value(fact).year for fact in dates} - {None}
    return years.pop() if len(years) == 1 else None


def _weekday(value: DateValue, year: int | None) -> int | None:
    """The weekday of a full date; None for a part of one, another calendar, or no date at all (30 February)."""
    if year is None or value.month is None or value.day is None or not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, value.month, value.day).weekday()
    except ValueError:
        return None
