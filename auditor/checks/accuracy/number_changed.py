"""ACC010 number-changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from auditor.checks.accuracy.statements import Statement, counted_words, passages, sentences
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.compare_numbers import ChangedNumber, Slip, compare_numbers
from auditor.facts.fact import NumberValue

CONFIDENCE = {Slip.POWER_OF_TEN: 0.9, Slip.SWAPPED_DIGITS: 0.9, Slip.ONE_DIGIT: 0.85, None: 0.7}
LEAST_MAGNITUDE = 1000
COMPARABLE_FACTOR = 0.85
"""Another outlet may have counted anew, even where the figures look like a slip."""


class NumberChanged(Check):
    """A number differs from the one the counterpart gives in the same statement.

    What it finds
        *500 trucks* for 5,000, *41* for 14, *1.8亿* for 18 million: by value, whatever the digits, words, magnitudes
        and marks, first in the aligned sentence, then in the linked passages.

    Why it matters
        A wrong figure is the error that readers quote, and the one that a fluent translation hides best.

    What it does not find
        Numbers that stand anywhere in the counterpart, rounded figures, converted units, other calendars, times of
        day, small spelled numbers. In another outlet's version of the story, where tolls rise and estimates differ,
        it speaks only when the two figures differ by a known slip (a factor of ten, swapped digits) and the
        statement is the same.

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
        Example("Zaidi ya watu milioni 20.4 walitazama.", language="sw", counterpart="Over 20.4 million watched."),
    )
    BAD = (
        Example("About ⟦500⟧ trucks were stuck.", counterpart="About 5,000 trucks were stuck."),
        Example("还有⟦41⟧名工人被困井下。", language="zh", counterpart="Another 14 workers are trapped below ground."),
        Example("في المحافظة ⟦351⟧ مركزا صحيا.", language="ar", counterpart="The province has 315 health centres."),
        Example("Погибли ⟦23⟧ человека.", language="ru", counterpart="The crash killed 28 people."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per changed number, from the sentence where possible."""
        if subject.counterpart_facts is None:
            return
        seen: set[int] = set()
        for statement in chain(sentences(subject), passages(subject)):
            ours, theirs = statement.facts(subject)
            compared = compare_numbers(ours, theirs, subject.counterpart_facts, subject.facts)
            for pair in compared.changed:
                if pair.translation.span.start not in seen and _same_statement(subject, statement, pair, compared.kept):
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
            evidence=(
                Evidence.at(subject.document, ours.span),
                Evidence.at(subject.counterpart, theirs.span),
                *(Evidence.at(subject.counterpart, span) for span in statement.counterpart),
            ),
        )


def _same_statement(subject: Subject, statement: Statement, pair: ChangedNumber, kept: int) -> bool:
    """Whether the two numbers say the same of the same thing."""
    if pair.counterpart.surface in subject.document.slice(statement.translation):
        return False  # left in the counterpart's language, number words and all
    if pair.slip is Slip.POWER_OF_TEN and _magnitude_unread(subject, pair):
        return False
    if statement.parallel:
        return statement.bead or pair.slip is not None
    if pair.slip in (None, Slip.ONE_DIGIT):
        return False
    if statement.wording is None:
        return statement.bead or kept > 0
    assert subject.counterpart is not None
    ours = counted_words(subject.document, pair.translation.span)
    theirs = counted_words(subject.counterpart, pair.counterpart.span)
    return bool(ours & theirs)


def _magnitude_unread(subject: Subject, pair: ChangedNumber) -> bool:
    """Whether a million may stand beside the figure in a form or order that was not understood.

    Tamil மில்லியனுக்கும், Swahili *milioni 20.4*, and languages whose word for it is not known.
    """
    ours, theirs = pair.translation.value, pair.counterpart.value
    assert isinstance(ours, NumberValue)
    assert isinstance(theirs, NumberValue)
    ratio = theirs.value / ours.value if ours.value else 0
    if ratio < LEAST_MAGNITUDE:
        return False
    known = subject.language.numbers.magnitudes
    if max(known.values(), default=0) < ratio:
        return True
    span, text = pair.translation.span, subject.text
    beside = (*text[: span.start].split()[-1:], *text[span.end :].split(maxsplit=1)[:1])
    return any(word.casefold().startswith(magnitude) for word in beside for magnitude in known if len(magnitude) > 2)
