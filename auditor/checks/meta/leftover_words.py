"""Runs of words that were left in another script or copied from the counterpart."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.core.document import Span

_LATIN_WORD = r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:['’-][A-Za-zÀ-ÖØ-öø-ɏ]+)*"
_LATIN_RUN = re.compile(rf"(?<![\w@#./:_<-])(?<!\d\s){_LATIN_WORD}(?:\s{_LATIN_WORD})*(?![\w@/_-]|\.\w)", re.ASCII)
"""Latin words with single spaces between; ASCII's word signs, so that Chinese may stand right beside them."""
_BLOCKS = {
    "CJK": "\u2e80-\u2fd5\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff",
    "HIRAGANA": "\u3041-\u309f",
    "KATAKANA": "\u30a1-\u30fa\u30fd-\u30ff",
    "HANGUL": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "CYRILLIC": "\u0400-\u052f",
    "ARABIC": "\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f",
    "HEBREW": "\u05d0-\u05ea",
    "DEVANAGARI": "\u0900-\u0963\u0971-\u097f",
    "BENGALI": "\u0980-\u09e3",
    "TAMIL": "\u0b80-\u0bd7",
    "THAI": "\u0e01-\u0e4e",
    "GREEK": "\u0386-\u03ce\u1f00-\u1ffc",
    "ARMENIAN": "\u0531-\u0587",
    "GEORGIAN": "\u10a0-\u10ff",
    "ETHIOPIC": "\u1200-\u135a",
}
"""Scripts by the first word of their Unicode names, with the ranges of their letters."""
LEAST = {"CJK": 1, "HIRAGANA": 1, "KATAKANA": 2, "HANGUL": 1, "THAI": 2, "GREEK": 4}
LEAST_ELSEWHERE = 3
"""Letters from which a run of another script is a word; Greek has symbols of one to three letters."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one script that stand together."""

    span: Span
    words: tuple[str, ...]

    @property
    def small(self) -> tuple[str, ...]:
        """Words in small letters that belong to no name."""
        known = word_list("latin", "all") | word_list("latin", "particles")
        return tuple(word for word in self.words if word.islower() and len(word) > 2 and word not in known)


def latin_runs(text: str, within: Span) -> Iterator[Run]:
    """Runs of Latin words, for articles in another script."""
    for match in _LATIN_RUN.finditer(text, within.start, within.end):
        yield Run(Span(*match.span()), tuple(match[0].split()))


def foreign_runs(text: str, within: Span, own: frozenset[str]) -> Iterator[Run]:
    """Runs in any script but Latin and the article's `own`, long enough to be words."""
    for match in _foreign(own).finditer(text, within.start, within.end):
        letters = match[0].replace(" ", "")
        script = next(name for name, one in _ONE.items() if one.match(letters))
        if len(letters) >= LEAST.get(script, LEAST_ELSEWHERE):
            yield Run(Span(*match.span()), tuple(match[0].split()))


_ONE = {name: re.compile(f"[{letters}]") for name, letters in _BLOCKS.items()}


@cache
def _foreign(own: frozenset[str]) -> re.Pattern[str]:
    letters = "".join(block for name, block in _BLOCKS.items() if name not in own)
    return re.compile(f"[{letters}]+(?: [{letters}]+)*") if letters else re.compile(r"(?!)")


def is_loan(words: tuple[str, ...]) -> bool:
    """Whether these words together are a term that many languages borrow as it is."""
    return " ".join(words).casefold() in word_list("loans", "all")


@cache
def word_list(table: str, key: str) -> frozenset[str]:
    """One list of `data/function_words.toml`; `loans` are separated by bars or lines, others by spaces."""
    path = files("auditor.checks.meta") / "data" / "function_words.toml"
    text = tomllib.loads(path.read_text(encoding="utf-8"))[table].get(key, "")
    return frozenset(re.split(r"[|\n]+", text.strip()) if table == "loans" else text.split())
