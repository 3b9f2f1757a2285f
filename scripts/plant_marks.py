"""Recipes for marks, spaces, brackets and loops, as engines and the programs around them leave them."""

from __future__ import annotations

import random
import re

from planting import Article, LineRecipe, Plant, Recipe, on_a_line

Range = tuple[int, int]
Planted = tuple[str, Range] | None
UNSPACED = frozenset({"zh", "ja"})
STOPS = {"zh": "。", "ja": "。", "hi": "।"}
COMMAS = {"zh": "，", "ja": "、", "ar": "،", "fa": "،"}
QUESTIONS = {"zh": "？", "ja": "？", "ar": "؟", "fa": "؟"}
PAIRS = ("“”", "„“", "«»", "「」", "„”", '""', "””")
ASCII = {"،": ",", "؟": "?", "؛": ";", "，": ",", "、": ",", "。": ".", "？": "?", "！": "!", "।": "."}
LOOPS_OF_WORDS, LOOPS_OF_CHARACTERS = (2, 6), (4, 10)


def looped(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """A decoder that does not get on: a phrase is said three to six times."""
    body = text.rstrip("".join({*".!?", *STOPS.values()}))
    if language in UNSPACED:
        long = rng.randint(*LOOPS_OF_CHARACTERS)
        if len(body) < 3 * long:
            return None
        start = rng.randrange(len(body) - long)
        phrase = body[start : start + long]
        return text[:start] + phrase * rng.randint(3, 6) + text[start + long :], (start, start + 3 * long)
    words = body.split(" ")
    long = rng.randint(*LOOPS_OF_WORDS)
    if len(words) < 2 * long:
        return None
    at = rng.randrange(len(words) - long)
    looping = words[at : at + long] * rng.randint(3, 6)
    start = len(" ".join(words[:at]))
    done = " ".join([*words[:at], *looping, *words[at + long :]]) + text[len(body) :]
    return done, (start, start + len(" ".join(looping)))


def glued(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """The space after a mark inside the line is lost."""
    if language in UNSPACED:
        return None
    places = list(re.finditer(r"(?<=[^\W\d]{2})[,،;؛.!?।] (?=[^\W\d]{3})", text))
    if not places:
        return None
    at = rng.choice(places).start()
    return text[: at + 1] + text[at + 2 :], (at, at + 2)


def apart(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """A mark keeps the space that the tokeniser set before it; sometimes all do."""
    marks = STOPS.get(language, ".") + COMMAS.get(language, ",")
    places = [match.start() for match in re.finditer(rf"(?<=[^\W\d])[{marks}](?=\s|$|(?<=[，。、]))", text)]
    if not places:
        return None
    for at in sorted(places if rng.random() < 0.3 else [rng.choice(places)], reverse=True):
        text = f"{text[:at]} {text[at:]}"
    return text, (min(places), max(places) + 2)


def lost_bracket(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """One of two brackets is lost, or a gloss is begun with one and not ended."""
    places = [match.start() for match in re.finditer(r"[()（）]", text)]
    if len(places) == 2:
        at = rng.choice(places)
        return text[:at] + text[at + 1 :], (max(0, at - 1), at + 1)
    words = list(re.finditer(r"(?<=\s)[^\W\d_]{4,}(?=\s)", text))
    if places or not words:
        return None
    word = rng.choice(words)
    return f"{text[: word.start()]}({text[word.start() :]}", (word.start(), word.end() + 1)


def foreign_mark(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """The source's mark in place of the script's own."""
    places = [i for i, char in enumerate(text) if char in ASCII and not text[i - 1 : i].isascii()]
    if not places or (language == "ja" and text[places[0]] in "！？"):
        return None
    at = rng.choice(places)
    return text[:at] + ASCII[text[at]] + text[at + 1 :], (max(0, at - 1), at + 1)


def no_stop(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """The full stop at the end is lost."""
    body = text.rstrip()
    if not body.endswith(STOPS.get(language, ".")) or not body[-2:-1].isalpha() or not english.rstrip().endswith("."):
        return None
    return body[:-1], (len(body) - 3, len(body) - 1)


def question_lost(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """A question becomes a statement, or a statement a question."""
    body, stop, asks = text.rstrip(), STOPS.get(language, "."), QUESTIONS.get(language, "?")
    if body.endswith((asks, "?")) and english.rstrip().endswith("?"):
        return body[:-1] + stop, (len(body) - 2, len(body))
    if body.endswith(stop) and english.rstrip().endswith(".") and body[-2:-1].isalpha():
        return body[:-1] + asks, (len(body) - 2, len(body))
    return None


def _quotation(text: str, least: int, most: int) -> Range | None:
    for opening, closing in PAIRS:
        start = text.find(opening)
        end = text.find(closing, start + 1)
        if start >= 0 and least < end - start <= most and text.count(opening) == 1 + (opening == closing):
            return start, end
    return None


def unquoted(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """Both marks of somebody's words are lost."""
    found = _quotation(text, 45 if language not in UNSPACED else 16, 400)
    if found is None:
        return None
    start, end = found
    return text[:start] + text[start + 1 : end] + text[end + 1 :], (start, end - 1)


def bracketed(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """Brackets in place of the marks around a word or two, as Arabic news sets them.

    Where the English quotes nothing, brackets around a title or name are no slip.
    """
    found = _quotation(text, 2, 24 if language not in UNSPACED else 8)
    if found is None or not any(mark in english for mark in '"“'):
        return None
    start, end = found
    return f"{text[:start]}({text[start + 1 : end]}){text[end + 1 :]}", (start, end + 1)


def run_together(article: Article, rng: random.Random) -> Plant | None:
    """The stop between two sentences is lost, and what stood between them."""
    if article.language in UNSPACED:
        return None
    for at in rng.sample(range(1, len(article.lines) - 1), len(article.lines) - 2):
        first, second = article.lines[at].rstrip(), article.lines[at + 1]
        whole = first.endswith(STOPS.get(article.language, ".")) and first[-2:-1].islower() and second[:1].isupper()
        if whole and len(first.split()) > 5 and len(second.split()) > 5:
            joined = article.replaced(at, f"{first[:-1]} {second}")
            lines = (*joined.lines[: at + 1], *joined.lines[at + 2 :])
            origin = (*joined.origin[: at + 1], *joined.origin[at + 2 :])
            return Plant(Article(article.language, lines, origin, article.english, article.foreign), at, at)
    return None


def wide(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """Two spaces for one."""
    places = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", text)]
    if not places:
        return None
    at = rng.choice(places)
    return f"{text[:at]} {text[at:]}", (at, at + 2)


def edged(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """A space inside a bracket or quotation mark."""
    found = _quotation(text, 4, 400)
    if found is None:
        return None
    start = found[0]
    return f"{text[: start + 1]} {text[start + 1 :]}", (start, start + 2)


FOREIGN_QUOTES = {
    "de": "「」",
    "ru": "「」",
    "en": "«»",
    "zh": "«»",
    "ja": "«»",
    "tr": "「」",
    "hi": "「」",
    "ar": "「」",
}
"""As engines carry them over from Chinese, Japanese or French."""


def foreign_quotes(article: Article, rng: random.Random) -> Plant | None:
    """All quotations keep the marks of another language."""
    wanted = FOREIGN_QUOTES.get(article.language)
    if wanted is None:
        return None
    lines: list[str] = []
    for line in article.lines:
        found = _quotation(line, 3, 400)
        lines.append(
            line
            if found is None
            else line[: found[0]] + wanted[0] + line[found[0] + 1 : found[1]] + wanted[1] + line[found[1] + 1 :]
        )
    changed = [i for i, line in enumerate(lines) if line != article.lines[i]]
    if len(changed) < 3 or any(mark in line for line in lines for pair in PAIRS for mark in pair if mark not in wanted):
        return None
    return Plant(
        Article(article.language, tuple(lines), article.origin, article.english, article.foreign),
        changed[0],
        changed[-1],
    )


LINES: dict[str, LineRecipe] = {
    "repeated-ngram": looped,
    "missing-space-after-punctuation": glued,
    "space-before-punctuation": apart,
    "unpaired-bracket": lost_bracket,
    "wrong-script-punctuation": foreign_mark,
    "missing-final-punctuation": no_stop,
    "final-punctuation-differs": question_lost,
    "quote-count-differs": unquoted,
    "brackets-for-quotes": bracketed,
    "double-space": wide,
    "edge-space": edged,
}
ARTICLES: dict[str, Recipe] = {
    **{name: on_a_line(recipe) for name, recipe in LINES.items()},
    "fused-sentences": run_together,
    "locale-quotes": foreign_quotes,
}
