"""What a passage sets apart in quotation marks or brackets of any style: other people's words and added originals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.checks.subject import Subject
from auditor.core.document import Span

REACH = 600
"""Code points in which a mark must close; keeps one lost mark from swallowing a long passage."""
MAIN_PART = 0.4
"""Share of a quotation from which it is about these words."""
_QUOTES = ("„“”", "“”", "””", "«»", "»«", '""', "「」", "『』", "《》", "〈〉", "‹›", "‘’", "''")
_BRACKETS = ("()", "[]", "（）", "【】", "［］", "〔〕")


def _pattern(pairs: tuple[str, ...]) -> re.Pattern[str]:
    pieces = []
    for pair in pairs:
        opening, closing = re.escape(pair[0]), re.escape(pair[1:])
        inside_word = r"(?<!\w)" if pair[0] in "'’‘" else ""
        after = r"(?!\w)" if pair[0] in "'’‘" else ""
        pieces.append(f"{inside_word}{opening}[^{opening}{closing}\\n]{{1,{REACH}}}[{closing}]{after}")
    return re.compile("|".join(pieces))


_IN_QUOTES = _pattern(_QUOTES)
_IN_BRACKETS = _pattern(_BRACKETS)


@dataclass(frozen=True, slots=True)
class SetApart:
    """The quoted and the bracketed stretches of one document, marks included, in order."""

    quoted: tuple[Span, ...]
    bracketed: tuple[Span, ...]

    def quotes(self, span: Span) -> bool:
        """Whether `span` touches quoted text."""
        return any(other.overlaps(span) for other in self.quoted)

    def holds(self, span: Span) -> bool:
        """Whether `span` touches quoted or bracketed text."""
        return self.quotes(span) or any(other.overlaps(span) for other in self.bracketed)

    def excuses(self, span: Span) -> bool:
        """Whether foreign words at `span` are set apart on purpose: bracketed, or the main part of a quotation."""
        if any(other.overlaps(span) for other in self.bracketed):
            return True
        return any(other.overlaps(span) and len(span) >= MAIN_PART * (len(other) - 2) for other in self.quoted)


def set_apart(subject: Subject, within: Span) -> SetApart:
    """What `within` sets apart; spans count in the document."""
    found = [
        tuple(Span(*match.span()) for match in pattern.finditer(subject.text, within.start, within.end))
        for pattern in (_IN_QUOTES, _IN_BRACKETS)
    ]
    return SetApart(*found)
