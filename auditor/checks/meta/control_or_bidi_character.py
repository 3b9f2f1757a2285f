"""MET008 control-or-bidi-character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_EMBEDDINGS, _OVERRIDES, _ISOLATES = "\u202a\u202b", "\u202d\u202e", "\u2066\u2067\u2068"
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_DIRECTIONS = f"{_EMBEDDINGS}{_OVERRIDES}{_ISOLATES}{_POP}{_POP_ISOLATE}"
_BIDI = re.compile(f"[{_DIRECTIONS}]")
_MARKS = "\u200e\u200f\u061c"
_SPACES = "\u200b\u2060\ufeff\u00ad"
_JOINERS = "\u200c\u200d"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
_RUN = re.compile(f"[{_CONTROLS}]+|[\ue000-\uf8ff]+|[{_SPACES}]+|[{_JOINERS}]+|[{_MARKS}]+")
_ANY = re.compile(f"[{_CONTROLS}\ue000-\uf8ff{_SPACES}{_JOINERS}{_MARKS}{_DIRECTIONS}]")
_OPEN_SPACED = frozenset({"km", "th", "lo", "my", "bo", "dz", "shn", "mnw", "ksw", "kjg"})
"""Languages that part words or syllables with U+200B. In NTREX it stands 10,000 times in Lao, and elsewhere nearly
always twice after a space: that is how Google Translate sends it."""
_JOINING_SCRIPTS = frozenset(
    (
        *("ARABIC", "SYRIAC", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA"),
        *("MALAYALAM", "SINHALA", "MYANMAR", "KHMER", "TIBETAN", "MONGOLIAN", "NKO", "THAANA", "LEPCHA", "BALINESE"),
    )
)
"""Scripts whose letters join, so that ZWJ and ZWNJ change what is seen."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class _Stray:
    span: Span
    what: str
    severity: Severity


class ControlOrBidiCharacter(Check):
    """An invisible character that does not belong there: a control, an unclosed direction, a stray joiner.

    What it finds
        Control characters, private-use signs, direction embeddings and isolates that are never closed or closed without
        being opened, direction overrides, zero-width spaces and joiners inside words of languages that know none.
        Neutral, since nobody sees them: the same next to a space, soft hyphens, direction marks in an article without a
        right-to-left letter.

    Why it matters
        Search, spell checking and line breaks fail on them, an unclosed direction turns the rest of the line around,
        and they show that text was pasted from a page or from a translation engine.

    What it does not find
        ZWNJ and ZWJ in Arabic, Indic and other joining scripts and in emoji; zero-width spaces in Khmer, Lao, Thai,
        Burmese and Tibetan; direction marks beside right-to-left text; C1 controls (mojibake).

    References
        Unicode Standard, 23.2 and UAX #9. MQM Core, design-and-markup/character-encoding.
    """

    id = "MET008"
    name = "control-or-bidi-character"
    category = Category.ENCODING
    severity = Severity.MINOR
    scope = Scope.PASSAGE

    GOOD = (
        Example(
            "The\u00a0rate rose by\u202f5\u2009%. 👩\u200d👧 🏳️\u200d🌈 \u2066שלום\u2069 and \u200fאב\u200e, he said."
        ),
        Example("او می\u200cگوید که کتاب\u200cها را \u202bمی\u200cخواند\u202c.", language="fa"),
        Example("क्\u200dष और श्\u200cर लिखा गया।", language="hi"),
        Example("ភាសា\u200bខ្មែរ\u200bស្អាត។", language="km"),
        Example("他说：“会议\u3000结束。”", language="zh"),
    )
    BAD = (
        Example("The gover⟦\u200b⟧nor\u2019s off⟦\x02⟧ice said ⟦\u202e⟧yes on⟦\ue001⟧ Sunday."),
        Example("قال الوزير ⟦\u202b⟧إن العمل سيبدأ غدا.", language="ar"),
        Example("Министр при⟦\u200c⟧ехал в воскре⟦\ufeff⟧сенье⟦\u2069⟧.", language="ru"),
        Example("他说会⟦\u200b⟧议结⟦\x07⟧束。", language="zh"),
        Example("De minister zei ⟦\u200b\u200b⟧dat het werk begint.", language="nl"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per run of such characters."""
        for passage in subject.document.passages:
            if _ANY.search(subject.text, passage.span.start, passage.span.end):
                for stray in (*_unbalanced(subject, passage.span), *_strays(subject, passage.span)):
                    yield self.found(
                        subject,
                        stray.span,
                        f"Invisible here: {stray.what}.",
                        confidence=0.95,
                        severity=stray.severity,
                        suggestion="",
                    )


def _unbalanced(subject: Subject, within: Span) -> Iterator[_Stray]:
    """Direction controls without their partner in the passage, and overrides, which prose has no use for."""
    opened: list[tuple[str, int]] = []
    for match in _BIDI.finditer(subject.text, within.start, within.end):
        char, at = match[0], match.start()
        if char in _OVERRIDES:
            yield _Stray(Span(at, at + 1), f"an override of the direction, {_named(char)}", Severity.MINOR)
        if char not in (_POP, _POP_ISOLATE):
            opened.append((char, at))
        elif opened and (opened[-1][0] in _ISOLATES) is (char == _POP_ISOLATE):
            opened.pop()
        else:
            yield _Stray(Span(at, at + 1), f"the end of a direction that never began, {_named(char)}", Severity.MINOR)
    for char, at in opened:
        if char not in _OVERRIDES:
            yield _Stray(Span(at, at + 1), f"a direction that never ends, {_named(char)}", Severity.MINOR)


def _strays(subject: Subject, within: Span) -> Iterator[_Stray]:
    text = subject.text
    for match in _RUN.finditer(text, within.start, within.end):
        first, span = match[0][0], Span(*match.span())
        before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
        severity = Severity.MINOR if before.isalpha() and after.isalpha() else Severity.NEUTRAL
        if first in _JOINERS:
            if not (_joins(before) or _joins(after)):
                yield _Stray(span, f"a joiner where no letters join, {_named(first)}", severity)
        elif first in _SPACES:
            if subject.language.code in _OPEN_SPACED and first == "\u200b":
                continue
            severity = Severity.NEUTRAL if first in "\u00ad\u2060" else severity
            yield _Stray(
                span, f"{_named(first)}{', as translation engines send it' if before == ' ' else ''}", severity
            )
        elif first in _MARKS:
            if not _RIGHT_TO_LEFT.search(text, within.start, within.end) and subject.language.direction == "ltr":
                yield _Stray(span, f"a direction mark without right-to-left text, {_named(first)}", Severity.NEUTRAL)
        elif "\ue000" <= first <= "\uf8ff":
            yield _Stray(span, f"a sign that only one font knows, {_named(first)}", Severity.MINOR)
        else:
            yield _Stray(span, f"a control character, {_named(first)}", Severity.MINOR)


def _joins(char: str) -> bool:
    """Whether ZWJ or ZWNJ has a meaning beside `char`: letters that join, emoji and what modifies them."""
    if not char:
        return False
    if char.isascii():
        return False
    name = unicodedata.name(char, "").split(" ", 1)[0]
    return name in _JOINING_SCRIPTS or unicodedata.category(char) in ("So", "Sk") or char == "\ufe0f"


def _named(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}{' ' + name.lower() if name else ''}"
