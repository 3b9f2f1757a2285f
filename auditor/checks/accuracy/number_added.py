"""ACC012 number-added."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.accuracy.number_missing import is_gloss
from auditor.checks.accuracy.statements import Statement, sentences
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.compare_numbers import compare_numbers, is_year
from auditor.facts.durations import find_durations
from auditor.facts.fact import Fact, FactKind, NumberForm, NumberValue
from auditor.languages import get_language

CONFIDENCE = 0.7
SMALLEST = 13
"""Smaller numbers are told by grammar and by words such as *decade*, *trio*, *dozen*, *teenager*."""
WORDS_OF = frozenset({14, 15, 20, 24, 30, 48, 50, 60, 90, 100, 360, 1000})
"""Round figures that a single word tells: fortnight, a quarter of an hour, a day, half an hour, a century, half."""
HOURS, MINUTES = 24, 60
_SEASON = re.compile(
    r"\b(?:last|next|this|past|previous|coming|following) (?:spring|summer|fall|autumn|winter|season|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
"""A year told by its distance in English, beside those that name the year."""
FRACTIONS = tuple(
    (re.compile(word, re.IGNORECASE), percents)
    for word, percents in (
        (r"\b(?:a|one)[- ]third\b", (33, 34)),
        (r"\btwo[- ]thirds\b", (66, 67)),
        (r"\b(?:a|one)[- ]quarter\b", (25,)),
        (r"\bthree[- ]quarters\b", (75,)),
        (r"\b(?:a|one)[- ]fifth\b", (20,)),
        (r"\b(?:a|one)[- ]tenth\b", (10,)),
    )
)
"""English fractions, with the percents that tell them."""

_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?!\d)|\d\s?[ap]\.?m\b|o['’]clock\b|\b(?:noon|midday|midnight|half[- ]time)\b|\b\d{4} hours",
    re.IGNORECASE,
)


class NumberAdded(Check):
    """The translation's sentence gives a number that the counterpart's does not.

    What it finds
        *killed 43 people* where the counterpart says only that people were killed, and 43 stands nowhere else in it.

    Why it matters
        A figure that an engine made up looks like reporting.

    What it does not find
        Numbers up to twelve and round ones that a word can tell (*a quarter of an hour*, *a century*); times of day,
        converted units, decades (*40 years*, four decades), percents of a fraction, years of which the counterpart
        gives two digits (*SS19*), other calendars; a number in place of another (number-changed says that); sentences
        beside which the counterpart tells a number in words that the tool may not know; another outlet's version, which
        may know more.

    References
        MQM Core, accuracy/addition.
    """

    id = "ACC012"
    name = "number-added"
    category = Category.ADDITION
    severity = Severity.MINOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example("Une centaine de personnes ; 100 manifestants.", language="fr", counterpart="A hundred protesters."),
        Example("Der Krieg von 1950 bis 1953.", language="de", counterpart="The 1950-53 war."),
        Example("会议于17时30分开始。", language="zh", counterpart="The meeting began at 5.30pm."),
        Example("Осадков выпадет до 25 мм.", language="ru", counterpart="Up to 1 inch of rain is expected."),
        Example("قُتل ٤٣ شخصا.", language="ar", counterpart="Forty-three people were killed."),
        Example("Le groupe, fondé dans les années 80.", language="fr", counterpart="The group, founded in the 1980s."),
        Example("Hösten 2024 fick den nytt tak.", language="sv", counterpart="It was given a new roof last fall."),
        Example("Oder 2025.", language="de", counterpart="Or next year."),
    )
    BAD = (
        Example("The blast killed ⟦43⟧ people.", counterpart="The blast killed people in the market."),
        Example("爆炸造成⟦43⟧人死亡。", language="zh", counterpart="The explosion caused deaths in the market."),
        Example("أسفر الانفجار عن مقتل ⟦٤٣⟧ شخصا.", language="ar", counterpart="The blast killed people there."),
        Example("Явка составила ⟦64⟧ %.", language="ru", counterpart="Turnout was high."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per added number."""
        if subject.counterpart_facts is None or not subject.language.numbers.words:
            return  # in a language whose magnitudes are not known, 20.4 may be millions
        for statement in sentences(subject):
            if not statement.parallel:
                continue
            ours, theirs = statement.facts()
            if not any(fact.kind is FactKind.NUMBER for fact in ours):
                continue
            if any(_measure(fact) or _vague(fact) for fact in (*ours, *theirs)):
                continue
            compared = compare_numbers(ours, theirs, subject.counterpart_facts, subject.facts)
            if compared.missing or compared.changed:
                continue
            added = [fact for fact in compared.added if _weighty(fact) and not is_gloss(subject.document, fact)]
            if any(_is_year(fact) for fact in added) and self._by_distance(subject, statement):
                added = [fact for fact in added if not _is_year(fact)]
            told = _told(theirs) | self._in_words(subject, statement)
            clock = bool(added) and any(_CLOCK.search(text) for text in self._texts(subject, statement))
            for fact in added:
                if not _explained(fact, told, clock=clock):
                    yield self._finding(subject, statement, fact)

    def _texts(self, subject: Subject, statement: Statement) -> Iterator[str]:
        assert subject.counterpart is not None
        yield subject.document.slice(statement.translation)
        yield from map(subject.counterpart.slice, statement.counterpart)

    def _by_distance(self, subject: Subject, statement: Statement) -> bool:
        """Whether the counterpart tells a year by its distance: next year, last fall."""
        assert subject.counterpart is not None
        language = get_language(subject.counterpart.language)
        for span in statement.counterpart:
            lengths = find_durations(subject.counterpart.text, language, (), span)
            if any(one.unit == "year" for one in lengths) or _SEASON.search(subject.counterpart.slice(span)):
                return True
        return False

    def _in_words(self, subject: Subject, statement: Statement) -> frozenset[int]:
        """What the counterpart tells by a word that is no number: percents of a fraction, years of decades."""
        assert subject.counterpart is not None
        told = set[int]()
        for span in statement.counterpart:
            text = subject.counterpart.slice(span)
            told |= {percent for word, percents in FRACTIONS if word.search(text) for percent in percents}
            numbers = [fact for fact in statement.theirs if span.contains(fact.span)]
            language = get_language(subject.counterpart.language)
            lengths = find_durations(subject.counterpart.text, language, numbers, span)
            told |= {int(one.amount) for one in lengths if one.unit == "year" and one.amount is not None}
        return frozenset(told)

    def _finding(self, subject: Subject, statement: Statement, fact: Fact) -> Finding:
        assert subject.counterpart is not None
        return self.found(
            subject,
            fact.span,
            f"The translation says {fact.surface} here; the counterpart gives no such number.",
            confidence=CONFIDENCE,
            evidence=(
                Evidence.at(subject.document, statement.translation),
                *(Evidence.at(subject.counterpart, span) for span in statement.counterpart),
            ),
        )


def _is_year(fact: Fact) -> bool:
    return isinstance(fact.value, NumberValue) and is_year(fact.value)


def _weighty(fact: Fact) -> bool:
    value = fact.value
    if not isinstance(value, NumberValue) or value.spelled:
        return False
    return value.value >= SMALLEST and value.value not in WORDS_OF


def _measure(fact: Fact) -> bool:
    return isinstance(fact.value, NumberValue) and fact.value.form is NumberForm.MEASURE


def _vague(fact: Fact) -> bool:
    """Whether it is a magnitude alone, or a word that may be a number: half a million, hundreds."""
    return (
        isinstance(fact.value, NumberValue) and fact.value.spelled and fact.value.value >= HOURS and fact.confidence < 1
    )


THOUSAND = 1000
"""Between metre and kilometre, gram and kilogram."""
CENTURY = 100


def _told(facts: tuple[Fact, ...]) -> frozenset[int]:
    """The whole numbers that the counterpart's sentence tells, in whatever form: `19` of SS19, the hours of a time."""
    values = (fact.value.value for fact in facts if isinstance(fact.value, NumberValue))
    return frozenset(int(value) for value in values if value.denominator == 1)


def _explained(fact: Fact, told: frozenset[int], *, clock: bool) -> bool:
    assert isinstance(fact.value, NumberValue)
    value = fact.value.value
    if value in told:
        return True
    if clock and value <= MINUTES:
        return True
    if value >= THOUSAND and value % THOUSAND == 0 and value / THOUSAND in told:
        return True  # four kilometres, 4000 米
    if value.denominator == 1 and value % CENTURY == 0 and value / CENTURY + 1 in told:
        return True  # Swedish 1800-talet, the 19th century
    return value.denominator == 1 and 1900 <= value <= 2100 and int(value) % CENTURY in told
