"""LNG021 brackets-for-quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.quotes import Quotation, scan_quotes
from auditor.checks.punctuation.spacing import weight
from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import PassageKind, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

MOST_WORDS = 3
LONGEST = 30
"""Code points of what is quoted or bracketed: a term, a name, a word in doubt; a Chinese character counts for three."""
_BRACKETED = re.compile(r"[(（]([^()（）\n]{2,30})[)）]")
_SINGLE = re.compile(r"(?<![\w’])[‘'‚]([^‘’'\n]{2,30})[’'](?!\w)")


class BracketsForQuotes(Check):
    """A word or two stand in brackets where the counterpart quotes them.

    What it finds
        *the (resistance) fired* for *the “resistance” fired*: in linked passages the counterpart quotes a term and has
        no brackets, the translation has brackets around a word or two, and fewer quotations.

    Why it matters
        Arabic and Persian newspapers set brackets for emphasis and irony; an English reader takes them for an aside and
        reads the term as the reporter's own.

    What it does not find
        Brackets that the counterpart has too; glosses, abbreviations, figures, another script's spelling of a name;
        comparable articles; passages that keep all quotations.

    References
        MQM Core, linguistic-conventions/punctuation. NTREX beside its English, half of
        the documents of 127 languages: one finding in 74,000 sentences.
    """

    id = "LNG021"
    name = "brackets-for-quotes"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.PAIR
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example(
            "The “resistance” (muqawama) fired on Monday, the army (IDF) said.",
            counterpart="The “resistance” fired on Monday, the army said.",
        ),
        Example(
            "Die Partei (links) nannte es Verrat.", language="de", counterpart="The (left) party called it “treason”."
        ),
        Example("كانت المقاومة (Hamas) هناك.", language="ar", counterpart="The “resistance” was there."),
        Example("会议（2019）谈到“抵抗”。", language="zh", counterpart="The meeting spoke of “resistance”."),
    )
    BAD = (
        Example("The ⟦(resistance)⟧ fired on Monday.", counterpart="The “resistance” fired on Monday."),
        Example("أطلقت ⟦(المقاومة)⟧ النار يوم الاثنين.", language="ar", counterpart="The ‘resistance’ fired."),
        Example("星期一，⟦（抵抗运动）⟧开火了。", language="zh", counterpart="The “resistance” fired on Monday."),
        Example("В понедельник ⟦(сопротивление)⟧ открыло огонь.", language="ru", counterpart="The “resistance” fired."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per bracketed word, as many as there are quotations missing."""
        if subject.alignment is None or subject.counterpart is None or subject.counterpart_language is None:
            return
        if subject.alignment.regime is Regime.COMPARABLE:
            return
        ours = scan_quotes(subject.document, subject.language).quotations
        theirs = scan_quotes(subject.counterpart, subject.counterpart_language).quotations
        for passage in subject.document.passages:
            places = list(_bracketed(subject, passage.span)) if passage.kind is not PassageKind.RESIDUE else []
            linked = subject.linked_spans(passage.index, SURE_LINK) if places else ()
            if not linked or any(mark in subject.counterpart.slice(span) for span in linked for mark in "(（"):
                continue
            terms = [term for span in linked for term in _terms(subject.counterpart.text, span, theirs)]
            own = sum(passage.span.contains(quotation.span) for quotation in ours)
            own += len(_SINGLE.findall(subject.text, passage.span.start, passage.span.end))
            quoted = sum(span.contains(quotation.span) for span in linked for quotation in theirs)
            missing = max(quoted, len(terms)) - own
            if terms and len(places) <= missing:
                yield from (self._finding(subject, place, terms) for place in places)

    def _finding(self, subject: Subject, place: Span, terms: list[Span]) -> Finding:
        assert subject.counterpart is not None
        text = subject.document.slice(place)
        return self.found(
            subject,
            place,
            f"{text} stands in brackets; the counterpart quotes here.",
            confidence=0.7,
            evidence=tuple(Evidence.at(subject.counterpart, term) for term in terms[:2]),
        )


SURE_LINK = 0.7
"""Confidence of a link."""


def _bracketed(subject: Subject, within: Span) -> Iterator[Span]:
    """Words in brackets that are no abbreviation, figure or foreign spelling."""
    for match in _BRACKETED.finditer(subject.text, within.start, within.end):
        words = match[1].split()
        if len(words) > MOST_WORDS or weight(match[1]) > LONGEST or any(char.isdecimal() for char in match[1]):
            continue
        if match[1].isupper() or (not subject.language.cased and match[1].isascii()):
            continue
        yield Span(match.start(), match.end())


def _terms(text: str, within: Span, quotations: tuple[Quotation, ...]) -> Iterator[Span]:
    """Quotations of a word or two, in double or single marks."""
    for quotation in quotations:
        inside = text[quotation.opening.span.end : quotation.closing.span.start]
        if within.contains(quotation.span) and weight(inside) <= LONGEST and len(inside.split()) <= MOST_WORDS:
            yield quotation.span
    for match in _SINGLE.finditer(text, within.start, within.end):
        if len(match[1].split()) <= MOST_WORDS:
            yield Span(match.start(), match.end())
