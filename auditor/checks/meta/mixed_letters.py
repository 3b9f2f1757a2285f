"""Words whose letters come from two scripts, and letters of one script that look like another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from auditor.core.document import Span
from auditor.languages.language import Language

_LATIN = "A-Za-zªºÀ-ÖØ-öø-ʯḀ-ỿ"
_CYRILLIC = "Ѐ-ҁҊ-ԯ"
_GREEK = "Ͱ-ͳͶͷͻ-ͽΆΈ-ώϐ-Ͽἀ-ῼ"
_OTHER = (
    "\u0531-\u0556\u0561-\u0587\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f"
    "\u0900-\u0963\u0971-\u09e3\u09f0-\u0a74\u0a80-\u0ae3\u0b00-\u0b63\u0b80-\u0bd7\u0c00-\u0c63\u0c80-\u0ce3"
    "\u0d00-\u0d63\u1200-\u135a"
)
"""Armenian, Hebrew, Arabic, the scripts of India and Ethiopic, with their vowel signs: alphabets with spaces
between words. Georgian, Hangul and scripts without spaces freely write Latin names with their own endings."""
_CLASSES = {"Latn": _LATIN, "Cyrl": _CYRILLIC, "Grek": _GREEK, "other": _OTHER}
_ONE = {script: re.compile(f"[{letters}]") for script, letters in _CLASSES.items()}
_SEAM = re.compile(
    "|".join(f"(?<=[{one}])(?=[{other}])" for one in _CLASSES.values() for other in _CLASSES.values() if one != other)
)
_ALL = "".join(_CLASSES.values())
_WORD = re.compile(f"[{_ALL}\u0300-\u036f\u064b-\u0652\u200c\u200d]+")

_CYRILLIC_TWINS = dict(
    zip("аеорсухіјѕԁһԛԝкАВЕКМНОРСТУХІЈЅҮԌёїәҫӓӧЁЇӘ", "aeopcyxijsdhqwkABEKMHOPCTYXIJSYGëïəçäöËÏƏ", strict=True)
)
_GREEK_TWINS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικραόίάͻεγ", "ABEZHIKMNOPTYXovikpaóíáɔɛɣ", strict=True))
_WRITERS = {
    "jJ": "sr mk",
    "sS": "mk",
    "iI": "uk be kk kv",
    "əƏ": "tt ba kk",
    "h": "tt ba kk sah",
    "ç": "ba cv",
    "ö": "udm chm kv",
    "ä": "chm",
    "dqwG": "",
}
_RARE = {letter: frozenset(codes.split()) for letters, codes in _WRITERS.items() for letter in letters}
"""Latin letters whose Cyrillic twin only these languages write; in others the letter is plain to see."""
TWINS: dict[tuple[str, str], dict[str, str]] = {
    ("Cyrl", "Latn"): _CYRILLIC_TWINS,
    ("Latn", "Cyrl"): {latin: own for own, latin in reversed(_CYRILLIC_TWINS.items())},
    ("Grek", "Latn"): _GREEK_TWINS,
    ("Latn", "Grek"): {latin: own for own, latin in _GREEK_TWINS.items()},
}
"""From a letter to the letter of another script that looks the same, by (its script, the other)."""


MIXED = 2
"""Scripts of a mixed word."""
SHORTEST_NAME = 2
SHORTEST_NAME_OF_TWINS = 3
"""Latin letters at the head of a word that are a name (*TVа*); *Mo* in *Moсква* is none."""


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word in two or more scripts."""

    span: Span
    text: str
    parts: tuple[tuple[str, str], ...]
    """(script, letters) in order; scripts are `Latn`, `Cyrl`, `Grek` and `other`."""
    language: str
    own: str
    """The article's language and script."""
    main: str
    """The article's own script if all other letters have twins in it, else that of most letters."""

    @property
    def respelled(self) -> str | None:
        """The word with each stranger replaced by its twin in the main script; None when one has no twin."""
        return _respelled(self.parts, self.main, self.language)

    @property
    def is_name_with_ending(self) -> bool:
        """A Latin stem and an ending in the article's script (*iPhoneом*), or the article's prefix and a Latin name."""
        if len(self.parts) != 2:
            return False
        (first, stem), (second, rest) = self.parts
        if first == "Latn":
            return self.own != "Latn" and len(stem) >= (
                SHORTEST_NAME if self.respelled is None else SHORTEST_NAME_OF_TWINS
            )
        return second == "Latn" and (rest[0].isupper() or first == "other")


def mixed_words(text: str, within: Span, language: Language) -> Iterator[MixedWord]:
    """Words of `within`, in an article in `language`, that hold letters of two scripts."""
    scripts = sum(one.search(text, within.start, within.end) is not None for one in _ONE.values())
    if scripts < MIXED:
        return  # most passages; saves time only
    end = within.start
    for seam in _SEAM.finditer(text, within.start, within.end):
        if seam.start() < end:
            continue
        start = _word_start(text, seam.start(), max(end, within.start))
        match = _WORD.match(text, start, within.end)
        if match is None:
            continue
        end = match.end()
        parts = tuple((name, "".join(letters)) for name, letters in groupby(match[0], _script) if name)
        main = _main(parts, language)
        yield MixedWord(Span(start, end), match[0], parts, language.code, language.script, main)


def _word_start(text: str, at: int, limit: int) -> int:
    while at > limit and _WORD.match(text[at - 1]):
        at -= 1
    return at


def _respelled(parts: tuple[tuple[str, str], ...], main: str, language: str) -> str | None:
    pieces = []
    for script, letters in parts:
        twins = {char: char for char in letters} if script == main else TWINS.get((script, main), {})
        rare = script == "Latn" and main == "Cyrl" and any(language not in _RARE.get(c, {language}) for c in letters)
        if rare or not all(char in twins for char in letters):
            return None
        pieces.append("".join(twins[char] for char in letters))
    return "".join(pieces)


def _main(parts: tuple[tuple[str, str], ...], language: Language) -> str:
    own = language.script
    counted: dict[str, int] = {}
    for script, letters in parts:
        counted[script] = counted.get(script, 0) + len(letters)
    if own in counted and _respelled(parts, own, language.code) is not None:
        return own
    return max(counted, key=lambda script: (counted[script], script == own, script))


def _script(char: str) -> str:
    """The class of a letter; empty for marks and joiners."""
    return next((script for script, one in _ONE.items() if one.match(char)), "")
