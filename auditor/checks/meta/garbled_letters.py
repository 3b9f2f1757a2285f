"""Letters that turned into others through a wrong encoding, and that ftfy leaves alone because the pieces look lawful.

Two mistakes: one letter of two UTF-8 bytes shown as two Latin ones (*ErdoÄŸan*), and a word in an old encoding of
another alphabet shown as accented Latin letters (*Ïðåçèäåíò*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SMALL = "a-zà-öø-ÿ"
_PAIR = re.compile(
    "[ÃÄÅ][ŸŽžŠšŒœƒªºµ]"
    f"|(?<=[A-ZÀ-Ö{_SMALL}])[ÃÄÅ][€‚„…†‡ˆ‰‹‘’“”•–—˜™›«»¡-¿](?=[{_SMALL}])"
    f"|(?<=[A-ZÀ-Ö{_SMALL}])[ÆÇÈÉ][€‚†‡ˆ‰‹•˜™›¡-ª¬-º¼-¿](?=[{_SMALL}])"
    f"|(?<=[{_SMALL}])[ÃÄÅ][€‚†‡ˆ‰‹•˜™›¡-¿]"
    f"|[ÃÄÅÈÉ][€‚†‡ˆ‰‹˜™›¡-¿](?=[{_SMALL}])"
)
"""A lead byte of UTF-8 as a capital letter, and its continuation byte: a letter that no orthography sets behind such a
capital, or a sign that has small letters around (*GrÄ…dki*, but never *PÅ”* or *BEYONCÉ’s*). The lead bytes C3 to C9
carry all Latin letters of Europe, Turkey and Africa."""
_GRAVE = re.compile(r"(?<=[a-zà-öø-ÿ])Ã(?=[ \u00a0\n.,;:!?]|\Z)")
"""*cittÃ*: the no-break space that is the second byte of *à* became a plain one, or was lost."""
_LEGACY_WORD = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u00a1\u00aa\u00b8\u00a8]{3,}")
_LEGACY = {
    "Cyrl": ("cp1251", "koi8_r", "iso8859_5"),
    "Grek": ("cp1253",),
    "Hebr": ("cp1255",),
    "Arab": ("cp1256",),
    "Thai": ("cp874",),
}
_LETTERS = {
    "Cyrl": re.compile("[\u0401-\u045f\u0490\u0491]+"),
    "Grek": re.compile("[\u0386-\u03ce]+"),
    "Hebr": re.compile("[\u05d0-\u05ea\u05f0-\u05f2]+"),
    "Arab": re.compile("[\u0621-\u06d3]+"),
    "Thai": re.compile("[\u0e01-\u0e4e]+"),
}
FEWEST_LEGACY = 4
"""Accented letters in a row, with no plain one among them, from which a word in an article of another alphabet is
garbled; no Latin orthography has such a word (French *été* has three)."""


def garbled_letters(text: str, start: int, end: int, script: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what it should read) of letters of `text[start:end]` that only a wrong encoding explains.

    `script` is the article's own: words in old encodings are looked for only where it is not Latin.
    """
    for match in _PAIR.finditer(text, start, end):
        instead = _decoded(match[0])
        if instead is not None:
            yield match.start(), match.end(), instead
    for match in _GRAVE.finditer(text, start, end):
        yield match.start(), match.end(), "à"
    if script in _LEGACY:
        for match in _LEGACY_WORD.finditer(text, start, end):
            word = _from_legacy(match[0], script)
            if word is not None:
                yield match.start(), match.end(), word


def _decoded(pair: str) -> str | None:
    """The one letter whose two bytes are shown as `pair`, or None."""
    try:
        letter = pair.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
    return letter if len(letter) == 1 and letter.isalpha() else None


def _from_legacy(word: str, script: str) -> str | None:
    """The word of `script` whose bytes in an old encoding are shown as `word`, written as words are."""
    if len(word) < FEWEST_LEGACY:
        return None
    read = []
    for encoding in _LEGACY[script]:
        try:
            read.append(word.encode("latin-1").decode(encoding))
        except UnicodeError:
            continue
    whole = [one for one in read if _LETTERS[script].fullmatch(one)]
    usual = [one for one in whole if one.islower() or one.istitle() or one.lower() == one.upper()]
    return next(iter(usual or whole), None)
