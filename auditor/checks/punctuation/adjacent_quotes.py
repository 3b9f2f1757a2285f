"""LNG014 adjacent-quotes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.quote_marks import Lean
from auditor.checks.punctuation.quotes import Quotation, own_quotes
from auditor.checks.subject import Subject
from auditor.core.document import Document, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.languages.language import Language

LONG_ENOUGH = 28
"""Code points inside each quotation: shorter ones are titles and terms, which may be listed side by side."""
LONG_ENOUGH_UNSPACED = 8
TERM, TERM_UNSPACED = 8, 4
"""The same for the first of two where the second is a whole clause: *a "reckless act" "said the minister, who …"*."""
CLAUSE, CLAUSE_UNSPACED = 40, 14
"""A second quotation this long is no title in a list; one that ends in a full stop need only be half as long. Nothing
is found in 58,000 sentences of NTREX."""
_SENTENCE_ENDS = frozenset(".!?…。！？؟۔।։።")


class AdjacentQuotes(Check):
    """One quotation ends and the next begins with no words between them.

    What it finds
        Two quotations of sentence length, or a quoted term and a quoted clause, side by side in one passage, separated
        by nothing but a space.

    Why it matters
        One speech has been cut in two by the translation engine, or the words that told who speaks have been lost. A
        reader takes it for two speakers.

    What it does not find
        Short quotations in a row, such as a list of titles; quotations in separate paragraphs, as in a dialogue.

    References
        MQM Core, linguistic-conventions/punctuation.
    """

    id = "LNG014"
    name = "adjacent-quotes"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example("He has directed “Blue Sky” “Red Earth” and “The River” in four years."),
        Example("They showed “Ansei Paper Cutting,” “Northern Shaanxi Folk Song” and other heritage."),
        Example("“It is over,” said Karim, a driver from Dohuk. “I am going home now.”"),
        Example("“We are waiting for the convoy to pass.”\n\n“So are we, and so is everybody.”"),
        Example("قال: «لقد انتهى كل شيء هنا». وأضاف: «سأعود إلى البيت الليلة».", language="ar"),
        Example("会议讨论了“双减”“双碳”两项工作。", language="zh"),
    )
    BAD = (
        Example(
            "“The merchants lost everything in the first week of the talks⟦” “⟧The tomatoes were thrown away,” he said."
        ),
        Example("«خسر التجار كل شيء في الأسبوع الأول⟦» «⟧رميت الطماطم والخيار في الوادي»، قال الرجل.", language="ar"),
        Example("“商人们在第一周就失去了一切。⟦”“⟧西红柿都被扔进了山谷里。”他说。", language="zh"),
        Example("Palin nannte es einen „Elefanten im Raum⟦“ „⟧und sprach über ihren Sohn und andere.“", language="de"),
        Example("„Die Händler haben alles verloren⟦“ „⟧Die Tomaten wurden weggeworfen.“", language="de"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per seam."""
        scan = own_quotes(subject)
        top = [quotation for quotation in scan.quotations if quotation.depth == 0]
        for first, second in pairwise(top):
            if _adjacent(subject.document, first, second) and _both_speak(
                subject.document, first, second, subject.language
            ):
                seam = Span(first.closing.span.start, second.opening.span.end)
                yield self.found(
                    subject,
                    seam,
                    "One quotation ends and another begins with no words between: "
                    "join them, or say who speaks the second.",
                    confidence=0.75 if _ends_a_sentence(subject.document, first) else 0.9,
                )


def _adjacent(document: Document, first: Quotation, second: Quotation) -> bool:
    if first.closing.passage != second.opening.passage or second.opening.span.start < first.closing.span.end:
        return False
    if first.closing.lean is Lean.OPENS or second.opening.lean is Lean.CLOSES:
        return False
    return not document.text[first.closing.span.end : second.opening.span.start].strip()


def _both_speak(document: Document, first: Quotation, second: Quotation, language: Language) -> bool:
    """Whether both are of sentence length, or a term runs into a clause."""
    least, term, clause = (
        (LONG_ENOUGH, TERM, CLAUSE) if language.spaced else (LONG_ENOUGH_UNSPACED, TERM_UNSPACED, CLAUSE_UNSPACED)
    )
    if _ends_a_sentence(document, second):
        clause //= 2
    before, after = len(first.span) - 2, len(second.span) - 2
    return (before >= least and after >= least) or (before >= term and after >= clause)


def _ends_a_sentence(document: Document, quotation: Quotation) -> bool:
    return document.text[quotation.closing.span.start - 1] in _SENTENCE_ENDS
