"""ACC010 number-changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from auditor.checks.accuracy.statements import Statement, counted_words, passages, sentences
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.compare_numbers import (
    ChangedNumber,
    Slip,
    compare_numbers,
    is_year,
    may_be_converted,
    rounds,
    same_warmth,
)
from auditor.facts.fact import DateValue, Fact, NumberForm, NumberValue
from auditor.facts.measures import find_measures, find_money, unit_near
from auditor.facts.numbers_in_place import SMALL, Side, changed_in_place
from auditor.languages.language import Language

CONFIDENCE = {Slip.POWER_OF_TEN: 0.9, Slip.SWAPPED_DIGITS: 0.9, Slip.ONE_DIGIT: 0.85, None: 0.7}
LEAST_MAGNITUDE, HUNDRED = 1000, 100
"""By how much figures differ where a magnitude may be unread, in a language whose magnitudes are known, and not."""
TEN, PAIR = 10, 2
COUNTED = frozenset({NumberForm.QUANTITY, NumberForm.MEASURE})
"""What may be told roughly."""
COMPARABLE_FACTOR = 0.85
"""Another outlet may have counted anew, even where the figures look like a slip."""


_WARMTH = re.compile(r"\b(?:below|above) zero\b|\bminus\b|\bdegrees?\b|\bfahrenheit\b|°|℃", re.IGNORECASE)
"""What shows figures to be temperatures in English, where no unit stands beside them."""


class NumberChanged(Check):
    """A number differs from the one the counterpart gives in the same statement.

    What it finds
        *500 trucks* for 5,000, *41* for 14, *1.8亿* for 18 million, *six weeks* for five: by value, whatever
        digits, words, magnitudes and marks. In parallel text every number of a sentence is held against those of its
        own counterpart; the one that is left over on either side was changed. Elsewhere the whole article is searched.

    Why it matters
        A wrong figure is the error that readers quote, and the one that a fluent translation hides best.

    What it does not find
        Numbers that stand in the counterpart's sentence or the paragraphs next to it, rounded figures, converted units
        and sums, other calendars, times of day, small numbers beside far larger ones (*two decades*, 20 years); several
        numbers changed in one sentence unless each is a known slip. In another outlet's version of the story, where
        tolls rise and estimates differ, it speaks only when the two figures differ by a known slip (a factor of ten,
        swapped digits) and the statement is the same.
        A quantity told with other digits but within five percent of the counterpart's (*10.34*, 10.3) misleads little:
        minor.

    References
        MQM Core, accuracy/mistranslation.
    """

    id = "ACC010"
    name = "number-changed"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example("Nearly 1,200 people fled.", counterpart="Some 1,198 people fled the town."),
        Example("Nine people and 34 horses.", counterpart="تسعة أشخاص و٣٤ حصانا.", counterpart_language="ar"),
        Example("大约5万人参加了集会。", language="zh", counterpart="About 50,000 people attended the rally."),
        Example("Die Kosten stiegen auf 1,2 Millionen.", language="de", counterpart="The cost rose to 1,200,000."),
        Example("Пройдено 16 км.", language="ru", counterpart="They covered 10 miles."),
        Example("شارك أكثر من ٤٠٠ شخص.", language="ar", counterpart="The event drew 400 people."),
        Example("В последние двадцать лет.", language="ru", counterpart="In the past two decades."),
        Example("他叫六一，今年40岁。", language="zh", counterpart="He is called Liuyi and is in his 40s."),
        Example("Zaidi ya watu milioni 20.4 walitazama.", language="sw", counterpart="Over 20.4 million watched."),
        Example(
            "২০২৬ সালের মধ্যে সংখ্যাটি দেড় হাজারে নেওয়ার আশা করছে কর্তৃপক্ষ।",
            language="bn",
            counterpart="The mill hopes to reach 1,500 by next year.",
        ),
        Example("Termometern visade minus 25.", language="sv", counterpart="The thermometer showed 13 below zero."),
    )
    BAD = (
        Example("About ⟦500⟧ trucks were stuck.", counterpart="About 5,000 trucks were stuck."),
        Example("还有⟦41⟧名工人被困井下。", language="zh", counterpart="Another 14 workers are trapped below ground."),
        Example("في المحافظة ⟦351⟧ مركزا صحيا.", language="ar", counterpart="The province has 315 health centres."),
        Example("Погибли ⟦23⟧ человека.", language="ru", counterpart="The crash killed 28 people."),
        Example("Die Wahl ist in ⟦sechs⟧ Wochen.", language="de", counterpart="The vote is five weeks away."),
        Example("同性恋于⟦1994年⟧合法化。", language="zh", counterpart="Homosexuality was decriminalised in 1997."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per changed number, from the sentence where possible."""
        if subject.counterpart_facts is None:
            return
        seen: set[int] = set()
        for statement in chain(sentences(subject), passages(subject)):
            for pair in _changed(subject, statement) if statement.counted else ():
                if pair.translation.span.start not in seen:
                    seen.add(pair.translation.span.start)
                    yield self._finding(subject, statement, pair)

    def _finding(self, subject: Subject, statement: Statement, pair: ChangedNumber) -> Finding:
        assert subject.counterpart is not None
        ours, theirs = pair.translation, pair.counterpart
        return self.found(
            subject,
            ours.span,
            f"The counterpart says {theirs.surface} here; the translation says {ours.surface}.",
            confidence=CONFIDENCE[pair.slip] * (1 if statement.parallel else COMPARABLE_FACTOR),
            severity=_severity(pair),
            evidence=(
                Evidence.at(subject.document, ours.span),
                Evidence.at(subject.counterpart, theirs.span),
                *(Evidence.at(subject.counterpart, span) for span in statement.counterpart),
            ),
        )


def _changed(subject: Subject, statement: Statement) -> Iterator[ChangedNumber]:
    """Numbers that stand nowhere in the other article; in parallel text those that another one of their sentence lost
    its place to.
    """
    assert subject.counterpart_facts is not None
    ours, theirs = statement.facts()
    if statement.parallel and statement.bead:
        pairs = tuple(changed_in_place(*_sides(subject, statement)))
        yield from (pair for pair in pairs if not _unread(subject, statement, pair))
        return
    compared = compare_numbers(ours, theirs, subject.counterpart_facts, subject.facts)
    yield from (pair for pair in compared.changed if _same_statement(subject, statement, pair, compared.kept))


def _severity(pair: ChangedNumber) -> Severity:
    """Minor for a quantity that is told with more or fewer digits and nearly the same; a year or ordinal is another."""
    facts = (pair.translation, pair.counterpart)
    counted = all(
        isinstance(fact.value, NumberValue) and fact.value.form in COUNTED and not is_year(fact.value) for fact in facts
    )
    return Severity.MINOR if counted and rounds(*map(_number, facts)) else Severity.MAJOR


def _sides(subject: Subject, statement: Statement) -> tuple[Side, Side]:
    assert subject.counterpart is not None
    assert subject.counterpart_language is not None
    facts, around = statement.facts(), statement.around(subject)
    ours = _Amounts(subject.text, subject.language, facts[0])
    theirs = _Amounts(subject.counterpart.text, subject.counterpart_language, facts[1])
    return ours.beside(theirs, around[0]), theirs.beside(ours, around[1])


class _Amounts:
    """The numbers of a sentence with what they are numbers of."""

    def __init__(self, text: str, language: Language, facts: tuple[Fact, ...]) -> None:
        self._facts = facts
        self._words = bool(language.numbers.words)
        self._sums = tuple(find_money(text, facts))
        money = {amount.fact.span for amount in self._sums}
        self._measures = tuple(
            measure for measure in find_measures(text, facts, language.code) if measure.fact.span not in money
        )
        known = money | {measure.fact.span for measure in self._measures}
        self._unsure = {fact.span for fact in facts if _counts_nothing(fact, text, language) or _measured(fact, known)}

    def beside(self, other: _Amounts, around: tuple[Fact, ...]) -> Side:
        """The side that is compared, less what the other side may give in another unit or currency."""
        units = {measure.unit for measure in other._measures if not measure.more}
        converted = {measure.fact.span for measure in self._measures if measure.more or measure.unit not in units}
        exact = {measure.fact.span for measure in self._measures} - converted
        exchanged = {
            amount.fact.span
            for amount in self._sums
            if not any(amount.currencies & another.currencies for another in other._sums)
        }
        apart = converted | exchanged | self._unsure | (set() if other._words else set(self._in_words()))
        return Side(self._facts, around, apart, measured=bool(self._measures), exact=exact)

    def _in_words(self) -> Iterator[Span]:
        """Numbers that a language whose number words are not known may well spell out."""
        for fact in self._facts:
            if isinstance(fact.value, NumberValue) and (fact.value.spelled or fact.value.value <= SMALL):
                yield fact.span


def _measured(fact: Fact, known: set[Span]) -> bool:
    """Whether it counts an English unit that is in no table."""
    value = fact.value
    return isinstance(value, NumberValue) and value.form is NumberForm.MEASURE and fact.span not in known


def _counts_nothing(fact: Fact, text: str, language: Language) -> bool:
    """Whether it is a numeral of one letter that may be part of a word or name, or two such side by side (唯一一组)."""
    numbers = language.numbers
    if not numbers.counters or not fact.surface.isalpha():
        return False
    if len(fact.surface) > 1:
        return len(fact.surface) == PAIR and all(numbers.words.get(letter, TEN) < TEN for letter in fact.surface)
    return text[fact.span.end : fact.span.end + 1] not in numbers.counters


def _unread(subject: Subject, statement: Statement, pair: ChangedNumber) -> bool:
    """Whether the number may be the counterpart's after all."""
    assert subject.counterpart is not None
    theirs = re.escape(pair.counterpart.surface)
    if re.search(rf"(?<!\w){theirs}(?!\w)", subject.document.slice(statement.translation), re.IGNORECASE):
        return True  # left in the counterpart's language, number words and all
    if may_be_converted(_number(pair.translation), _number(pair.counterpart)) and _measure_something(subject, pair):
        return True
    texts = (subject.document.slice(statement.translation), *map(subject.counterpart.slice, statement.counterpart))
    if same_warmth(_number(pair.translation), _number(pair.counterpart)) and any(map(_WARMTH.search, texts)):
        return True
    if pair.slip is None:
        return _far_apart(pair) and not _words_known(subject)
    return pair.slip is Slip.POWER_OF_TEN and _magnitude_unread(subject, pair)


def _measure_something(subject: Subject, pair: ChangedNumber) -> bool:
    """Whether each side names a unit a few words on, and not the same: 114 flache Kilometer, 71 flat miles."""
    assert subject.counterpart is not None
    ours = unit_near(subject.text, pair.translation, subject.language.code)
    theirs = unit_near(subject.counterpart.text, pair.counterpart, subject.counterpart.language)
    return ours is not None and theirs is not None and ours != theirs and ours.dimension == theirs.dimension


def _words_known(subject: Subject) -> bool:
    """Whether the number words of both languages are."""
    assert subject.counterpart_language is not None
    return bool(subject.language.numbers.words) and bool(subject.counterpart_language.numbers.words)


def _far_apart(pair: ChangedNumber) -> bool:
    """Whether the two are not of one order of magnitude, so that something beside one of them may not be read."""
    low, high = sorted((_number(pair.translation), _number(pair.counterpart)))
    return high >= TEN * low


def _same_statement(subject: Subject, statement: Statement, pair: ChangedNumber, kept: int) -> bool:
    """Whether the two numbers say the same of the same thing."""
    if _unread(subject, statement, pair):
        return False
    if statement.parallel:
        return pair.slip is not None
    if pair.slip in (None, Slip.ONE_DIGIT):
        return False
    if statement.wording is None:
        return statement.bead or kept > 0
    assert subject.counterpart is not None
    ours = counted_words(subject.document, pair.translation.span)
    theirs = counted_words(subject.counterpart, pair.counterpart.span)
    return bool(ours & theirs)


def _magnitude_unread(subject: Subject, pair: ChangedNumber) -> bool:
    """Whether a million may stand beside the lesser figure in a form or order that was not understood.

    Tamil மில்லியனுக்கும், Nepali सय, and languages whose word for it is not known.
    """
    assert subject.counterpart is not None
    assert subject.counterpart_language is not None
    ours, theirs = _number(pair.translation), _number(pair.counterpart)
    if ours < theirs:
        fact, text, language = pair.translation, subject.text, subject.language
    else:
        fact, text, language = pair.counterpart, subject.counterpart.text, subject.counterpart_language
    known = language.numbers.magnitudes
    ratio = max(ours, theirs) / min(ours, theirs)
    if ratio < (LEAST_MAGNITUDE if known else HUNDRED):
        return False
    if max(known.values(), default=0) < ratio:
        return True
    beside = (*text[: fact.span.start].split()[-1:], *text[fact.span.end :].split(maxsplit=1)[:1])
    return any(word.casefold().startswith(magnitude) for word in beside for magnitude in known if len(magnitude) > 2)


def _number(fact: Fact) -> Fraction:
    """The number that is told, of a lone year too."""
    if isinstance(fact.value, DateValue):
        return Fraction(fact.value.year or 0)
    assert isinstance(fact.value, NumberValue)
    return fact.value.value
