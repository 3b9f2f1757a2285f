"""Which words of a sentence negate it, and whether another says the contrary, from `data/polarity.toml`."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor.checks.accuracy.cues import Cue, Cues, lost_cues, read_cues
from auditor.languages import get_language

ENGLISH = "en"
_PLAIN = re.compile(
    r"\b(?:has|have|had|does|did|will|would|can|could|should|must) not\b|\bcannot\b|\bnever\b"
    r"|(?<=\w )do not\b|(?<=\w )don['’]t\b|(?!don|(?:is|are|was|were)n)\b\w+n['’]t\b",
    re.IGNORECASE,
)
"""A verb that is denied, in English and not as an order; *was not boastful* is told by *was modest*."""
FEWEST_WORDS = 3
"""A translation with less than one word to so many English ones is written without spaces, or no translation."""
LONGEST = 160
"""Code points of an English sentence whose plain negation a translation may not drop: in longer ones it is recast."""


_DENIED = re.compile(
    r"(?<!\w)(\w+ (?:has|have|had|is|are|was|were|will|would|can|could|should|must))( not|n['’]t)( \w+ \w+)",
    re.IGNORECASE,
)


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


def same_but_denied(text: str, other: str) -> Flip | None:
    """*arson had not been ruled out* for *arson had been ruled out*: English words that differ by the *not* alone."""
    for one, another, added in ((other, text, False), (text, other, True)):
        for match in _DENIED.finditer(one):
            asserted = re.escape(match[1] + match[3])
            if re.search(rf"(?<!\w){asserted}(?!\w)", another, re.IGNORECASE) and match[0] not in another:
                return Flip(Cue(*match.span(2)), added)
    return None


def plainly_lost(text: str, language: str, other: str, other_language: str) -> Cue | None:
    """The first negation of a short English sentence that denies its verbs, where nothing in a translation might.

    Translators put in a negation ten times for each that they drop: of 288 such lines of NTREX's tuning half in 18
    languages none is found; of 480 of TICO-19 in seven languages three, one of them no translation.
    """
    ours, theirs = polarity(language), polarity(other_language)
    if ours is None or theirs is None or other_language != ENGLISH or len(other) > LONGEST:
        return None
    if get_language(language).spaced and FEWEST_WORDS * len(text.split()) < len(other.split()):
        return None
    plain = [match.span() for match in _PLAIN.finditer(other)]
    negators = theirs.places(other)
    if not plain or len(plain) != len(negators):
        return None
    if not all(start <= cue.start < end for (start, end), cue in zip(plain, negators, strict=True)):
        return None
    return None if ours.hints(text) else negators[0]


def polarity(language: str) -> Cues | None:
    """The patterns of `language` (ISO 639 code); None where there are none."""
    return read_cues("polarity").get(language)


def polar_languages() -> frozenset[str]:
    """Codes of the languages that have patterns."""
    return frozenset(read_cues("polarity"))
