"""Whether a word renders a name of another language: Netanyahu, נתניהו, ונתניהו."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from auditor.facts.name_difference import NameDifference, name_difference
from auditor.facts.romanise import romanise, skeleton, spoken_letters
from auditor.facts.sound_exchanges import CONSONANTS, Exchange, exchange

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
_UNCOUNTED = frozenset("hwy")
"""What skeletons leave out, though Hollander is Голландер and Warren Воррен."""
_COARSE = str.maketrans("bpvfwdtTDcCsSzJjkqXgGhlrmn", "11111222222222223333334455")
_FAR = 2
"""Consonants, by place of speech, from which on two words are not compared any further; saves time only."""
_PREFIXES = re.compile(r"^(?:[وف]?[بكل]?ال|[وفبلكس]|וה|וב|ול|ומ|וש|[ובלהכמש])(?=\w{4})")
"""What Arabic and Hebrew write together with the word behind it."""


@lru_cache(maxsize=32768)
def rendering(name: str, word: str) -> NameDifference | None:
    """From a name to the word that may render it, prefixes apart; None where not even the consonants are near."""
    if max(len(name), len(word)) > LONGEST:
        return None
    found = [
        name_difference(written.letters, spoken.letters, across=True)
        for spoken in _spoken(word)
        if _near(written := _written(name, spoken.kana), spoken)
    ]
    return min(found, key=lambda difference: difference.cost, default=None)


def renders(name: str, word: str, *, plainly: bool = False) -> bool:
    """Whether the word is a lawful rendering of the name; `plainly`: by its very sound."""
    found = rendering(name, word)
    if found is None or not found.lawful:
        return False
    return found.kept >= KEPT + plainly and found.cost <= (PLAIN if plainly else DEAREST) * len(name)


def renderings(name: str, words: Iterable[str]) -> frozenset[str]:
    """Those of the words that render the name; as `renders` for each, but most are out by their first consonant."""
    openings = _written(name, False).openings | _written(name, True).openings
    return frozenset(word for word in words if not openings.isdisjoint(_first_sounds(word)) and renders(name, word))


@lru_cache(maxsize=8192)
def _first_sounds(word: str) -> frozenset[str]:
    return frozenset(heard.first for heard in _spoken(word))


class NamesByEar:
    """Names of one article, found again in what renders them; by first consonant, for most pairs of words are none."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_opening: dict[tuple[str, bool], list[str]] = defaultdict(list)
        for name in names:
            for kana in (False, True):
                for sound in _written(name, kana).openings:
                    self._by_opening[sound, kana].append(name)

    def rendered_by(self, word: str, *, plainly: bool = False) -> frozenset[str]:
        """The names that the word renders; `plainly` as in `renders`."""
        near = {name for heard in _spoken(word) for name in self._by_opening.get((heard.first, heard.kana), ())}
        return frozenset(name for name in near if renders(name, word, plainly=plainly))


@lru_cache(maxsize=8192)
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


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a word is compared by before the costly comparison."""

    letters: str
    kana: bool
    first: str
    coarse: str
    """The consonants by their place of speech."""
    openings: frozenset[str]
    """Of a name: the consonants that a rendering of it may begin with."""


def _near(written: _Heard, spoken: _Heard) -> bool:
    ours, theirs = written.coarse, spoken.coarse
    if spoken.first not in written.openings or abs(len(ours) - len(theirs)) > _UNEVEN:
        return False
    return Levenshtein.distance(ours, theirs, score_cutoff=_FAR) <= _FAR


@lru_cache(maxsize=8192)
def _written(name: str, kana: bool) -> _Heard:
    written = romanise(name)
    return _heard(_in_kana(written) if kana else written, kana)


@lru_cache(maxsize=8192)
def _spoken(word: str) -> tuple[_Heard, ...]:
    """The word and what it is without prefixes, as far as it has consonants."""
    found = (_heard(spoken_letters(stem), KANA_FIRST <= stem[:1] <= KANA_LAST) for stem in stems(word))
    return tuple(heard for heard in found if heard.coarse)


def _heard(letters: str, kana: bool) -> _Heard:
    consonants, first = skeleton(letters), romanise(letters)[:1]
    openings = _openings(consonants[:1]) | (_openings(first) if first in _UNCOUNTED else frozenset())
    return _Heard(letters, kana, consonants[:1], consonants.translate(_COARSE), openings)


@lru_cache(maxsize=64)
def _openings(sound: str) -> frozenset[str]:
    if not sound:
        return frozenset()
    return frozenset(other for other in CONSONANTS if exchange(sound, other, across=True) is not Exchange.UNLIKE)
