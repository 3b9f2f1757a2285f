"""Recipe for figures with the marks of another language, as engines leave those of their source."""

from __future__ import annotations

import random
import re

from planting import LineRecipe

Range = tuple[int, int]
Planted = tuple[str, Range] | None
DECIMALS = {"de": ",", "ru": ",", "tr": ",", "en": ".", "he": ".", "hi": ".", "zh": ".", "ja": "."}
"""Arabic and Persian news prints several marks side by side, so that none is another language's."""
OTHER = {".": ",", ",": "."}
_UNITS = "percent|per cent|million|billion|miles|kilomet|met(?:er|re)s|pounds|inches|acres|hectares"
_AMOUNT = re.compile(rf"[$£€](\d{{1,3}})\b(?![.,]\d)|(?<![\d.,])(\d{{1,3}})(?:%| (?:{_UNITS}))")
"""English amounts, by what stands beside them."""


def other_marks(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """A decimal or a grouped number in the other way of writing; else an amount gets a decimal in that way."""
    if language not in DECIMALS:
        return None
    own = DECIMALS[language]
    written = [*re.finditer(rf"\b\d{{1,3}}{re.escape(own)}\d{{1,2}}(?![\d.,:])(?=[\s\u00a0%])", text)]
    written += re.finditer(rf"\b\d{{1,3}}(?:{re.escape(OTHER[own])}\d{{3}}){{2,}}\b", text)
    if written:
        match = rng.choice(written)
        changed = match.group().translate(str.maketrans(OTHER))
        return text[: match.start()] + changed + text[match.end() :], match.span()
    amounts = [one or other for one, other in _AMOUNT.findall(english)]
    places = [m.end() for value in amounts for m in re.finditer(rf"(?<![\d.,]){value}(?![\d.,:-])", text)]
    if not places:
        return None
    at, tail = rng.choice(places), OTHER[own] + str(rng.randint(1, 9))
    return text[:at] + tail + text[at:], (at - 1, at + len(tail))


RECIPES: dict[str, LineRecipe] = {"locale-numbers": other_marks}
