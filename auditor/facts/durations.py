"""Spans of time in a text: which unit, how many of it, and where two texts disagree."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from auditor.core.document import Span
from auditor.facts.fact import Fact, NumberValue
from auditor.languages.language import Language

DAYS: dict[str, Fraction] = {
    "minute": Fraction(1, 1440), "hour": Fraction(1, 24), "day": Fraction(1), "week": Fraction(7),
    "month": Fraction(365, 12), "year": Fraction(365), "decade": Fraction(3650), "century": Fraction(36500),
}  # fmt: skip
"""Length of each unit."""
SAME = Fraction(8, 100)
"""Relative difference within which two spans of time are the same: a month for four weeks, a year for 52."""
CALENDAR_YEARS = frozenset(range(1000, 2701))
"""A number of these before `year` is a date: 2018 года."""
PREFIXES = {"ar": "[وبلف]?(?:ال)?", "he": "[ובלהמשכ]{0,2}"}
"""Letters written together with a word that follows."""
AFTER = {"zh": "(?![一二三四五六日天末])"}
"""What may not follow in a script without spaces: 星期日 is Sunday."""
UNCOUNTED = frozenset({"week", "month", "year"})
"""Units that are held against each other without a number; days are feasts, hours and minutes clocks, decades vague."""
NUMBER_ONLY_SINGLE = frozenset({"ko"})
"""Languages with spaces in which a single character is a unit only behind a number."""
YEARS = {"decade": 10, "century": 100}
"""Counted in years, so that two decades are twenty years."""
_AGE = re.compile(r"(?:(?:(?<=, )|(?<=aged )|(?<=age of ))[1-9]\d?(?=[,;.)]|\Z)|(?<=\()[1-9]\d(?=\)))")
"""English tells ages without their unit: Mr West, 41, said; (2) is the second of a list."""
_ARTICLE = re.compile(r"(?<![^\W_])an? \Z", re.IGNORECASE)
_GAP = re.compile(r"[ \u00a0\u202f\u2009\u200c-]?")


@dataclass(frozen=True, slots=True)
class Duration:
    """A unit of time, with its number where one stands before it."""

    unit: str
    amount: Fraction | None
    span: Span
    """Of the number and the unit."""
    article: bool = False
    """Whether it is a single one, told by the article: a year after."""

    @property
    def days(self) -> Fraction | None:
        """Its length; None where nothing is counted."""
        return None if self.amount is None else self.amount * DAYS[self.unit]


@dataclass(frozen=True, slots=True)
class ChangedDuration:
    """A span of time of the translation in place of another one of the counterpart."""

    translation: Duration
    counterpart: Duration
    counted: bool
    """Whether the number is the same and only the unit differs; else each side names a single unit, another one."""


def find_durations(
    text: str, language: Language, numbers: Iterable[Fact], within: Span | None = None
) -> Iterator[Duration]:
    """The units of time in `text`, or in a span of it; nothing in a language without data.

    `numbers` are those of the text; their spans and those of what is found are places in the whole of it.
    """
    lexicon = _lexicon(language.code, language.spaced)
    if lexicon is None:
        return
    ends = {fact.span.end: fact for fact in numbers if isinstance(fact.value, NumberValue)}
    first, piece = (0, text) if within is None else (within.start, text[within.start : within.end])
    lowered = piece.lower().replace("ς", "σ")
    for match in lexicon.pattern.finditer(lowered if len(lowered) == len(piece) else piece):
        start, end = first + match.start(), first + match.end()
        fact = next((ends[at] for at in (start, start - 1) if at in ends), None)
        if fact is not None and not _GAP.fullmatch(text, fact.span.end, start):
            fact = None
        if fact is None and len(match["word"]) == 1 and (not language.spaced or language.code in NUMBER_ONLY_SINGLE):
            continue
        unit, amount = lexicon.unit(match["word"]), _value(fact)
        if unit == "year" and amount in CALENDAR_YEARS:
            continue
        if amount is not None and unit in YEARS:
            unit, amount = "year", amount * YEARS[unit]
        article = fact is None and language.code == "en" and _ARTICLE.search(text, max(0, start - 4), start) is not None
        yield Duration(unit, amount, Span(start if fact is None else fact.span.start, end), article)


def find_ages(text: str, language: Language, within: Span) -> Iterator[Duration]:
    """Ages that a span of English text tells by a mere number, as years."""
    if language.code == "en":
        for match in _AGE.finditer(text, within.start, within.end):
            yield Duration("year", Fraction(int(match.group())), Span(*match.span()))


def changed_duration(ours: Sequence[Duration], theirs: Sequence[Duration]) -> ChangedDuration | None:
    """The span of time of one statement that is another one in the counterpart's.

    With the same number and another unit; else, where each side names one unit only, with another unit and number, or
    both without a number: last month for last week.
    """
    own = [one for one in ours if not any(_same(one, other) for other in theirs)]
    lost = [one for one in theirs if not any(_same(one, other) for other in ours)]
    for one in own:
        for other in lost:
            if one.amount is not None and one.amount == other.amount and one.unit != other.unit:
                return ChangedDuration(one, other, counted=True)
    implied = _implied(own, lost)
    if implied is not None:
        return implied
    single = len({one.unit for one in ours}) == len({one.unit for one in theirs}) == 1
    if single and own and lost and _may_stand_for(own[0], lost[0]):
        return ChangedDuration(own[0], lost[0], counted=False)
    return None


def _implied(own: Sequence[Duration], lost: Sequence[Duration]) -> ChangedDuration | None:
    """Several of a unit where the counterpart tells of `a year`, and of no other."""
    if len(own) != 1 or len(lost) != 1 or not lost[0].article or own[0].unit != lost[0].unit:
        return None
    amount = own[0].amount
    return ChangedDuration(own[0], lost[0], counted=True) if amount is not None and amount > 1 else None


def _same(a: Duration, b: Duration) -> bool:
    if a.days is None or b.days is None:
        return a.unit == b.unit and a.amount == b.amount
    return abs(a.days - b.days) <= SAME * max(a.days, b.days)


def _may_stand_for(a: Duration, b: Duration) -> bool:
    """Whether one can have been put in place of the other: both counted, or neither and of the usual units."""
    if a.unit == b.unit or (a.amount is None) != (b.amount is None):
        return False
    return a.amount is not None or {a.unit, b.unit} <= UNCOUNTED


def _value(fact: Fact | None) -> Fraction | None:
    return fact.value.value if fact is not None and isinstance(fact.value, NumberValue) else None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The units of one language."""

    pattern: re.Pattern[str]
    words: tuple[tuple[str, str], ...]
    """(word or, with a final *, its beginning; unit), longest first."""

    def unit(self, found: str) -> str:
        """The unit that a match of the pattern names."""
        return next(
            unit
            for word, unit in self.words
            if found == word or (word.endswith("*") and found.startswith(word.removesuffix("*")))
        )


@cache
def _lexicon(code: str, spaced: bool) -> _Lexicon | None:
    units = _table().get(code)
    if units is None:
        return None
    words = sorted(((word, unit) for unit, words in units.items() for word in words), key=lambda x: -len(x[0]))
    either = "|".join(re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word, _ in words)
    edges = (rf"(?<![^\W\d_]){PREFIXES.get(code, '')}", r"(?!\w)") if spaced else ("", AFTER.get(code, ""))
    return _Lexicon(re.compile(f"{edges[0]}(?P<word>{either}){edges[1]}"), tuple(words))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    path = files("auditor.facts") / "data" / "durations.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
