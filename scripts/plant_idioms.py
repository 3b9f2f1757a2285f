"""A recipe for idioms: a sentence in which an engine has put an English one word for word."""

from __future__ import annotations

import random

from planting import LEAD, Article, Plant, Recipe

SENTENCES = {
    "ar": (
        "وقال المدرب إن المباراة كانت قطعة من الكعك بالنسبة إلى لاعبيه.",
        "كانت السماء تمطر قططا وكلابا حين وصل الوفد.",
        "ووصف المحامي الشهادة بأنها رنجة حمراء.",
        "وأضاف أن البحث عن الوثيقة تحول إلى مطاردة أوزة برية.",
        "وقال إن على الحكومة أن تعض الرصاصة وترفع الأسعار.",
        "وعاد المفاوضون إلى المربع رقم واحد.",
    ),
    "fa": (
        "وزیر گفت این مسابقه یک تکه کیک بود.",
        "آن روز باران سگ و گربه می‌بارید.",
        "به گفته وکیل، این سند فقط یک شاه ماهی قرمز است.",
        "او گفت جستجوی سند به تعقیب غاز وحشی تبدیل شده است.",
        "چنین فرصتی یک بار در ماه آبی پیش می‌آید.",
        "شاهد سرانجام لوبیاها را ریخت.",
    ),
    "he": (
        "המאמן אמר שהמשחק היה חתיכת עוגה.",
        "ביום ההוא ירדו חתולים וכלבים והכבישים נחסמו.",
        "לדברי עורך הדין, העדות היא הרינג אדום.",
        "החיפוש אחר המסמך הפך למרדף אווזי בר, אמרה.",
        "הממשלה תצטרך לנשוך את הכדור ולהעלות מסים.",
        "המשא ומתן חזר למשבצת אחת.",
    ),
    "zh": (
        "他说这场比赛对球队来说简直是一块蛋糕。",
        "代表团抵达时正下着猫和狗。",
        "律师说，这份证词不过是一条红鲱鱼。",
        "她说，寻找文件已经变成了追逐野鹅。",
        "政府最终不得不咬住子弹，提高税收。",
        "谈判又回到了广场一。",
    ),
    "ja": (
        "監督は、この試合は一切れのケーキでしたと語った。",
        "代表団が着いたとき、猫と犬の雨が降っていた。",
        "弁護士は、その証言は赤いニシンだと述べた。",
        "文書探しは野生のガチョウの追跡になったという。",
        "政府は弾丸を噛んで増税に踏み切った。",
        "交渉はスクエアワンに戻った。",
    ),
    "ru": (
        "Тренер сказал, что этот матч был куском торта.",
        "Когда делегация прибыла, шёл дождь из кошек и собак.",
        "По словам адвоката, эти показания были красной селёдкой.",
        "Поиски документа превратились в погоню за дикими гусями.",
        "Правительству пришлось укусить пулю и поднять налоги.",
        "Такой случай выпадает раз в голубую луну.",
    ),
    "hi": (
        "कोच ने कहा कि यह मैच केक का एक टुकड़ा था।",
        "उस दिन बिल्लियाँ और कुत्ते बरस रहे थे।",
        "वकील के अनुसार यह गवाही एक लाल हेरिंग है।",
        "ऐसा मौका नीले चाँद में एक बार आता है।",
        "दस्तावेज़ की तलाश जंगली हंस का पीछा बन गई।",
        "मंत्री ने कहा कि वे मौसम के नीचे महसूस कर रहे हैं।",
    ),
    "tr": (
        "Antrenör, maçın bir parça kekti, dedi.",
        "Heyet geldiğinde kediler ve köpekler yağıyordu.",
        "Avukata göre bu ifade bir kırmızı ringa balığı.",
        "Böyle bir fırsat mavi ayda bir gelir.",
        "Hükümet sonunda kurşunu ısırdı ve vergileri artırdı.",
        "Tanık sonunda fasulyeleri döktü.",
    ),
    "de": (
        "Der Trainer sagte, das Spiel sei ein Stück Kuchen gewesen.",
        "Als die Delegation eintraf, regnete es Katzen und Hunde.",
        "Die Suche nach dem Dokument wurde zu einer wilden Gänsejagd.",
        "Der Zeuge habe am Ende die Bohnen verschüttet, hieß es.",
        "So eine Gelegenheit gibt es nur einmal in einem blauen Mond.",
        "Die Regierung muss nun die Kugel beißen und die Steuern erhöhen.",
    ),
}
"""By language; as engines word them, in whatever form the sentence asks for."""


def word_for_word(article: Article, rng: random.Random) -> Plant | None:
    """A sentence with an idiom of English stands among the others; the original has no line for it."""
    if len(article.lines) <= LEAD or article.language not in SENTENCES:
        return None
    line = rng.randrange(LEAD, len(article.lines))
    told = (None, article.origin[line])
    sentence = rng.choice(SENTENCES[article.language])
    return Plant(article.replaced(line, sentence, article.lines[line], told=told), line, line)


ARTICLES: dict[str, Recipe] = {"calque": word_for_word}
