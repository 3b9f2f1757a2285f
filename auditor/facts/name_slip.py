"""Whether one word is another with a slip inside it, endings apart: Baghdadi, Bardadi; Ковачич, Ковасича."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from auditor.facts.fold import fold
from auditor.facts.name_difference import name_difference
from auditor.facts.romanise import romanise, spoken_letters

REGIONS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2))
"""Letters in either word that a slip replaces, the likeliest first."""
AFTER, AFTER_JAMO, ENDING = 2, 4, 3
"""Letters that must agree behind the slip, so that it is no ending, in Korean more than a particle; letters by which
endings may differ then."""
_SUFFIX = re.compile(r"(?<=\w{4})'\w+$")
LONGEST = 60
"""Letters beyond which a word is no name."""
SHORTEST, AGREEING = 5, 0.7
"""Letters of the shorter word; share of its letters that must agree: Baghdadi, Bardadi .75."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands between two spellings."""

    lawful: bool
    """Only vowels, doubling or consonants that transliteration exchanges."""
    ending: bool
    """Their endings differ as well."""
    lost: bool = False
    """A consonant is left out or put in, none replaced."""


@lru_cache(maxsize=8192)
def spelling_slip(a: str, b: str) -> Slip | None:
    """The slip between two words of one script; None when they are equal, inflected or two different words."""
    if max(len(a), len(b)) > LONGEST:
        return None
    first, second = _letters(a), _letters(b)
    start = _common(first, second)
    if start == 0 or first == second:
        return None
    for left, right in REGIONS:
        tails = first[start + left :], second[start + right :]
        behind = _common(*tails)
        endings = max(map(len, tails)) - behind
        if behind < (AFTER_JAMO if _hangul(a) else AFTER) or endings > ENDING:
            continue
        if "-" in first[start : start + left + 1] + second[start : start + right + 1]:
            continue  # the ending of a part
        ends = start + left + behind, start + right + behind
        if min(ends) >= SHORTEST and start + behind >= AGREEING * max(ends):
            return _judged(first[: ends[0]], second[: ends[1]], ending=endings > 0)
    return None


def _judged(a: str, b: str, *, ending: bool) -> Slip | None:
    difference = name_difference(*(spoken_letters(unicodedata.normalize("NFC", word)) for word in (a, b)))
    if difference.replaced + difference.gaps > 1:
        return None
    return Slip(difference.lawful, ending, lost=difference.gaps > 0)


@lru_cache(maxsize=8192)
def _letters(word: str) -> str:
    """Folded, without the suffix that Turkish sets apart; Korean syllables taken apart, kana as they sound."""
    folded = _SUFFIX.sub("", fold(word))
    if "ァ" <= word[:1] <= "ー":
        return romanise(word)
    return unicodedata.normalize("NFD", folded) if _hangul(word) else folded


def _hangul(word: str) -> bool:
    return "가" <= word[:1] <= "힣"


def _common(a: str, b: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
