"""Numbers with what the words round them say: percent, ordinal, hedged, part of a label or a time."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction

from auditor.core.document import Span
from auditor.facts.fact import Fact, FactKind, NumberForm, NumberValue
from auditor.facts.fold import MARK_RANGES, fold
from auditor.facts.number_grammar import Assembled, assemble
from auditor.facts.number_pieces import Kind, Lexicon, find_pieces, lexicon_of
from auditor.facts.romanise import romanise
from auditor.languages.language import Language

CERTAIN, LONE_MAGNITUDE, AMBIGUOUS = 1.0, 0.5, 0.3
"""Confidence: a numeral or clear number word; `million` alone (vague: millions of); `one`, `second`, `سي`."""

SHORT_MAGNITUDES = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
"""Glued letters that may be a magnitude or a unit: `5m` is five million or five metres."""

LABEL_DIGITS = 9
"""Ungrouped digits from which on a numeral is a telephone or registration number."""

LONGEST_SERIES_GAP = 24
"""Characters between two numbers of a series that share a magnitude: `a CBS-t 3,1, az NBC-t 2,94 millióan`."""
TENTHS, TEN, PAIR = ("成", "割"), 10, 2
"""Chinese and Japanese words for a tenth: 四成 is 40 percent."""
_SENTENCE_END = re.compile(r"[.!?。！？؟।]\s|\n")
_CENTURY_BEFORE = re.compile(r"(?<!\d)(1\d|20)\d\d\s?[-–—/]\s?$")

_TIME_BEFORE = re.compile(r"(?<!\d)(?:\d{1,2}[:：h]|\d{1,2}\s?[時时点點시]\s?)$|\bsaa\s$", re.IGNORECASE)
"""Swahili counts the hours of the day from sunrise: saa 8 mchana is 2 p.m."""
_TIME_AFTER = re.compile(
    r"[:：h]\s?\d{2}(?!\d)|\s?[時点點시](?![間代刻期長])|\s?[时](?![间代候期刻])"
    r"|\s?[ap]\.?m\b|\s?uhr\b|\s(?:gmt|utc|hrs|hours gmt)\b|\s?o['’]clock",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\d-])(?:\d{2,5}(?:[-‑]\d{2,5}){2,4}|\d{3}[-‑]\d{4}|\(\d{2,5}\)[ -]?\d{3,8}(?:[ -]\d{2,5})?)(?![\d-])"
)
"""A telephone number: 0800-555-111, 555-1234, (020) 7946 0958."""
_ORDINAL_AFTER = re.compile(
    r"(?:st|nd|rd|th|er|ère|re|e|ème|º|ª|°)(?![^\W_])|-?(?:й|го|му|м|я|ю|е|х|ша|га)(?![^\W_])"
    r"|\s?(?:番目|[回人つ代度年日]目|번째)",
    re.IGNORECASE,
)
_DECADE_AFTER = re.compile(r"['’]?s(?![^\W_])|\s?年代|\s?년대|er(?:n|s)?(?=[\s-]?jahre)", re.IGNORECASE)
_MEASURE_AFTER = re.compile(
    r"(?:\s?(?:-|–|to|and|or|by)\s?[\d.,]+)?[\s\u00a0-]?(?:square |cubic |a |more )?"
    r"(?:miles?|mph|inch(?:es)?|foot|feet|ft|yards?|yds?|pounds?|lbs?|ounces?|oz|acres?|hectares?|gallons?|stone|degrees?|°)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
"""Units of the English-speaking world; on clean NTREX two thirds of the differing figures were conversions of them."""
STEM_MAGNITUDES = tuple(map(Fraction, (1_000, 100_000, 1_000_000, 10_000_000, 1_000_000_000)))
"""What a word beside a numeral may multiply it by that begins like a magnitude."""
UNKNOWN_MAGNITUDES = (*STEM_MAGNITUDES, *map(Fraction, (100, 10_000, 100_000_000, 1_000_000_000_000)))
"""What any word may multiply it by in a language whose magnitudes are not known: Nepali सय, Cantonese 萬."""
MAGNITUDE_STEMS = (
    "mil",
    "mln",
    "mlrd",
    "mld",
    "mrd",
    "mio",
    "bil",
    "bln",
    "tril",
    "trln",
    "tys",
    "tus",
    "tis",
    "thous",
)
"""Beginnings of the romanised words for thousand, million and more that most languages share; the exact form is not
in the language's list, so any magnitude may be meant: Romanian `5,69 milioane`, Norwegian `2,8 mrd`."""
MILES, NO_MAGNITUDES = frozenset({"mil", "mile", "miles"}), ("milit", "millim", "milim")
"""What begins like one and is none: miles, militants, millimetres."""
SHORTEST_INFLECTED, LONGEST_ENDING = 3, 6
"""Letters of a magnitude, and of an ending on it, that are looked for behind a numeral: milyon-dan."""

VIRAMAS = "\u094d\u09cd\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d"
"""Signs of a last consonant without vowel, which an ending's vowel replaces: மில்லியன், மில்லியனுக்கும்."""
_HEDGED_AFTER = re.compile(r"\s?(?:多|余|餘|以上|以下|左右|前後|程度|余り|여|\+|plus\b|or more\b)")
_NEXT_WORD = re.compile(rf"[\s\u00a0-]?([^\W\d_](?:[^\W\d_]|[{MARK_RANGES}])*)")
_PERCENT_MARK = re.compile(r"\s?[%٪％]")
_PERCENT_BEFORE = re.compile(r"(?:%|百分之)\s?$")


_BASIS_POINTS = re.compile(
    r"\s?(?:basis points?|bps?\b|Basispunkte|points de base|puntos básicos|pontos[- ]base|punti base|базисны"
    r"|базисни|punktów bazowych|baz puan|نقطة أساس|نقاط أساس|個?个?基点|基點|ベーシスポイント)",
    re.IGNORECASE,
)
"""Hundredths of a percentage point: 150 of them are 1.5 points."""
CENT = 100


def find_numbers(text: str, language: Language) -> Iterator[Fact]:
    """Every number in `text`, in digits and in words, in order."""
    lexicon = lexicon_of(language)
    context = _Context(text, language)
    numbers = tuple(assemble(find_pieces(text, language, lexicon), text, lexicon))
    shared = _shared_magnitudes(numbers, text, context)
    for number, magnitudes in zip(numbers, shared, strict=True):
        surface = text[number.span.start : number.span.end]
        value = NumberValue(
            number.values[0],
            percent=context.percent(number.span),
            form=context.form(number),
            hedged=context.hedged(number.span),
            spelled=number.spelled,
            also=(*number.values[1:], *context.magnified(number), *_elided(number, magnitudes, text)),
        )
        confidence = _confidence(number, surface, lexicon)
        if confidence != AMBIGUOUS or value.value != 1:  # an article, not a number: one, un, ein
            yield Fact(FactKind.NUMBER, number.span, surface, value, confidence)


def _shared_magnitudes(numbers: tuple[Assembled, ...], text: str, context: _Context) -> list[tuple[Fraction, ...]]:
    """For each number in bare digits what a later one of its series is multiplied by: 3.1, 2.9 and 2.5 million."""
    shared: list[tuple[Fraction, ...]] = [()] * len(numbers)
    for i in range(len(numbers) - 2, -1, -1):
        number, following = numbers[i], numbers[i + 1]
        gap = text[number.span.end : following.span.start]
        if number.spelled or len(number.pieces) > 1 or len(gap) > LONGEST_SERIES_GAP or _SENTENCE_END.search(gap):
            continue
        last = following.pieces[-1]
        if last.kind is Kind.MAGNITUDE and len(following.pieces) > 1:
            shared[i] = (last.value,)
        else:
            base = following.values[0]
            own = tuple(value / base for value in context.magnified(following)) if base else ()
            shared[i] = own or shared[i + 1]
    return shared


def _elided(number: Assembled, magnitudes: tuple[Fraction, ...], text: str) -> Iterator[Fraction]:
    """What a writer leaves out: a magnitude told later in the series, the century of 1950-53."""
    for magnitude in magnitudes:
        yield number.values[0] * magnitude
    if text[number.span.end : number.span.end + 1] in TENTHS and number.values[0] < TEN:
        yield number.values[0] * TEN
    if _BASIS_POINTS.match(text, number.span.end):
        yield number.values[0] / CENT
    if number.spelled and len(number.pieces) == len(number.span) == PAIR:
        yield from (piece.value for piece in number.pieces)  # 四五厘米: four or five
    begun = _CENTURY_BEFORE.search(text[max(0, number.span.start - 6) : number.span.start])
    if begun and len(number.span) == 2 and not number.spelled:
        yield number.values[0] + 100 * int(begun[1])


def _confidence(number: Assembled, surface: str, lexicon: Lexicon) -> float:
    if not number.spelled:
        return CERTAIN
    if fold(surface) in lexicon.ambiguous:
        return AMBIGUOUS
    if all(piece.kind is Kind.MAGNITUDE for piece in number.pieces):
        return LONE_MAGNITUDE
    return CERTAIN


class _Context:
    """Reads the words round a number."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._cased = language.cased
        self._phones = [Span(*match.span()) for match in _PHONE.finditer(text)]
        self._percent = tuple(map(fold, language.numbers.percent))
        self._hedges = tuple(map(fold, language.numbers.hedges))
        self._magnitudes = tuple((fold(word), of) for word, of in language.numbers.magnitudes.items())
        self._perhaps = {fold(word): of for word, of in language.numbers.perhaps.items()}
        self._window = max(map(len, self._hedges + self._percent), default=0) + 4

    def percent(self, span: Span) -> bool:
        """Whether a percent mark or word stands at it."""
        if _PERCENT_MARK.match(self._text, span.end) or _PERCENT_BEFORE.search(self._text[: span.start][-5:]):
            return True
        return self._phrase_after(span, self._percent) or self._phrase_before(span, self._percent)

    def hedged(self, span: Span) -> bool:
        """Whether it is marked as inexact."""
        return bool(_HEDGED_AFTER.match(self._text, span.end)) or self._phrase_before(span, self._hedges)

    def form(self, number: Assembled) -> NumberForm:
        """What the number does."""
        span = number.span
        if any(piece.kind is Kind.ORDINAL for piece in number.pieces):
            return NumberForm.ORDINAL
        if number.spelled:
            return NumberForm.QUANTITY
        before, digits = self._text[max(0, span.start - 5) : span.start], self._text[span.start : span.end]
        if _TIME_AFTER.match(self._text, span.end) or _TIME_BEFORE.search(before):
            return NumberForm.TIME
        if _DECADE_AFTER.match(self._text, span.end):
            return NumberForm.DECADE
        if before.endswith("第") or _ORDINAL_AFTER.match(self._text, span.end):
            return NumberForm.ORDINAL
        if _MEASURE_AFTER.match(self._text, span.end):
            return NumberForm.MEASURE
        return (
            NumberForm.LABEL
            if _labelled(before) or _long(digits) or _beside_digits(self._text, span) or self._dialled(span)
            else NumberForm.QUANTITY
        )

    def _dialled(self, span: Span) -> bool:
        at = bisect_right(self._phones, span.start, key=lambda phone: phone.start) - 1
        return at >= 0 and self._phones[at].contains(span)

    def magnified(self, number: Assembled) -> tuple[Fraction, ...]:
        """Readings with a magnitude that is glued (`5m`), inflected (`20 milyondan`) or in an unknown language."""
        value, after = number.values[0], self._text[number.span.end : number.span.end + 24]
        if number.spelled or len(number.pieces) > 1:
            return ()
        letter = after[:1].casefold()
        if letter in SHORT_MAGNITUDES and not after[1:2].isalpha():
            return (value * SHORT_MAGNITUDES[letter],)
        if not self._magnitudes:
            return tuple(value * magnitude for magnitude in UNKNOWN_MAGNITUDES)
        word = _NEXT_WORD.match(after)
        if word and fold(word[1]) in self._perhaps:
            return (value * self._perhaps[fold(word[1])],)
        sound = romanise(word[1]) if word else ""
        if sound.startswith(MAGNITUDE_STEMS) and sound not in MILES and not sound.startswith(NO_MAGNITUDES):
            return tuple(value * magnitude for magnitude in STEM_MAGNITUDES)
        return tuple({value * of for key, of in self._magnitudes if word and _inflected(fold(word[1]), key)})

    def _phrase_after(self, span: Span, phrases: tuple[str, ...]) -> bool:
        after = fold(self._text[span.end : span.end + self._window]).lstrip(" \u00a0\u202f-")
        return any(
            after.startswith(phrase) and (not self._cased or not after[len(phrase) : len(phrase) + 1].isalpha())
            for phrase in phrases
        )

    def _phrase_before(self, span: Span, phrases: tuple[str, ...]) -> bool:
        before = fold(self._text[max(0, span.start - self._window) : span.start]).rstrip(" \u00a0\u202f-$€£¥₹")
        return any(
            before.endswith(phrase) and not (self._cased and before[: -len(phrase)][-1:].isalpha())
            for phrase in phrases
        )


def _inflected(word: str, magnitude: str) -> bool:
    stem = magnitude.rstrip(VIRAMAS)
    ending = len(word) - len(stem)
    return len(stem) >= SHORTEST_INFLECTED and 0 < ending <= LONGEST_ENDING and word.startswith(stem)


def _labelled(before: str) -> bool:
    """Whether a cased letter, `letter-`, `+` or the stroke of a fraction stands directly before the digits."""
    last = before[-1:] if before[-1:] not in ("-", "‑") else before[-2:-1]
    if last == "+" or (last == "/" and before[-2:-1].isdecimal()):
        return True  # a country code; ١٤ ١/٢
    return last.lower() != last.upper()


def _beside_digits(text: str, span: Span) -> bool:
    """Whether one space parts it from other digits, as the groups of a telephone number: 0800 555 111."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    return (before[:1].isdecimal() and before[1:] == " ") or (after[:1] == " " and after[1:].isdecimal())


def _long(digits: str) -> bool:
    """Whether it is too long, or begins with a nought, as no quantity does: 007."""
    return digits.isdecimal() and (
        len(digits) >= LABEL_DIGITS or (len(digits) > 1 and unicodedata.decimal(digits[0]) == 0)
    )
