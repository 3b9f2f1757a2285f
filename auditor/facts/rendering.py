"""Whether a word renders a name of another language: Netanyahu, נתניהו, ונתניהו."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from auditor.facts.name_difference import NameDifference, name_difference
from auditor.facts.romanise import romanise, skeleton, spoken_letters
from auditor.facts.sound_exchanges import Exchange, exchange

DEAREST, PLAIN = 0.06, 0.035
"""Cost per letter of the name beyond which a word is no rendering of it, or not one that sounds just like it."""
KEPT = 2
"""Consonants that a rendering must share with the name."""
LONGEST = 60
"""Letters beyond which a word is no name."""
_UNEVEN = 3
"""Consonants by which a rendering may be longer or shorter."""
KANA_FIRST, KANA_LAST = "ァ", "ー"
_KANA_SOUNDS = tuple(
    (re.compile(english), japanese)
    for english, japanese in (
        ("r(?![aeiouy])", ""), ("l", "r"), ("v", "b"), ("th", "s"), ("ti", "chi"), ("si", "shi"), ("tu", "tsu"),
        ("hu", "fu"), ("di", "ji"), ("c(?![heiy])", "k"), ("w(?=[ui])", "u"), ("m(?=[bp])", "n"),
    )
)  # fmt: skip
_COARSE = str.maketrans("bpvfwdtTDcCsSzJjkqXgGhlrmn", "11111222222222223333334455")
_FAR = 2
"""Consonants, by place of speech, from which on two words are not compared any further; saves time only."""
_PREFIXES = re.compile(r"^(?:[وف]?[بكل]?ال|[وفبلكس]|וה|וב|ול|ומ|וש|[ובלהכמש])(?=\w{4})")
"""What Arabic and Hebrew write together with the word behind it."""


@lru_cache(maxsize=131072)
def rendering(name: str, word: str) -> NameDifference | None:
    """From a name to the word that may render it, prefixes apart; None where not even the consonants are near."""
    if max(len(name), len(word)) > LONGEST:
        return None
    found = [difference for stem in stems(word) if (difference := _difference(name, stem)) is not None]
    return min(found, key=lambda difference: difference.cost, default=None)


def renders(name: str, word: str, *, plainly: bool = False) -> bool:
    """Whether the word is a lawful rendering of the name; `plainly`: by its very sound."""
    found = rendering(name, word)
    if found is None or not found.lawful:
        return False
    return found.kept >= KEPT + plainly and found.cost <= (PLAIN if plainly else DEAREST) * len(name)


@lru_cache(maxsize=65536)
def stems(word: str) -> tuple[str, ...]:
    """The word, without a prefix of Arabic or Hebrew, and with what looks like an article: المپیک is Olympic."""
    found = [word, _PREFIXES.sub("", word)]
    if word.startswith("ال"):
        found.append("آ" + word[1:])
    return tuple(dict.fromkeys(found))


def _in_kana(name: str) -> str:
    """A name with the sounds that Japanese has for it: no l, v or th, no r but before vowels."""
    for english, japanese in _KANA_SOUNDS:
        name = english.sub(japanese, name)
    return name


def _difference(name: str, stem: str) -> NameDifference | None:
    spoken, written = spoken_letters(stem), romanise(name)
    if KANA_FIRST <= stem[:1] <= KANA_LAST:
        written = _in_kana(written)
    first, second = skeleton(written), skeleton(spoken)
    if not first or not second or abs(len(first) - len(second)) > _UNEVEN:
        return None
    if exchange(first[0], second[0], across=True) is Exchange.UNLIKE:
        return None
    if Levenshtein.distance(first.translate(_COARSE), second.translate(_COARSE), score_cutoff=_FAR) > _FAR:
        return None
    return name_difference(written, spoken, across=True)
