"""ACC015 unit-changed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from auditor.checks.accuracy.statements import Statement, passages, sentences
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.compare_numbers import may_be_rounded
from auditor.facts.measures import Measure, find_measures

SAME_FIGURE, CONVERTED = 0.85, 0.7
"""Confidence: the figure kept and the unit changed; a converted or repeated measure that is off."""
ROUNDING, COARSE = Fraction(15, 100), Fraction(40, 100)
"""Relative error that rounding explains, and that it explains where either figure is below `FEW` (a foot, 30 cm)."""
FEW = 10
ALIKE = Fraction(10, 100)
"""Difference in size within which two units are taken for each other: of 36 findings in 73,800 human sentences 17 were
about one line with *30 yards*, and all but one of the others right."""
SLIGHT = Fraction(25, 100)
"""Relative error that gives no other picture of the thing: minor."""
DEGREES = 2
"""Degrees Celsius that rounding explains."""


class UnitChanged(Check):
    """A measure is not the one that the counterpart gives.

    What it finds
        *10 km* for 10 miles: the figure kept, the unit changed; *20 km* for 10 miles: a conversion that is off by more
        than rounding.

    Why it matters
        Engines swap units or figures of measures, and a reader cannot tell.

    What it does not find
        Conversions, rounded generously; units that it does not know; sentences in which the two sides do not give as
        many measures of the kind; another outlet's version, unless the figure is the same. A measure that is off by a
        quarter or less is minor.

    References
        MQM Core, accuracy/mistranslation. Sizes of units: NIST Special Publication 811.
    """

    id = "ACC015"
    name = "unit-changed"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example("Der Ort liegt 320 Kilometer entfernt.", language="de", counterpart="It lies 200 miles away."),
        Example("Ширина полей 60 см.", language="ru", counterpart="The brim is two feet wide."),
        Example("气温为27摄氏度。", language="zh", counterpart="It was 80 degrees Fahrenheit."),
        Example("مساحتها 40 هكتارا.", language="ar", counterpart="It covers 100 acres."),
        Example("Er traf aus 30 Metern.", language="de", counterpart="He scored from 30 yards."),
        Example("Er wiegt 250 Kilo.", language="de", counterpart="He weighs 550 pounds."),
        Example("Он ростом 1 метр 98 сантиметров.", language="ru", counterpart="The 6-foot-6 forward grew up there."),
        Example(
            "飞机沉入约30米（100英尺）深的水中。",
            language="zh",
            counterpart="It sank in 30 meters (100 feet) of water.",
        ),
    )
    BAD = (
        Example("Der Ort liegt ⟦200 Kilometer⟧ entfernt.", language="de", counterpart="It lies 200 miles away."),
        Example("Ширина полей ⟦15 см⟧.", language="ru", counterpart="The brim is two feet wide."),
        Example("该镇距离⟦200公里⟧。", language="zh", counterpart="The town is 200 miles away."),
        Example("مساحتها ⟦100 هكتار⟧.", language="ar", counterpart="It covers 100 acres."),
        Example(
            "飞机沉入约⟦30英里⟧（100英尺）深的水中。",
            language="zh",
            counterpart="It sank in 30 meters (100 feet) of water.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per measure."""
        if subject.counterpart is None:
            return
        seen: set[int] = set()
        for statement in _statements(subject):
            ours, theirs = statement.facts()
            others = tuple(find_measures(subject.counterpart.text, theirs, subject.counterpart.language))
            measures = tuple(find_measures(subject.text, ours, subject.language.code)) if others else ()
            for measure, other, confidence in _changed(measures, others, sure=statement.parallel):
                if measure.span.start in seen:
                    continue
                seen.add(measure.span.start)
                yield self._finding(subject, statement, measure, other, confidence)

    def _finding(
        self, subject: Subject, statement: Statement, ours: Measure, theirs: Measure, confidence: float
    ) -> Finding:
        assert subject.counterpart is not None
        said, says = subject.counterpart.slice(theirs.span), subject.document.slice(ours.span)
        return self.found(
            subject,
            ours.span,
            f"The counterpart says {said} here; the translation says {says}, which is not the same.",
            confidence=confidence,
            severity=_severity(ours, theirs),
            evidence=(
                Evidence.at(subject.document, ours.span),
                Evidence.at(subject.counterpart, theirs.span),
                *(Evidence.at(subject.counterpart, span) for span in statement.counterpart),
            ),
        )


def _statements(subject: Subject) -> Iterator[Statement]:
    """Pairs of sentences; in another outlet's version also of paragraphs, where sentences seldom match."""
    yield from sentences(subject)
    yield from (statement for statement in passages(subject) if not statement.parallel)


def _severity(ours: Measure, theirs: Measure) -> Severity:
    """Minor where both give nearly the same picture of the thing; degrees have no nought to measure it by."""
    slight = ours.unit.dimension != "temperature" and any(
        abs(x - y) <= SLIGHT * max(abs(x), abs(y)) for x in ours.amounts for y in theirs.amounts
    )
    return Severity.MINOR if slight else Severity.MAJOR


def _changed(
    ours: tuple[Measure, ...], theirs: tuple[Measure, ...], *, sure: bool
) -> Iterator[tuple[Measure, Measure, float]]:
    """Measures that stand in place of another one of the same dimension."""
    for dimension in {measure.unit.dimension for measure in ours}:
        mine = [measure for measure in ours if measure.unit.dimension == dimension]
        other = [measure for measure in theirs if measure.unit.dimension == dimension]
        own = [measure for measure in mine if not any(_equal(measure, o) for o in other)]
        lost = [o for o in other if not any(_equal(measure, o) for measure in mine)]
        sure = sure and not {m.unit for m in own} & {o.unit for o in lost}  # number-changed says that
        for measure in mine:
            twin = next((o for o in other if _twins(measure, o) and not _told(o, mine, measure, measure in own)), None)
            if twin is not None:
                lost = [o for o in lost if o is not twin]
                yield measure, twin, SAME_FIGURE
            elif sure and measure in own and len(own) == len(lost) == 1 and len(mine) == len(other):
                yield measure, lost[0], CONVERTED


def _told(theirs: Measure, ours: list[Measure], twin: Measure, unlike: bool) -> bool:
    """Whether another of our measures tells theirs: as it is, or, where the twin might be a rounded one, converted."""
    return any(_same(theirs, o) or (not unlike and o is not twin and _equal(o, theirs)) for o in ours)


def _twins(a: Measure, b: Measure) -> bool:
    """The same figure of a unit that is not about as large: people write 30 metres for 30 yards.

    One of two units has no twin: the other side may have parted them, 6 फूट 6 इंच for 6-foot-6.
    """
    return (
        not (a.more or b.more)
        and a.value == b.value
        and abs(a.unit.size - b.unit.size) > ALIKE * max(a.unit.size, b.unit.size)
    )


def _same(a: Measure, b: Measure) -> bool:
    return a.value == b.value and a.unit == b.unit


def _equal(a: Measure, b: Measure) -> bool:
    """Whether both may say the same quantity, rounded where it was converted."""
    if a.unit == b.unit:
        return any(x == y or may_be_rounded(x, y) for x in a.amounts for y in b.amounts)
    tolerance = COARSE if min(a.value, b.value) < FEW else ROUNDING
    temperature = a.unit.dimension == "temperature"
    return any(
        abs(x - y) <= (DEGREES if temperature else tolerance * max(abs(x), abs(y)))
        for x in a.amounts
        for y in b.amounts
    )
