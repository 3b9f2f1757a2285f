"""Artifacts planted in clean articles: the form of a recipe, and how one that changes a line becomes one of articles.

Recipes are modelled on how translation engines and the tools around them fail, and know nothing of the checks.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """Lines, which line of the English original each tells, and that original."""

    language: str
    lines: tuple[str, ...]
    origin: tuple[int | None, ...]
    english: tuple[str, ...]
    foreign: tuple[str, ...] = ()
    """The same lines in a third language."""

    def told(self, line: int) -> str:
        """The English of a line; empty where there is none."""
        place = self.origin[line]
        return "" if place is None else self.english[place]

    def replaced(self, line: int, *texts: str, told: tuple[int | None, ...] | None = None) -> Article:
        """The article with other texts in place of one line; each tells what the line told unless `told` says else."""
        origin = (self.origin[line],) * len(texts) if told is None else told
        return Article(
            self.language,
            (*self.lines[:line], *texts, *self.lines[line + 1 :]),
            (*self.origin[:line], *origin, *self.origin[line + 1 :]),
            self.english,
            self.foreign,
        )


@dataclass(frozen=True, slots=True)
class Plant:
    """A damaged article, and the lines on which the damage can be seen."""

    article: Article
    first: int
    last: int


Recipe = Callable[[Article, random.Random], Plant | None]
"""One artifact in an article; None where there is no place for it."""
LineRecipe = Callable[[str, str, str, random.Random], "tuple[str, tuple[int, int]] | None"]
"""(line, language code, the line's English, generator) to the new line and where the damage lies."""
LEAD = 1
"""Lines at the beginning that are left alone: the headline."""


def on_a_line(recipe: LineRecipe) -> Recipe:
    """The recipe tried on the lines of an article in random order."""

    def planted(article: Article, rng: random.Random) -> Plant | None:
        for line in rng.sample(range(LEAD, len(article.lines)), max(0, len(article.lines) - LEAD)):
            found = recipe(article.lines[line], article.language, article.told(line), rng)
            if found is not None and found[0] != article.lines[line]:
                return Plant(article.replaced(line, found[0]), line, line)
        return None

    return planted
