"""MET009 leftover-entity-or-escape."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_ENTITY = re.compile(r"&[ ]?(?:#[ ]?\d{2,7}|#[ ]?[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,31}\d{0,2})[ ]?;")
"""With the stray spaces that a translation engine puts inside."""
_CUT_ENTITY = re.compile(r"&(?:quot|nbsp|apos|amp|lt|gt|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|#39|#34)(?![\w;=])")
_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|(?<![\w:\\/])\\[nrt](?=\s|[A-Z\"“”]|$)|\\[\"']")
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|br|p|div|span|a|img|h[1-6]|li|ul|ol|td|tr|table|script|style|sup|sub|font|blockquote"
    r"|figure|figcaption|section|article|iframe|strike|small|center|hr)(?:\s[^<>\n]{0,300})?\s?/?>",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_TRIGGERS = "&\\<"


class LeftoverEntityOrEscape(Check):
    """Markup or an escape sequence is printed as text.

    What it finds
        Character references (`&quot;`, `&#39;`, also with a space inside), escapes (`\\\\u2019`, `\\\\n`), HTML tags.

    Why it matters
        It was made for a machine; the reader sees rubbish in the middle of a sentence. It shows that the text passed
        through a step that escaped it once too often.

    What it does not find
        An ampersand in a name (AT&T), a sign smaller than, addresses, Markdown.

    References
        MQM Core, design-and-markup/markup-tag. HTML Living Standard, named character references.
    """

    id = "MET009"
    name = "leftover-entity-or-escape"
    category = Category.MARKUP
    severity = Severity.MINOR
    scope = Scope.PASSAGE

    GOOD = (
        Example("AT&T; R&D; Q&A; the report (a < b > c) is at https://example.org/?a=1&copy;=2 and C:\\new\\table <3."),
        Example("Nous & vous, M<sans doute>, 5 > 3.", language="fr"),
        Example("公司R&D;部门<重要>通知。", language="zh"),
        Example("Отдел R&D; пишет: x<y и C:\\temp.", language="ru"),
    )
    BAD = (
        Example("The ministry ⟦&quot;⟧categorically denied⟦&quot;⟧ it. It⟦&#39;⟧s over, Gabbay ⟦&amp;⟧ Sons said."),
        Example("It⟦\\u2019⟧s over.⟦\\n⟧ He left ⟦<b>⟧at once⟦</b>⟧⟦<br />⟧ with & quot its ⟦& quot;⟧ friends."),
        Example("Le ministre a dit⟦&nbsp;⟧: oui. L⟦&rsquo;⟧eau monte.", language="fr"),
        Example("部长说⟦&ldquo;⟧不⟦&rdquo;⟧⟦<p>⟧。", language="zh"),
        Example("Министр сказал ⟦&laquo;⟧нет⟦&raquo;⟧.", language="ru"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per reference, escape or tag."""
        for passage in subject.document.passages:
            if not any(trigger in subject.document.slice(passage.span) for trigger in _TRIGGERS):
                continue
            addresses = _addresses(subject.text, passage.span)
            for span, kind, instead in _leftovers(subject.text, passage.span):
                if span.start not in addresses:
                    yield self.found(
                        subject,
                        span,
                        f"{kind} is printed as text: {subject.document.slice(span)}",
                        confidence=0.95,
                        suggestion=instead,
                    )


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _addresses(text: str, within: Span) -> set[int]:
    """Places inside web addresses."""
    return {at for match in _ADDRESS.finditer(text, *_bounds(within)) for at in range(*match.span())}


def _leftovers(text: str, within: Span) -> Iterator[tuple[Span, str, str | None]]:
    """(span, what it is, what it should read)."""
    for match in _ENTITY.finditer(text, *_bounds(within)):
        compact = match[0].replace(" ", "")
        if compact[1] == "#" or compact[1:] in html5:
            yield Span(*match.span()), "A character reference", html.unescape(compact)
    for match in _CUT_ENTITY.finditer(text, *_bounds(within)):
        yield Span(*match.span()), "A character reference", html.unescape(match[0] + ";")
    for match in _ESCAPE.finditer(text, *_bounds(within)):
        yield Span(*match.span()), "An escape sequence", _unescaped(match[0])
    for match in _TAG.finditer(text, *_bounds(within)):
        yield Span(*match.span()), "An HTML tag", ""


def _unescaped(escape: str) -> str | None:
    """The character an escape stands for; None where that is a line break or half of a pair."""
    if escape[1] in "nrt":
        return None
    if escape[1] in "\"'":
        return escape[1]
    code = int(escape[2:], 16)
    return None if 0xD800 <= code < 0xE000 or code < 0x20 else chr(code)
