"""Substitutions of words: modality, pronouns, gender; rules per language, whole words."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from damage_edits import Change, Edit
from damage_text import OPENING, STOPS, Text, deletion, like

Rules = dict[str, str]
"""Pattern of a word or phrase, and its substitutes parted by `/`; nothing: the phrase goes."""

MODALITY: dict[str, Rules] = {
    "en": {
        r"may(?! \d)(?= [a-z])": "will/must", r"might(?= [a-z])": "will/must", r"could(?= [a-z])": "will/must",
        r"can(?= [a-z])": "must", r"should(?= [a-z])": "may/must", r"must(?= [a-z])": "may/might",
        r"will(?= [a-z])": "may/might",
         r"probably": "certainly", r"possibly": "certainly", r"perhaps": "certainly",
        r"(?:allegedly|reportedly|apparently|purportedly|supposedly|presumably|potentially) ": "",
        r"(?<=the )alleged ": "", r"(?<=an )alleged(?= )": "actual",
        r"(?:it is believed that|it is thought that) ": "",
        r"suspected(?= [a-z])": "confirmed", r"(?:is|are) likely to": "will", r"likely to be": "certain to be",
        r"likely(?= to| that)": "certain", r"unlikely(?= to| that)": "certain", r"expected to": "certain to",
        r"(?:is|are) expected to": "will", r"(?:appears|seems) to be": "is", r"(?:appear|seem) to be": "are",
        r"(?:is|are) believed to": "are known to", r"(?:is|are) thought to": "are proven to",
        r"suggests? that": "proves that",
        r"suggested that": "proved that", r"plans? to": "has begun to",
        r"(?:sometimes|usually|often|generally|typically)": "always",
        r"claimed that": "proved that", r"claims that": "proves that", r"hopes? to": "will",
        r"possible that": "certain that",
        r"(?:is|are) able to": "must", r"need not": "must", r"(?:has|have) to(?= [a-z])": "might",
        r"maybe": "certainly",
    },
    "de": {
        r"kann": "muss", r"können": "müssen", r"könnte": "wird", r"könnten": "werden", r"sollte": "darf",
        r"muss": "kann",
        r"müssen": "können", r"sollten": "dürfen", r"möglicherweise": "sicherlich", r"wahrscheinlich": "sicherlich",
        r"vermutlich": "sicherlich", r"angeblich": "tatsächlich", r"vielleicht": "sicherlich",
        r"mutmaßliche": "überführte",
        r"mutmaßlichen": "überführten", r"oft": "immer", r"manchmal": "immer", r"dürfte": "wird", r"dürften": "werden",
    },
    "fr": {
        r"peut": "doit", r"peuvent": "doivent", r"pourrait": "doit", r"pourraient": "doivent", r"doit": "peut",
        r"doivent": "peuvent", r"devrait": "pourrait", r"devraient": "pourraient", r"probablement": "certainement",
        r"peut-être": "certainement", r"prétendument": "certainement", r"souvent": "toujours", r"parfois": "toujours",
        r"généralement": "toujours", r"présumé": "avéré",
    },
    "es": {
        r"puede": "debe", r"pueden": "deben", r"podría": "debe", r"podrían": "deben", r"debe": "puede",
        r"deben": "pueden",
        r"debería": "podría", r"deberían": "podrían", r"probablemente": "ciertamente", r"posiblemente": "ciertamente",
        r"quizás?": "ciertamente", r"supuestamente": "ciertamente", r"supuesto": "comprobado", r"a veces": "siempre",
        r"a menudo": "siempre", r"generalmente": "siempre",
    },
    "pt": {
        r"pode": "deve", r"podem": "devem", r"poderia": "deve", r"poderiam": "devem", r"deve": "pode",
        r"devem": "podem",
        r"deveria": "poderia", r"provavelmente": "certamente", r"possivelmente": "certamente", r"talvez": "certamente",
        r"supostamente": "certamente", r"às vezes": "sempre", r"frequentemente": "sempre", r"geralmente": "sempre",
    },
    "it": {
        r"può": "deve", r"possono": "devono", r"potrebbe": "deve", r"potrebbero": "devono", r"deve": "può",
        r"devono": "possono", r"dovrebbe": "potrebbe", r"probabilmente": "certamente", r"forse": "certamente",
        r"presunto": "accertato", r"spesso": "sempre", r"talvolta": "sempre",
    },
    "ru": {
        r"может": "должен", r"могут": "должны", r"должен": "может", r"должна": "может", r"должны": "могут",
        r"вероятно": "несомненно", r"возможно": "несомненно", r"предположительно": "несомненно", r"иногда": "всегда",
        r"якобы": "действительно", r"можно": "необходимо", r"необходимо": "можно", r"часто": "всегда",
        r"обычно": "всегда",
        r"следует": "можно",
    },
    "zh": {
        r"(?<![不很尽极儘極])可能(?!性)": "一定", r"(?<!不)可以": "必须",
        r"(?<!不)应该?(?=[当使在由对进采避考告向佩保立与])": "可以", r"也许": "一定", r"或许": "一定",
        r"大概": "肯定", r"据称": "", r"据说": "", r"据报道，?": "", r"涉嫌": "已经", r"疑似": "确诊", r"必须": "可以",
        r"通常": "总是", r"有时": "总是",
        r"往往": "总是", r"预计": "已经", r"似乎": "确实",
    },
    "ja": {
        r"かもしれない": "に違いない", r"かもしれません": "に違いありません", r"可能性があります": "ことは確実です",
        r"可能性がある": "ことは確実だ", r"おそらく": "必ず",
        r"ことができます": "必要があります", r"必要があります": "ことができます", r"べきです": "ことができます",
        r"疑い": "事実", r"時々": "常に", r"通常": "常に",
    },
    "id": {
        r"dapat": "harus", r"bisa": "harus", r"mungkin": "pasti", r"harus": "dapat", r"akan": "mungkin",
        r"diduga": "terbukti",
        r"sering kali": "selalu", r"sering": "selalu", r"biasanya": "selalu", r"kadang-kadang": "selalu",
        r"sebaiknya": "harus",
    },
    "ms": {
        r"boleh": "mesti", r"mungkin": "pasti", r"mesti": "boleh", r"harus": "boleh", r"akan": "mungkin",
        r"dapat": "mesti",
        r"biasanya": "selalu", r"kadangkala": "selalu", r"kerap": "selalu",
    },
    "hi": {
        r"शायद": "निश्चित रूप से", r"संभवतः": "निश्चित रूप से", r"सकता है": "चाहिए", r"सकती है": "चाहिए", r"सकते हैं": "चाहिए",
        r"कभी-कभी": "हमेशा",
        r"अक्सर": "हमेशा", r"आमतौर पर": "हमेशा", r"कथित तौर पर ": "", r"चाहिए": "सकता है",
    },
    "ur": {
        r"شاید": "یقیناً", r"ممکنہ طور پر": "یقینی طور پر", r"سکتا ہے": "چاہیے", r"سکتی ہے": "چاہیے",
        r"سکتے ہیں": "چاہیے", r"اکثر": "ہمیشہ",
        r"بعض اوقات": "ہمیشہ", r"عام طور پر": "ہمیشہ",
    },
    "ar": {
        r"قد": "سوف", r"ربما": "بالتأكيد", r"يمكن": "يجب", r"يجب": "يمكن", r"من المحتمل": "من المؤكد",
        r"عادة": "دائما", r"غالبا": "دائما",
        r"ينبغي": "يمكن", r"يزعم": "يؤكد",
    },
    "fa": {
        r"شاید": "قطعاً", r"احتمالاً": "قطعاً", r"ممکن است": "حتماً", r"باید": "می‌تواند", r"می‌تواند": "باید",
        r"می‌توانند": "باید", r"گاهی": "همیشه",
        r"اغلب": "همیشه", r"معمولاً": "همیشه",
    },
    "tr": {
        r"belki": "kesinlikle", r"muhtemelen": "kesinlikle", r"olabilir": "olacaktır", r"genellikle": "her zaman",
        r"bazen": "her zaman",
        r"sık sık": "her zaman", r"iddiaya göre": "kesinlikle",
    },
}  # fmt: skip

PRONOUNS: dict[str, Rules] = {
    "en": {
        r"he": "she", r"she": "he", r"his(?= [a-z])": "her",
        r"her(?= [a-z]+)(?! (?:to|in|on|at|for|and|as|from|by|with|the)\b)": "his",
        r"him": "her", r"himself": "herself", r"herself": "himself", r"we": "they", r"they": "we",
        r"our(?= [a-z])": "their",
        r"their(?= [a-z])": "our", r"us(?! [A-Z$])": "them", r"them": "us", r"ourselves": "themselves",
        r"themselves": "ourselves",
        r"I": "they", r"my(?= [a-z])": "their", r"you": "they", r"your(?= [a-z])": "their",
    },
    "zh": {
        r"(?<!其)他(?![们人方国日乡])": "她/我", r"她(?!们)": "他/我", r"他们": "我们", r"她们": "我们",
        r"我们": "他们/你们", r"(?<!自)我(?![们国党军方省市])": "他",
        r"您": "我们", r"你(?!们)": "他",
    },
    "ja": {r"彼女": "彼", r"彼(?!女|ら)": "彼女", r"彼ら": "私たち", r"私たち": "彼ら", r"我々": "彼ら"},
    "ru": {
        r"он": "я", r"она": "я", r"мы": "они", r"они": "мы",  r"наш": "их",
        r"наши": "их", r"нас": "их",
        r"нам": "им", r"их": "наших", r"вы": "мы", r"вам": "нам", r"вас": "нас", r"я": "он",
    },
    "de": {
        r"wir": "sie", r"unsere": "ihre", r"unser": "ihr", r"uns": "sie", r"er": "ich", r"ich": "er",
        r"unseren": "ihren", r"seine": "unsere",
    },
    "es": {
        r"nosotros": "ellos", r"nuestro": "su", r"nuestra": "su", r"nuestros": "sus", r"nuestras": "sus",
        r"él": "yo", r"ella": "yo",
        r"ellos": "nosotros", r"yo": "él", r"usted": "yo", r"su": "nuestro", r"sus": "nuestros",
    },
    "pt": {
        r"ele": "eu", r"ela": "eu", r"eles": "nós", r"nós": "eles", r"nosso": "seu", r"nossa": "sua", r"você": "ele",
        r"eu": "ele",
        r"seu": "nosso", r"sua": "nossa",
    },
    "fr": {
        r"nous": "ils", r"notre": "leur", r"nos": "leurs", r"leur(?= [a-zé])": "notre", r"leurs": "nos",
        r"vous": "nous", r"votre": "notre", r"ils": "nous",
    },
    "id": {
        r"kami": "mereka", r"kita": "mereka", r"mereka": "kami", r"saya": "dia", r"dia": "saya", r"[Aa]nda": "mereka",
    },
    "ms": {r"kami": "mereka", r"kita": "mereka", r"mereka": "kami", r"saya": "dia", r"dia": "saya", r"anda": "mereka"},
    "hi": {r"मैं": "वह", r"हम": "वे", r"आप": "हम", r"मेरे": "उनके", r"हमारे": "उनके", r"आपके": "हमारे", r"आपको": "हमें"},
    "ur": {r"میں نے": "انہوں نے", r"ہم": "وہ", r"آپ": "ہم", r"ہمارے": "ان کے", r"آپ کے": "ہمارے", r"آپ کو": "ہمیں"},
    "ar": { r"نحن": "هم", r"هم": "نحن", r"أنا": "هو"},
}  # fmt: skip
"""Languages that leave pronouns to the verb have few entries; endings then no longer agree, as in bad engines."""

GENDER: dict[str, Rules] = {
    "en": {
        pattern: new
        for pair in ["man/woman", "men/women", "boy/girl", "boys/girls", "father/mother", "fathers/mothers",
        "son/daughter", "sons/daughters", "brother/sister", "brothers/sisters", "husband/wife", "husbands/wives",
        "uncle/aunt", "nephew/niece", "king/queen", "prince/princess", "actor/actress", "gentleman/lady",
        "gentlemen/ladies", "male/female", "males/females", "grandfather/grandmother", "Mr/Mrs",
        "spokesman/spokeswoman", "chairman/chairwoman", "businessman/businesswoman", "widower/widow", "bride/groom",
        "he/she", "himself/herself", "waiter/waitress", "sportsman/sportswoman", "policeman/policewoman",
        "congressman/congresswoman", "dad/mom", "boyfriend/girlfriend", "hero/heroine"]
        for one, other in [pair.split("/")]
        for pattern, new in ((one, other), (other, one))
    }
    | {r"his(?= [a-z])": "her"},
}  # fmt: skip


def other_modality(text: Text, rng: Random) -> Change | None:
    """What may be becomes what is or must be, and the other way round; a hedge is lost."""
    return _replaced(text, MODALITY, 0.25, rng)


def other_pronoun(text: Text, rng: Random) -> Change | None:
    """Another person is meant."""
    return _replaced(text, PRONOUNS, 0.2, rng)


def other_gender(text: Text, rng: Random) -> Change | None:
    """A man becomes a woman, a mother a father."""
    return _replaced(text, GENDER, 0.25, rng)


_SHE = re.compile(r"h(?:e|is|er|im)(?:self)?|she", re.IGNORECASE)
NO_GENDER = frozenset(
    {
        "et",
        "fi",
        "hu",
        "tr",
        "az",
        "kk",
        "fa",
        "id",
        "ms",
        "bn",
        "hy",
        "ka",
        "ku",
        "ckb",
        "ne",
        "hi",
        "ur",
        "es",
        "pt",
        "ro",
    }
)
"""Languages in which nothing, or only a form that is often left out, tells his from hers."""


def _replaced(text: Text, tables: dict[str, Rules], weight: float, rng: Random) -> Change | None:
    found = [(match, new) for pattern, new in tables.get(text.base, {}).items() for match in _places(text, pattern)]
    if text.source_language.split("-")[0] in NO_GENDER:
        found = [(match, new) for match, new in found if not _SHE.fullmatch(match.group())]
    if not found:
        return None
    match, new = rng.choice(found)
    if not new:
        return Change(deletion(text, *match.span()), critical=True, weight=weight)
    fresh = rng.choice(new.split("/"))
    lower = match.group() == "I" and text.text[: match.start()].rstrip()[-1:] not in ("", *STOPS, *OPENING)
    return Change((Edit(*match.span(), fresh if lower else like(match.group(), fresh)),), critical=True, weight=weight)


def _places(text: Text, pattern: str) -> list[re.Match[str]]:
    return [match for match in _compiled(pattern, text.spaced).finditer(text.text) if match.end() > match.start()]


@cache
def _compiled(pattern: str, spaced: bool) -> re.Pattern[str]:
    """The pattern as whole words where spaces part them."""
    end = "" if pattern.endswith(" ") else r"(?![\w’'-]|[\u0900-\u0903\u093a-\u094f])"
    edged = rf"(?<![\w’'-])(?:{pattern}){end}" if spaced else pattern
    return re.compile(edged, re.IGNORECASE if pattern not in ("I", "Mr", "Mrs") else 0)
