"""ACC013 date-changed."""

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
from auditor.facts.compare_dates import (
    ChangedDate,
    compare_dates,
    compare_months,
    compare_weekdays,
    share_a_day,
    tell_one_day,
)
from auditor.facts.fact import DateValue, Fact
from auditor.languages.language import UNDETERMINED

DATE, WEEKDAY = 0.85, 0.7
"""Confidence for a date and for a weekday, which mostly stands alone."""

LONGEST_SHORT_FORM = 3
"""Letters of sun, sat and wed, which are words too."""
WORDS_TOO = frozenset(
    {"march", "may", "mart", "ocak", "ekim", "mayo", "mars", "mais", "marca", "marzo", "août", "می", "مه", "ماي"}
)
"""Names of months that are other words or names too, when they stand alone."""
_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|early|late|mid|last|next|(?:end|start|beginning|middle|month) of)[ -]$", re.IGNORECASE
)
"""English words that only a month follows, not Theresa May or a march."""
WEEK = 7
REACH = 16
"""Characters before a month that hold them."""
CAPITAL = frozenset({"en", "de", "el", "id", "ms", "sw", "af", "lb"})
"""Languages that write a weekday with a capital; without it the word is another: Greek τρίτη, Malay minggu."""


class DateChanged(Check):
    """A date or weekday is not the one that the counterpart gives.

    What it finds
        *12 May* for 11 May, *11 March* for 11 May, *May 2018* for May 2019, *July* for June, *Tuesday* for Thursday, in
        the same sentence.

    Why it matters
        A wrong day makes a true report false, and sends readers to yesterday's meeting.

    What it does not find
        Dates that stand in the other sentence or the paragraphs next to it, parts that one side leaves out, days that
        share a month (*9. und 10. August*), month names that are also words and stand alone, other calendars, more than
        one weekday changed in a sentence; another outlet's version, which was written on another day. A weekday
        beside its right date is minor, for the date tells the day; so is the weekday before or after where no date
        differs: the commonest slip of people, and off by a day at most.

    References
        MQM Core, accuracy/mistranslation. Names of months and weekdays: Unicode CLDR.
    """

    id = "ACC013"
    name = "date-changed"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example("Am 11. Mai 2019 trat er zurück.", language="de", counterpart="He resigned on May 11."),
        Example("会议于5月11日举行。", language="zh", counterpart="The meeting was held on 11 May 2019."),
        Example("تبدأ الجلسة يوم الخميس.", language="ar", counterpart="The session starts on Thursday."),
        Example("Об этом стало известно в среду, 15 мая.", language="ru", counterpart="It was reported on Wednesday."),
        Example("Am 9. und 10. August.", language="de", counterpart="It is on August 9 and 10."),
        Example("They may march on Sunday.", counterpart="They will walk on Sunday, 4 April."),
    )
    BAD = (
        Example("Am ⟦12. Mai 2019⟧ trat er zurück.", language="de", counterpart="He resigned on May 11, 2019."),
        Example("会议于⟦3月11日⟧举行。", language="zh", counterpart="The meeting was held on 11 May."),
        Example("تبدأ الجلسة يوم ⟦الثلاثاء⟧.", language="ar", counterpart="The session starts on Thursday."),
        Example("Закон вступил в силу ⟦1 июля 2018⟧ года.", language="ru", counterpart="In force since 1 July 2019."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per changed date or weekday."""
        if subject.counterpart is None or subject.counterpart_facts is None:
            return
        theirs_in = subject.counterpart_language.code if subject.counterpart_language else UNDETERMINED
        for statement in sentences(subject):
            if not statement.parallel or not statement.counted:
                continue
            ours, theirs = statement.facts()
            near_ours, near_theirs = statement.around(subject)
            for pair in compare_dates(ours, theirs, near_theirs, near_ours):
                yield self._finding(subject, statement, pair, DATE)
            mine = _clear(subject.document, ours, subject.language.code)
            other = _clear(subject.counterpart, theirs, theirs_in)
            for alone in (compare_weekdays(mine, other), compare_months(mine, other)):
                if alone is not None and not _told_too(alone, ours, theirs):
                    yield self._finding(subject, statement, alone, WEEKDAY)

    def _finding(self, subject: Subject, statement: Statement, pair: ChangedDate, confidence: float) -> Finding:
        assert subject.counterpart is not None
        ours, theirs = pair.translation, pair.counterpart
        return self.found(
            subject,
            ours.span,
            f"The counterpart says {theirs.surface} here; the translation says {ours.surface}.",
            confidence=confidence,
            severity=_severity(pair, statement),
            evidence=(
                Evidence.at(subject.document, ours.span),
                Evidence.at(subject.counterpart, theirs.span),
                *(Evidence.at(subject.counterpart, span) for span in statement.counterpart),
            ),
        )


def _severity(pair: ChangedDate, statement: Statement) -> Severity:
    """Minor for a weekday beside its right date, and for the one before or after where no date differs."""
    days = [fact.value.weekday for fact in (pair.translation, pair.counterpart) if isinstance(fact.value, DateValue)]
    ours, theirs = days
    if ours is None or theirs is None or not tell_one_day(*statement.facts()):
        return Severity.MAJOR
    near = (ours - theirs) % WEEK in (1, WEEK - 1)
    return Severity.MINOR if near or share_a_day(*statement.facts()) else Severity.MAJOR


def _clear(document: Document, facts: tuple[Fact, ...], language: str) -> tuple[Fact, ...]:
    """Dates and weekdays, without words that are spelled like one: *sun*, *may*, Greek τρίτη."""
    return tuple(
        fact
        for fact in facts
        if isinstance(fact.value, DateValue)
        and (not fact.surface.isascii() or len(fact.surface) > LONGEST_SHORT_FORM or fact.surface[0].isdigit())
        and (language not in CAPITAL or not fact.surface[0].islower())
        and (fact.surface.casefold() not in WORDS_TOO or _in_month(document, fact, language))
    )


def _in_month(document: Document, fact: Fact, language: str) -> bool:
    """Whether the words before it make a month of it: in May, the end of March."""
    before = document.text[max(0, fact.span.start - REACH) : fact.span.start]
    return language == "en" and fact.surface[0].isupper() and _MONTH_BEFORE.search(before) is not None


def _told_too(pair: ChangedDate, ours: tuple[Fact, ...], theirs: tuple[Fact, ...]) -> bool:
    """Whether either side tells the other's weekday or month after all, in a word that may be another: March."""
    return _tells(theirs, pair.translation) or _tells(ours, pair.counterpart)


def _tells(facts: tuple[Fact, ...], told: Fact) -> bool:
    assert isinstance(told.value, DateValue)
    weekday, month = told.value.weekday, told.value.month
    return any(
        isinstance(fact.value, DateValue)
        and (fact.value.weekday == weekday if weekday is not None else fact.value.month == month)
        for fact in facts
    )
