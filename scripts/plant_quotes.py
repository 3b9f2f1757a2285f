"""Recipes for quotation marks and doubled marks, as engines that translate sentence by sentence leave them."""

from __future__ import annotations

import random
import re

from planting import LineRecipe, Recipe, on_a_line

PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ("「", "」"), ("『", "』"), ("„", "”"), ('"', '"'), ("”", "”"))
Range = tuple[int, int]
STOPS = {"zh": "。", "ja": "。", "hi": "।"}
COMMAS = {"zh": "，", "ja": "、", "ar": "،", "fa": "،"}


def _quotation(text: str) -> tuple[int, int] | None:
    """Places of the opening and the closing mark of a quotation of some words."""
    for opening, closing in PAIRS:
        start = text.find(opening)
        end = text.find(closing, start + 1)
        if start >= 0 and end - start > 12 and text.count(opening) == 1 + (opening == closing):
            return start, end
    return None


def unclosed(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """One mark of a quotation is lost."""
    found = _quotation(text)
    if found is None:
        return None
    at = rng.choice(found)
    return text[:at] + text[at + 1 :], (max(0, at - 1), at + 1)


def stop_apart(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """The full stop of the source's order comes once more behind the mark."""
    found = _quotation(text)
    if found is None or STOPS.get(language):
        return None
    at = found[1] + 1
    return f"{text[:at]} .{text[at:].lstrip('.')}", (at, at + 2)


def glued(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """The words between two quotations are lost."""
    found = _quotation(text)
    if found is None or len(text) - found[1] < 25:
        return None
    start, end = found
    tail = text[end + 1 :].strip(" ,.،。，।:")
    if len(tail) < 15 or any(mark in tail for pair in PAIRS for mark in pair):
        return None
    gap = "" if language in ("zh", "ja") else " "
    joined = f"{text[: end + 1]}{gap}{text[start]}{tail}{STOPS.get(language, '.')}{text[end]}"
    return joined, (end, end + 3)


def same_inside(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """A word in a quotation is quoted with the outer marks."""
    found = _quotation(text)
    if found is None or text[found[0]] == text[found[1]]:
        return None
    start, end = found
    words = [m for m in re.finditer(r"\w{4,}", text) if start + 4 < m.start() and m.end() < end - 4]
    if not words or language in ("zh", "ja"):
        return None
    word = rng.choice(words)
    quoted = f"{text[start]}{word[0]}{text[end]}"
    return text[: word.start()] + quoted + text[word.end() :], (word.start(), word.end() + 2)


def doubled_mark(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """Two marks where two pieces were put together."""
    stop, comma = STOPS.get(language, "."), COMMAS.get(language, ",")
    at = text.find(comma)
    if at > 0 and rng.random() < 0.5:
        return text[:at] + rng.choice((comma + comma, comma + stop)) + text[at + 1 :], (at, at + 2)
    if not text.rstrip().endswith(stop) or text.rstrip()[-2:-1] in "".join(map("".join, PAIRS)) + ".":
        return None
    end = len(text.rstrip())
    return text.rstrip() + stop, (end - 1, end + 1)


LINES: dict[str, LineRecipe] = {
    "unpaired-quote": unclosed,
    "stray-quote": stop_apart,
    "adjacent-quotes": glued,
    "nested-same-quotes": same_inside,
    "doubled-punctuation": doubled_mark,
}
ARTICLES: dict[str, Recipe] = {name: on_a_line(recipe) for name, recipe in LINES.items()}
