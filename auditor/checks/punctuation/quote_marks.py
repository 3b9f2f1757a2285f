"""Finds the quotation marks of an article and says what each could be, from its shape, its neighbours and the language.

A mark costs something to be read as opening, as closing, or as no quotation mark at all (an inch sign, a Hebrew
gershayim); `quote_pairing` then looks for the cheapest reading of the whole article. Single marks are left alone:
they are apostrophes, glottal stops and feet far more often than quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from auditor.core.document import Document, Passage, Span
from auditor.languages.language import Language


class Family(StrEnum):
    """Marks that may close each other."""

    DOUBLE = "double"
    GUILLEMET = "guillemet"
    CORNER = "corner"
    WHITE_CORNER = "white corner"
    TITLE = "title"


class Lean(StrEnum):
    """What the neighbours of a mark say about it."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Reading:
    """The price of each way to read a mark; 0 is what it looks like, `IMPOSSIBLE` what it cannot be."""

    opens: float
    closes: float
    innocent: float
    """As something other than a quotation mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark."""

    span: Span
    glyph: str
    family: Family
    passage: int
    lean: Lean
    reading: Reading
    leads: bool
    """Whether it is the first thing in its passage, where a running quotation is re-opened."""


IMPOSSIBLE = 9.0
AGAINST = 1.2
"""Read against clear neighbours: dearer than a nested pair, cheaper than an error (see `quote_pairing.ERROR`)."""
DOUBTFUL = 0.5
UNSURE = 0.1

MOST_MARKS = 10_000
"""A file with more is a table or a program, not an article; it is left alone rather than made to take minutes."""
LOOK_THROUGH = 6
"""Marks that may stand side by side in print, such as .’”; longer rows are not read mark by mark."""

STRAIGHT = frozenset({'"', "＂", "''"})
_FAMILIES = {
    **dict.fromkeys('"＂“”„‟〝〞〟״❝❞', Family.DOUBLE),
    **dict.fromkeys(("''", "‘‘", "’’", ",,"), Family.DOUBLE),
    **dict.fromkeys("«»", Family.GUILLEMET),
    **dict.fromkeys("「」", Family.CORNER),
    **dict.fromkeys("『』", Family.WHITE_CORNER),
    **dict.fromkeys("《》", Family.TITLE),
}
_ALWAYS_OPEN = frozenset({"„", "〝", "❝", "‘‘", ",,", "「", "『", "《"})
_ALWAYS_CLOSE = frozenset({"〞", "〟", "❞", "’’", "」", "』", "》"})
_MAKESHIFT = frozenset({"''", "‘‘", "’’", ",,"})
"""Two characters typed for one mark; each may well be two other things, so they are never an error by themselves."""

_MARK = re.compile(
    r"['‘’,\"＂“”„‟〝〞〟״❝❞«»「」『』《》](?:(?<=')'|(?<=‘)‘|(?<=’)’|(?<![\w,],)(?<=,),(?=\w)|(?<!['‘’,]))"
)
"""Begins with a set of characters, which `re` finds fast; what stands behind tells `''` from an apostrophe."""
_ANY_QUOTE = frozenset("\"＂“”„‟〝〞〟״❝❞«»「」『』《》'‘’‚‛‹›")
_OPENING_NEIGHBOURS = frozenset("([{（［｛【〔/—–―-¿¡")
_CLOSING_NEIGHBOURS = frozenset(")]}）］｝】〕/—–―-")
_STOPS = frozenset(".,;:!?…،؛؟۔।॥。，、；：！？．·።፣፤")
_HEBREW = re.compile(r"[א-ת]")
_ELLIPSIS = re.compile(r"(?:…|\.{2,})\s?\w")
_FEET_AND_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:[½¼¾])?$")


def find_marks(document: Document, language: Language) -> tuple[Mark, ...]:
    """All double quotation marks of the article in order, with the price of each reading; none above `MOST_MARKS`."""
    every = ((passage, found) for passage in document.passages for found in _in_passage(document.text, passage))
    raw = list(islice(every, MOST_MARKS + 1))
    if len(raw) > MOST_MARKS:
        return ()
    contexts = [_lean(document.text, span, passage.span) for passage, span in raw]
    glyphs = [document.slice(span) for _, span in raw]
    habits = _habits(zip(glyphs, contexts, strict=True), language)
    return tuple(
        _mark(document.text, passage, span, glyph, lean, habits)
        for (passage, span), glyph, lean in zip(raw, glyphs, contexts, strict=True)
    )


def _in_passage(text: str, passage: Passage) -> Iterator[Span]:
    for match in _MARK.finditer(text, passage.span.start, passage.span.end):
        yield Span(match.start(), match.end())


def _lean(text: str, span: Span, within: Span) -> Lean:
    """What the characters around a mark say; up to `LOOK_THROUGH` quotation marks in between are looked through."""
    before, after = span.start - 1, span.end
    first, last = max(within.start, before - LOOK_THROUGH), min(within.end, after + LOOK_THROUGH)
    while before >= first and text[before] in _ANY_QUOTE:
        before -= 1
    while after < last and text[after] in _ANY_QUOTE:
        after += 1
    at_start, at_end = before < within.start, after >= within.end
    if at_start or at_end:
        return Lean.EITHER if at_start and at_end else Lean.OPENS if at_start else Lean.CLOSES
    left, right = text[before], text[after]
    if left in _ANY_QUOTE or right in _ANY_QUOTE:
        return Lean.EITHER
    free_left = left.isspace() or left in _OPENING_NEIGHBOURS
    free_right = right.isspace() or right in _CLOSING_NEIGHBOURS
    stop_right = right in _STOPS and not _ELLIPSIS.match(text, after)
    if free_left and not free_right:
        return Lean.CLOSES if stop_right else Lean.OPENS
    if not free_left and (free_right or stop_right):
        return Lean.CLOSES
    return Lean.EITHER


def _habits(seen: Iterable[tuple[str, Lean]], language: Language) -> dict[str, Lean]:
    """How this article uses each glyph: mostly to open, mostly to close, or both ways (Swedish ”…”)."""
    opens, total = _prior(language)
    for glyph, lean in seen:
        if lean is not Lean.EITHER:
            opens[glyph] = opens.get(glyph, 0.0) + (lean is Lean.OPENS)
            total[glyph] = total.get(glyph, 0.0) + 1.0
    habits = {glyph: _habit(opens[glyph] / total[glyph]) for glyph in total}
    return habits | dict.fromkeys(_ALWAYS_OPEN, Lean.OPENS) | dict.fromkeys(_ALWAYS_CLOSE, Lean.CLOSES)


def _prior(language: Language) -> tuple[dict[str, float], dict[str, float]]:
    """(times opening, times seen) of each glyph before the article is read: one vote for each place in the record."""
    pairs = [(pair.open, pair.close) for pair in language.quotes] if language.complete else [("“", "”"), ("«", "»")]
    opens: dict[str, float] = {}
    total: dict[str, float] = {}
    for pair in pairs:
        for glyph, value in zip(pair, (1.0, 0.0), strict=True):
            opens[glyph] = opens.get(glyph, 0.0) + value
            total[glyph] = total.get(glyph, 0.0) + 1.0
    return opens, total


def _habit(share: float) -> Lean:
    return Lean.OPENS if share > 0.75 else Lean.CLOSES if share < 0.25 else Lean.EITHER


_DEFAULT_HABIT = {"“": Lean.OPENS, "”": Lean.CLOSES, "«": Lean.OPENS, "»": Lean.CLOSES, "‟": Lean.OPENS}


def _mark(text: str, passage: Passage, span: Span, glyph: str, lean: Lean, habits: dict[str, Lean]) -> Mark:
    habit = Lean.EITHER if glyph in STRAIGHT else habits.get(glyph, _DEFAULT_HABIT.get(glyph, Lean.EITHER))
    opens, closes = _prices(lean, habit, fixed=glyph in _ALWAYS_OPEN or glyph in _ALWAYS_CLOSE)
    return Mark(
        span=span,
        glyph=glyph,
        family=_FAMILIES[glyph],
        passage=passage.index,
        lean=lean if lean is habit or habit is Lean.EITHER else habit if lean is Lean.EITHER else Lean.EITHER,
        reading=Reading(opens, closes, _innocence(text, span, glyph, passage.span)),
        leads=_leads(text, span.start, passage.span.start),
    )


def _leads(text: str, at: int, start: int) -> bool:
    """Whether nothing but a dash stands before the mark in its passage."""
    return at == start or (at - start <= 3 and not text[start:at].strip(" -–—\u00a0"))


def _prices(lean: Lean, habit: Lean, *, fixed: bool) -> tuple[float, float]:
    """(as opening, as closing)."""
    if fixed:
        return (0.0, AGAINST) if habit is Lean.OPENS else (AGAINST, 0.0)
    if habit is Lean.EITHER:
        habit = lean
    if lean is Lean.EITHER:
        lean = habit
    if lean is not habit:
        return UNSURE, UNSURE
    return {Lean.OPENS: (0.0, AGAINST), Lean.CLOSES: (AGAINST, 0.0), Lean.EITHER: (UNSURE, UNSURE)}[lean]


def _innocence(text: str, span: Span, glyph: str, within: Span) -> float:
    """The price of reading a mark as an inch sign, a gershayim or two apostrophes."""
    if glyph in _MAKESHIFT:
        return DOUBTFUL
    if _FAMILIES[glyph] is not Family.DOUBLE:
        return IMPOSSIBLE
    before = text[max(within.start, span.start - 6) : span.start]
    after = text[span.end : min(within.end, span.end + 3)]
    if _HEBREW.match(before[-1:]) and _HEBREW.match(after):
        return 0.0 if not _HEBREW.match(after[1:2]) else UNSURE
    if _FEET_AND_INCHES.search(before):
        return 0.0
    return DOUBTFUL if before[-1:].isdecimal() and glyph in STRAIGHT | {"”"} else IMPOSSIBLE
