"""LNG015 nested-same-quotes."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.quote_marks import Family
from auditor.checks.punctuation.quotes import Quotation, Style, own_quotes, style_of
from auditor.checks.subject import Subject
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.languages.language import Language

MINOR_IN = frozenset(
    (
        "ar",
        "ca",
        "cs",
        "de",
        "en",
        "es",
        "fa",
        "fr",
        "hi",
        "hu",
        "it",
        "nb",
        "nl",
        "pl",
        "pt",
        "ro",
        "sk",
        "sr",
        "sv",
        "tr",
        "uk",
    )
)
"""Languages in which professionals hardly ever do it: at most one in 1,007 human sentences of NTREX, where Latvian has
14, Uzbek 11 and Hebrew, Kazakh and Icelandic 5 or 6. Elsewhere the finding is neutral."""


class NestedSameQuotes(Check):
    """A quotation inside a quotation uses the same marks as the outer one.

    What it finds
        A pair of double marks inside a pair of the same kind, both in one passage. Among straight marks the finding is
        neutral: English-language agencies send such copy too, and one cannot see which way a straight mark faces; so
        it is in languages whose newspapers do it (Latvian, Hebrew, Russian, Chinese and many more).

    Why it matters
        The first inner mark reads as the end of the outer quotation. Every language has a second kind of mark for it.

    What it does not find
        An inner quotation in other marks (single inside double, “…” inside «…»), which is right; quotations that run
        over several paragraphs.

    References
        MQM Core, linguistic-conventions/punctuation. CLDR, delimiters (alternate quotation marks).
    """

    id = "LNG015"
    name = "nested-same-quotes"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example("“I thought: ‘One more run.’ So I ran,” Marwan said."),
        Example("He wrote that “what they called the road” is today “like any other road.”"),
        Example("«Он сказал мне: „Подожди“, и ушёл», — вспоминает она.", language="ru"),
        Example("部长说：“他们称之为‘死亡之路’，今天已经不是了。”", language="zh"),
        Example("大臣は「彼らは『死の道』と呼んだ」と述べた。", language="ja"),
    )
    BAD = (
        Example("He said that “what the drivers used to call ⟦“the road of death”⟧ is today like any other road.”"),
        Example("“My neighbor told me: ⟦“The fever goes in a day.”⟧ I believed him,” said Salma."),
        Example("«Он сказал мне: ⟦«Подожди немного»⟧ и ушёл», — вспоминает она.", language="ru"),
        Example("部长说：“他们称之为⟦“死亡之路”⟧，今天已经不是了。”", language="zh"),
        Example("大臣は「彼らは⟦「死の道」⟧と呼んだ」と述べた。", language="ja"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per inner quotation."""
        scan = own_quotes(subject)
        for inner, outer in _nested(scan.quotations):
            straight = Style.STRAIGHT in {style_of(mark) for mark in (inner.opening, inner.closing, outer.opening)}
            mild = straight or subject.language.code not in MINOR_IN
            yield self.found(
                subject,
                inner.span,
                "This quotation stands inside another one with the same marks.",
                severity=Severity.NEUTRAL if mild else self.severity,
                confidence=0.7 if straight else 0.85,
                suggestion=_with_inner_marks(subject, inner),
            )


def _nested(quotations: tuple[Quotation, ...]) -> Iterator[tuple[Quotation, Quotation]]:
    """(inner, outer) in the same marks and in one passage."""
    outermost: dict[Family, Quotation] = {}
    for quotation in quotations:
        if not quotation.depth:
            outermost[quotation.opening.family] = quotation
            continue
        outer = outermost.get(quotation.opening.family)
        if outer is not None and outer.span.contains(quotation.span) and _alike(outer, quotation):
            yield quotation, outer


def _alike(outer: Quotation, inner: Quotation) -> bool:
    passages = {mark.passage for mark in (outer.opening, outer.closing, inner.opening, inner.closing)}
    return len(passages) == 1 and style_of(outer.opening) is style_of(inner.opening)


def _with_inner_marks(subject: Subject, inner: Quotation) -> str | None:
    """The quotation in the language's second kind of marks, when the first kind is what it has now."""
    marks = _second_marks(subject.language, inner)
    if marks is None:
        return None
    return f"{marks[0]}{subject.text[inner.opening.span.end : inner.closing.span.start]}{marks[1]}"


def _second_marks(language: Language, inner: Quotation) -> tuple[str, str] | None:
    pairs = [(pair.open, pair.close) for pair in language.quotes]
    if not language.complete or len(pairs) < 2 or pairs[0] != (inner.opening.glyph, inner.closing.glyph):
        return None
    return pairs[1]
