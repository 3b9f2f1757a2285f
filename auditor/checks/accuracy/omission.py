"""ACC021 omission."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.gaps import Unmatched, lacking
from auditor.checks.check import Check, CheckOptions, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

CONFIDENCE = 0.6
"""17 of 18 findings were right in NTREX with 8 % of its lines dropped; where nothing was dropped one line of 4,486 is
found, and none of 802 machine-translated from Chinese (newstest2021). Fewer lines are dropped in earnest than here."""

_LACKING = (((0,), (0,), None), ((1,), (2,), None), ((2,), (3,), None), ((), (1,), None))
"""The counterpart's second sentence stands alone."""


class OmissionOptions(CheckOptions):
    """What counts as a large omission."""

    major_letters: int = 110
    """Letters of a missing sentence from which on it is major (none of 4,486 clean lines).

    A Chinese, Japanese or Korean character counts 2.5.
    """


class Omission(Check):
    """A sentence of the counterpart is missing from the translation.

    What it finds
        A sentence inside a passage of the counterpart that the translation renders, with nothing in the translation to
        match it though its neighbours are matched. The finding stands at the sentence it should follow or precede.

    Why it matters
        What is left out cannot be seen in the translation.

    What it does not find
        Anything in comparable text, where another outlet tells less; whole passages (they are in the report's list of
        omitted passages); short sentences; a sentence whose content a neighbour might hold, by its length; clauses and
        phrases.

    References
        MQM Core, accuracy/omission.
    """

    id = "ACC021"
    name = "omission"
    category = Category.OMISSION
    severity = Severity.MINOR
    scope = Scope.PAIR
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    Options = OmissionOptions
    options: OmissionOptions

    GOOD = (
        Example(
            "The bridge was closed on Monday, and eleven families had to leave their houses by the river. "
            "It will be repaired by June. The work has begun.",
            counterpart="The bridge was closed on Monday. "
            "Eleven families had to leave their houses by the river. It will be repaired by June. "
            "The work has begun.",
            beads=_LACKING,
        ),
        Example(
            "Die Brücke wurde am Montag gesperrt. Sie wird bis Juni repariert. Die Arbeit hat begonnen.",
            language="de",
            counterpart="The bridge was closed on Monday. Sad. It will be repaired by June. The work has begun.",
            beads=_LACKING,
        ),
        Example(
            "大桥因为出现裂缝于周一关闭，河边的十一户人家不得不离开自己的房子。修复工作将于六月完成。工程已经开始。",
            language="zh",
            counterpart="The bridge was closed on Monday. "
            "Eleven families had to leave their houses by the river. It will be repaired by June. "
            "The work has begun.",
            beads=_LACKING,
        ),
        Example(
            "أغلق الجسر يوم الاثنين. وكان على إحدى عشرة أسرة مغادرة بيوتها. وسيصلح بحلول يونيو. وقد بدأ العمل.",
            language="ar",
            counterpart="The bridge was closed on Monday. "
            "Eleven families had to leave their houses by the river. It will be repaired by June. "
            "The work has begun.",
        ),
    )
    BAD = (
        Example(
            "⟦The bridge was closed on Monday.⟧ It will be repaired by June. The work has begun.",
            counterpart="The bridge was closed on Monday. "
            "Eleven families had to leave their houses by the river. It will be repaired by June. "
            "The work has begun.",
            beads=_LACKING,
        ),
        Example(
            "⟦大桥因为出现裂缝于周一关闭。⟧修复工作将于六月完成。工程已经开始。",
            language="zh",
            counterpart="The bridge was closed on Monday. "
            "Eleven families had to leave their houses by the river. It will be repaired by June. "
            "The work has begun.",
            beads=_LACKING,
        ),
        Example(
            "⟦أغلق الجسر يوم الاثنين.⟧ وسيصلح بحلول يونيو. وقد بدأ العمل.",
            language="ar",
            counterpart="The bridge was closed on Monday. "
            "Eleven families had to leave their houses by the river. It will be repaired by June. "
            "The work has begun.",
            beads=_LACKING,
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per missing sentence, at the neighbour's rendering."""
        for gap in lacking(subject):
            yield self._found(subject, gap)

    def _found(self, subject: Subject, gap: Unmatched) -> Finding:
        assert subject.counterpart is not None
        place = "before" if gap.sentence.start < gap.neighbour.start else "after"
        lost = Evidence.at(subject.counterpart, gap.sentence)
        return self.found(
            subject,
            gap.beside,
            f"A sentence of the counterpart is missing {place} this one: “{lost.excerpt}”",
            confidence=CONFIDENCE,
            severity=Severity.MAJOR if gap.letters >= self.options.major_letters else None,
            evidence=(lost, Evidence.at(subject.counterpart, gap.neighbour)),
        )
