"""MET006 mojibake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.meta.garbled_letters import garbled_letters
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_LOST = re.compile("[\u0080-\u009f]+")
_SUSPICIOUS = re.compile(
    "[\u00c2-\u00f4\u0102-\u0139\u0402-\u045f]"
    "[\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02c7\u02d8-\u02dd\u2013-\u203a\u20ac\u2122]"
)
"""A lead byte of UTF-8 read as Latin or Cyrillic text, then a continuation byte: cheap, so that ftfy sees few words."""
_WORD = re.compile(r"[^\s\u2028\u2029]+(?:\u00a0(?=\S)[^\s]*)?")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
LONG = 12
"""Code points of garbled text from which a reader can no longer guess the words."""


class Mojibake(Check):
    """Text was decoded with the wrong encoding, so that letters turned into gibberish.

    What it finds
        Words that become ordinary text again when the mistake is undone (*donâ€™t*, *AimÃ©e*, *ErdoÄŸan*), words of
        accented Latin letters that are Russian, Greek, Hebrew, Arabic or Thai in an old encoding, in an article in that
        alphabet, and the control characters that curly quotation marks and dashes become.

    Why it matters
        It looks broken to every reader, and names and quotations cannot be trusted any more.

    What it does not find
        Garbled text that no known mistake explains; letters that were lost altogether (replacement-character).

    References
        MQM Core, design-and-markup/character-encoding. Detector: ftfy.
    """

    id = "MET006"
    name = "mojibake"
    category = Category.ENCODING
    severity = Severity.MINOR
    scope = Scope.PASSAGE

    GOOD = (
        Example("Aimée said: “Don’t.” The € rate, ½ cup, 20 °C, §5, SÃO PAULO and naïve Ångström are fine – really…"),
        Example("BEYONCÉ’s tour, NESTLÉ’s offer and the CAFÉ–bar."),
        Example("L’été à Nîmes, « où ça ? », cœur, œuvre, Noël : 5 € – voilà…", language="fr"),
        Example("Њујорк – „Љубав“ и ђак… №5 “тест”", language="sr"),
        Example("他说：“好……”——『真的』？", language="zh"),
        Example("GÅ” stand da; Häuser im Wert von 5 Mio. Ä… PÅ – „Ä“ und „Å“, POKÉ®?", language="de"),
        Example("Премьера «Été» и «Noël» прошла в отеле «L'Étoile» на острове Føroyar.", language="ru"),
    )
    BAD = (
        Example("The guard of the dam⟦â€™⟧s night shift heard it. Dr. Aim⟦Ã©⟧e was there."),
        Example("Das Geb⟦Ã¤⟧ude und der Bahnhof wurden ger⟦Ã¤⟧umt.", language="de"),
        Example("Это ⟦Ð¿Ñ€Ð¸Ð²ÐµÑ‚⟧ из Москвы.", language="ru"),
        Example("President Erdo⟦ÄŸ⟧an met ⟦Åž⟧ahin of Be⟦ÅŸ⟧ikta⟦ÅŸ⟧ and D⟦Ä…⟧browski."),
        Example("⟦Ïðåçèäåíò⟧ прибыл в Москву, ⟦ãîâîðèò⟧ агентство.", language="ru"),
        Example("אמר ⟦ùìåí⟧ עליכם.", language="he"),
        Example("他说：⟦\u0093⟧会议结束。⟦\u0094⟧", language="zh"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per garbled stretch."""
        for passage in subject.document.passages:
            taken: set[int] = set()
            for span, instead in _garbled(subject.text, passage.span):
                taken.update(range(span.start, span.end))
                yield self._finding(subject, span, instead)
            within = passage.span
            for start, end, letters in garbled_letters(subject.text, within.start, within.end, subject.language.script):
                if taken.isdisjoint(range(start, end)):
                    taken.update(range(start, end))
                    yield self._finding(subject, Span(start, end), letters)
            for match in _LOST.finditer(subject.text, passage.span.start, passage.span.end):
                span = Span(match.start(), match.end())
                if taken.isdisjoint(range(span.start, span.end)):
                    yield self._finding(subject, span, _from_windows(match[0]))

    def _finding(self, subject: Subject, span: Span, instead: str | None) -> Finding:
        message = "Garbled characters: the text was decoded with the wrong encoding"
        return self.found(
            subject,
            span,
            f"{message}." if instead is None else f"{message}; it should read {instead}",
            severity=Severity.MAJOR if len(span) >= LONG else self.severity,
            confidence=0.97,
            suggestion=instead,
        )


def _garbled(text: str, within: Span) -> Iterator[tuple[Span, str]]:
    """Stretches that ftfy can put right, and what they should read."""
    if not _SUSPICIOUS.search(text, within.start, within.end):
        return
    for word in _WORD.finditer(text, within.start, within.end):
        if _SUSPICIOUS.search(word[0]):
            for start, end, instead in _repairs(word[0]):
                yield Span(word.start() + start, word.start() + end), instead


def _repairs(word: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, instead) of the garbled pieces of a word: its runs beyond ASCII if each can be repaired alone."""
    import ftfy

    whole = ftfy.fix_encoding(word)
    if whole == word:
        return
    runs = [(match.start(), match.end(), ftfy.fix_encoding(match[0])) for match in _BEYOND_ASCII.finditer(word)]
    if all(instead != word[start:end] for start, end, instead in runs):
        yield from runs
        return
    head = _shared(word, whole)
    tail = _shared(word[head:][::-1], whole[head:][::-1])
    yield head, len(word) - tail, whole[head : len(whole) - tail]


def _shared(one: str, other: str) -> int:
    """How many characters two words have in common at their heads."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _from_windows(text: str) -> str | None:
    """What control characters stand for when they were Windows-1252 bytes, as quotation marks and dashes often were."""
    try:
        return text.encode("latin-1").decode("cp1252")
    except UnicodeError:
        return None
