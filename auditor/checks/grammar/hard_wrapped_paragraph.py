"""`hard-wrapped-paragraph`: a paragraph break in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.grammar.broken_passages import (
    BrokenPassage,
    Sequel,
    broken_passages,
    counterpart_evidence,
    head,
    seam,
)
from auditor.checks.grammar.endings import Ending
from auditor.checks.subject import Subject
from auditor.core.document import Passage, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity


class HardWrappedParagraph(Check):
    """A paragraph breaks in the middle of a sentence and the next one carries it on.

    **What it finds.** A paragraph without final punctuation whose sentence goes on in the next: that one starts with
    a small letter, or the first ends on an article, preposition, conjunction or comma and a name follows. Where both
    halves tell one sentence of the counterpart, or a learned model of the words on both sides is sure that no sentence
    ends there, nothing else is needed.

    **Why it matters.** Line ends of a wire feed or a PDF become paragraphs, and the engine translates each half for
    itself: the page shows a torn sentence, and often a wrong one.

    **What it does not find.** Headlines, captions, list items, verse, a colon or dash before the break, a comma
    before a quotation, a paragraph that stops with nothing after it (`truncated-sentence`).

    **References.** MQM Core, linguistic conventions / textual conventions.
    """

    id = "LNG051"
    name = "hard-wrapped-paragraph"
    category = Category.TEXTUAL
    severity = Severity.MINOR
    scope = Scope.DOCUMENT
    GOOD = (
        Example(
            "The plan was read.\n\nThe minister listed three aims:\n\nmore schools, fewer forms, and "
            "lower prices for all of them."
        ),
        Example(
            "The room fell silent.\n\nHe paused, then answered the reporters,\n\n“We will build the "
            "road before the end of the year.”"
        ),
        Example("Roads reopen in north\n\nThe trucks crossed on Sunday.\n\neBay said it would pay the drivers too."),
        Example(
            "Es war still.\n\nSie fragte die Gäste nach der Zahl …\n\nund ging dann ohne ein Wort aus dem Saal.",
            language="de",
        ),
        Example("Все ждали.\n\nОн ответил коротко:\n\n— Мы построим эту дорогу до конца года.", language="ru"),
        Example("会议结束了。\n\n部长列出了三个目标：\n\n更多学校、更少表格和更低的价格。", language="zh"),
    )
    BAD = (
        Example(
            "The gate is open.\n\nSarikaya handles nearly a fifth of ⟦the goods that\n\nIraq "
            "imports⟧ from its northern neighbor, most of "
            "them foodstuffs."
        ),
        Example(
            "It began at noon.\n\nThe water filled the lower ⟦gallery of the\n\nKasonta mine⟧ in "
            "less than twenty minutes. "
            "Three workers died."
        ),
        Example("Snow fell.\n\nThe governor said the bridge ⟦was still closed\n\nto all⟧ traffic on Monday."),
        Example(
            "Es wird gebaut.\n\nDie Regierung will den Bau der ⟦neuen Strecke bis\n\nzum Sommer⟧ abschließen.",
            language="de",
        ),
        Example(
            "غرقت السفينة.\n\nوقال مسؤولون إن ربان السفينة كان آخر ⟦من غادرها، وإنه\n\nيعالج من⟧ حروق في يديه.",
            language="ar",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per break, from the last words before it to the first after it."""
        for broken in broken_passages(subject):
            if broken.sequel is Sequel.CONTINUES and broken.following is not None:
                yield self._finding(subject, broken, broken.following)

    def _finding(self, subject: Subject, broken: BrokenPassage, following: Passage) -> Finding:
        before, after = seam(subject, broken.passage), head(subject, following)
        message = "The paragraph breaks in mid-sentence; join it to the next one."
        if broken.ending is Ending.HYPHEN:
            message = "A word is cut at the end of the paragraph; join it to the next one."
        return self.found(
            subject,
            Span(before.start, after.end),
            message,
            confidence=confidence_of(broken),
            evidence=counterpart_evidence(subject, broken.passage.index),
        )


def confidence_of(broken: BrokenPassage) -> float:
    """Both halves speaking is surest; the ending alone is weaker."""
    if broken.lower:
        return 0.93 if broken.ending is not Ending.OPEN else 0.85
    return 0.8
