"""Wrong numbers and dates: digit slips, swapped and dropped digits, other number words, months, weekdays, years."""

from __future__ import annotations

import itertools
import re
import unicodedata
from random import Random

from damage_edits import Change, Edit, Range
from damage_text import Text, like

from auditor.facts.dates import find_dates
from auditor.facts.fact import DateValue, Fact, NumberForm, NumberValue
from auditor.facts.numbers import find_numbers

MISLEADING_DATES = frozenset({
    "march", "may", "mar", "sun", "sat", "mon", "wed", "minggu", "ahad", "senin", "jumat", "pazar", "среда", "среды",
    "среде", "среду", "mai", "set", "out", "mart", "ocak", "aralık", "ekim", "kasım", "mei", "aug", "domingo", "الأحد",
})  # fmt: skip
"""Months and weekdays that are common words too; believed only where a day or year stands beside them."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COUNTED = "个個名人位次年月日天岁歲家只条條项項种種例倍层層度度回本円件歳台点點"


def wrong_number(text: Text, rng: Random) -> Change | None:
    """One number says another plausible value, in the same script and form."""
    found = [fact for fact in find_numbers(text.text, text.language) if _changeable(text, fact)]
    rng.shuffle(found)
    for fact in found:
        edit = _other_word(text, fact, rng) if _value(fact).spelled else _other_digits(text, fact, rng)
        if edit:
            return Change((edit,), critical=True, weight=0.3)
    return None


def wrong_date(text: Text, rng: Random) -> Change | None:
    """One part of a date says another one: day, month, year or weekday."""
    edits = [edit for fact in find_dates(text.text, text.language) for edit in _date_edits(text, fact, rng)]
    return Change((rng.choice(edits),), critical=True, weight=0.3) if edits else None


def other_digits(digits: str, rng: Random, percent: bool = False) -> str | None:
    """Another value for a run of digits, with marks inside it where there are any; None where none is plausible."""
    places = [i for i, char in enumerate(digits) if char.isdecimal()]
    values = [unicodedata.decimal(digits[i]) for i in places]
    zero = chr(ord(digits[places[0]]) - values[0])
    plain = len(places) == len(digits)
    ways = ["slip", "slip"]
    if any(a != b for a, b in itertools.pairwise(values)):
        ways.append("swap")
    if plain and not percent:
        ways += ["longer"] if len(values) <= 3 and values[-1] == 0 else []
        ways += ["shorter"] if len(values) >= 2 and values[-1] == 0 and any(values[:-1]) else []
    changed = _changed(values, rng.choice(ways), rng)
    if changed is None or changed == values:
        return None
    new = [chr(ord(zero) + value) for value in changed]
    if plain:
        return "".join(new)
    out = list(digits)
    for i, char in zip(places, new, strict=True):
        out[i] = char
    return "".join(out)


def _changed(values: list[int], way: str, rng: Random) -> list[int] | None:
    if way == "longer":
        return [*values, 0]
    if way == "shorter":
        return values[:-1]
    if way == "swap":
        at = rng.choice([i for i in range(len(values) - 1) if values[i] != values[i + 1]])
        new = [*values[:at], values[at + 1], values[at], *values[at + 2 :]]
        return new if new[0] or not values[0] else None
    at = rng.randrange((len(values) + 1) // 2 + (len(values) == 2))
    low = 1 if at == 0 else 0
    return [*values[:at], rng.choice([d for d in range(low, 10) if d != values[at]]), *values[at + 1 :]]


def _value(fact: Fact) -> NumberValue:
    assert isinstance(fact.value, NumberValue)
    return fact.value


def _changeable(text: Text, fact: Fact) -> bool:
    value, start, end = _value(fact), fact.span.start, fact.span.end
    if value.form in (NumberForm.LABEL, NumberForm.ORDINAL, NumberForm.TIME) or fact.confidence < 1:
        return False
    before, after = text.text[:start][-1:], text.text[end:][:1]
    if value.spelled:
        return text.spaced or end - start > 1 or (after != "" and after in _COUNTED)
    glued = text.spaced and (before.isalpha() or (after.isalpha() and after.isascii()))
    return not glued and before not in ("-", "_", "/", "@", "#", ".") and after not in ("-", "_", "/", "@")


def _other_digits(text: Text, fact: Fact, rng: Random) -> Edit | None:
    match = re.search(r"\d(?:[\d.,٫٬'’ \u00a0\u202f]*\d)?", fact.surface)
    if not match:
        return None
    year = re.fullmatch(r"(?:1[89]|20)\d\d", match.group())
    new = _other_year(match.group(), rng) if year else other_digits(match.group(), rng, _value(fact).percent)
    start = fact.span.start + match.start()
    return Edit(start, start + len(match.group()), new) if new else None


def _other_word(text: Text, fact: Fact, rng: Random) -> Edit | None:
    """A number word for one of the same class; hundred and million are left to units."""
    words = text.language.numbers.words
    if not text.spaced:
        places = [i for i, char in enumerate(fact.surface) if 2 <= words.get(char, 0) <= 9]
        if not places:
            return None
        at = fact.span.start + places[0]
        choice = [
            char for char, value in words.items() if 2 <= value <= 9 and len(char) == 1 and char in "二三四五六七八九"
        ]
        new = rng.choice([char for char in choice if words[char] != words[text.text[at]]])
        return Edit(at, at + 1, new)
    for match in _WORD.finditer(fact.surface):
        word = match.group().casefold()
        if word not in words or word in text.language.numbers.ambiguous:
            continue
        same = [key for key, value in words.items() if _same_class(value, words[word]) and " " not in key]
        same = [key for key in same if key not in text.language.numbers.ambiguous]
        close = [key for key in same if key[-1] == word[-1]]
        if same:
            start = fact.span.start + match.start()
            return Edit(start, start + len(word), like(match.group(), rng.choice(close or same)))
    return None


def _same_class(one: int, other: int) -> bool:
    """Two to twelve, the teens, or the tens."""
    return one != other and any(
        low <= one <= high and low <= other <= high for low, high in ((2, 12), (13, 19), (20, 99))
    )


def _date_edits(text: Text, fact: Fact, rng: Random) -> list[Edit]:
    assert isinstance(fact.value, DateValue)
    edits: list[Edit] = []
    lone = fact.confidence < 1
    for match in _WORD.finditer(fact.surface):
        new = _other_name(text, match.group(), lone, rng)
        if new:
            edits.append(_at(fact, match.span(), like(match.group(), new)))
    for match in re.finditer(r"\d+", fact.surface):
        new = _other_year(match.group(), rng) if len(match.group()) == 4 else _other_day(match.group(), rng)
        if new:
            edits.append(_at(fact, match.span(), new))
    return edits


def _at(fact: Fact, found: Range, new: str) -> Edit:
    return Edit(fact.span.start + found[0], fact.span.start + found[1], new)


def _other_name(text: Text, word: str, lone: bool, rng: Random) -> str | None:
    """Another month or weekday in the form that is likest."""
    lower = word.casefold()
    if lone and (lower in MISLEADING_DATES or len(lower) < 3 or (_capitals(text) and not word[0].isupper())):
        return None
    for names in (text.language.dates.months, text.language.dates.weekdays):
        mine = next((forms for forms in names if lower in forms), None)
        if mine:
            other = rng.choice([forms for forms in names if forms != mine])
            at = mine.index(lower)
            return other[at] if len(other) == len(mine) else min(other, key=lambda form: _unlike(form, lower))
    return None


def _capitals(text: Text) -> bool:
    """Whether months and weekdays take a capital."""
    return text.base in ("en", "de", "id", "ms", "tr", "nl")


def _unlike(form: str, word: str) -> tuple[int, int]:
    common = next((n for n in range(min(len(form), len(word)), 0, -1) if form[-n:] == word[-n:]), 0)
    return -common, abs(len(form) - len(word))


def _other_year(digits: str, rng: Random) -> str | None:
    zero = chr(ord(digits[0]) - unicodedata.decimal(digits[0]))
    year = int(digits) + rng.choice((-20, -10, -9, -4, -3, -2, -1, 1, 2, 3, 4, 9, 10))
    return "".join(chr(ord(zero) + int(char)) for char in str(year))


def _other_day(digits: str, rng: Random) -> str | None:
    zero, day = chr(ord(digits[0]) - unicodedata.decimal(digits[0])), int(digits)
    if not 1 <= day <= 31:
        return None
    low, high = (1, 12) if day <= 12 else (13, 29)
    new = rng.choice([value for value in range(low, high) if value != day])
    return "".join(chr(ord(zero) + int(char)) for char in f"{new:0{len(digits)}d}")
