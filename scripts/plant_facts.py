"""Recipes for facts that are not the original's: figures made up; dates, money, measures and addresses changed."""

from __future__ import annotations

import random
import re
from calendar import day_name
from datetime import date

from damage import damaged
from planting import LEAD, Article, LineRecipe, Plant, Recipe

from auditor.languages import get_language

Range = tuple[int, int]
Planted = tuple[str, Range] | None
UNSPACED = frozenset({"zh", "ja"})
ZEROS = {"fa": "۰"}
"""Scripts of digits of their own; Arabic and Hindi news mostly uses European ones."""
CURRENCIES = {
    "en": (("$", "€"), ("£", "$"), ("dollars", "euros")),
    "de": (("Dollar", "Euro"), ("Pfund", "Euro")),
    "tr": (("dolar", "avro"), ("sterlin", "dolar"), ("pound", "avro")),
    "ru": (("долларов", "евро"), ("фунтов", "долларов")),
    "ar": (("دولار", "يورو"), ("جنيه", "دولار")),
    "fa": (("دلار", "یورو"), ("پوند", "دلار")),
    "he": (("דולר", "אירו"), ("ליש“ט", "אירו"), ("פאונד", "דולר")),
    "hi": (("डॉलर", "यूरो"), ("पाउंड", "डॉलर")),
    "zh": (("美元", "欧元"), ("英镑", "美元")),
    "ja": (("ドル", "ユーロ"), ("ポンド", "ドル")),
}
UNITS = {
    "en": (("miles", "kilometers"), ("inches", "centimeters"), ("pound", "kilogram"), ("meters", "yards")),
    "de": (("Kilometer", "Meilen"), ("Zentimeter", "Zoll"), ("Kilo", "Pfund"), ("Meter", "Kilometer")),
    "tr": (("mil", "kilometre"), ("inç", "santimetre"), ("hektar", "akr")),
    "ru": (("км", "миль"), ("см", "дюймов"), ("гектаров", "акров"), ("метров", "миль")),
    "ar": (("ميلا", "كيلومترا"), ("ميل", "كيلومتر"), ("بوصات", "سنتيمترات"), ("متر", "ميل")),
    "fa": (("کیلومتر", "مایل"), ("میلیمتر", "سانتیمتر"), ("متر", "مایل")),
    "he": (("ק“מ", "מייל"), ("מ“מ", "ס“מ"), ("מטר", "מייל"), ("קמ“ש", "מייל")),
    "hi": (("मील", "किलोमीटर"), ("इंच", "सेंटीमीटर"), ("मीटर", "मील"), ("हेक्टेयर", "एकड़")),
    "zh": (("英里", "公里"), ("英寸", "厘米"), ("公顷", "英亩"), ("米", "英里")),
    "ja": (("マイル", "キロ"), ("インチ", "センチ"), ("ヘクタール", "エーカー"), ("メートル", "マイル")),
}
DURATIONS = {
    "en": (("weeks", "months"), ("months", "weeks"), ("years", "months"), ("days", "weeks"), ("hours", "days")),
    "de": (("Wochen", "Monaten"), ("Monate", "Jahre"), ("Jahre", "Monate"), ("Jahren", "Wochen"), ("Tage", "Wochen")),
    "tr": (("hafta", "ay"), ("yıl", "gün"), ("ay", "yıl"), ("gün", "hafta")),
    "ru": (("недель", "месяцев"), ("лет", "дней"), ("месяцев", "лет"), ("дней", "недель"), ("года", "месяца")),
    "ar": (("عاما", "شهرا"), ("عامًا", "شهرًا"), ("سنوات", "أشهر"), ("أيام", "أسابيع"), ("أشهر", "سنوات")),
    "fa": (("سال", "ماه"), ("ماه", "هفته"), ("روز", "هفته"), ("هفته", "روز")),
    "he": (("שנים", "חודשים"), ("שנה", "יום"), ("ימים", "שבועות"), ("חודשים", "שנים")),
    "hi": (("साल", "महीने"), ("वर्ष", "महीने"), ("दिन", "सप्ताह"), ("महीने", "साल")),
    "zh": (("年", "天"), ("个月", "年"), ("周", "天"), ("岁", "个月")),
    "ja": (("年間", "か月間"), ("歳", "か月"), ("週間", "年間"), ("か月", "年"), ("年前", "日前")),
}
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9.@/-]*[a-z]\.(?:com|org|net)(?:/[a-z/]+)?")


def made_up(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """A figure out of nowhere before a word inside the sentence."""
    number = str(rng.choice([value for value in range(16, 989) if value % 10]))
    if language in ZEROS:
        number = "".join(chr(ord(ZEROS[language]) + int(digit)) for digit in number)
    if any(char.isdigit() for char in english):
        return None
    if language in UNSPACED:
        places = [i for i in range(4, len(text) - 3) if text[i - 2 : i + 2].isalpha() and ord(text[i]) > 0x3000]
        number += rng.choice("人名" if language == "zh" else "人件")
    else:
        places = [match.end() for match in re.finditer(r"\w{3} (?=\w{3})", text)]
        number += " "
    if not places:
        return None
    at = rng.choice(places)
    return text[:at] + number + text[at:], (at, at + len(number))


def other_date(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """A part of a date says another one; the original tells a day or month too."""
    if not re.search(
        r"day\b|January|February|March|April|June|July|August|September|October|November|December", english
    ):
        return None
    found = damaged(text, language, "date", rng)
    return None if found is None or not found.spans else (found.text, found.spans[0])


def exchanged(table: dict[str, tuple[tuple[str, str], ...]], beside: str) -> LineRecipe:
    """One word of the table beside a figure becomes the other."""

    def recipe(text: str, language: str, english: str, rng: random.Random) -> Planted:
        pairs = [pair for pair in table[language] if re.search(beside.format(re.escape(pair[0])), text)]
        if not pairs:
            return None
        old, new = rng.choice(pairs)
        match = re.search(beside.format(re.escape(old)), text)
        assert match is not None
        changed = match.group().replace(old, new)
        return text[: match.start()] + changed + text[match.end() :], (match.start(), match.start() + len(changed))

    return recipe


def mangled(*, email: bool) -> LineRecipe:
    """Two letters of an address change places, one is lost, or a tokeniser's space gets in."""

    def recipe(text: str, language: str, english: str, rng: random.Random) -> Planted:
        found = [match for match in _ADDRESS.finditer(text) if ("@" in match.group()) == email]
        if not found:
            return None
        match = rng.choice(found)
        address, way = match.group(), rng.randrange(3)
        at = rng.randrange(1, len(address) - 5)
        if way == 0 and address[at] != address[at + 1] and address[at : at + 2].isalpha():
            changed = address[:at] + address[at + 1] + address[at] + address[at + 2 :]
        elif way == 1 and address[at].isalpha():
            changed = address[:at] + address[at + 1 :]
        else:
            dot = address.rindex(".")
            changed = address[: dot + 1] + " " + address[dot + 1 :]
        return text[: match.start()] + changed + text[match.end() :], (match.start(), match.start() + len(changed))

    return recipe


def wrong_weekday(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """A dateline whose weekday is a day or two off."""
    day = date(rng.randint(2015, 2024), rng.randint(1, 12), rng.randint(1, 28))
    names = get_language(language).dates
    weekday = names.weekdays[(day.weekday() + rng.choice((1, 2, 6))) % 7][0]
    if language in UNSPACED:
        dated = f"{day.year}年{day.month}月{day.day}日（{weekday}）"
    elif language == "en":
        dated = f"{day_name[(day.weekday() + 1) % 7]}, {day.day} {names.months[day.month - 1][0].title()} {day.year}: "
    else:
        dated = f"{weekday}, {day.day} {names.months[day.month - 1][0]} {day.year}: "
    return dated + text, (0, len(dated))


def broken_off(text: str, language: str, english: str, rng: random.Random) -> Planted:
    """The engine stops after a fifth to a third of the sentence, and closes it."""
    if len(english) < 100:
        return None
    kept = text[: round(len(text) * rng.uniform(0.2, 0.33))]
    kept = kept if language in UNSPACED else kept.rpartition(" ")[0] or kept
    stop = "。" if language in UNSPACED else "।" if language == "hi" else "."
    return kept.rstrip("،,，、") + stop, (0, len(kept))


def nameless(article: Article, rng: random.Random) -> Plant | None:
    """A person who is named in full and then by surname is not named at all."""
    whole = " ".join(article.english)
    surnames = {m[2] for m in re.finditer(r"([A-Z][a-z]{2,}) ([A-Z][a-z]{4,})(?=[ ,.'])", whole)}
    known = sorted(name for name in surnames if len(re.findall(rf"(?<![A-Z][a-z]{{2}} )\b{name}\b", whole)) > 1)
    lines = [name for name in known if any(name in line for line in article.lines[LEAD:])]
    if not lines:
        return None
    name = rng.choice(lines)
    changed = tuple(re.sub(rf"(?:\b[A-Z]\w+ )?\b{name}\w*(?:['’]\w+)?", "", line) for line in article.lines)
    places = [i for i, (old, new) in enumerate(zip(article.lines, changed, strict=True)) if old != new]
    done = Article(article.language, changed, article.origin, article.english, article.foreign)
    return Plant(done, min(places), max(places)) if places else None


RECIPES: dict[str, LineRecipe] = {
    "number-added": made_up,
    "date-changed": other_date,
    "currency-changed": exchanged(CURRENCIES, r"{0}"),
    "unit-changed": exchanged(UNITS, r"\d[\s\u00a0]?{0}(?![^\W\d_]{{3}})"),
    "duration-changed": exchanged(DURATIONS, r"(?<!\d)\d{{1,2}}[\s\u00a0]?{0}(?![^\W\d_]{{3}})"),
    "weekday-date-mismatch": wrong_weekday,
    "link-changed": mangled(email=False),
    "email-changed": mangled(email=True),
    "length-out-of-range": broken_off,
}
ARTICLES: dict[str, Recipe] = {"name-missing": nameless}
