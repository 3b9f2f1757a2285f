"""Recipes for names: a consonant becomes one that sounds otherwise, a name is lost, another is put in.

Which words are names is told by capitals, or by their likeness to a capitalised word of the English line.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from anyascii import anyascii
from planting import LEAD, Article, LineRecipe, Plant, Recipe, on_a_line

Range = tuple[int, int]
SOUNDS = {
    "Latn": ("bpvfw", "dt", "gkqcxj", "szcj", "lr", "mn"),
    "Cyrl": ("бпвф", "дт", "гкхж", "зсцшчщж", "лр", "мн"),
    "Arab": ("بپف", "تدطث", "جكکقگخغچشح", "سصزش", "لر", "من"),
    "Hebr": ("בפו", "דטת", "גכקחה", "זסשצ", "לר", "מנ"),
    "Deva": ("पबफभव", "टतदडथधठढ", "कगखघ", "सशजष", "लर", "मन"),
}
"""Consonants that sound alike, script by script; a slip comes from another group."""
KANA = (
    "カキクケコガギグゲゴ",
    "タチツテトダヂヅデド",
    "ナニヌネノ",
    "マミムメモ",
    "ラリルレロ",
    "バビブベボパピプペポ",
    "サシスセソザジズゼゾ",
)
"""Rows of five vowels, alike ones joined."""
SIGNS = "尔斯特克拉马巴达罗里森纳比莫维德卡兰伦"
SCRIPTS = {"ru": "Cyrl", "ar": "Arab", "fa": "Arab", "he": "Hebr", "hi": "Deva"}
CAPITALISED = re.compile(r"(?<![.!?“\"] )(?<=\w )\b([A-ZÇĞİÖŞÜÄА-Я][^\W\d_]{5,})\b")
CALENDAR = re.compile(r"\w+day|January|February|August|September|October|November|December")
UNCASED_WORD = re.compile(r"[^\W\d_][\w\u0900-\u0963]{3,}")
KANA_RUN, SIGN_RUN = re.compile(r"[ァ-ヺー]{4,}"), re.compile(rf"(?=([{SIGNS}\u4e00-\u9fff]{{3,4}}))")
ALIKE = {"ja": 0.6, "zh": 0.62, "ru": 0.7}
"""Likeness of consonants from which a word is the English name; elsewhere `ALIKE_ELSEWHERE`."""
ALIKE_ELSEWHERE = 0.8


def names_of(text: str, language: str, english: str) -> Iterator[tuple[str, int]]:
    """The names of a line and where they stand."""
    theirs = [match[1] for match in CAPITALISED.finditer(english) if not CALENDAR.fullmatch(match[1])]
    if language == "en":
        found = (match for match in CAPITALISED.finditer(text) if not CALENDAR.fullmatch(match[1]))
        yield from ((match[1], match.start(1)) for match in found)
    elif language in ("de", "tr"):
        yield from ((match[1], match.start(1)) for match in CAPITALISED.finditer(text) if match[1] in theirs)
    else:
        pattern = {"ja": KANA_RUN, "zh": SIGN_RUN, "ru": CAPITALISED}.get(language, UNCASED_WORD)
        for match in pattern.finditer(text):
            word = match[1] if pattern is SIGN_RUN else match[0]
            if any(_alike(word, name) >= ALIKE.get(language, ALIKE_ELSEWHERE) for name in theirs):
                yield word, match.start()


@lru_cache(maxsize=100_000)
def _alike(word: str, name: str) -> float:
    ours, theirs = _consonants(anyascii(word)), _consonants(name)
    if min(len(ours), len(theirs)) < 3 or ours[0] != theirs[0]:
        return 0.0
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def _consonants(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub("[^bcdfgklmnprstvz]", "", word.lower().replace("c", "k").replace("v", "f")))


def respelt(name: str, language: str, rng: random.Random) -> str | None:
    """The name with one consonant, neither at its beginning nor its end, that sounds otherwise."""
    choices = [(i, _others(name[i], language)) for i in range(1, len(name) - (1 if language in ("zh", "ja") else 2))]
    choices = [(i, others) for i, others in choices if others]
    if not choices:
        return None
    at, others = rng.choice(choices)
    return name[:at] + rng.choice(others) + name[at + 1 :]


def _others(letter: str, language: str) -> str:
    if language == "zh":
        return "".join(x for x in SIGNS if anyascii(x)[0] != anyascii(letter)[0]) if letter in SIGNS else ""
    if language == "ja":
        return "".join(
            row[row_of.index(letter) % 5] for row_of in KANA if letter in row_of for row in KANA if row != row_of
        )
    groups = SOUNDS[SCRIPTS.get(language, "Latn")]
    mine = [group for group in groups if letter in group]
    return "".join(group[0] for group in groups if not mine or group not in mine) if mine else ""


def misspelt(article: Article, rng: random.Random) -> Plant | None:
    """A name that comes again is spelled with another consonant the last time."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line, text in enumerate(article.lines):
        for name, at in names_of(text, article.language, article.told(line)):
            places[name].append((line, at))
    names = sorted(name for name, found in places.items() if len(found) > 1 and found[-1][0] >= LEAD)
    if not names:
        return None
    name = rng.choice(names)
    line, at = places[name][-1]
    other = respelt(name, article.language, rng)
    if other is None:
        return None
    text = article.lines[line]
    return Plant(article.replaced(line, text[:at] + other + text[at + len(name) :]), line, line)


def other_name(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """A name gets another consonant, against the original's."""
    names = list(names_of(text, language, english))
    if not names:
        return None
    name, at = rng.choice(names)
    other = respelt(name, language, rng)
    return None if other is None else (text[:at] + other + text[at + len(name) :], (at, at + len(other)))


LINES: dict[str, LineRecipe] = {"name-differs-from-counterpart": other_name}
ARTICLES: dict[str, Recipe] = {
    **{name: on_a_line(recipe) for name, recipe in LINES.items()},
    "name-variant": misspelt,
    "name-variant-across-articles": misspelt,
}
