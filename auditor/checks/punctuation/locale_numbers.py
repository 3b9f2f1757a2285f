"""LNG019 locale-numbers."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.number_marks import MarkedNumber, marked_numbers
from auditor.checks.subject import Subject
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

HOUSE_STYLE = 3
"""Numbers of an article with foreign marks, none having its own, that are its style."""
SURE, LIKELY = 0.85, 0.7
"""Confidence: the article writes other numbers by the rule, or the counterpart has the very same numeral; else."""


class LocaleNumbers(Check):
    """A number is written with the decimal or grouping mark of another language.

    What it finds
        German *3.5 Prozent*, English *3,5 percent* and *1.250.000 people*, Russian *1,250,000*: beside a magnitude, a
        percent sign, money or a unit of measure, or grouped as the language groups none; also round thousands that
        would be decimals there: *1.250 passengers*. Beside a counterpart that tells 1254 also German *1,254 Einwohner*.

    Why it matters
        Engines leave the marks of their source, and the reader takes thousands for decimals.

    What it does not find
        Numbers that count nothing of these: versions, scores, times, dates; sums in Swiss francs; languages in
        which both marks are usual, by country or in print (Spanish, Arabic), unless the article writes most of its
        other numbers the other way. Three or more, and none by the rule, are the style of a house: one neutral finding.

    References
        MQM Core, locale-conventions/number-format. Marks: Unicode CLDR, number symbols of each language and region.
    """

    id = "LNG019"
    name = "locale-numbers"
    category = Category.NUMBER_FORMAT
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example("Die Preise stiegen um 3,5 Prozent auf 1.250.000 Euro.", language="de"),
        Example("Version 3.5 erschien am 3.5. um 19.30 Uhr.", language="de"),
        Example("The 192.168.100.200 server was down for 3.5 hours."),
        Example("Los precios subieron un 3.5 % en México.", language="es"),
        Example("Цены выросли на 3,5 %, до 1 250 000 рублей.", language="ru"),
        Example("他的体温是38.5摄氏度，共有1,250,000人。", language="zh"),
    )
    BAD = (
        Example("Die Preise stiegen um ⟦3.5⟧ Prozent.", language="de"),
        Example("Prices rose by ⟦3,5⟧ percent, and ⟦1.250.000⟧ people felt it."),
        Example("Цены выросли на ⟦3.5⟧ %, до ⟦1,250,000⟧ рублей.", language="ru"),
        Example("今年价格上涨了⟦3,5⟧%。", language="zh"),
        Example("A ferry with ⟦1.250⟧ passengers ran aground."),
        Example("Die Stadt hat ⟦1,254⟧ Einwohner.", language="de", counterpart="The town has 1,254 inhabitants."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per number, or one for the article."""
        if not subject.language.complete:
            return
        numbers = tuple(marked_numbers(subject))
        foreign = [number for number in numbers if not number.lawful(subject.language)]
        lawful = len(numbers) - len(foreign)
        if subject.language.other_decimal and lawful <= len(foreign):
            return
        if len(foreign) >= HOUSE_STYLE and not lawful:
            yield self._finding(subject, foreign[0], lawful, Severity.NEUTRAL)
            return
        for number in foreign:
            yield self._finding(subject, number, lawful, Severity.MINOR)

    def _finding(self, subject: Subject, number: MarkedNumber, lawful: int, severity: Severity) -> Finding:
        written, language = subject.document.slice(number.span), subject.language
        usual = number.written_by(language)
        copied = subject.counterpart is not None and written in subject.counterpart.text
        return self.found(
            subject,
            number.span,
            f"{written} has the marks of another language; {language.name} writes {usual}.",
            confidence=SURE if lawful or copied else LIKELY,
            severity=severity,
            suggestion=usual,
        )
