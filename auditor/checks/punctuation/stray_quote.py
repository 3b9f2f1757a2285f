"""LNG013 stray-quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.quote_marks import Family, Mark
from auditor.checks.punctuation.quotes import QuoteScan, beside_its_word, own_quotes
from auditor.checks.subject import Subject
from auditor.core.document import Document, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_DETACHED_STOP = re.compile(r"(?<=\S)([\"”“»’'])[ \u00a0]+\.(?!\.|\w|[ \u00a0]\.)")
"""`border.” .`: a full stop after the mark and a space, often with another one inside. Without the space a stop on both
sides is the house style of whole countries (Spanish, Russian, Hebrew), so the space decides: 6 in 129,000 sentences of
NTREX."""


class StrayQuote(Check):
    """A quotation mark closes nothing, or has a full stop cut off behind it.

    What it finds
        A closing mark that follows a complete quotation in the same passage and has nothing left to close
        (*“That is all.” In the end”.*), and a full stop that stands apart behind the mark (*on the border.” .*).

    Why it matters
        It is the seam of a sentence that a translation engine cut in two or glued together, visible to every reader.

    What it does not find
        A closing mark in a passage without any other (unpaired-quote), and a full stop on both sides without a space,
        which many languages write on purpose.

    References
        MQM Core, linguistic-conventions/punctuation.
    """

    id = "LNG013"
    name = "stray-quote"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example("“The planning committee decides.” In the “end”. He did not object."),
        Example('She called it “the border.” He did not. The pipe is 5" wide, the other one 12".'),
        Example("Dijo: «Nos vamos.». Y se fueron a casa.", language="es"),
        Example("«Мы уезжаем», — сказал он. «И всё».", language="ru"),
        Example("他说：“我们走。”她说：“好。”", language="zh"),
        Example("He said “wait . . .” and left."),
    )
    BAD = (
        Example("“The planning committee is the only body that decides.” In the ⟦end”⟧. Peled repeated this."),
        Example("“No traveler will be left at the mercy of armed men on the border.⟦” .⟧ He added that it was over."),
        Example("«No habrá más cortes», dijo. Al ⟦final»⟧. La sesión siguió.", language="es"),
        Example("وقال: «انتهى الأمر». في ⟦النهاية»⟧. ثم غادر القاعة مع وفده.", language="ar"),
        Example("他说：“会议结束了。”⟦最后”⟧。大家都走了。", language="zh"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """Marks with nothing to close, and marks with a full stop cut off behind them."""
        document = subject.document
        for mark in stray_marks(document, own_quotes(subject)):
            if has_detached_stop(document, mark):
                continue
            span = beside_its_word(document, mark, subject.language, opens=False)
            yield self.found(
                subject,
                span,
                f"{mark.glyph} closes nothing: the quotation before it is already complete.",
                confidence=0.85,
                suggestion=document.text[span.start : mark.span.start],
            )
        for passage in document.passages:
            for match in _DETACHED_STOP.finditer(document.text, passage.span.start, passage.span.end):
                doubled = subject.text[match.start() - 1] in ".!?。"
                yield self.found(
                    subject,
                    Span(match.start(), match.end()),
                    "A full stop stands inside and outside the quotation mark."
                    if doubled
                    else "A full stop is cut off behind the quotation mark.",
                    confidence=0.95,
                    suggestion=match[1] if doubled else f"{match[1]}.",
                )


def has_detached_stop(document: Document, mark: Mark) -> bool:
    """Whether a full stop stands apart behind the mark, which then is reported once, as stray."""
    return _DETACHED_STOP.match(document.text, mark.span.start) is not None


def stray_marks(document: Document, scan: QuoteScan) -> tuple[Mark, ...]:
    """Closing marks without an opening whose passage has a complete quotation just before them."""
    closings = {pair.closing for pair in scan.quotations if pair.opening.family is not Family.TITLE}
    unopened = set(scan.unopened)
    return tuple(
        mark
        for before, mark in pairwise(scan.marks)
        if mark in unopened
        and before.passage == mark.passage
        and before in closings
        and not _speech_between(document, before, mark)
    )


SHORT_TAIL = 24
"""Code points between a complete quotation and a stray mark; a longer stretch is a quotation that lost its opening."""


def _speech_between(document: Document, closing: Mark, mark: Mark) -> bool:
    return len(document.text[closing.span.end : mark.span.start].strip()) > SHORT_TAIL
