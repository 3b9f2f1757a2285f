"""Names in Latin letters, and the consonants that survive every way of spelling them."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

DIGRAPHS = (
    ("schtsch", "S"), ("chtch", "S"), ("dsch", "J"), ("tsch", "C"), ("tch", "C"), ("tsh", "C"), ("shch", "S"),
    ("sch", "S"), ("dzh", "J"), ("sh", "S"), ("ch", "C"), ("kh", "X"), ("gh", "G"), ("th", "T"), ("dh", "D"),
    ("zh", "J"), ("ph", "f"), ("dj", "J"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("tz", "c"), ("ts", "c"),
    ("rh", "r"), ("wh", "w"),
)  # fmt: skip
"""Letters that stand for one sound; capitals are sounds that English has no single letter for."""

VOWELS = frozenset("aeiou")
GLIDES = frozenset("yw")
"""Half vowels: written or not, and in place of i and u, as the scheme has it."""

_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|at|az|an|ash|adh)-(?=\w{3})")
_ARABIC_ARTICLE = re.compile(r"^(?:[وف]?ال|لل)(?=\w{3})")
_NOT_LETTER = re.compile(r"[^a-z]+")


@lru_cache(maxsize=65536)
def romanise(text: str) -> str:
    """`text` in lower-case ASCII letters, words separated by one space; marks and hyphens inside words go.

    Any script, by the anyascii tables: fast, not phonetic. Meant for comparison, never shown.
    """
    return " ".join(letters for word in text.split() if (letters := _letters(word)))


def _letters(word: str) -> str:
    if not word.isascii():
        word = anyascii(_ARABIC_ARTICLE.sub("", word))
    word = word.lower()
    return word if word.isalpha() else _NOT_LETTER.sub("", _ARTICLE.sub("", word))


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """A romanised word as one letter per sound."""
    for letters, sound in DIGRAPHS:
        word = word.replace(letters, sound)
    return word.replace(" ", "")


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word of any script, one letter per sound; no vowels, half vowels, h or doubling."""
    consonants = (sound for sound in sounds(romanise(word)) if sound not in VOWELS | GLIDES | {"h"})
    return re.sub(r"(.)\1+", r"\1", "".join(consonants))


def spoken_letters(word: str) -> str:
    """A Hebrew word with its vav as a vowel, unless doubled or at the beginning; other words as they are."""
    if "א" <= word[:1] <= "ת":
        return word[0] + word[1:].replace("וו", "w").replace("ו", "o")
    return word
