"""Recipe for a word that becomes its opposite: directions, verdicts, kin, what rises or falls beside a number.

Pairs with a `+` are exchanged only where a number stands within a few words of them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from planting import LineRecipe

Range = tuple[int, int]
NEAR = 12
"""Code points between the word and a figure."""
EXCHANGED = {
    "en": """northern/southern north/south eastern/western east/west arrested/released convicted/acquitted
    legal/illegal majority/minority summer/winter temporary/permanent his_father/his_mother
    confirmed/denied +rose/fell +increased/decreased +more_than/less_than +before/after
    +women/men +killed/injured +won/lost exports/imports wife/husband
    son/daughter""",
    "de": """nördlichen/südlichen Norden/Süden östlichen/westlichen Osten/Westen Mehrheit/Minderheit
    legal/illegal Sommer/Winter Vater/Mutter Sohn/Tochter Bruder/Schwester höchsten/niedrigsten
    verurteilt/freigesprochen bestätigte/dementierte +stieg/sank +gestiegen/gesunken
    +mehr_als/weniger_als +vor/nach +Frauen/Männer +getötet/verletzt +gewann/verlor
    Export/Import Morgens/Abends vorübergehend/dauerhaft""",
    "ar": """شمال/جنوب الشمال/الجنوب الشمالية/الجنوبية شرق/غرب الشرقية/الغربية والده/والدته أغلبية/أقلية
    الصيف/الشتاء زوجته/زوجها صباح/مساء الصادرات/الواردات +ارتفع/انخفض +أكثر_من/أقل_من +قبل/بعد
    +قتل/أصيب +فاز/خسر +رجال/نساء""",
    "fa": """شمال/جنوب شمالی/جنوبی شرق/غرب شرقی/غربی پدر/مادر برادر/خواهر اکثریت/اقلیت تابستان/زمستان
    قانونی/غیرقانونی بالاترین/پایین‌ترین صبح/عصر صادرات/واردات +افزایش/کاهش +بیش_از/کمتر_از
    +قبل_از/بعد_از +کشته/زخمی +مرد/زن""",
    "he": """צפון/דרום מזרח/מערב אביו/אמו רוב/מיעוט בבוקר/בערב +עלה/ירד +יותר_מ/פחות_מ +לפני/אחרי
    +נהרגו/נפצעו +גברים/נשים +ניצח/הפסיד אשתו/בעלה ייצוא/ייבוא""",
    "zh": """北部/南部 以北/以南 东部/西部 父亲/母亲 儿子/女儿 丈夫/妻子 夏季/冬季 合法/非法
    逮捕/释放 多数/少数 上午/下午 +上升/下降 +增加/减少 +上涨/下跌 +超过/不到
    +之前/之后 +死亡/受伤 +女性/男性 +获胜/失利""",
    "ja": """北部/南部 東部/西部 父親/母親 息子/娘 夫/妻 夏/冬 合法/違法 逮捕/釈放 有罪/無罪
    輸出/輸入 午前/午後 +上昇/下落 +増加/減少 +以上/未満 +死亡/負傷 +女性/男性
    +勝利/敗北""",
    "ru": """северной/южной северном/южном севере/юге востоке/западе восточной/западной отец/мать сын/дочь
    брат/сестра летом/зимой большинство/меньшинство муж/жена утром/вечером арестован/освобожден
    незаконно/законно экспорт/импорт +вырос/снизился +более/менее +до/после +убиты/ранены
    +женщин/мужчин +выиграл/проиграл""",
    "hi": """उत्तर/दक्षिण उत्तरी/दक्षिणी पूर्वी/पश्चिमी पिता/माँ बेटे/बेटी भाई/बहन पति/पत्नी गिरफ्तार/रिहा
    सुबह/शाम अवैध/वैध स्थायी/अस्थायी +से_अधिक/से_कम +पहले/बाद +महिलाओं/पुरुषों +घायल/मृत
    +जीत/हार""",
    "tr": """kuzeyinde/güneyinde kuzey/güney doğu/batı babası/annesi çoğunluğu/azınlığı geçici/kalıcı
    yasadışı/yasal sabah/akşam ihracat/ithalat +arttı/azaldı +fazla/az +önce/sonra +kadın/erkek
    +öldü/yaralandı +kazandı/kaybetti tutuklandı/serbest_bırakıldı""",
}


def opposite(text: str, language: str, english: str, rng: random.Random) -> tuple[str, Range] | None:
    """One word gives way to its opposite, if the line has only one of the two."""
    found = [place for pair in _pairs(language) for place in _places(text, language, *pair)]
    if not found:
        return None
    start, end, new = rng.choice(sorted(found))
    return text[:start] + new + text[end:], (start, start + len(new))


def _pairs(language: str) -> Iterator[tuple[str, str, bool]]:
    for entry in EXCHANGED.get(language, "").split():
        one, other = entry.removeprefix("+").replace("_", " ").split("/")
        yield one, other, entry.startswith("+")
        yield other, one, entry.startswith("+")


def _places(text: str, language: str, old: str, new: str, counted: bool) -> list[tuple[int, int, str]]:
    edge = "" if language in ("zh", "ja") else r"\b"
    if re.search(edge + re.escape(new) + edge, text):
        return []
    places = [match.span() for match in re.finditer(edge + re.escape(old) + edge, text)]
    if len(places) != 1:
        return []
    start, end = places[0]
    near = re.search(r"\d", text[max(0, start - NEAR) : end + NEAR])
    return [(start, end, new)] if near or not counted else []


RECIPES: dict[str, LineRecipe] = {"opposite-told": opposite}
