"""Recipes for what no longer says the same as the original: numbers, negation, sentences lost or put in."""

from __future__ import annotations

import random

from damage import damaged
from planting import LEAD, Article, LineRecipe, Plant, Recipe, on_a_line

Range = tuple[int, int]


def of_kind(kind: str) -> LineRecipe:
    """Planted damage of the curriculum that fidelity is trained with."""

    def recipe(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
        found = damaged(text, language, kind, rng)
        if found is None or not found.spans:
            return None
        return found.text, found.spans[0]

    return recipe


def left_out(article: Article, rng: random.Random) -> Plant | None:
    """The engine skips a sentence; what is beside it can tell."""
    lines = [i for i in range(LEAD, len(article.lines) - 1) if len(article.told(i).split()) >= 12]
    if not lines:
        return None
    line = rng.choice(lines)
    return Plant(article.replaced(line), max(0, line - 1), line)


LINES: dict[str, LineRecipe] = {
    "number-changed": of_kind("number"),
    "negation-changed": of_kind("negation"),
}
ARTICLES: dict[str, Recipe] = {
    **{name: on_a_line(recipe) for name, recipe in LINES.items()},
    "omission": left_out,
}
