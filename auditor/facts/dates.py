"""Dates and parts of dates: month names with day and year, weekdays, numeric and East Asian forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from auditor.core.document import Span
from auditor.facts.fact import DateValue, Fact, FactKind
from auditor.facts.fold import MARK_RANGES
from auditor.languages.language import Language

CERTAIN, LONE_WORD = 1.0, 0.5
"""Confidence: a date with a day or year; a month or weekday name alone (`march`, `may`, `sun` are words too)."""

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<![\d./])([12]\d{3})(/|\.\s?)(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?![\d/])")
"""2019/05/11, Korean and Hungarian 2019. 5. 11."""
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})(\u200f?/|\.[ \u00a0]?)(\d{1,2})\2(\d{4})(?!\d)")
"""11.05.2019, Czech and Serbian 11. 5. 2019, Arabic with a mark of direction before each stroke."""
_EAST_ASIAN = re.compile(
    r"(?:(\d{4})\s?[年년]\s?)?(?<!\d)(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?|(\d{4})\s?[年년](?![代대])"
    r"|(?<!\d)(\d{1,2})\s?[日号號일](?![本間间])"
)
_EAST_ASIAN_SIGNS = "年년月월日号號일"
"""One of these is in each such date; saves time only."""
_YEAR = r"(?:[1١۱१]\d|[2٢۲२][0٠۰०])\d\d"
_DAY = r"(?![4-9٤-٩۴-۹४-९৪-৯]\d|[3٣۳३৩][2-9٢-٩۲-۹२-९২-৯])\d{1,2}"
"""Behind the month a number up to 31 is its day, unless it counts: до 23 января 86 %, марта 4 миллиона."""

IN = "(?P<in>ב)"
"""Hebrew writes *in* together with a month: 11 במאי. Without a day במאי is a director, too."""


def find_dates(text: str, language: Language) -> Iterator[Fact]:
    """Every date in `text`; what is not told is None. Values are of the calendar that the text uses."""
    taken: list[Span] = []
    for span, value, confidence in _candidates(text, language):
        if any(span.overlaps(other) for other in taken):
            continue
        taken.append(span)
        yield Fact(FactKind.DATE, span, text[span.start : span.end], value, confidence)


def _candidates(text: str, language: Language) -> Iterator[tuple[Span, DateValue, float]]:
    for match in _ISO.finditer(text):
        year, month, day = map(_number, match.groups())
        yield Span(*match.span()), DateValue(year, month, day), CERTAIN
    for match in _YEAR_FIRST.finditer(text):
        yield Span(*match.span()), DateValue(_number(match[1]), _number(match[3]), _number(match[4])), CERTAIN
    for match in _NUMERIC.finditer(text):
        yield Span(*match.span()), _numeric(match), CERTAIN
    for match in _EAST_ASIAN.finditer(text) if any(sign in text for sign in _EAST_ASIAN_SIGNS) else ():
        year, month, day, lone_year, lone_day = (_number(group) if group else None for group in match.groups())
        yield Span(*match.span()), DateValue(year or lone_year, month, day or lone_day), CERTAIN
    yield from _named(text, language)


def _named(text: str, language: Language) -> Iterator[tuple[Span, DateValue, float]]:
    magnitudes = tuple(word for word in language.numbers.magnitudes if len(word) > 1)
    patterns = _patterns(language.dates.months, language.dates.weekdays, magnitudes, language.code not in RUN_ON)
    if patterns is None:
        return
    months, weekdays, month_pattern, weekday_pattern = patterns
    lowered = _lowered(text)
    for match in month_pattern.finditer(lowered):
        day = match["day"] or match["day_after"]
        year = match["year"] or match["year_after"]
        value = DateValue(_number(year), months[match["month"]], _number(day))
        yield Span(*match.span()), value, CERTAIN if day or year else LONE_WORD
    for match in weekday_pattern.finditer(lowered):
        yield Span(*match.span()), DateValue(weekday=weekdays[match.group()]), LONE_WORD


Names = tuple[tuple[str, ...], ...]
RUN_ON = frozenset({"zh", "ja", "th"})
"""Scripts without spaces, with names that cannot be parts of other words; Khmer's and Burmese's are too short."""
_COUNTED, _TIMES = r"(?<![\d一二三四五六七八九十两兩几幾每])", "(?![次回])"
"""Around a name in a script without spaces: 两周一次 is every two weeks, not Monday; 十一月 is found whole."""


@lru_cache(maxsize=64)
def _patterns(
    months: Names, weekdays: Names, magnitudes: tuple[str, ...], spaced: bool
) -> tuple[dict[str, int], dict[str, int], re.Pattern[str], re.Pattern[str]] | None:
    """Look-up tables and patterns; None for a language without names of months."""
    month_of = {_lowered(name): i for i, names in enumerate(months, 1) for name in names}
    weekday_of = {_lowered(name): i for i, names in enumerate(weekdays) for name in names}
    if not month_of or not weekday_of:
        return None
    edge, end = (
        (rf"(?<![^\W\d_])(?<![{MARK_RANGES}])", rf"(?![^\W\d_]|[{MARK_RANGES}])") if spaced else (_COUNTED, _TIMES)
    )
    day, link = r"(?<!\d)(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º|-?го)?", r"(?:\s(?:of|de|di|del|d['’])?\s?|\s?)"
    counts = rf"(?!\s?[%٪])(?!\s(?:{_any(dict.fromkeys(magnitudes, 0))}))" if magnitudes else r"(?!\s?[%٪])"
    after = rf"(?:\.?\s(?P<day_after>{_DAY})(?:st|nd|rd|th)?(?![\d.,:]*\d){counts})?"
    era = r"(?:de\s|del\s|[คพ]\.ศ\.\s)?"
    year = rf"(?:\.?\s{era}(?P<year>{_YEAR})(?!\d){counts}|[,،]\s?(?P<year_after>{_YEAR})(?!\d){counts})?"
    pattern = rf"(?:{day}{link}{IN}?)?(?(in)|{edge})(?P<month>{_any(month_of)}){end}{after}{year}"
    return month_of, weekday_of, re.compile(pattern), re.compile(rf"{edge}(?:{_any(weekday_of)}){end}")


def _lowered(text: str) -> str:
    """Without capitals, each character in its place: İ and ΐ would become several."""
    small = {ord(char): folded for char in set(text) if len(folded := char.casefold()) == 1}
    return text.translate(small)


def _any(names: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _numeric(match: re.Match[str]) -> DateValue:
    """`31.12.2024` has one reading; `3/4/2024` is read day first only with full stops."""
    first, second, year = _number(match[1]), _number(match[3]), _number(match[4])
    assert first is not None
    assert second is not None
    if first > 12 or (match[2][0] == "." and second <= 12):
        return DateValue(year, second, first)
    return DateValue(year, first, second) if second > 12 else DateValue(year)


def _number(digits: str | None) -> int | None:
    return None if digits is None else int("".join(str(unicodedata.decimal(char)) for char in digits))
