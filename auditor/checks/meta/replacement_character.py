"""MET007 replacement-character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_LETTER = r"[^\W\d_]"
_LOST = re.compile("[\ufffd\ufffc]+")
_RUN = re.compile(r"(?<!\?)\?{2,}(?: \?{2,})+|(?<!\?)\?{4,}")
"""Whole words of question marks: a script was written in an encoding that does not know it."""
_INSIDE = re.compile(rf"(?<={_LETTER})\?{{1,3}}(?={_LETTER})")
_PATH = re.compile(r"://|@|www\.|\.\w{2,4}/")
REACH = 200
"""Code points around a question mark in which its word is an address."""
LONG = 4
"""Signs from which on a reader can no longer guess the word."""
INSIDE = 0.8


class ReplacementCharacter(Check):
    """Letters were lost in a conversion: � or question marks stand in their place.

    What it finds
        The sign �, the sign for a lost object (U+FFFC), question marks inside a word (*M?nchen*) and words of question
        marks (*????? ???*).

    Why it matters
        Names and words are damaged for good; nothing in the text says what stood there.

    What it does not find
        Question marks after a word, letters lost at its end, questions run together with the next sentence (*Why?He*),
        web addresses, garbled letters (mojibake).

    References
        Unicode Standard, 23.8 Specials. MQM Core, design-and-markup/character-encoding.
    """

    id = "MET007"
    name = "replacement-character"
    category = Category.ENCODING
    severity = Severity.MINOR
    scope = Scope.PASSAGE

    GOOD = (
        Example("Why?He did not know?? What??? See example.org/page?id=3. “Really?”he asked."),
        Example("¿Quién?¿Cuándo? «¿De verdad?»", language="es"),
        Example("لماذا؟لم يعرف أحد. متى? لا أحد يعرف.", language="ar"),
        Example("为什么?他不知道。真的???没有人知道。", language="zh"),
        Example("Почему?Он не знал.", language="ru"),
    )
    BAD = (
        Example("The caf⟦�⟧ in M⟦?⟧nchen was closed, said Jos⟦�⟧ Garc⟦??⟧a of ⟦????? ??????⟧."),
        Example("Die Stra⟦?⟧e ist gesperrt, sagte M⟦�⟧ller.", language="de"),
        Example("قال الوزير ⟦????????⟧ إن العمل ⟦���⟧تمر.", language="ar"),
        Example("他说：“会议⟦��⟧结束。”⟦????⟧没有人知道。", language="zh"),
        Example("Он при⟦?⟧хал в ⟦?????? ??⟧ вчера.", language="ru"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per run of lost letters."""
        for passage in subject.document.passages:
            within = passage.span
            for match in _LOST.finditer(subject.text, within.start, within.end):
                yield self._finding(subject, Span(*match.span()), 0.97)
            if subject.text.find("?", within.start, within.end) < 0:
                continue
            for span, confidence in _question_marks(subject, within):
                if not _is_in_address(subject.text, span, within):
                    yield self._finding(subject, span, confidence)

    def _finding(self, subject: Subject, span: Span, confidence: float) -> Finding:
        one = len(span) == 1
        return self.found(
            subject,
            span,
            f"{'A letter was' if one else 'Letters were'} lost here: “{subject.document.slice(span)}”.",
            confidence=confidence,
            severity=Severity.MAJOR if len(span) >= LONG else self.severity,
        )


def _question_marks(subject: Subject, within: Span) -> Iterator[tuple[Span, float]]:
    for match in _RUN.finditer(subject.text, within.start, within.end):
        if not match[0].strip("?") and subject.text[max(0, match.start() - 1)].isalnum():
            continue  # a shout: What????
        yield Span(*match.span()), 0.9
    if not subject.language.cased:
        return  # without capitals nothing tells a lost letter from a sentence that follows without a space
    for match in _INSIDE.finditer(subject.text, within.start, within.end):
        if subject.text[match.end()].islower():
            yield Span(*match.span()), INSIDE


def _is_in_address(text: str, span: Span, within: Span) -> bool:
    before = text[max(within.start, span.start - REACH) : span.start].rpartition(" ")[2]
    after = text[span.end : min(within.end, span.end + REACH)].partition(" ")[0]
    return _PATH.search(before) is not None or "@" in after
