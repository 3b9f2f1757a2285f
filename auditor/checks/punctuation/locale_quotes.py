"""LNG017 locale-quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.quote_marks import STRAIGHT, Family
from auditor.checks.punctuation.quotes import own_quotes
from auditor.checks.subject import Subject
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

FEWEST = 3
"""Quotations of an article before their marks are its style."""
SHARE = 0.75
"""Share of the quotations that carry the same foreign marks."""
_TITLES = frozenset({Family.TITLE, Family.WHITE_CORNER})


class LocaleQuotes(Check):
    """The article sets its quotations in marks that its language does not use.

    What it finds
        `«…»` throughout an English article, `“…”` throughout a German one: one finding, at the first quotation. It is
        neutral, since readers understand them.

    Why it matters
        The marks came with the source, or from a machine that was set to another language.

    What it does not find
        Straight marks, which every language's keyboards write; single quotations in other marks (mixed-quote-styles);
        marks that print in the language accepts beside its first ones; languages without a record.

    References
        MQM Core, linguistic-conventions/punctuation. CLDR, delimiters; `quotes` of each language's record. NTREX, half
        of the documents of 128 languages: 4 findings in 74,000 sentences.
    """

    id = "LNG017"
    name = "locale-quotes"
    category = Category.PUNCTUATION
    severity = Severity.NEUTRAL
    scope = Scope.DOCUMENT

    GOOD = (
        Example("“One,” he said. “Two,” she said. “Three,” they said. It was «four»."),
        Example('"Eins", sagte er. "Zwei", sagte sie. "Drei", sagten alle.', language="de"),
        Example("«Раз», — сказал он. «Два», — сказала она. «Три», — сказал я.", language="ru"),
        Example("他说“一”，她说“二”，我们说“三”。", language="zh"),
    )
    BAD = (
        Example("⟦«One»⟧, he said. «Two», she said. «Three», they said."),
        Example("⟦「Раз」⟧, — сказал он. 「Два」, — сказала она. 「Три」, — сказал я.", language="ru"),
        Example("他说⟦«一»⟧，她说«二»，我们说«三»。", language="zh"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding for the article."""
        if not subject.language.complete:
            return
        found = [one for one in own_quotes(subject).quotations if one.depth == 0]
        found = [one for one in found if one.opening.family not in _TITLES]
        found = [one for one in found if STRAIGHT.isdisjoint((one.opening.glyph, one.closing.glyph))]
        styles = Counter((one.opening.glyph, one.closing.glyph) for one in found)
        if not styles:
            return
        style, times = max(styles.items(), key=lambda item: (item[1], item[0]))
        lawful = {(pair.open, pair.close) for pair in subject.language.quotes}
        if style in lawful or times < FEWEST or times < SHARE * len(found):
            return
        first = next(one for one in found if (one.opening.glyph, one.closing.glyph) == style)
        usual = subject.language.quotes[0]
        same = first.opening.passage == first.closing.passage
        yield self.found(
            subject,
            first.span if same else first.opening.span,
            f"{times} quotations are marked {style[0]}…{style[1]}; {subject.language.name} writes "
            f"{usual.open}…{usual.close}.",
            confidence=0.8,
        )
