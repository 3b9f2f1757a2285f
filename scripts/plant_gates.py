"""Recipes for what engines and their tools leave in a text: other scripts, lost letters, marks, talk."""

from __future__ import annotations

import random
import re

from planting import Article, LineRecipe, Plant, Recipe, on_a_line

Range = tuple[int, int]
Found = tuple[str, Range] | None

CYRILLIC_TO_LATIN = dict(zip("бвгджзилнптф", "bvgdjzilnptf", strict=True))
LATIN_TO_CYRILLIC = {latin: own for own, latin in CYRILLIC_TO_LATIN.items()}
ARABIC_TO_LATIN = dict(zip("بتدرزسفلمنک", "btdrzsflmnk", strict=True))
HEBREW_TO_LATIN = dict(zip("בדלמנרת", "bdlmnrt", strict=True))
DEVANAGARI_TO_LATIN = dict(zip("बदकलमनरतसप", "bdklmnrtsp", strict=True))
LOOK_ALIKES = {
    "ru": dict(zip("аеорсух", "aeopcyx", strict=True)),
    "latin": dict(zip("aeopcyx", "аеорсух", strict=True)),
}
OF_SCRIPT = {
    "ru": CYRILLIC_TO_LATIN,
    "ar": ARABIC_TO_LATIN,
    "fa": ARABIC_TO_LATIN,
    "he": HEBREW_TO_LATIN,
    "hi": DEVANAGARI_TO_LATIN,
    "de": LATIN_TO_CYRILLIC,
    "tr": LATIN_TO_CYRILLIC,
    "en": LATIN_TO_CYRILLIC,
}
STRAY_WORDS = {
    "Latn": ("目前", "因此", "однако", "также", "القادم", "के लिए", "그리고", "以及"),
    "Cyrl": ("目前", "以及", "however", "significant", "그리고"),
    "other": ("目前", "однако", "significant", "currently", "以及"),
    "ja": ("также", "однако", "currently", "그리고"),
}
SCRIPTS = {"de": "Latn", "tr": "Latn", "en": "Latn", "ru": "Cyrl", "ja": "ja", "zh": "ja"}
INVISIBLE = ("\u200b", "\u200b\u200b", "\ufeff", "\u200b")
CONTROLS = ("\x07", "\x1c", "\x02", "\ue00c", "\u202e")
UNCLOSED = ("\u202a", "\u202b", "\u2067", "\u202c")
TEMPLATES = (
    *(
        "{{name}}",
        "{0}",
        "%s",
        "%(title)s",
        "${place}",
        "｟ent｠",
        "__TERM_3__",
        "[TRANSLATE]",
        "[Insert name]",
        "%1$s",
    ),
    *('<x id="3"/>', "{city}", "@@NUM0@@", "[TODO]", "<<NAME>>", "[translation missing]", "[[File:map.png|thumb]]"),
)
ANNOUNCEMENTS = {
    "ar": ("إليك ترجمة النص:", "بالتأكيد! إليك الترجمة إلى العربية:", "فيما يلي النص المترجم:"),
    "fa": ("در اینجا ترجمه متن آمده است:", "البته! این ترجمه فارسی مقاله است:", "متن ترجمه شده:"),
    "he": ("הנה התרגום:", "בטח! הנה הטקסט המתורגם לעברית:", "להלן תרגום הכתבה:"),
    "zh": ("以下是文章的中文翻译：", "好的，以下是翻译：", "这是您要的译文："),
    "ja": ("以下は記事の日本語訳です。", "はい、以下が翻訳です：", "承知しました。以下に翻訳します。"),
    "ru": ("Вот перевод статьи:", "Конечно! Вот перевод на русский язык:", "Ниже приведён перевод текста:"),
    "hi": ("यहाँ लेख का हिंदी अनुवाद है:", "ज़रूर, यहाँ अनुवाद दिया गया है:", "नीचे अनुवादित पाठ दिया गया है:"),
    "tr": ("İşte makalenin çevirisi:", "Tabii ki! İşte Türkçe çevirisi:", "Elbette, işte metnin çevirisi:"),
    "de": ("Hier ist die Übersetzung des Artikels:", "Gerne! Hier ist die deutsche Übersetzung:"),
    "en": (
        "Here is the translation:",
        "Sure! Here is the English translation of the article:",
        "Here's the translated text:",
    ),
}
VOICES = {
    "ar": ("ملاحظة: تم الحفاظ على الأسماء كما هي في الترجمة.", "أخبرني إذا كنت بحاجة إلى أي تعديلات."),
    "fa": ("توجه: در ترجمه نام‌ها حفظ شده است.", "اگر به تغییری نیاز دارید بفرمایید."),
    "he": ("הערה: תרגמתי את השמות לפי המקור.", "אשמח לדעת אם נדרשים שינויים."),
    "zh": (
        "注：翻译时保留了原文的专有名词。",
        "如果您有任何问题，请随时告诉我。",
        "作为一个人工智能语言模型，我无法核实这些信息。",
    ),
    "ja": ("注：翻訳では固有名詞を原文のまま残しました。", "ご不明な点がございましたら、お気軽にお知らせください。"),
    "ru": ("Примечание: в переводе сохранены имена собственные.", "Дайте мне знать, если нужны изменения."),
    "hi": ("नोट: अनुवाद में नाम वैसे ही रखे गए हैं।", "कृपया मुझे बताएं यदि आपको कोई बदलाव चाहिए।"),
    "tr": (
        "Not: Çeviride özel adlar korunmuştur.",
        "Bir yapay zeka dil modeli olarak bu bilgileri doğrulayamam, ben yalnızca çeviririm.",
    ),
    "de": (
        "Hinweis: Die Übersetzung behält die Eigennamen bei.",
        "Lassen Sie mich wissen, wenn Sie Änderungen wünschen.",
    ),
    "en": (
        "Note: I have kept the names as they are.",
        "Let me know if you need any changes.",
        "I hope this translation helps!",
    ),
}
ENGLISH_TALK = (
    "Here is the translation:",
    "Note: The translation keeps the original names.",
    "Translated with DeepL.com (free version)",
    "As an AI language model, I cannot verify this information.",
    "I cannot translate this text.",
    "Translate the following text into the target language:",
)
TOKENS = ("<unk>", "▁", "</s>", "<|im_end|>", "[UNK]", "⁇")
CITIES = {
    "ar": "القاهرة (رويترز) -",
    "fa": "تهران (رویترز) -",
    "he": "ירושלים (רויטרס) -",
    "zh": "新华社东京10月2日电",
    "ja": "【東京共同】",
    "ru": "МОСКВА, 2 окт —",
    "hi": "नई दिल्ली (रॉयटर्स) -",
    "tr": "ANKARA (AA) -",
    "de": "BERLIN (dpa) -",
    "en": "LONDON (Reuters) -",
}
BYLINES = {
    "ar": "بقلم سمير حداد",
    "fa": "نویسنده: رضا کریمی",
    "he": "מאת דנה לוי",
    "zh": "记者 王小明",
    "ja": "文・田中一郎",
    "ru": "Автор: Иван Петров",
    "hi": "संवाददाता: अमित शर्मा",
    "tr": "Yazan: Ayşe Demir",
    "de": "Von Anna Weber",
    "en": "By John Miller",
}
ENDS = {"ar": "انتهى", "fa": "انتهای پیام", "zh": "（完）", "ja": "（終）", "en": "(END)", "ru": "###", "de": "###"}


def _words(text: str, least: int) -> list[re.Match[str]]:
    return [match for match in re.finditer(r"[^\W\d_]+", text) if len(match[0]) >= least]


def _gap(language: str) -> str:
    return "" if language in ("zh", "ja") else " "


def _between(text: str, language: str, rng: random.Random) -> int | None:
    """A place between two words."""
    if language in ("zh", "ja"):
        return rng.randrange(3, len(text) - 3) if len(text) > 12 else None
    gaps = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", text)]
    return rng.choice(gaps) if gaps else None


def _inserted(text: str, language: str, what: str, rng: random.Random) -> Found:
    at = _between(text, language, rng)
    if at is None:
        return None
    gap = _gap(language)
    return f"{text[:at]}{gap}{what}{text[at:]}", (at + len(gap), at + len(gap) + len(what))


def source_words(text: str, language: str, english: str, rng: random.Random) -> Found:
    """The engine leaves words of the source, or slips into a third language."""
    small = [m[0] for m in re.finditer(r"(?<=[a-z] )(?:[a-z]{4,} ){0,2}[a-z]{5,}(?= [a-z])", english)]
    if SCRIPTS.get(language) == "Latn":
        small = [m[0] for m in re.finditer(r"(?<=[a-z] )(?:[a-z]{3,} ){2,4}[a-z]{4,}(?= [a-z])", english)]
    if small and language != "en" and rng.random() < 0.6:
        return _inserted(text, language, rng.choice(small), rng)
    return _inserted(text, language, rng.choice(STRAY_WORDS[SCRIPTS.get(language, "other")]), rng)


def other_letters(text: str, language: str, english: str, rng: random.Random) -> Found:
    """A piece of a word comes in the letters of another script."""
    table = OF_SCRIPT.get(language)
    words = [match for match in _words(text, 5) if table and any(char in table for char in match[0][1:-1])]
    if not table or not words:
        return None
    word = rng.choice(words)
    at = rng.choice([i for i, char in enumerate(word[0]) if 0 < i < len(word[0]) - 1 and char in table])
    piece = table[word[0][at]]
    start = word.start() + at
    return text[:start] + piece + text[start + 1 :], (word.start(), word.end())


def look_alike(text: str, language: str, english: str, rng: random.Random) -> Found:
    """One letter comes from a script in which it looks the same."""
    table = LOOK_ALIKES.get("ru" if language == "ru" else "latin" if SCRIPTS.get(language) == "Latn" else "")
    words = [match for match in _words(text, 4) if table and any(char in table for char in match[0])]
    if not table or not words:
        return None
    word = rng.choice(words)
    start = word.start() + rng.choice([i for i, char in enumerate(word[0]) if char in table])
    return text[:start] + table[text[start]] + text[start + 1 :], (word.start(), word.end())


def lost_letters(text: str, language: str, english: str, rng: random.Random) -> Found:
    """An encoding without the letters: �, or question marks, for some or for all letters of a word."""
    words = _words(text, 4)
    if not words:
        return None
    word = rng.choice(words)
    if SCRIPTS.get(language) == "Latn" or rng.random() < 0.5:
        at = word.start() + rng.randrange(1, len(word[0]) - 1)
        sign = rng.choice(("\ufffd", "\ufffd\ufffd", "?"))
        if sign == "?" and not text[at + 1].islower():
            sign = "\ufffd"
        return text[:at] + sign + text[at + 1 :], (at, at + len(sign))
    lost = "?" * len(word[0])
    return text[: word.start()] + lost + text[word.end() :], (word.start(), word.end())


def invisible(text: str, language: str, english: str, rng: random.Random) -> Found:
    """A zero-width character inside a word, a control character, or a direction that is never closed."""
    words = _words(text, 4)
    if not words:
        return None
    sign = rng.choice(rng.choice((INVISIBLE, CONTROLS, UNCLOSED)))
    word = rng.choice(words)
    at = word.start() + rng.randrange(1, len(word[0]))
    return text[:at] + sign + text[at:], (at, at + len(sign))


def template(text: str, language: str, english: str, rng: random.Random) -> Found:
    """A placeholder comes through as it is."""
    return _inserted(text, language, rng.choice(TEMPLATES), rng)


def token(text: str, language: str, english: str, rng: random.Random) -> Found:
    """A token of the engine's own stands for a word it did not know."""
    return _inserted(text, language, rng.choice(TOKENS), rng)


def talk(article: Article, rng: random.Random) -> Plant | None:
    """The model introduces its answer, comments on it, refuses, or names itself; or a token of its own is left."""
    language, last = article.language, len(article.lines) - 1
    way = rng.random()
    if last < 2 or language not in ANNOUNCEMENTS:
        return None
    if way < 0.2:
        return on_a_line(token)(article, rng)
    if way < 0.5:
        said = rng.choice((*ANNOUNCEMENTS[language], ENGLISH_TALK[0]))
        return Plant(article.replaced(0, said, article.lines[0], told=(None, article.origin[0])), 0, 0)
    said = rng.choice((*VOICES[language], *VOICES[language], *ENGLISH_TALK[1:]))
    changed = article.replaced(last, article.lines[last], said, told=(article.origin[last], None))
    return Plant(changed, last + 1, last + 1)


def second_story(article: Article, rng: random.Random) -> Plant | None:
    """The next story of the page follows: its headline with a byline or dateline, or only an end mark before it."""
    language, lines = article.language, article.lines
    if len(lines) < 9 or language not in CITIES:
        return None
    middle = len(lines) // 2 + 1
    head = lines[0].rstrip(".。।!?！？ ")
    lead = f"{CITIES[language]}{_gap(language)}{lines[middle]}"
    way = rng.choice(("byline", "dateline", "end"))
    new: tuple[str, ...] = (head, BYLINES[language], lines[middle])
    if way == "dateline":
        new = (head, lead)
    elif way == "end" and language in ENDS:
        new = (ENDS[language], head, lines[middle])
    changed = article.replaced(middle, *new, told=(None,) * len(new))
    return Plant(changed, middle, middle + len(new) - 1)


RECIPES: dict[str, LineRecipe] = {
    "leftover-source-words": source_words,
    "mixed-script-word": other_letters,
    "confusable-letter": look_alike,
    "replacement-character": lost_letters,
    "control-or-bidi-character": invisible,
    "template-marker": template,
}
"""Of lines, by the name of the check that should see the damage."""
ARTICLES: dict[str, Recipe] = {"engine-leak": talk, "several-articles": second_story}
"""Of whole articles."""
