"""Recipes for torn, doubled and foreign passages."""

from __future__ import annotations

import random
import re

from planting import LEAD, Article, LineRecipe, Plant, Recipe, on_a_line

Range = tuple[int, int]
UNSPACED = ("zh", "ja")
UNCASED = ("ar", "fa", "he", "zh", "ja", "hi")
STOPS = {"zh": "。", "ja": "。", "hi": "।"}
MIDDLE = 5
"""Words on either side of a cut."""
LONG = 12
"""Words of a line that is worth telling twice or cutting."""
FURNITURE = {
    "en": ("Share this article", "Read more: What the report leaves out", "Sign up for our newsletter"),
    "de": ("Artikel teilen", "Lesen Sie auch: Was der Bericht verschweigt", "Newsletter abonnieren"),
    "ar": ("شارك هذا المقال", "اقرأ أيضا: ما لم يقله التقرير", "اشترك في نشرتنا الإخبارية"),
    "fa": ("بیشتر بخوانید: آنچه گزارش نگفت", "اشتراک گذاری", "در خبرنامه ما عضو شوید"),
    "he": ("שתף כתבה", "קראו גם: מה שהדוח לא אומר", "הירשמו לניוזלטר"),
    "zh": ("分享到微信", "阅读更多：报告没有说的", "相关阅读"),
    "ja": ("この記事をシェア", "関連記事", "続きを読む"),
    "ru": ("Читайте также: О чём молчит отчёт", "Поделиться", "Подпишитесь на нашу рассылку"),
    "hi": ("यह भी पढ़ें: रिपोर्ट में क्या नहीं है", "शेयर करें", "और पढ़ें"),
    "tr": ("Bu haberi paylaş", "Ayrıca okuyun: Raporun söylemediği", "Devamını oku"),
}
ENTITIES = ("&quot;", "&amp;", "&nbsp;", "&#39;", "<b>", "</p>", "\\u2019")


def _words(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"\S+", text))


def _cut(text: str, language: str, rng: random.Random) -> int | None:
    """A place in the middle of a sentence, at a space where the script has spaces, after a letter."""
    if language in UNSPACED:
        places = [i for i in range(10, len(text) - 10) if text[i - 1].isalpha() and text[i].isalpha()]
    else:
        words = _words(text)[MIDDLE:-MIDDLE]
        places = [word.end() for word in words if word[0][-1].isalpha()]
    return rng.choice(places) if places else None


def doubled(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """A word comes out twice."""
    words = [word for word in _words(text)[1:-1] if len(word[0]) >= 3 and word[0].isalpha() and word[0].islower()]
    if language in UNSPACED:
        return None
    words = words or [word for word in _words(text)[1:-1] if len(word[0]) >= 3 and word[0].isalpha()]
    if not words:
        return None
    word = rng.choice(words)
    return f"{text[: word.end()]} {word[0]}{text[word.end() :]}", (word.start(), word.end() + 1 + len(word[0]))


def cut_off(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """The decoder stops early."""
    at = _cut(text, language, rng)
    return None if at is None else (text[:at], (max(0, at - 12), at))


def in_two(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """A long sentence is translated as two."""
    at = _cut(text, language, rng)
    if at is None or (len(_words(text)) < 2 * LONG and language not in UNSPACED):
        return None
    rest = text[at:].lstrip()
    gap = "" if language in UNSPACED else " "
    return f"{text[:at]}{STOPS.get(language, '.')}{gap}{rest[:1].upper()}{rest[1:]}", (0, len(text))


def small_start(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """The first letter loses its case; a Latin name in a script without case is no place for that, nor a brand."""
    first = text.split(maxsplit=1)[0] if text else ""
    if language in UNCASED or not text[:1].isupper() or first[1:] != first[1:].lower():
        return None
    return text[0].lower() + text[1:], (0, 1)


def misread(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """UTF-8 is read as Windows-1252."""
    if text.isascii():
        return None
    return text.encode("utf-8").decode("cp1252", errors="ignore"), (0, len(text))


def escaped(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """A tag or entity is shown as text."""
    words = _words(text)
    at = rng.choice(words).start() if language not in UNSPACED else rng.randrange(len(text))
    mark = rng.choice(ENTITIES)
    return text[:at] + mark + text[at:], (at, at + len(mark))


def untranslated(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """The engine gives back what it was given."""
    if language == "en" or len(english.split()) < LONG:
        return None
    return english, (0, len(english))


def other_language(article: Article, rng: random.Random) -> Plant | None:
    """A passage comes from another edition."""
    lines = [i for i in range(LEAD, len(article.lines)) if i < len(article.foreign) and len(article.foreign[i]) > 80]
    if not lines:
        return None
    line = rng.choice(lines)
    return Plant(article.replaced(line, article.foreign[line]), line, line)


def told_twice(article: Article, rng: random.Random) -> Plant | None:
    """A passage comes again further down, word for word or a little shorter."""
    long = 25 if article.language in UNSPACED else 90
    lines = [i for i in range(LEAD, len(article.lines) - 2) if len(article.lines[i]) >= long]
    if not lines:
        return None
    line = rng.choice(lines)
    text = article.lines[line]
    words = text.split(" ")
    if rng.random() < 0.5 and len(words) > LONG:
        del words[rng.randrange(2, len(words) - 2)]
    later = rng.randrange(line + 1, len(article.lines) - 1)
    again = article.replaced(later, article.lines[later], " ".join(words), told=(article.origin[later], None))
    return Plant(again, line, later + 1)


def wrapped(article: Article, rng: random.Random) -> Plant | None:
    """A line end of the feed becomes a paragraph."""
    for line in rng.sample(range(LEAD, len(article.lines)), max(0, len(article.lines) - LEAD)):
        at = _cut(article.lines[line], article.language, rng)
        if at is not None:
            text = article.lines[line]
            return Plant(article.replaced(line, text[:at].rstrip(), text[at:].lstrip()), line, line + 1)
    return None


def furniture(article: Article, rng: random.Random) -> Plant | None:
    """A button of the page stands between two paragraphs."""
    if len(article.lines) < LEAD + 2 or article.language not in FURNITURE:
        return None
    line = rng.randrange(LEAD, len(article.lines))
    phrase = rng.choice(FURNITURE[article.language])
    told = (article.origin[line], None)
    return Plant(article.replaced(line, article.lines[line], phrase, told=told), line + 1, line + 1)


LINES: dict[str, LineRecipe] = {
    "doubled-word": doubled,
    "truncated-sentence": cut_off,
    "split-sentence": in_two,
    "lowercase-start": small_start,
    "mojibake": misread,
    "leftover-entity-or-escape": escaped,
    "untranslated-passage": untranslated,
}
ARTICLES: dict[str, Recipe] = {
    **{name: on_a_line(recipe) for name, recipe in LINES.items()},
    "wrong-language": other_language,
    "duplicate-passage": told_twice,
    "hard-wrapped-paragraph": wrapped,
    "web-residue": furniture,
}
