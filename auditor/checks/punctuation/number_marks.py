"""The decimal and grouping marks of a numeral, as it was written; what the digits are worth does not matter here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.facts.fact import Fact, FactKind, NumberForm, NumberValue
from auditor.facts.measures import find_measures, find_money
from auditor.languages.language import Language

JUDGED = ".,"
"""The two marks that trade places between languages; spaces, apostrophes and the Arabic marks do not."""
LONGEST_WHOLE, GROUP = 3, 3
"""Digits before a decimal mark that are no year with a number behind it (*in 2018,5 percent*), and of a group."""
SWISS = "CHF"
"""Sums of it are written with a point in every language of Switzerland: Fr. 4.50."""
COUNTED = frozenset({NumberForm.QUANTITY, NumberForm.MEASURE})
_COUNTS = re.compile(r"[ \u00a0\u202f][^\W\d_]{3}")
"""A word behind a number, which it counts; an odds ratio stands alone, and abstracts of any language give 4.239."""
_NUMERAL = re.compile(r"(?<![\d.,:/])\d+(?:[.,]\d+)+(?![\d×xх/:]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class MarkedNumber:
    """A numeral with a point or comma in it, of which the use is clear."""

    span: Span
    groups: tuple[str, ...]
    decimal: str
    """Empty where it has none."""
    grouping: str
    """Empty where it has none."""

    def written_by(self, language: Language) -> str:
        """The same with the first marks of the language."""
        whole, tail = (self.groups[:-1], self.groups[-1]) if self.decimal else (self.groups, "")
        return language.grouping[0].join(whole) + (language.decimal + tail if tail else "")

    def lawful(self, language: Language) -> bool:
        """Whether its marks are those of the language; a decimal mark that is none of the two is not compared."""
        if self.decimal and language.decimal in JUDGED and self.decimal != language.decimal:
            return False
        return not self.grouping or self.grouping in language.grouping


def marked_numbers(subject: Subject) -> Iterator[MarkedNumber]:
    """Those of the article that are amounts beyond doubt: beside a magnitude, percent, money or a unit, or grouped so
    that they are too long for anything else; beside a counterpart also `1,250`, where that says 1250.
    """
    facts = [fact for fact in subject.facts.of(FactKind.NUMBER) if _form(fact) in COUNTED]
    sums = tuple(find_money(subject.text, facts))
    swiss = {money.fact.span for money in sums if SWISS in money.currencies}
    units = {measure.fact.span for measure in find_measures(subject.text, facts, subject.language.code)}
    measured = units | {money.fact.span for money in sums}
    whole = _whole_numbers(subject)
    for fact in facts:
        found = _NUMERAL.search(subject.text, fact.span.start, min(len(subject.text), fact.span.end + 2))
        if found is None or found.end() > fact.span.end or fact.span in swiss:
            continue
        number = _read(found.group(), found.start())
        if number is None:
            number = _thousands(found.group(), found.start())
            if number is None or not _COUNTS.match(subject.text, number.span.end):
                continue
            things = fact.span not in units and not _counts(fact, found.group())
            if _told(number, whole) or (things and _round(number)):
                yield number
        elif fact.span in measured or _counts(fact, found.group()) or _long(number):
            yield number


def _form(fact: Fact) -> NumberForm | None:
    return fact.value.form if isinstance(fact.value, NumberValue) else None


def _counts(fact: Fact, numeral: str) -> bool:
    """Whether a percent sign stands beside it or a magnitude belongs to it."""
    assert isinstance(fact.value, NumberValue)
    return fact.value.percent or any(char.isalpha() for char in fact.surface.replace(numeral, ""))


def _read(numeral: str, start: int) -> MarkedNumber | None:
    """The numeral with what each mark does; None where that is not clear: 1.250, 1,2,3."""
    groups, marks = tuple(re.split("[.,]", numeral)), re.findall("[.,]", numeral)
    span = Span(start, start + len(numeral))
    single, clear = len(marks) == 1, len(groups[-1]) != GROUP or set(groups[0]) == {"0"}
    if single:
        return MarkedNumber(span, groups, marks[0], "") if clear and len(groups[0]) <= LONGEST_WHOLE else None
    if len(set(marks)) == 1:
        return MarkedNumber(span, groups, "", marks[0]) if _grouped(groups) else None
    if marks[-1] in marks[:-1] or len(set(marks)) > len(JUDGED) or not _grouped(groups[:-1]):
        return None
    thousands = len(groups[-1]) == GROUP  # 4.176,000 has lost its way between two styles
    return MarkedNumber(span, groups, "" if thousands else marks[-1], marks[0])


def _grouped(groups: tuple[str, ...]) -> bool:
    """By thousands, or in the Indian way."""
    first, middle, last = groups[0], groups[1:-1], groups[-1]
    if len(groups) < 2 or not 1 <= len(first) <= GROUP or first.startswith("0") or len(last) != GROUP:
        return False
    return len({len(group) for group in middle}) <= 1 and all(len(group) in (2, GROUP) for group in middle)


def _long(number: MarkedNumber) -> bool:
    """Whether it has two groups or more and no number of a telephone or passport: those have no noughts at the end."""
    if not number.grouping or len(number.groups) <= 2:
        return bool(number.grouping and number.decimal)
    return number.grouping == "," or len(number.groups[0]) < GROUP or set(number.groups[-1]) == {"0"}


def _whole_numbers(subject: Subject) -> frozenset[int]:
    """The whole numbers that the counterpart tells, from a thousand on."""
    facts = () if subject.counterpart_facts is None else subject.counterpart_facts.of(FactKind.NUMBER)
    values = (fact.value.value for fact in facts if isinstance(fact.value, NumberValue))
    return frozenset(int(value) for value in values if value.denominator == 1 and value >= 10**GROUP)


def _thousands(numeral: str, start: int) -> MarkedNumber | None:
    """`1.250` or `1,250` read as a number of thousands."""
    groups = tuple(re.split("[.,]", numeral))
    if len(groups) != 2 or not _grouped(groups):
        return None
    return MarkedNumber(Span(start, start + len(numeral)), groups, "", numeral[len(groups[0])])


def _told(number: MarkedNumber, whole: frozenset[int]) -> bool:
    """Whether the counterpart tells it."""
    return int("".join(number.groups)) in whole


def _round(number: MarkedNumber) -> bool:
    """Whether it ends in a nought.

    In Bio-MQM, WMT 2020 and 2021 and TICO-19 each of the kind was a number of thousands in foreign marks: 930.000 are.
    """
    return number.groups[-1].endswith("0")
