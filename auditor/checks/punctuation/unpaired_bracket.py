"""LNG020 unpaired-bracket."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.brackets import Bracket, find_lone_brackets
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

WORD_REACH = 16
"""Code points of a word that are shown beside a bracket."""
WORD_REACH_UNSPACED = 2
_PARTNERS = dict(zip("(（[［{｛【〔〖", ")）]］}｝】〕〗", strict=True))


class UnpairedBracket(Check):
    """A bracket is opened and never closed, closed and never opened, or closed by another kind.

    What it finds
        Round, square, curly and East Asian brackets without a partner, judged over the article: an editor's note may
        run over up to three paragraphs. `(` and `（` close each other.

    Why it matters
        The reader cannot tell where the aside ends. Engines lose one bracket of a pair when they cut or join sentences.

    What it does not find
        Enumerations (*a)*, *iv)*), smileys; files with more brackets than an article has.

    References
        MQM Core, linguistic-conventions/punctuation. NTREX, 128 languages: 13 findings in 56,704 sentences, all slips.
    """

    id = "LNG020"
    name = "unpaired-bracket"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example("There are three: a) water, b) bread (or rice), and iv) salt [sic]. He smiled :-) (World War I)."),
        Example("(The bridge was closed on Monday.\n\nIt will open again in May.) He left."),
        Example("Есть два пути: а) ждать, б) уйти (домой).", language="ru"),
        Example("هناك أمران: أ) الماء، ب) الخبز (أو الأرز).", language="ar"),
        Example("会议（星期一)结束了【图】。", language="zh"),
    )
    BAD = (
        Example("The minister ⟦(who⟧ had resigned in May said nothing. The bridge is closed."),
        Example("The minister had resigned in ⟦May)⟧ and said nothing (or little)."),
        Example("The minister (who had resigned in ⟦May]⟧ said nothing."),
        Example("Министр ⟦(который⟧ ушёл в мае молчал. Мост закрыт.", language="ru"),
        Example("قال الوزير ⟦(الذي⟧ استقال في مايو إنه سيعود. الجسر مغلق.", language="ar"),
        Example("会议⟦（星期⟧一结束了。大家都走了。", language="zh"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per bracket without a partner or with a wrong one."""
        lone = find_lone_brackets(subject.document)
        for bracket in lone.alone:
            what = "opened and never closed" if bracket.opens else "closed but was never opened"
            message = f"This bracket is {what}: {bracket.glyph}"
            yield self.found(subject, _beside_its_word(subject, bracket), message, confidence=0.9)
        for opening, closing in lone.mismatched:
            span = _beside_its_word(subject, closing)
            yield self.found(
                subject,
                span,
                f"A bracket that is opened with {opening.glyph} is closed with {closing.glyph}",
                confidence=0.9,
                suggestion=subject.text[span.start : closing.at] + _PARTNERS[opening.glyph],
            )


def _beside_its_word(subject: Subject, bracket: Bracket) -> Span:
    """The bracket with the word it touches."""
    text, within = subject.text, subject.document.passages[bracket.passage].span
    reach = WORD_REACH if subject.language.spaced else WORD_REACH_UNSPACED
    start, end = bracket.at, bracket.at + 1
    if bracket.opens:
        limit = min(within.end, end + reach)
        while end < limit and not text[end].isspace():
            end += 1
    else:
        limit = max(within.start, start - reach)
        while start > limit and not text[start - 1].isspace():
            start -= 1
    return Span(start, end)
