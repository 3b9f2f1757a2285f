"""A recipe for word salad: a decoder that has lost its way keeps the words and loses the sentence."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from planting import LEAD, Article, Plant, Recipe

UNSPACED = ("zh", "ja", "th", "km", "my")
FEWEST = 10
"""Words of a line that can be made a salad of; pieces of one to three letters where no space parts words."""
_MARKS = re.compile(r"[\s.,;:!?…。，、；：！？،؛؟।\"'“”„«»‘’「」『』()（）\[\]]+")

Words = list[str]
Way = Callable[[Words, Words, random.Random], Words]
"""(words of the line, words of other lines, generator) to what comes out."""


def any_order(words: Words, others: Words, rng: random.Random) -> Words:
    """All words, in any order."""
    return rng.sample(words, len(words))


def phrases_astray(words: Words, others: Words, rng: random.Random) -> Words:
    """Phrases of two or three words stay together, and stand anywhere."""
    phrases, at = [], 0
    while at < len(words):
        size = rng.choice((1, 2, 2, 3))
        phrases.append(words[at : at + size])
        at += size
    return [word for phrase in rng.sample(phrases, len(phrases)) for word in phrase]


def from_elsewhere(words: Words, others: Words, rng: random.Random) -> Words:
    """Half of the words are those of other sentences."""
    return [rng.choice(others) if rng.random() < 0.5 else word for word in words]


WAYS: dict[str, Way] = {"any order": any_order, "phrases": phrases_astray, "elsewhere": from_elsewhere}


def words_of(text: str, language: str, rng: random.Random) -> Words:
    """The words of a line without its marks."""
    words = [word for word in _MARKS.split(text) if word]
    if language not in UNSPACED:
        return words
    found = []
    for word in words:
        while word:
            size = rng.randint(1, 3)
            found.append(word[:size])
            word = word[size:]
    return found


def salad(text: str, language: str, others: Words, way: Way, rng: random.Random) -> str | None:
    """The line as a salad with its first letter and last mark; None where it is too short."""
    words = words_of(text, language, rng)
    if len(words) < FEWEST:
        return None
    if words[0][1:] == words[0][1:].lower() and language != "de":
        words[0] = words[0][0].lower() + words[0][1:]
    line = ("" if language in UNSPACED else " ").join(way(words, others, rng))
    return line[0].upper() + line[1:] + text[-1:] * (not text[-1:].isalnum())


def garbled(article: Article, rng: random.Random) -> Plant | None:
    """One line becomes a salad."""
    for line in rng.sample(range(LEAD, len(article.lines)), max(0, len(article.lines) - LEAD)):
        rest = " ".join(other for i, other in enumerate(article.lines) if i != line)
        others = words_of(rest, article.language, rng)
        way = rng.choice(list(WAYS.values()))
        found = salad(article.lines[line], article.language, others, way, rng) if others else None
        if found is not None and found != article.lines[line]:
            return Plant(article.replaced(line, found), line, line)
    return None


ARTICLES: dict[str, Recipe] = {"garbled-sentence": garbled}
