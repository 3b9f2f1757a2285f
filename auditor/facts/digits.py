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

DIGIT = r"[^\D႐-႙]"
"""Any script's but the Shan digits, which are tone marks in Burmese text that is encoded as Zawgyi."""

_RUN = re.compile(rf"{DIGIT}+(?:(?:[{POINTS}{ALWAYS_GROUPING}{ALWAYS_DECIMAL} ]|, (?=\d{{3}}(?!\d))){DIGIT}+)*")
"""A plain space groups in any language: engines write `60 000` in English, and `40, 000`, whatever the rules."""
APART = ", "
"""What stands between two numbers of a list, or within one as engines write it: 1, 127."""


YEAR, LAST_DAY = 4, 31
"""Digits of a year, and the last day of a month."""
MOST_GROUPS, LONGEST = 12, 60
"""Groups and digits of the longest number; a longer run is no number, and reading it as one would take forever."""
LONGEST_MONTH = 16
"""Characters before a day that hold the name of its month."""


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
        run, start = match.group(), match.start()
        head, mark, tail = run.partition(APART)
        if mark and _ends_with_month(text[max(0, start - LONGEST_MONTH) : start], language):
            yield from _numerals(head, start, language)
            run, start = tail, start + len(head + mark)
        yield from _numerals(run, start, language)


def _ends_with_month(before: str, language: Language) -> bool:
    """July 5, 300 people: a day, and another number."""
    words = before.rstrip(" .").casefold()
    return any(words.endswith(name) for names in language.dates.months for name in names)


def _numerals(run: str, start: int, language: Language) -> Iterator[Numeral]:
    """One numeral when the marks can be understood as one number, else one per group."""
    pieces = [piece.span() for piece in re.finditer(r"\d+", run)]
    at = 0
    while at < len(pieces):
        near = pieces[at : at + MOST_GROUPS + 1]
        marks = [_mark(run, *piece) for piece in near[1:]]
        groups = [_ascii(run[low : min(high, low + LONGEST + 1)]) for low, high in near[:MOST_GROUPS]]
        take = _longest(groups, marks, language)
        digits = "".join(groups[:take])
        if len(digits) <= LONGEST:
            span = Span(start + near[0][0], start + near[take - 1][1])
            yield Numeral(span, _readings(groups[:take], marks[: take - 1], language), digits)
        at += take


def _mark(run: str, low: int, high: int) -> str:
    """What stands before these digits."""
    if run[low - 2 : low] != APART:
        return run[low - 1]
    return "," if set(run[low:high]) == {"0"} else APART


def _longest(groups: list[str], marks: list[str], language: Language) -> int:
    """How many groups from the first one on make one number: all its marks are the same but the last."""
    same = next((i for i, mark in enumerate(marks) if mark != marks[0]), len(marks))
    for take in range(min(len(groups), same + 2), 1, -1):
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
    if marks == [","] and len(groups[1]) == YEAR and groups[1][:2] in ("19", "20") and int(groups[0]) <= LAST_DAY:
        return ()  # July 19,1953
    whole, decimal = Fraction(int("".join(groups))), None
    if APART in marks:
        return (
            (whole, *map(Fraction, map(int, groups))) if len(marks) == 1 and _grouped(groups, marks, language) else ()
        )
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
