"""MET005 confusable-letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, CheckOptions, Scope
from auditor.checks.example import Example
from auditor.checks.meta.mixed_letters import TWINS, mixed_words
from auditor.checks.meta.set_apart import SetApart, set_apart
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_ALONE = {
    "Cyrl": re.compile(r"(?<=[а-яёіїєґўјљњћђќѓѕ]\s)[aceoyik](?=\s[а-яёіїєґўјљњћђќѓѕ])"),
    "Latn": re.compile(r"(?<=[a-zà-öø-ʯ]\s)[аеоуіАОІ](?=\s[a-zà-öø-ʯ])"),
}
"""A word of one letter between words of the other script: Russian *c* for *с*."""
_ARABIC_FORMS = {
    "fa": {"ي": "ی", "ك": "ک", "ى": "ی"},
    "ur": {"ي": "ی", "ك": "ک", "ى": "ی"},
    "ar": {"ی": "ي", "ک": "ك"},
}
"""Letters of Arabic and Persian that are drawn (nearly) alike, and the one a language writes."""
_ARABIC_WORD = re.compile(r"[\u0620-\u0652\u066e-\u06d3\u06fa-\u06ff\u200c]+")


class ConfusableLetterOptions(CheckOptions):
    """What counts as a slip rather than as a habit."""

    minority: float = 0.05
    """Largest share that the other language's forms of ي and ك may have in an article and still be slips."""
    habit: int = 8
    """Words from which on an article is reported once: some keyboards and converters write a whole article this way."""
    least: int = 40
    """Letters of both forms below which an article says nothing about its habit."""


class ConfusableLetter(Check):
    """A letter of another script stands in a word because it looks the same.

    What it finds
        A Latin *a* in a Cyrillic word, a Cyrillic *о* or Greek *Ο* in a Latin one, a Latin letter alone for a Cyrillic
        word of one letter. Neutral: the Arabic ي and ك in a Persian or Urdu article that otherwise writes ی and ک, and
        the Persian ones in an Arabic article.

    Why it matters
        Nobody sees it, but search, spell checking, sorting and speech output fail on the word.

    What it does not find
        Words in which the difference shows (mixed-script-word), words that are wholly in the other script, a Latin name
        with an ending in the article's script (*iPhoneа*), articles that use the other forms throughout.

    References
        UTS #39, confusables. MQM Core, linguistic-conventions/spelling.
    """

    id = "MET005"
    name = "confusable-letter"
    category = Category.SPELLING
    severity = Severity.MINOR
    scope = Scope.DOCUMENT
    Options = ConfusableLetterOptions
    options: ConfusableLetterOptions

    GOOD = (
        Example("Tele2, the µ-opioid, vitamin C, plan B and the A4 sheet; Ohm’s Ω, ΔT, αβ.", language="en"),
        Example("Группа A, витамин C, план B. Купил iPhoneа и SMSка; версия 2.0 a или b.", language="ru"),
        Example("Група А и Facebookа, вирус COVIDа.", language="sr"),
        Example("في بغداد قال رئيس الوزراء إن الشركة كانت ملكا للدولة.", language="ar"),
        Example("A股和B股上涨，他说O型血。", language="zh"),
    )
    BAD = (
        Example("The ⟦gоvernment⟧ met in ⟦Βritain⟧ on Monday."),
        Example("⟦Mосква⟧ и ⟦правительcтво⟧ живут ⟦c⟧ этим ⟦eго⟧ решением.", language="ru"),
        Example("Уряд ухвалив ⟦рiшення⟧ ⟦i⟧ пішов.", language="uk"),
        Example("Η κυβέρνηση στην ⟦Aθήνα⟧.", language="el"),
        Example("他写给⟦Gооgle⟧公司。", language="zh"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per word; one for the article where it is a habit."""
        slips = [slip for passage in subject.document.passages for slip in _slips(subject, passage.span)]
        habit = len(slips) > self.options.habit
        more = f" So do {len(slips) - 1} other words of the article." if habit else ""
        for span, instead, confidence in slips[:1] if habit else slips:
            yield self._finding(subject, span, instead, Severity.MINOR, confidence, more)
        yield from self._arabic(subject)

    def _arabic(self, subject: Subject) -> Iterator[Finding]:
        """Words with the other language's form of a letter, where the article hardly ever uses it."""
        forms = _ARABIC_FORMS.get(subject.language.code, {})
        strange = sum(subject.text.count(letter) for letter in forms)
        usual = sum(subject.text.count(letter) for letter in set(forms.values()))
        total = strange + usual
        if not strange or total < self.options.least or strange > self.options.minority * total:
            return
        table = str.maketrans(forms)
        for passage in subject.document.passages:
            apart = set_apart(subject, passage.span)
            for match in _ARABIC_WORD.finditer(subject.text, passage.span.start, passage.span.end):
                span = Span(*match.span())
                if not forms.keys().isdisjoint(match[0]) and not _is_foreign(subject, apart, span, forms):
                    yield self._finding(subject, span, match[0].translate(table), Severity.NEUTRAL, 0.85)

    def _finding(
        self, subject: Subject, span: Span, instead: str, severity: Severity, confidence: float, more: str = ""
    ) -> Finding:
        strangers = sorted(set(subject.document.slice(span)) - set(instead))
        codes = ", ".join(f"{char} (U+{ord(char):04X})" for char in strangers)
        return self.found(
            subject,
            span,
            f"A letter of another alphabet that looks the same: {codes}.{more}",
            confidence=confidence,
            severity=severity,
            suggestion=instead,
        )


def _is_foreign(subject: Subject, apart: SetApart, span: Span, forms: dict[str, str]) -> bool:
    """Whether a word is set apart among others of the other language: none there has the article's own letters."""
    around = [other for other in (*apart.quoted, *apart.bracketed) if other.overlaps(span)]
    return any(set(forms.values()).isdisjoint(subject.document.slice(other)) for other in around)


def _slips(subject: Subject, within: Span) -> Iterator[tuple[Span, str, float]]:
    """(word, the word in one script, confidence)."""
    script = subject.language.script
    for word in mixed_words(subject.text, within, subject.language):
        if word.respelled is not None and not word.is_name_with_ending:
            yield word.span, word.respelled, 0.95
    alone = _ALONE.get(script)
    for match in alone.finditer(subject.text, within.start, within.end) if alone else ():
        other = "Latn" if script == "Cyrl" else "Cyrl"
        yield Span(*match.span()), TWINS[other, script][match[0]], 0.85
