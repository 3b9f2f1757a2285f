"""MQM Core: the error typology and severities that findings are filed under (https://themqm.org)."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much an error matters; the names and weights are MQM's."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def penalty(self) -> int:
        """MQM severity weight."""
        return _PENALTIES[self]

    @property
    def rank(self) -> int:
        """0 (neutral) to 3 (critical)."""
        return list(Severity).index(self)

    def at_least(self, other: Severity) -> bool:
        """Whether this is as severe as `other` or more."""
        return self.rank >= other.rank


_PENALTIES = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}


class Category(StrEnum):
    """`dimension/type` of MQM Core, as far as checks use them."""

    UNTRANSLATED = "accuracy/untranslated"
    MISTRANSLATION = "accuracy/mistranslation"
    OMISSION = "accuracy/omission"
    ADDITION = "accuracy/addition"
    INCONSISTENT_TERM = "terminology/inconsistent-use-of-terminology"
    WRONG_TERM = "terminology/wrong-term"
    GRAMMAR = "linguistic-conventions/grammar"
    PUNCTUATION = "linguistic-conventions/punctuation"
    SPELLING = "linguistic-conventions/spelling"
    TEXTUAL = "linguistic-conventions/textual-conventions"
    DUPLICATION = "linguistic-conventions/duplication"
    ENCODING = "design-and-markup/character-encoding"
    MARKUP = "design-and-markup/markup-tag"
    STRAY_TEXT = "design-and-markup/stray-text"
    NUMBER_FORMAT = "locale-conventions/number-format"

    @property
    def dimension(self) -> str:
        """The part before the slash."""
        return self.value.split("/", 1)[0]
