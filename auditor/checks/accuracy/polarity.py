"""Which words of a sentence negate it, and whether another says the contrary, from `data/polarity.toml`."""

from __future__ import annotations

from typing import NamedTuple

from auditor.checks.accuracy.cues import Cue, Cues, lost_cues, read_cues


class Flip(NamedTuple):
    """A negation that only one of two texts has."""

    negator: Cue
    added: bool
    """Whether the translation has it, not the counterpart."""


def flipped(text: str, language: str, other: str, other_language: str) -> Flip | None:
    """Whether one text negates and the other does not, in any way that its language's patterns know."""
    ours, theirs = polarity(language), polarity(other_language)
    if ours is None or theirs is None:
        return None
    same = language == other_language
    added = lost_cues(other, theirs, text, ours, same_language=same)
    if added:
        return Flip(added[0], added=True)
    lost = lost_cues(text, ours, other, theirs, same_language=same)
    return Flip(lost[0], added=False) if lost else None


def polarity(language: str) -> Cues | None:
    """The patterns of `language` (ISO 639 code); None where there are none."""
    return read_cues("polarity").get(language)


def polar_languages() -> frozenset[str]:
    """Codes of the languages that have patterns."""
    return frozenset(read_cues("polarity"))
