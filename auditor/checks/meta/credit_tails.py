"""Captions in the body of an article: a line that ends in the credit of its picture."""

from __future__ import annotations

import re
from functools import cache

from auditor.languages import Language, credit_words, is_credited

LONGEST_CAPTION = 220
_STOPS = ".!?。！？؟।"
_CLOSING, _SIGNS = tuple(")]）】"), ":：/／©"
"""What a credit in brackets ends with, and what stands in one without; saves time only."""


def ends_in_credit(text: str, language: Language) -> bool:
    """Whether `text` is a caption that ends in a credit: *The bridge (photo: J. Doe/AFP)*, *The bridge. Photo: AFP*."""
    bare = " ".join(text.split())
    if len(bare) > LONGEST_CAPTION:
        return False
    match = _bracketed(language.code).fullmatch(bare) if bare.endswith(_CLOSING) else None
    if match is None and any(sign in bare for sign in _SIGNS):
        match = _behind(language.code).fullmatch(bare)
    if match is None or not is_credited(match["name"], language):
        return False
    word = match["word"]
    return "bracket" in match.groupdict() or not language.cased or word[:1].isupper()


@cache
def _bracketed(code: str) -> re.Pattern[str]:
    """A credit in brackets at the end of a line that is no sentence."""
    return re.compile(
        rf"[^{_STOPS}\n].{{6,}}[^{_STOPS}]\s?(?P<bracket>[(\[（【])\s?(?P<word>{_words(code)})\.?\s?[:：/／|©=]?\s?"
        r"(?P<name>[^()\[\]（）【】]{2,60})[)\]）】]",
        re.IGNORECASE,
    )


@cache
def _behind(code: str) -> re.Pattern[str]:
    """A credit behind the full stop of a caption."""
    return re.compile(
        rf".{{8,}}[{_STOPS}]\s(?P<word>{_words(code)})\s?[:：/／©]\s?(?P<name>[^.!?:\n]{{2,60}}?)\.?", re.IGNORECASE
    )


def _words(code: str) -> str:
    return "|".join(map(re.escape, credit_words(code)))
