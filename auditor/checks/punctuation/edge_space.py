"""LNG034 edge-space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.quote_marks import Family
from auditor.checks.punctuation.quotes import own_quotes
from auditor.checks.subject import Subject
from auditor.core.document import Passage, PassageKind, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_SPACES = " \t\u00a0\u202f"
_IN_BRACKETS = re.compile(r"(?<=[^\s(\[])?[(（\[]([ \t\u00a0\u202f]+)(?=[^\s()\[\]])|(?<=\w)([ \t\u00a0\u202f]+)[)）]")
_BRACKET = re.compile(r"[()（）\[]")
HABIT = 0.5
"""Share of an article's quotations with a space inside from which it is the article's own way."""


class EdgeSpace(Check):
    """A space stands just inside a quotation mark or bracket.

    What it finds
        *“ We are leaving”*, *( the capital)*. It is neutral: the reader stumbles, no more.

    Why it matters
        Engines and tokenisers take the text apart at these marks. A straight mark with spaces on both sides no longer
        tells whether it opens or closes.

    What it does not find
        Guillemets in French, where the space belongs; articles that set all their quotations so.

    References
        MQM Core, linguistic-conventions/punctuation; `space_before` of each language's record. NTREX, 128 languages:
        5 in 1,000 human sentences, hence neutral.
    """

    id = "LNG034"
    name = "edge-space"
    category = Category.PUNCTUATION
    severity = Severity.NEUTRAL
    scope = Scope.DOCUMENT

    GOOD = (
        Example("« Nous partons », dit-elle. « Et vous ? » (Paris).", language="fr"),
        Example("“We are leaving,” she said. “And you?” (Paris) Option 1) was taken. [ ] Agreed."),
        Example("“ We are leaving ”, she said. “ And you ? ”"),
        Example("«Мы уезжаем», — сказала она.", language="ru"),
        Example("他说：“我们走。”（北京）", language="zh"),
    )
    BAD = (
        Example("“⟦ ⟧We are leaving,” she said. “And you?” He lives in (⟦ ⟧or near) Paris. “Yes.”"),
        Example("«Мы уезжаем⟦ ⟧», — сказала она. «Да». «Нет».", language="ru"),
        Example("قال: «⟦ ⟧لن نترك أحداً خلفنا». وأضاف: «نعم». وقالت: «لا».", language="ar"),
        Example("他说：“⟦ ⟧我们走。”她说：“好。”他又说：“再见。”", language="zh"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per space."""
        quoted = list(_in_quotations(subject))
        whole = len(own_quotes(subject).quotations)
        if len({quotation for _, quotation in quoted}) <= max(1, HABIT * whole):
            for span, _ in quoted:
                yield self._finding(subject, span)
        for passage in subject.document.passages:
            if passage.kind is not PassageKind.RESIDUE:
                yield from self._in_brackets(subject, passage)

    def _in_brackets(self, subject: Subject, passage: Passage) -> Iterator[Finding]:
        if not _BRACKET.search(subject.text, passage.span.start, passage.span.end):
            return
        for match in _IN_BRACKETS.finditer(subject.text, passage.span.start, passage.span.end):
            start, end = match.span(1) if match[1] else match.span(2)
            yield self._finding(subject, Span(start, end))

    def _finding(self, subject: Subject, span: Span) -> Finding:
        message = "A space just inside a quotation mark or bracket."
        return self.found(subject, span, message, confidence=0.85, suggestion="")


def _in_quotations(subject: Subject) -> Iterator[tuple[Span, int]]:
    """Each space with the place of its quotation."""
    text, spaced = subject.text, "»" in subject.language.space_before
    for quotation in own_quotes(subject).quotations:
        over_passages = quotation.opening.passage != quotation.closing.passage
        if over_passages or (spaced and quotation.opening.family is Family.GUILLEMET):
            continue
        start, end = quotation.opening.span.end, quotation.closing.span.start
        while start < end and text[start] in _SPACES:
            start += 1
        while end > start and text[end - 1] in _SPACES:
            end -= 1
        if start > quotation.opening.span.end:
            yield Span(quotation.opening.span.end, start), quotation.opening.span.start
        if end < quotation.closing.span.start:
            yield Span(end, quotation.closing.span.start), quotation.opening.span.start
