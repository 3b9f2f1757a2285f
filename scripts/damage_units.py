"""Wrong units and magnitudes behind a number: million for billion, kilometres for miles, days for hours."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from damage_edits import Change, Edit
from damage_text import Text, like

from auditor.languages import get_language

SYMBOLS: dict[str, str] = {
    r"km": "m/miles", r"kg": "g/lb", r"mg": "g", r"ml": "l", r"mL": "L", r"cm": "m", r"mm": "cm", r"μm": "mm",
    r"nm": "mm",
    r"km/h": "m/s", r"GB": "MB", r"MW": "kW", r"°C": "°F", r"℃": "℉", r"°F": "°C", r"μg": "mg",
}  # fmt: skip
"""Behind a numeral, any language."""
CURRENCIES: dict[str, str] = {"$": "€/£", "€": "$/£", "£": "$/€", "¥": "$", "₽": "€", "₹": "$"}

WORDS: dict[str, str] = {
    "en": "second/minute/hour/day/week/month/year seconds/minutes/hours/days/weeks/months/years "
    "kilometers/miles/meters kilometres/miles/metres meters/feet metres/feet centimeters/inches kilograms/pounds/tons "
    "grams/kilograms tons/kilograms tonnes/kilograms hectares/square_kilometers acres/square_miles liters/gallons "
    "dollars/euros/pounds yuan/dollars rubles/dollars yen/dollars euros/dollars rupees/dollars "
    "km/miles mile/kilometer kilometer/meter celsius/fahrenheit kilowatts/megawatts megawatts/gigawatts decades/years "
    "centuries/decades thousand/million million/billion billion/trillion thousands/millions hundreds/thousands",
    "de": "Sekunden/Minuten/Stunden/Tage/Wochen/Monate/Jahre Tagen/Wochen/Monaten/Jahren Kilometer/Meter/Meilen "
    "Kilometern/Metern Meter/Zentimeter Kilogramm/Gramm Tonnen/Kilogramm Dollar/Euro Hektar/Quadratkilometer",
    "fr": "secondes/minutes/heures/jours/semaines/mois mois/ans années/mois kilomètres/mètres mètres/centimètres "
    "kilogrammes/grammes tonnes/kilogrammes dollars/euros",
    "es": "segundos/minutos/horas/días/semanas/meses/años kilómetros/metros/millas metros/centímetros "
    "kilogramos/gramos toneladas/kilogramos dólares/euros",
    "pt": "segundos/minutos/horas/dias/semanas/meses/anos quilômetros/metros/milhas metros/centímetros "
    "quilogramas/gramas toneladas/quilogramas dólares/euros",
    "it": "secondi/minuti/ore/giorni/settimane/mesi/anni chilometri/metri metri/centimetri "
    "tonnellate/chilogrammi dollari/euro",
    "ro": "secunde/minute/ore/zile/săptămâni/luni/ani kilometri/metri metri/centimetri tone/kilograme dolari/euro",
    "ru": "секунд/минут/часов/дней/недель/месяцев/лет минуты/часа/дня/недели/месяца/года километров/метров/миль "
    "метров/сантиметров килограммов/граммов тонн/килограммов долларов/евро/рублей рублей/долларов",
    "id": "detik/menit/jam/hari/minggu/bulan/tahun kilometer/meter/mil ton/kilogram dolar/euro",
    "ms": "saat/minit/jam/hari/minggu/bulan/tahun kilometer/meter/batu tan/kilogram dolar/euro",
    "tr": "saniye/dakika/saat/gün/hafta/ay/yıl kilometre/metre ton/kilogram dolar/avro",
    "hi": "सेकंड/मिनट/घंटे/दिन/हफ़्ते/महीने/साल दिनों/हफ़्तों/महीनों/वर्षों किलोमीटर/मीटर/मील",
    "ur": "سیکنڈ/منٹ/گھنٹے/دن/ہفتے/مہینے/سال دنوں/ہفتوں/مہینوں/سالوں کلومیٹر/میٹر",
    "ar": "ثانية/دقيقة/ساعة/يوما/أسبوعا/شهرا/عاما دقائق/ساعات/أيام/أسابيع/أشهر/سنوات كيلومترا/مترا",
    "fa": "ثانیه/دقیقه/ساعت/روز/هفته/ماه/سال کیلومتر/متر/مایل",
    "nl": "seconden/minuten/uur/dagen/weken/maanden/jaar kilometer/meter dollar/euro",
    "pl": "sekund/minut/godzin/dni/tygodni/miesięcy/lat kilometrów/metrów dolarów/euro",
    "et": "minutit/tundi/päeva/nädalat/kuud/aastat kilomeetrit/meetrit dollarit/eurot",
}  # fmt: skip
"""Rows of words that are each other's substitutes behind a number or number word."""

LETTERS: dict[str, tuple[tuple[str, str], ...]] = {
    "zh": (
        (r"(?<=[\d一二三四五六七八九十百千])[万萬]", "亿"), (r"(?<=[\d一二三四五六七八九十百千])[亿億]", "万"),
        (r"(?<=\d)\s?(?:公里|千米)", "米/英里"),
        (r"(?<=[\d几])\s?小时", "天/分钟"), (r"(?<=[\d二三四五六七八九几])\s?天(?!津|河)", "周/小时"),
        (r"(?<=\d)\s?分钟", "小时"), (r"(?<=个)月", "星期"),
        (r"(?<=[\d两几])\s?周(?![年边])", "个月"), (r"美元", "欧元/人民币"), (r"欧元", "美元"), (r"人民币", "美元"),
        (r"(?<=\d)\s?米", "公里"),
        (r"(?<=\d)\s?公斤", "克/吨"), (r"(?<=\d)\s?吨", "公斤"), (r"(?<=[\d万亿百千])元", "美元"), (r"平方公里",
        "平方米"), (r"摄氏度", "华氏度"),
    ),
    "ja": (
        (r"(?<=[\d数])万", "億"), (r"(?<=[\d数])億", "万"), (r"(?<=\d)\s?キロ(?:メートル)?", "メートル"),
        (r"(?<=\d)\s?時間", "日間"),
        (r"(?<=\d)\s?日間", "週間"), (r"(?<=\d)\s?週間", "か月"), (r"(?<=\d)\s?分間?", "時間"), (r"ドル", "ユーロ"),
        (r"ユーロ", "ドル"), (r"(?<=\d)\s?円", "ドル"),
    ),
    "ko": (
        (r"(?<=\d)만", "억"), (r"(?<=\d)억", "만"), (r"(?<=\d)시간", "일"), (r"(?<=\d)주", "개월"), (r"달러", "유로"),
        (r"(?<=[\d만억])\s?원", "달러"),
        (r"(?<=\d)킬로미터", "미터"),
    ),
    "th": ((r"(?<=\d )ล้าน", "พันล้าน"), (r"ชั่วโมง", "วัน"), (r"กิโลเมตร", "เมตร"), (r"สัปดาห์", "เดือน")),
}  # fmt: skip


def wrong_unit(text: Text, rng: Random) -> Change | None:
    """One unit, currency or magnitude becomes another."""
    edits = _symbols(text, rng) + _words(text, rng) + _letters(text, rng) + _magnitudes(text, rng)
    return Change((rng.choice(edits),), critical=True, weight=0.3) if edits else None


def _symbols(text: Text, rng: Random) -> list[Edit]:
    edits = []
    for match in re.finditer(r"(?<=\d)[ \u00a0]?([A-Za-zμ°℃/]{1,4})(?![\w/])", text.text):
        new = SYMBOLS.get(match.group(1))
        edits += [Edit(*match.span(1), rng.choice(new.split("/")))] if new else []
    for match in re.finditer(r"[$€£¥₽₹](?=[ \u00a0]?\d)|(?<=\d)[$€£¥₽₹]|(?<=\d[ \u00a0])[$€£¥₽₹]", text.text):
        edits += [Edit(*match.span(), rng.choice(CURRENCIES[match.group()].split("/")))]
    return edits


def _words(text: Text, rng: Random) -> list[Edit]:
    table = _substitutes(text.base)
    edits = []
    for match in _behind_numbers(text.base).finditer(text.text) if table else ():
        options = table.get(match.group(1)) or table.get(match.group(1).casefold())
        if options:
            edits.append(Edit(*match.span(1), like(match.group(1), rng.choice(options))))
    return edits


@cache
def _substitutes(language: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in WORDS.get(language, "").split():
        words = [word.replace("_", " ") for word in row.split("/")]
        for i, word in enumerate(words):
            table[word] = (*table.get(word, ()), *words[max(0, i - 1) : i], *words[i + 1 : i + 2])
    return table


@cache
def _behind_numbers(language: str) -> re.Pattern[str]:
    """Such a word after a numeral, a number word, or a word for a few."""
    numbers = get_language(language).numbers
    counts = [
        *numbers.words,
        *numbers.magnitudes,
        "few",
        "several",
        "many",
        "last",
        "past",
        "next",
        "of",
        "mehrere",
        "varios",
    ]
    lead = "|".join(re.escape(word) for word in sorted(counts, key=len, reverse=True))
    units = "|".join(re.escape(word) for word in sorted(_substitutes(language), key=len, reverse=True))
    return re.compile(
        rf"(?:\d|(?<!\w)(?:{lead}))[ \u00a0-]({units})(?![\w’'-]|[\u0900-\u0903\u093a-\u094f])", re.IGNORECASE
    )


def _letters(text: Text, rng: Random) -> list[Edit]:
    return [
        Edit(*match.span(), rng.choice(new.split("/")))
        for pattern, new in LETTERS.get(text.base, ())
        for match in re.finditer(pattern, text.text)
    ]


def _magnitudes(text: Text, rng: Random) -> list[Edit]:
    """Million for billion and the like, from the language's own words; the form that is likest."""
    if not text.spaced or text.base in ("en", "ko"):
        return []
    magnitudes = text.language.numbers.magnitudes
    by_value: dict[int, list[str]] = {}
    for word, value in magnitudes.items():
        by_value.setdefault(value, []).append(word)
    edits = []
    for start, end in text.words:
        word = text.text[start:end]
        value = magnitudes.get(word.casefold(), 0)
        nearby = [by_value[other] for other in _neighbours(value) if other in by_value]
        if value >= 1000 and nearby and len(word) > 2:
            new = min(rng.choice(nearby), key=lambda form: _unlike(form, word.casefold()))
            edits.append(Edit(start, end, like(word, new)))
    return edits


def _neighbours(value: int) -> tuple[int, ...]:
    if value in (100_000, 10_000_000):
        return (100_000 if value == 10_000_000 else 10_000_000,)
    return tuple(other for other in (value // 1000, value * 1000) if 1000 <= other <= 10**12)


def _unlike(form: str, word: str) -> tuple[int, int]:
    common = next((n for n in range(min(len(form), len(word)), 0, -1) if form[-n:] == word[-n:]), 0)
    return -common, abs(len(form) - len(word))
