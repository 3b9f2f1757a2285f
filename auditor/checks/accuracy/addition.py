"""ACC022 addition."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.gaps import surplus
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

CONFIDENCE = 0.45
"""33 of 34 findings were right in NTREX with 8 % added lines, but where nothing was added three lines of 4,486 are
found, and two of 802 machine-translated from Chinese (newstest2021), both one long sentence told in two. Engines add
sentences so seldom that it stays hidden unless `--confidence` is lowered."""

_SURPLUS = (((0,), (0,), None), ((1,), (), None), ((2,), (1,), None), ((3,), (2,), None))
"""The translation's second sentence stands alone."""


class Addition(Check):
    """A sentence of the translation has nothing in the counterpart that it could render.

    What it finds
        A sentence inside a passage that renders the counterpart's, with no match though its neighbours are matched:
        text of another article, an invented explanation, a note to the editor.

    Why it matters
        The article says what its source does not.

    What it does not find
        Anything in comparable text, where another outlet tells more; whole passages without a counterpart, which are
        information; short sentences; one sentence of the counterpart told in two, by its length; clauses and phrases.
        Hidden unless `--confidence` is lowered: it cannot yet tell all such sentences from additions.

    References
        MQM Core, accuracy/addition.
    """

    id = "ACC022"
    name = "addition"
    category = Category.ADDITION
    severity = Severity.MINOR
    scope = Scope.PAIR
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example(
            "The bridge was closed on Monday. "
            "Eleven families had to leave their houses by the river. It will be repaired by June. "
            "The work has begun.",
            counterpart="The bridge was closed on Monday, and eleven families had to leave their houses by the river. "
            "It will be repaired by June. The work has begun.",
            beads=_SURPLUS,
        ),
        Example(
            "Die Brücke wurde am Montag gesperrt. Leider. Sie wird bis Juni repariert. Die Arbeit hat begonnen.",
            language="de",
            counterpart="The bridge was closed on Monday. It will be repaired by June. The work has begun.",
            beads=_SURPLUS,
        ),
        Example(
            "大桥因为出现裂缝于周一关闭。河边的十一户人家不得不离开自己的房子。修复工作将于六月完成。工程已经开始。",
            language="zh",
            counterpart="The bridge was closed on Monday, and eleven families had to leave their houses by the river. "
            "It will be repaired by June. The work has begun.",
            beads=_SURPLUS,
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
            "The bridge was closed on Monday. "
            "⟦Eleven families had to leave their houses by the river.⟧ It will be repaired by June. "
            "The work has begun.",
            counterpart="The bridge was closed on Monday. It will be repaired by June. The work has begun.",
            beads=_SURPLUS,
        ),
        Example(
            "大桥因为出现裂缝于周一关闭。⟦河边的十一户人家不得不离开自己的房子。⟧修复工作将于六月完成。工程已经开始。",
            language="zh",
            counterpart="The bridge was closed on Monday. It will be repaired by June. The work has begun.",
            beads=_SURPLUS,
        ),
        Example(
            "أغلق الجسر يوم الاثنين. ⟦وكان على إحدى عشرة أسرة مغادرة بيوتها.⟧ وسيصلح بحلول يونيو. وقد بدأ العمل.",
            language="ar",
            counterpart="The bridge was closed on Monday. It will be repaired by June. The work has begun.",
            beads=_SURPLUS,
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per sentence too many."""
        for gap in surplus(subject):
            assert subject.counterpart is not None
            yield self.found(
                subject,
                gap.sentence,
                "Nothing in the counterpart says this, though the sentences around it are rendered.",
                confidence=CONFIDENCE,
                evidence=(Evidence.at(subject.counterpart, gap.beside),),
            )
