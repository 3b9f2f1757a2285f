"""Recipes for what no longer says the same as the original: numbers, names, negation, sentences lost or put in."""

from __future__ import annotations

import random
import re

from damage import damaged
from planting import LEAD, Article, LineRecipe, Plant, Recipe, on_a_line

Range = tuple[int, int]
CONSONANTS = "bcdfghklmnprstvz"
ALPHABETS = {
    "ru": "бвгджзклмнпрстфхцш", "ar": "بتجحدرسشفقكلمن", "fa": "بتجدرسشفقکگلمن", "he": "בגדזחטכלמנספקרש",
    "hi": "कखगचजटडतदनपबमरलवस",
}  # fmt: skip
NAME = re.compile(r"(?<![.!?“\"] )(?<=\w )\b([A-ZА-ЯÇĞİÖŞÜÄ][^\W\d_]{5,})\b")


def of_kind(kind: str) -> LineRecipe:
    """Planted damage of the curriculum that fidelity is trained with."""

    def recipe(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
        found = damaged(text, language, kind, rng)
        if found is None or not found.spans:
            return None
        return found.text, found.spans[0]

    return recipe


def misspelt_name(article: Article, rng: random.Random) -> Plant | None:
    """A name that comes again is spelled with another consonant the last time."""
    places: dict[str, list[tuple[int, int]]] = {}
    for line, text in enumerate(article.lines):
        for match in NAME.finditer(text):
            places.setdefault(match[1], []).append((line, match.start(1)))
    names = [name for name, found in places.items() if len(found) > 1 and found[-1][0] >= LEAD]
    if not names:
        return None
    name = rng.choice(names)
    line, at = places[name][-1]
    other = _respelt(name, article.language, rng)
    if other is None:
        return None
    text = article.lines[line]
    return Plant(article.replaced(line, text[:at] + other + text[at + len(name) :]), line, line)


def other_name(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """A name gets another consonant, against the original's."""
    names = [match for match in NAME.finditer(text) if match[1] in english]
    if not names:
        return None
    name = rng.choice(names)
    other = _respelt(name[1], language, rng)
    if other is None:
        return None
    return text[: name.start(1)] + other + text[name.end(1) :], name.span(1)


def left_out(article: Article, rng: random.Random) -> Plant | None:
    """The engine skips a sentence; what is beside it can tell."""
    lines = [i for i in range(LEAD, len(article.lines) - 1) if len(article.told(i).split()) >= 12]
    if not lines:
        return None
    line = rng.choice(lines)
    return Plant(article.replaced(line), max(0, line - 1), line)


def _respelt(name: str, language: str, rng: random.Random) -> str | None:
    letters = ALPHABETS.get(language, CONSONANTS)
    places = [i for i in range(1, len(name) - 2) if name[i] in letters]
    if not places:
        return None
    at = rng.choice(places)
    return name[:at] + rng.choice([x for x in letters if x != name[at]]) + name[at + 1 :]


LINES: dict[str, LineRecipe] = {
    "number-changed": of_kind("number"),
    "negation-changed": of_kind("negation"),
    "name-differs-from-counterpart": other_name,
}
ARTICLES: dict[str, Recipe] = {
    **{name: on_a_line(recipe) for name, recipe in LINES.items()},
    "name-variant": misspelt_name,
    "omission": left_out,
}
