"""A text as damage sees it: words, sentences, comma-parted pieces, and deletions that leave it tidy; any language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from random import Random

from damage_edits import Change, Edit, Range

from auditor.languages.language import Language, get_language

UNSPACED = frozenset({"zh", "ja", "th", "km", "lo", "my", "bo", "dz", "yue"})
COMMAS = ",;，；、،؛"
STOPS = ".!?…。！？؟۔।॥።။។"
OPENING, CLOSING = "\"'“„«‘‹「『(（[《〈”»’", "\"'”“»’›」』)）]》〉«"

_PIECE = re.compile(rf"(?<!\d)[{COMMAS}]|[{COMMAS}](?!\d)")
_SENTENCE_END = re.compile(r"[.!?…؟۔।॥።။។][\"”’»)]*(?=\s+\S)|[。！？][”」』）]*(?=.)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[^\W\d_]|[Dd]r|Mr|Mrs|Ms|St|vs|[Nn]o|Prof|etc|al|Inc|Jr|ca|bzw|[zZ]|[uU])\.|\d\.)$"
)
_FOREIGN_RUN = re.compile(r"[A-Za-zÀ-ÿ0-9]+(?:[-.,'’/][A-Za-z0-9]+)*%?")
_SCRIPT_RUN = re.compile(r"[゠-ヿ]+|[぀-ゟ]+|[㐀-鿿々〇]+|[^\W\d_A-Za-z]+", re.UNICODE)
_LEADING_VOWELS = "เแโใไ"


@dataclass(frozen=True)
class Text:
    """One side of a pair, with what other texts damage may draw on."""

    text: str
    code: str
    other: str = ""
    source: str = ""
    source_language: str = ""

    @cached_property
    def language(self) -> Language:
        """The record of its language."""
        return get_language(self.code)

    @cached_property
    def base(self) -> str:
        """Its language code without region."""
        return self.language.code

    @cached_property
    def spaced(self) -> bool:
        """Whether spaces part its words."""
        return self.language.spaced and self.base not in UNSPACED

    @cached_property
    def words(self) -> tuple[Range, ...]:
        """Words without the marks round them; in scripts without spaces short runs of characters."""
        return _spaced_words(self.text) if self.spaced else _unspaced_words(self.text)

    @cached_property
    def sentences(self) -> tuple[Range, ...]:
        """Sentences with their stops, without the white space between them."""
        return _sentences(self.text, self.language.abbreviations)

    @cached_property
    def pieces(self) -> tuple[Range, ...]:
        """What commas and semicolons part, marks and white space left out; never over the end of a sentence."""
        return tuple(piece for sentence in self.sentences for piece in _pieces(self.text, *sentence))

    def part(self, found: Range) -> str:
        """What stands there."""
        return self.text[found[0] : found[1]]

    def long_enough(self, found: Range, words: int) -> bool:
        """Whether a stretch is worth so many words; two characters make a word where no spaces do."""
        part = self.part(found)
        return len(part.split()) >= words if self.spaced else len(part) >= 2 * words


Maker = Callable[[Text, Random], Change | None]


def other_text(text: Text) -> Text:
    """The donor as a text of the same language."""
    return Text(text.other, text.code)


def deletion(text: Text, start: int, end: int) -> tuple[Edit, ...]:
    """Edits that take the stretch away, with a comma or space that would be left over, and mend the capital."""
    whole = text.text
    before, after = whole[:start].rstrip(), whole[end:].lstrip()
    if _begins(before):
        return _first_deleted(text, start, end)
    if not after or after[0] in COMMAS + STOPS + CLOSING:
        start = len(before)
        if before[-1] in COMMAS and (not after or after[0] in COMMAS + STOPS):
            start -= 1
    elif whole[start - 1].isspace():
        end = len(whole) - len(after)
    return (Edit(start, end),)


def _begins(before: str) -> bool:
    """Whether a sentence begins behind `before`."""
    bare = before.rstrip(OPENING)
    return not bare or (bare[-1] in STOPS and not _ABBREVIATION.search(bare[-6:]))


def _first_deleted(text: Text, start: int, end: int) -> tuple[Edit, ...]:
    whole = text.text
    while end < len(whole) and (whole[end].isspace() or whole[end] in COMMAS):
        end += 1
    gone = Edit(start, end)
    if end == len(whole) or not whole[start].isupper() or not whole[end].islower():
        return (gone,)
    upper = whole[end].upper()
    return (gone, Edit(end, end + 1, upper, quiet=True)) if len(upper) == 1 else (gone,)


def like(word: str, new: str) -> str:
    """`new` with the capitals of `word`."""
    if word.isupper() and len(word) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if word[:1].isupper() else new


def enclosed(text: Text, run: Range) -> bool:
    """Whether brackets, quotation marks or a slash touch it: an abbreviation, a title, half of a pair."""
    before, after = text.text[: run[0]][-1:], text.text[run[1] :][:1]
    return before in tuple('([（"“«„「/-') or after in tuple(')]）"”»“」/-')


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS" and char not in "%$€£°‰"


def _spaced_words(text: str) -> tuple[Range, ...]:
    found = []
    for match in re.finditer(r"[^\s—–/]+", text):
        start, end = match.span()
        while start < end and _punctuation(text[start]):
            start += 1
        while end > start and _punctuation(text[end - 1]):
            end -= 1
        if end < match.end() and text[end] == "." and "." in text[start:end]:
            end += 1
        if start < end:
            found.append((start, end))
    return tuple(found)


def _unspaced_words(text: str) -> tuple[Range, ...]:
    found: list[Range] = [match.span() for match in _FOREIGN_RUN.finditer(text)]
    for match in re.finditer(r"[^\x00-\u02ff\s]+", text):
        for run in _runs(text, *match.span()):
            found += _chunks(text, *run)
    return tuple(sorted(found))


def _runs(text: str, start: int, end: int) -> list[Range]:
    """Runs of one script, marks left out; combining signs stay with their letters."""
    if any(match.group() for match in re.finditer(r"[぀-ヿ㐀-鿿]", text[start:end])):
        return [(start + match.start(), start + match.end()) for match in _SCRIPT_RUN.finditer(text[start:end])]
    found, at = [], start
    for place in range(start, end + 1):
        if place == end or _punctuation(text[place]):
            if place > at:
                found.append((at, place))
            at = place + 1
    return found


def _chunks(text: str, start: int, end: int) -> list[Range]:
    """Two characters of Han, a whole run of kana, about five letters of the other scripts without spaces."""
    if "゠" <= text[start] <= "ヿ" or "぀" <= text[start] <= "ゟ":
        return [(start, end)]
    step = 2 if "㐀" <= text[start] <= "鿿" else 5
    cuts, at = [start], start + step
    while at < end - 1:
        while at < end and (unicodedata.combining(text[at]) or unicodedata.category(text[at]) in ("Mn", "Mc", "Lm")):
            at += 1
        if text[at - 1] in _LEADING_VOWELS:
            at += 1
        if at < end:
            cuts.append(at)
        at += step
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _sentences(text: str, abbreviations: frozenset[str]) -> tuple[Range, ...]:
    found, at = [], 0
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if not _abbreviated(text, match.end(), abbreviations)]
    for end in [*ends, len(text)]:
        while at < end and text[at].isspace():
            at += 1
        last = end
        while last > at and text[last - 1].isspace():
            last -= 1
        if last > at:
            found.append((at, last))
        at = end
    return tuple(found)


def _abbreviated(text: str, end: int, abbreviations: frozenset[str]) -> bool:
    """Whether the stop before `end` is that of an abbreviation."""
    last = text[max(0, end - 12) : end].split()[-1:]
    return bool(_ABBREVIATION.search(text[max(0, end - 12) : end])) or (
        bool(last) and last[0].casefold() in abbreviations
    )


def _pieces(text: str, start: int, end: int) -> list[Range]:
    while end > start and text[end - 1] in STOPS + CLOSING:
        end -= 1
    cuts = [start, *(place for match in _PIECE.finditer(text, start, end) for place in match.span()), end]
    found = []
    for left, right in zip(cuts[::2], cuts[1::2], strict=True):
        stripped = text[left:right].strip()
        if stripped:
            left += len(text[left:right]) - len(text[left:right].lstrip())
            found.append((left, left + len(stripped)))
    return found
