"""LNG016 mixed-quote-styles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.quote_marks import STRAIGHT, Family, Mark
from auditor.checks.punctuation.quotes import Quotation, QuoteScan, Style, own_quotes, style_of
from auditor.checks.subject import Subject
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.languages.language import Language

FEWEST = 3
"""Quotations in the article's own style before another one counts as foreign to it."""
MAJORITY = 0.65
"""Share of the quotations that are in that style."""


class MixedQuoteStyles(Check):
    """A quotation is marked in another style than the rest of the article.

    What it finds
        Quotations in the minority style (straight among curly, guillemets among “…”, “…“ among „…“), where at least
        three quotations and two thirds of all agree on another; a pair whose two marks do not match is one too, and a
        straight mark that closes the language's own opening one („tak") stands out among fewer.

    Why it matters
        The article has been put together from pieces, or an engine followed the source's marks in some sentences. It
        is neutral: newspapers do it themselves.

    What it does not find
        Quotations inside quotations, titles in 《》, single quotation marks, articles that have no clear majority.

    References
        MQM Core, linguistic-conventions/punctuation. CLDR, delimiters.
    """

    id = "LNG016"
    name = "mixed-quote-styles"
    category = Category.PUNCTUATION
    severity = Severity.NEUTRAL
    scope = Scope.DOCUMENT

    GOOD = (
        Example("“One,” he said. “Two,” she said. “Three 'apples' and a 6\" pipe,” they said."),
        Example('"One," he said. “Two,” she said. "Three," they said. “Four,” we said.'),
        Example("«Раз», — сказал он. «Два», — сказала она. «Они сказали: „Три“», — сказал я.", language="ru"),
        Example('Mówił „tak" i „nie", a ona „może”.', language="pl"),
        Example("他说“一”，她说“二”，我们说“三”，都在《论语》里。", language="zh"),
    )
    BAD = (
        Example('“One,” he said. “Two,” she said. “Three,” they said. The lawyer called it ⟦"a grave mistake"⟧.'),
        Example("“One,” he said. “Two,” she said. “Three,” they said. It was ⟦«a race against time»⟧."),
        Example('«Раз», — сказал он. «Два», — сказала она. «Три», — сказал я. Это ⟦"ошибка"⟧.', language="ru"),
        Example('Mówił „tak” i „nie”. Teren był „wykorzystywany przez rebeliantów⟦"⟧ od lat.', language="pl"),
        Example("他说“一”，她说“二”，我们说“三”，还有人说⟦「四」⟧。", language="zh"),
        Example('„Eins“, sagte er. „Zwei“, sagte sie. „Drei“, sagten alle. Es war ⟦"ein Fehler"⟧.', language="de"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per quotation in a minority style."""
        outermost = _outermost(own_quotes(subject))
        own = _own_style(outermost)
        if own is None:
            for mark, expected in _half_straight(outermost, subject.language):
                message = f"This mark is {mark.glyph}; its partner wants {expected}."
                yield self.found(subject, mark.span, message, confidence=0.7, suggestion=expected)
            return
        for quotation in outermost:
            wrong = [
                mark
                for mark, expected in zip((quotation.opening, quotation.closing), own, strict=True)
                if mark.glyph != expected
            ]
            if len(wrong) == 1:
                yield self._single(subject, wrong[0], own[0] if wrong[0] is quotation.opening else own[1])
            elif wrong:
                yield self._whole(subject, quotation, own)

    def _single(self, subject: Subject, mark: Mark, expected: str) -> Finding:
        """One of the two marks is right: the other is a slip, and stands where it stands."""
        message = f"This mark is {mark.glyph}; the rest of the article writes {expected} here."
        return self.found(subject, mark.span, message, confidence=0.7, suggestion=expected)

    def _whole(self, subject: Subject, quotation: Quotation, own: tuple[str, str]) -> Finding:
        return self.found(
            subject,
            quotation.span if _in_one_passage(quotation) else quotation.opening.span,
            f"{_described(quotation)} here; the rest of the article writes {own[0]}…{own[1]}.",
            confidence=0.7,
            suggestion=_restyled(subject, quotation, own),
        )


_TITLES = frozenset({Family.TITLE, Family.WHITE_CORNER})


def _style(quotation: Quotation) -> tuple[str, str]:
    return quotation.opening.glyph, quotation.closing.glyph


def _outermost(scan: QuoteScan) -> list[Quotation]:
    """Quotations that lie in no other, titles left out."""
    found: list[Quotation] = []
    for quotation in scan.quotations:
        inside = found and quotation.span.start < found[-1].span.end
        if not inside and quotation.opening.family not in _TITLES:
            found.append(quotation)
    return found


def _half_straight(quotations: list[Quotation], language: Language) -> list[tuple[Mark, str]]:
    """Straight marks whose partner is the language's own („tak"), and what should stand there; none where the article
    does so more often than it writes both marks alike."""
    partners = {pair.open: pair.close for pair in reversed(language.quotes) if pair.open not in STRAIGHT}
    found = [
        (one.closing, partners[one.opening.glyph])
        for one in quotations
        if one.closing.glyph in STRAIGHT and one.opening.glyph in partners and _in_one_passage(one)
    ]
    matched = sum(style_of(one.opening) is style_of(one.closing) for one in quotations)
    return found if language.complete and len(found) <= matched else []


def _in_one_passage(quotation: Quotation) -> bool:
    return quotation.opening.passage == quotation.closing.passage


def _own_style(quotations: list[Quotation]) -> tuple[str, str] | None:
    matched = [pair for pair in quotations if style_of(pair.opening) is style_of(pair.closing)]
    counts = Counter(map(_style, matched))
    if not counts:
        return None
    style, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    return style if count >= FEWEST and count >= MAJORITY * len(quotations) else None


def _described(quotation: Quotation) -> str:
    opening, closing = quotation.opening.glyph, quotation.closing.glyph
    styles = style_of(quotation.opening), style_of(quotation.closing)
    if styles[0] is not styles[1]:
        return f"The two marks do not match ({opening}…{closing})"
    marks = "" if styles[0] in (Style.GUILLEMETS, Style.BRACKETS) else " quotation marks"
    return f"{styles[0].value.capitalize()}{marks} ({opening}…{closing})"


def _restyled(subject: Subject, quotation: Quotation, own: tuple[str, str]) -> str | None:
    """The same words in the article's own marks; None where the quotation runs over passages."""
    if not _in_one_passage(quotation):
        return None
    inside = subject.text[quotation.opening.span.end : quotation.closing.span.start].strip("\u00a0\u202f ")
    return f"{own[0]}{inside}{own[1]}" if not set(own) & {"«", "»"} else None
