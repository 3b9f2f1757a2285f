"""LNG030 doubled-punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.languages.language import Language

_COMMAS = ",;،؛，、；"
_STOPS = "。۔।።"
_MARKS = ".,;:!?…،؛؟。，、；：！？۔।።"
_RUN = re.compile(rf"(?<=[^\s{_MARKS}])[{_MARKS}](?:[ \u00a0]?[{_MARKS}])+")
"""Two or more marks after a word, at most one space between each; which runs are wrong is said in `_is_wrong`."""
_GAPS = str.maketrans("", "", " \u00a0")
_SHOUTS = frozenset({"??", "？？", "؟؟"})
_COLONS_AS_STOP = frozenset({"am", "ti", "gez", "tig"})
"""Ethiopic languages, where two ASCII colons are typed for the full stop ።."""


class DoubledPunctuation(Check):
    """A punctuation mark stands twice, or two marks that exclude each other stand side by side.

    What it finds
        `,,` `;;` `,.` `;.` `,:` `??` `。。` `،،` `۔.` and a full stop twice, with or without a space between.

    Why it matters
        It is a seam: something was cut out or two sentences were joined, and nobody looked at it again.

    What it does not find
        Ellipses, `?!`, three marks in a row, an abbreviation's full stop before a comma (*U.S.,*), `!,` and `?.` which
        Spanish and Russian write after a quotation, two commas typed as an opening quotation mark, `::` in Amharic.

    References
        MQM Core, linguistic-conventions/punctuation. Measured on 128 languages of NTREX: 0.8 findings in 1,000 human
        sentences, those read all slips.
    """

    id = "LNG030"
    name = "doubled-punctuation"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.PASSAGE

    GOOD = (
        Example("He left the U.S., then came back ... “Really?!” she asked. Well..., perhaps!!! She is with Acme."),
        Example("«Почему?», — спросил он. Ну... не знаю.", language="ru"),
        Example("Powiedział: ,,Nie wiem” i wyszedł z sali.", language="pl"),
        Example("他说：“真的？！”……没有人回答。", language="zh"),
        Example("እሱ ሄደ:: እሷም መጣች::", language="am"),
    )
    BAD = (
        Example("The association, which filed the first complaint in 2017⟦,,⟧ welcomed the verdict⟦..⟧"),
        Example("“Who will keep the vaccine cold when the power is cut⟦??⟧” asked al-Amoudi in the evening⟦,.⟧"),
        Example("قال الوزير⟦،،⟧ إن العمل مستمر على الحدود.", language="ar"),
        Example("他的眼中充满了泪水⟦，。⟧我们没有时间⟦。。⟧", language="zh"),
        Example("Он уехал в Москву⟦,,⟧ а она осталась дома⟦. .⟧", language="ru"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per run of marks."""
        for passage in subject.document.passages:
            for match in _RUN.finditer(subject.text, passage.span.start, passage.span.end):
                run = match[0].translate(_GAPS)
                if _is_wrong(run, subject.language) and not _is_lawful_here(subject.text, match, run):
                    yield self.found(
                        subject,
                        Span(match.start(), match.end()),
                        f"Doubled punctuation: “{match[0]}”.",
                        confidence=0.8 if run in _SHOUTS else 0.95,
                        suggestion=_instead(run),
                    )


def _is_wrong(run: str, language: Language) -> bool:
    """Whether no language writes these two marks side by side."""
    if len(run) != 2:
        return False
    first, second = run[0], run[1]
    if first == second:
        return first in _COMMAS + _STOPS + "." or run in _SHOUTS or (first in ":：" and _colons_are_wrong(language))
    if first in _COMMAS:
        return second in "." + _STOPS + ":：" + _COMMAS
    return (first in _STOPS and second == ".") or (first == "." and second in _STOPS)


def _colons_are_wrong(language: Language) -> bool:
    return language.complete and language.code not in _COLONS_AS_STOP


def _is_lawful_here(text: str, match: re.Match[str], run: str) -> bool:
    """Two commas for „, a path or version (`../`, `C::x`), a full stop after an abbreviation or initial."""
    start, after = match.start(), text[match.end() : match.end() + 1]
    if run == ",,":
        return after.isalnum() and not text[start - 1].isalnum()
    if run[0] == ".":
        one_letter = start < 2 or not text[start - 2].isalpha() or not text[start - 1].isalpha()
        return one_letter or after.isalnum() or after in {"/", "\\", "…"} or text[start - 1].isupper()
    return run == "::" and after.isalnum()


def _instead(run: str) -> str | None:
    """One of two equal marks; which of two different ones was meant is the editor's to say."""
    return run[0] if run[0] == run[1] else None
