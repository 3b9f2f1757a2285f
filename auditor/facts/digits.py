"""Numerals written in digits of any script, with whatever grouping and decimal marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from auditor.core.document import Span
from auditor.languages.language import Language

ALWAYS_GROUPING = "'’ʼ\u00a0\u202f\u2009"
"""Marks that nothing but grouping puts between two groups of digits."""
ALWAYS_DECIMAL = "٫"
POINTS = ".,،٬，．·"
"""Marks that group in one language, or by one writer, and separate decimals elsewhere."""

_RUN = re.compile(rf"\d+(?:(?:[{POINTS}{ALWAYS_GROUPING}{ALWAYS_DECIMAL} ]|, (?=000(?!\d)))\d+)*")
"""A plain space groups in any language: engines write `60 000` in English, and `40, 000`, whatever the rules."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A run of digits that is one number; `values` are its readings, the likeliest first."""

    span: Span
    values: tuple[Fraction, ...]
    digits: str
    """Its digits alone, as ASCII: what a label or a telephone number is recognised by."""


def find_numerals(text: str, language: Language) -> Iterator[Numeral]:
    """Every number in digits in order; `1,200`, `1.200`, `1 200`, `1’200` and `١٬٢٠٠` are all 1200."""
    for match in _RUN.finditer(text):
        yield from _numerals(match.group(), match.start(), language)


def _numerals(run: str, start: int, language: Language) -> Iterator[Numeral]:
    """One numeral when the marks can be understood as one number, else one per group."""
    pieces = [(piece.start(), piece.group()) for piece in re.finditer(r"\d+", run)]
    groups = [_ascii(piece) for _, piece in pieces]
    marks = ["," if run[at - 2 : at] == ", " else run[at - 1] for at, _ in pieces[1:]]
    while groups:
        take = _longest(groups, marks, language)
        first, last = pieces[0], pieces[take - 1]
        span = Span(start + first[0], start + last[0] + len(last[1]))
        yield Numeral(span, _readings(groups[:take], marks[: take - 1], language), "".join(groups[:take]))
        pieces, groups, marks = pieces[take:], groups[take:], marks[take:]


def _longest(groups: list[str], marks: list[str], language: Language) -> int:
    """How many groups from the first one on make one number."""
    for take in range(len(groups), 1, -1):
        after = marks[take - 1] if take <= len(marks) else ""
        if after != " " and after and take > 1 and after == marks[take - 2]:
            continue
        if _readings(groups[:take], marks[: take - 1], language):
            return take
    return 1


def _readings(groups: list[str], marks: list[str], language: Language) -> tuple[Fraction, ...]:
    """What the groups may mean together; empty when they are no single number."""
    if not marks:
        return (Fraction(int(groups[0])),)
    whole, decimal = Fraction(int("".join(groups))), None
    if (len(marks) == 1 or (marks[-1] not in marks[:-1] and _grouped(groups[:-1], marks[:-1], language))) and (
        marks[-1] in POINTS + ALWAYS_DECIMAL and marks[-1] != "،"
    ):
        decimal = Fraction(int("".join(groups)), 10 ** len(groups[-1]))
    if not _grouped(groups, marks, language):
        return () if decimal is None else (decimal,)
    if decimal is None:
        return (whole,)
    if language.complete and marks[-1] in language.grouping and marks[-1] != language.decimal:
        return (whole,)
    return (decimal, whole) if marks[-1] == language.decimal or groups[0] == "0" else (whole, decimal)


def _grouped(groups: list[str], marks: list[str], language: Language) -> bool:
    """Whether one repeated mark groups these digits, by thousands or in the Indian way."""
    if not marks:
        return True
    if len(set(marks)) > 1 or marks[0] in ALWAYS_DECIMAL or not 1 <= len(groups[0]) <= 3:
        return False
    sizes = [len(group) for group in groups[1:]]
    indian = sizes[-1] == 3 and all(size == 2 for size in sizes[:-1]) and len(groups[0]) <= 2
    return all(size == 3 for size in sizes) or indian


def _ascii(digits: str) -> str:
    return "".join(str(unicodedata.decimal(char)) for char in digits)
