"""LNG031 space-before-punctuation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import PassageKind, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.languages.language import Language

_MARKS = ".,;:!?)]،؛؟۔।॥።፣፤։၊။、。，：；！？"
_APART = re.compile(
    rf"(?<=[^\s.,;:!?…،؛؟۔।॥])[ \t\u00a0\u202f]+([{re.escape(_MARKS)}])(?=[\s\"”»’]|$|(?<=[。、，：；！？]))(?!\s\.)"
)
_QUOTES = "\"”“»’'"
HABIT = 0.3
"""Share of a mark's places in an article from which the space is custom: Wolof and Tahitian news follow French, Uyghur
and Hassaniya print a space before ،, Burmese before ၊ (NTREX)."""
TOKENISED = 0.5
"""Share of all commas and stops that stand apart in a text that a program has cut into tokens."""
FEWEST_TOKENS = 4


class SpaceBeforePunctuation(Check):
    """A space stands before a comma, stop or closing bracket.

    What it finds
        *the border , he said*, and, once for the whole article, text that a program left cut into tokens
        (*He left , they said .*), which is minor; a single space is neutral.

    Why it matters
        Engines and the programs around them take text apart at its marks; what is not put together again looks like no
        newspaper.

    What it does not find
        The space that French and others set before `:`, `;`, `!`, `?`; decimals (*.5*), *.NET*, dotted ellipses, scores
        (*5 : 3*), smileys, a full stop cut off behind a quotation mark (stray-quote); a mark that an article often
        writes so.

    References
        MQM Core, linguistic-conventions/punctuation; `space_before` of each language's record. NTREX, 69 languages with
        a record: 78 spaces in 31,010 human sentences, each a slip, hence neutral.
    """

    id = "LNG031"
    name = "space-before-punctuation"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example("He wrote .5 percent in .NET :) and waited . . . It ended 5 : 3, he said :-)"),
        Example("« Qui ? » dit-il : non ; jamais ! Voilà 5 %.", language="fr"),
        Example("قال الوزير: «لا، أبدا». ثم غادر.", language="ar"),
        Example("他说：“是。”然后走了…… 没有人问。", language="zh"),
        Example("“It is over.” .", language="en"),
        Example("Mu ne , waaw , moom la . Déedéet , du moom .", language="wo"),
    )
    BAD = (
        Example("He spoke of the border⟦ ,⟧ of the war, and of peace. They left."),
        Example("He left⟦ ,⟧ they said . The road is open , but nobody drives . It is cold ."),
        Example("Le maire est parti⟦ .⟧ La ville dort, dit-il.", language="fr"),
        Example("قال الوزير⟦ ،⟧ إن العمل مستمر، وأضاف.", language="ar"),
        Example("他说会议结束了⟦ 。⟧大家都走了，没有人问。", language="zh"),
        Example("मंत्री ने कहा⟦ ।⟧ काम जारी है, सड़क खुलेगी।", language="hi"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per space, or one for an article that was cut into tokens."""
        found = list(_places(subject))
        if not found:
            return
        apart = Counter(mark for _, mark in found)
        every = _marks_of(subject)
        common, of = sum(apart[mark] for mark in _COMMON), sum(every[mark] for mark in _COMMON)
        if common >= FEWEST_TOKENS and common >= TOKENISED * of and subject.language.complete:
            message = (
                f"{common} of {of} commas and stops stand apart: the text was cut into tokens and not put together."
            )
            yield self.found(subject, found[0][0], message, confidence=0.95)
            return
        for span, mark in found:
            if apart[mark] <= max(int(subject.language.complete), HABIT * every[mark]):
                yield self.found(
                    subject,
                    span,
                    f"A space stands before “{mark}”.",
                    confidence=0.85,
                    severity=Severity.NEUTRAL,
                    suggestion=mark,
                )


_COMMON = ".,،。，।۔"


def _places(subject: Subject) -> Iterator[tuple[Span, str]]:
    """Each unlawful space with its mark."""
    text = subject.text
    for passage in subject.document.passages:
        if passage.kind is PassageKind.RESIDUE:
            continue
        for match in _APART.finditer(text, passage.span.start, passage.span.end):
            mark = match[1]
            before = text[match.start() - 1]
            if not _is_lawful(mark, before, text[match.end() :].lstrip()[:1], subject.language):
                yield Span(match.start(), match.end()), mark


def _is_lawful(mark: str, before: str, after: str, language: Language) -> bool:
    """The language's own spacing, a score or ratio, a stop that another check tells."""
    if mark in language.space_before:
        return True
    if mark in ":：" and before.isdecimal() and after.isdecimal():
        return True
    return mark in ".।۔。" and before in _QUOTES


def _marks_of(subject: Subject) -> Counter[str]:
    counted = Counter(subject.text)
    return Counter({mark: counted[mark] for mark in _MARKS})
