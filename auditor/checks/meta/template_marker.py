"""MET010 template-marker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_LEAST_TRIGGER = re.compile(r"[{}%$\[<>_|｟｠#=@]|TKTK|TODO|FIXME|lorem|dolor|undefined", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|\$\{[^{}\n]{1,60}\}"
    r"|\{\d{1,2}\}|\{[A-Za-z][A-Za-z0-9_]{0,40}(?:[.:][A-Za-z0-9_]{1,40})?\}"
    r"|%\([A-Za-z]\w{0,40}\)[sdif]"
    r"|(?<![\dA-Za-z%٪])(?<!\d[ \u00a0\u202f])%(?:\d\$)?(?:[sdif](?![A-Za-z])|@)"
    r"|[｟⦅][^｠⦆\n]{0,60}[｠⦆]"
    r"|(?<![A-Za-z0-9_])__[A-Za-z][A-Za-z0-9]{0,40}(?:_[A-Za-z0-9]{1,40}){0,4}__(?![A-Za-z_])"
    r"|(?<![A-Za-z0-9_])[@$#]{2}[A-Z][A-Z_]{0,30}\d{0,3}[@$#]{2}"
    r"|(?<!\w)[#$](?:NUM|NAME|DATE|ENT|ENTITY|PER|LOC|ORG|URL|TERM|VAR)_?\d{0,3}(?:#|\b)"
    r"|\[object Object\]"
)
_TAG = re.compile(r'</?(?:x|g|ph|bpt|ept|mrk|it|ent|term|tag|span|seg)\s?(?:id="?\w{1,12}"?|\d{1,3})[^<>\n]{0,60}>')
_WORDS = (
    r"translate|translated|translation|untranslated|to be translated|translation needed|translation missing"
    r"|needs translation|not translated|todo|fixme|tktk|tk|tbd|placeholder|missing|missing text"
    r"|insert [^\[\]\n]{1,40}"
    r"|your [a-z ]{2,30}|headline|headline here|name|date|city|location|author|title|company name|text here"
    r"|add [^\[\]\n]{1,40} here"
)
_BRACKETED = re.compile(rf"\[(?:{_WORDS})(?: ?[:#] ?[^\[\]\n]{{0,60}})?\]|<<\s?\w[^<>\n]{{0,40}}>>", re.IGNORECASE)
_FILLER = re.compile(r"\blorem ipsum\b[^.\n]{0,200}|\bdolor sit amet\b[^.\n]{0,200}", re.IGNORECASE)
_NOTE = re.compile(r"(?<!\w)(?:TODO|FIXME|TKTK)\b(?::[^.\n]{0,80})?")
_SEAM = re.compile(r"<{3,}|>{3,}|={5,}|\|{3,}")
_WIKI = re.compile(r"\[\[[^\[\]\n]{1,120}\]\]")
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|youtube|video|audio|vc_\w{1,30}|su_\w{1,30}|contact-form\S{0,20}|playlist)\b[^\[\]\n]{0,200}\]"
)
_SHAPES = (
    (_PLACEHOLDER, "a placeholder that was never filled in", Severity.MAJOR),
    (_BRACKETED, "a placeholder that was never filled in", Severity.MAJOR),
    (_FILLER, "filler text", Severity.MAJOR),
    (_NOTE, "a note that something is still to be done", Severity.MAJOR),
    (_TAG, "a tag of a translation file", Severity.MINOR),
    (_SHORTCODE, "a command to the publishing system", Severity.MINOR),
    (_WIKI, "a link of a wiki", Severity.MINOR),
    (_SEAM, "a separator of a machine's own", Severity.MINOR),
)
"""(shape, what it is, how much it matters), the surest first."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


class TemplateMarker(Check):
    """A placeholder or mark of a template stands where text should be.

    What it finds
        `{{name}}`, `${name}`, `{0}`, `%s`, `%(count)d`, `｟…｠`, `__TERM_1__`, `<x id="1">`, `[TRANSLATE]`,
        `[Insert name]`, *lorem ipsum*, TODO, shortcodes of publishing systems, wiki links, `<<<` and `|||`.

    Why it matters
        A name, number or word is missing there, and the reader sees the machinery instead.

    What it does not find
        Percentages (5 % d'inflation, %50), editors' brackets ([sic], [his]), web addresses, hashtags, HTML tags and
        entities (leftover-entity-or-escape).

    References
        MQM Core, design-and-markup/markup-tag. On 128 languages of NTREX it finds only tags that were
        left in: five of `<seg id=…>`.
    """

    id = "MET010"
    name = "template-marker"
    category = Category.MARKUP
    severity = Severity.MAJOR
    scope = Scope.PASSAGE

    GOOD = (
        Example(
            "Prices rose 5 %, a third of it [sic] in [his] town; see https://example.org/{id}?q=%s and #NAMES [1]."
        ),
        Example("L'inflation est de 5 % d'ici à mai, dit le ministre ; 3 %s’expliquent par le pétrole.", language="fr"),
        Example("Fiyatlar %50 arttı, {küme} ve <isim> diye yazdı.", language="tr"),
        Example("ارتفعت الأسعار بنسبة 5 % [كذا] و٪50 في {سوق}.", language="ar"),
        Example("物价上涨5%，[原文如此]，他写道：<某人>{某地}。", language="zh"),
    )
    BAD = (
        Example("The minister ⟦{{name}}⟧ said that ⟦%s⟧ of ⟦{0}⟧ people came to ⟦${city}⟧. ⟦[Insert quote here]⟧"),
        Example("Der Minister ⟦__TERM_1__⟧ kam am ⟦%(date)s⟧ nach ⟦｟NE｠⟧. ⟦[TRANSLATE]⟧", language="de"),
        Example("قال الوزير ⟦%s⟧ إن ⟦{1}⟧ شخصا وصلوا إلى ⟦{{city}}⟧.", language="ar"),
        Example('部长⟦{name}⟧周日抵达⟦%1$s⟧。⟦<x id="2"/>⟧', language="zh"),
        Example("Министр ⟦<<имя>>⟧ приехал ⟦|||⟧ в воскресенье. ⟦Lorem ipsum dolor sit amet⟧.", language="ru"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per marker."""
        for passage in subject.document.passages:
            if _LEAST_TRIGGER.search(subject.text, passage.span.start, passage.span.end):
                yield from self._in_passage(subject, passage.span)

    def _in_passage(self, subject: Subject, within: Span) -> Iterator[Finding]:
        taken = bytearray(len(within))
        for match in _ADDRESS.finditer(subject.text, within.start, within.end):
            _take(taken, Span(*match.span()).shifted(-within.start))
        for shape, what, severity in _SHAPES:
            for match in shape.finditer(subject.text, within.start, within.end):
                span = Span(*match.span())
                if _take(taken, span.shifted(-within.start)):
                    yield self.found(subject, span, f"“{match[0]}” is {what}.", confidence=0.95, severity=severity)


def _take(taken: bytearray, span: Span) -> bool:
    """Marks the code points of `span`; False where some of them were marked before."""
    free = not any(taken[span.start : span.end])
    if free:
        taken[span.start : span.end] = b"\x01" * len(span)
    return free
