"""LNG032 missing-space-after-punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.spacing import Neighbours, is_unspaced, letters, neighbours
from auditor.checks.subject import Subject
from auditor.core.document import Passage, PassageKind, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.languages.language import Language

_MARK = re.compile(r"(?<=[^\s.,;:!?…،؛؟۔।॥։።፣፤])([.,;:!?،؛؟۔।॥։።፣፤])([\"”“»«]?)(?=[^\W\d_])")
_STOPS = ".۔"
"""Full stops that also stand inside abbreviations."""
_OWN_STOPS = "।॥።"
"""Full stops that stand nowhere else; a word before them may be one letter and its vowel sign (है)."""
_ENDS = _STOPS + _OWN_STOPS + "!?؟։"
"""Marks that end a sentence."""
_SHORTEST = 2
_SHORTEST_AT_STOP = 3
"""Letters before a full stop; *St.Petersburg* and *Mt.Everest* are abbreviations."""
_SHORTEST_UNCASED = 4
"""The same in scripts without capitals, where letters are spelled out in syllables: ایچ.آی.وی."""
_WITH_COMMA = frozenset({"ό,τι", "ο,τι", "ό,τιδήποτε", "ο,τιδήποτε"})
"""Greek words written with a comma inside."""
# fmt: off
_DOMAINS = frozenset({
    "com", "org", "net", "edu", "gov", "info", "biz", "tv", "io", "co", "ai", "app", "dev", "eu", "us", "uk", "de",
    "fr", "ru", "ir", "tr", "in", "cn", "jp", "js", "ssa", "re",
})
# fmt: on
"""What follows the stop of a web address or file."""
_QUOTING_PARTICLES = frozenset({"ko", "ja"})
"""Languages that join a particle to the closing mark: …습니다."라고."""
_SURE, _LIKELY = 0.9, 0.75


class MissingSpaceAfterPunctuation(Check):
    """A comma, stop or other mark is followed by the next word without a space.

    What it finds
        *the border.The minister*, *in Doha,the capital*, *“It is over.”He left*, in every script that sets spaces.

    Why it matters
        It is the seam of two pieces that a program joined, and it hides the end of the sentence from every program that
        reads on: two sentences are then aligned, translated and judged as one.

    What it does not find
        Figures, times, web addresses, file names, abbreviations and initials (*e.g.*, *J.K. Rowling*, *St.Petersburg*),
        case endings after a colon (*EU:n*), ellipses, brackets, Greek *ό,τι*; scripts without spaces. In a language
        without a record, whose rules nobody has told, the finding is neutral; so it is after a comma, semicolon or
        colon, where nobody misreads. A colon before a quotation mark is left alone: Persian news writes it so.

    References
        MQM Core, linguistic-conventions/punctuation. NTREX, 69 languages with a record: 40 findings in 30,567 human
        sentences, all slips, 4 of them not neutral.
    """

    id = "LNG032"
    name = "missing-space-after-punctuation"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.PASSAGE
    abstains = frozenset({"am", "ti"})
    """Ethiopic typing leaves out the space after ፣ as often as not: 17 in 500 Amharic sentences of NTREX."""

    GOOD = (
        Example("He paid $1,500 at 10:30 on booking.com, e.g. for J.K. Rowling, Ph.D., of St.Petersburg."),
        Example("See www.example.org/A.Html or Node.JS (v2.The), write to a.b@c.de. Wait...what? P.Diddy, Yahoo!News."),
        Example("EU:n mukaan CNN:lle kerrottiin asiasta kello 10.30.", language="fi"),
        Example("Κάνει ό,τι μπορεί, είπε.", language="el"),
        Example("قال لـ بي.بي.سي إن النسبة 3.5 في المئة، أي أقل.", language="ar"),
        Example("ਚੀਨ ਵਿੱਚ ਐੱਚ.ਆਈ.ਵੀ ਦਾ ਇਲਾਜ, ਏ.ਵਾਈ.ਆਰ ਨੇ ਕਿਹਾ।", language="pa"),
        Example("他来了,我走了.然后下雨了。", language="zh"),
        Example('"기억합니다."라고 그가 말했습니다.', language="ko"),
    )
    BAD = (
        Example("The trucks reached the ⟦border.The⟧ minister was in ⟦Doha,the⟧ capital. “It is ⟦over.”He⟧ left."),
        Example("Er kam ⟦spät.Sie⟧ ging, und ⟦dann;endlich⟧ war Ruhe.", language="de"),
        Example("Он приехал ⟦вечером,потом⟧ все ⟦разошлись.Утром⟧ пошёл дождь.", language="ru"),
        Example("قال ⟦الوزير،إن⟧ العمل مستمر على ⟦الحدود.وأضاف⟧ أنه سيعود.", language="ar"),
        Example("मंत्री ने कहा कि काम जारी ⟦है।उन्होंने⟧ बताया कि सड़क खुलेगी।", language="hi"),
        Example("הוא הגיע ⟦בערב,ואז⟧ כולם הלכו.", language="he"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per mark, with the words on both sides."""
        if not subject.language.spaced:
            return
        for passage in subject.document.passages:
            if passage.kind is not PassageKind.RESIDUE:
                yield from self._in_passage(subject, passage)

    def _in_passage(self, subject: Subject, passage: Passage) -> Iterator[Finding]:
        language = subject.language
        for match in _MARK.finditer(subject.text, passage.span.start, passage.span.end):
            mark, quote = match[1], match[2]
            near = neighbours(subject.text, Span(match.start(), match.end()), passage.span)
            if (
                near.is_address
                or is_unspaced(near.left[-1:] + near.right[:1])
                or not _is_slip(mark, quote, near, language)
            ):
                continue
            span = Span(match.start() - len(near.left), match.end() + len(near.right))
            yield self.found(
                subject,
                span,
                f"There is no space after “{match[0]}”.",
                confidence=_LIKELY if mark in _STOPS + ":!?" else _SURE,
                severity=None if language.complete and mark in _ENDS else Severity.NEUTRAL,
                suggestion=None if quote == '"' else f"{near.left}{match[0]} {near.right}",
            )


def _is_slip(mark: str, quote: str, near: Neighbours, language: Language) -> bool:
    left, right = letters(near.left), letters(near.right)
    if quote:
        return mark != ":" and min(left, right) >= _SHORTEST and language.code not in _QUOTING_PARTICLES
    if f"{near.left}{mark}{near.right}".casefold() in _WITH_COMMA:
        return False
    if mark in _OWN_STOPS:
        return min(left, right) > 0
    if min(left, right) < _SHORTEST:
        return False
    if mark in _STOPS:
        return _is_slip_at_stop(mark, near, language)
    if mark in ":!?":
        return _begins_anew(near) and min(left, right) > _SHORTEST and not near.left[0].isupper()
    return True


def _is_slip_at_stop(mark: str, near: Neighbours, language: Language) -> bool:
    """Whether a full stop ends a sentence here and no abbreviation, name or address."""
    if (
        near.token.count(mark) > 1 + near.token.endswith(mark)
        or f"{near.left}{mark}".casefold() in language.abbreviations
    ):
        return False
    if near.right.casefold() in _DOMAINS:
        return False
    cased = near.right[0].isupper() or near.right[0].islower()
    least = _SHORTEST_AT_STOP if cased else _SHORTEST_UNCASED
    if cased and near.left[0].isupper():
        least += 2
    return letters(near.left) >= least and letters(near.right) >= _SHORTEST and _begins_anew(near)


def _begins_anew(near: Neighbours) -> bool:
    """Whether a capital follows small letters, as at the start of a sentence; true in scripts without capitals."""
    if not (near.right[0].isupper() or near.right[0].islower()):
        return not (near.left[-1].isupper() or near.left[-1].islower())
    return near.left[-1].islower() and near.right[0].isupper() and near.right[1:2].islower()
