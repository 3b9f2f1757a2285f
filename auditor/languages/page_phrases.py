"""Phrases of page furniture with places in them: `share on {network}`, `page {number} of {number}`, `photo: {name}`.

They stand in the `residue` list of a language beside the plain phrases. A slot is one of

- `{network}`: a social network or several, with whatever ending the language gives it (*Facebook'ta*, *Facebookissa*);
- `{number}`: figures;
- `{title}`: another article's headline, or tags;
- `{name}`: who took a picture: names and agencies, never a description of what it shows;
- `{agency}`: the same for a source that is no picture's;
- `{more}`: the rest of an invitation or notice, or nothing.
"""

from __future__ import annotations

import re
from functools import cache

from auditor.languages.language import Language, get_language

OPENING = 4
"""Code points of a phrase by which a line is tried at all."""
LONGEST = 220
"""Code points of a line that may be a notice."""
MOST_NAMES = 7
"""Words of a credit in a script with capitals, small particles included."""
FEW_NAMES, FEW_LETTERS = 3, 12
"""Words, or letters where words are not parted, of a credit in a script that does not mark names."""
_LONG_NAMES = (
    "facebook twitter whatsapp telegram instagram linkedin pinterest viber youtube tiktok reddit messenger threads"
    " wechat weibo bluesky flipboard discord snapchat mastodon tumblr gmail google feedly spotify"
    " фейсбук твиттер твітэр твітер твіттер телеграм вконтакте контакт одноклассник одноклассниках инстаграм ютуб"
    " вотсап вацап вайбер інстаграм дзен фејсбук твитер вибер макс"
    " فيسبوك فيس واتساب واتس تويتر تلغرام تليغرام تيليغرام تيليجرام تلجرام إنستغرام انستغرام إنستجرام يوتيوب إكس"
    " فیسبوک فیس‌بوک واتساپ واتس‌اپ توییتر توئیتر تلگرام اینستاگرام یوتیوب ایکس ایتا سروش روبیکا بله لینکدین"
    " ٹوئٹر ٹویٹر واٹس فیس ٹیلی انسٹاگرام یوٹیوب"
    " פייסבוק ווטסאפ וואטסאפ טוויטר טלגרם אינסטגרם יוטיוב טיקטוק"
    " फेसबुक व्हाट्सएप व्हाट्सऐप वॉट्सऐप व्हॉट्सऐप ट्विटर टेलीग्राम इंस्टाग्राम यूट्यूब एक्स गूगल"
    " ফেসবুক টুইটার হোয়াটসঅ্যাপ টেলিগ্রাম ইউটিউব গুগল"
    " பேஸ்புக் ஃபேஸ்புக் ட்விட்டர் வாட்ஸ்அப் வாட்ஸ்ஆப் டெலிகிராம் யூடியூப்"
    " ఫేస్‌బుక్ ట్విట్టర్ వాట్సాప్ టెలిగ్రామ్ యూట్యూబ్"
    " เฟซบุ๊ก เฟสบุ๊ก ทวิตเตอร์ ไลน์ เทเลแกรม อินสตาแกรม ยูทูบ"
    " フェイスブック ツイッター ライン インスタグラム ユーチューブ 微信 微博 朋友圈 抖音 脸书 臉書 推特 電報"
    " 페이스북 트위터 카카오톡 카카오스토리 네이버 네이버밴드 밴드 텔레그램 인스타그램 유튜브 카카오"
    " ფეისბუქ ტელეგრამ ტვიტერ ֆեյսբուք թելեգրամ տելեգրամ ፌስቡክ ቴሌግራም ትዊተር ዩቲዩብ"
    " ဖေ့စ်ဘုတ် တယ်လီဂရမ် ហ្វេសប៊ុក តេឡេក្រាម"
)
_SHORT_NAMES = "x line vk ok qq rss max"
_HERE = "\ue000"
"""Stands for the name of a network in a line, so that no pattern need hold all of them."""
_NETWORKS = re.compile(
    "|".join(map(re.escape, sorted(set(_LONG_NAMES.split()), key=len, reverse=True)))
    + rf"|(?<![a-z0-9])(?:{'|'.join(_SHORT_NAMES.split())})(?![a-z0-9])"
)
_ONE = rf"{_HERE}\w{{0,7}}(?:['’\- ]\w{{1,7}})?"
_AND = r"\s?(?:[,/|&+・·、،]|\s\w{1,5}\s)?\s?"
_NETWORK_TAIL = re.compile(rf"(?:\s\w{{1,5}}){{0,2}}[\s:：]*{_ONE}(?:{_AND}{_ONE})*")
SHORTEST_HEAD = 2
"""Words of a phrase behind which networks may stand: *share* alone also begins a headline."""
SHORT_CREDIT = 30

_SLOTS = {
    "network": rf"{_ONE}(?:{_AND}{_ONE})*",
    "number": r"\d[\d.,]{0,6}k?",
    "title": r"\S.{1,100}",
    "name": r"(?P<name>\S.{0,59})",
    "agency": r"(?P<name>\S.{0,59})",
    "more": r"(?:\W.{0,160})?",
}
_SLOT = re.compile(r"\{(\w+)\}")
_COLON = r"\s?[:：՝៖፡፦]\s?"
_CREDIT_MARK = r"\s?[:：՝៖፡፦/|©=]{1,2}\s?©?\s?"
_EDGES = " \t\r\n!！…»›→|▶►■▪●※◆★☞👉✔>"
_BRACKETED_LABEL = re.compile(r"[\[【]([^\[\]【】]{2,20})[\]】]\s?(?=\S)")
_ENCLOSED = re.compile(r"[\[(（【](.+)[\])）】]")
_NAME_PARTS = re.compile(r"[\s/|,،、／]+")
SMALL_WORD = 3
"""Letters of a particle in a name (*van*, *und*) at most."""


def fits_phrase(line: str, language: Language) -> bool:
    """Whether the whole of `line` is a phrase of `language` or of English with its slots filled."""
    flat = " ".join(line.split()).strip(_EDGES)
    if not flat or len(flat) > LONGEST:
        return False
    enclosed = _ENCLOSED.fullmatch(flat)
    flat = enclosed[1] if enclosed else _BRACKETED_LABEL.sub(r"\1: ", flat, count=1)
    folded = fold(flat, language)
    if _names_network(folded, language) or _is_bare_credit(flat, language):
        return True
    if not (folded.startswith(_openings(language.code)) or folded[:1].isdigit() or _NETWORKS.match(folded)):
        return False
    folded = _NETWORKS.sub(_HERE, folded)
    bare = folded.rstrip(".")
    for pattern in (*_patterns(language.code), *_patterns("en")):
        match = pattern.fullmatch(bare) or pattern.fullmatch(folded)
        if match is not None:
            name = match.groupdict().get("name")
            letters = 0 if name is None else len(name.rstrip("."))
            if name is None or (letters and is_credited(flat.rstrip(".")[-letters:], language)):
                return True
    return False


def fold(text: str, language: Language) -> str:
    """Case-folded, with the dotted and the dotless i of Turkish and Azerbaijani kept apart."""
    if language.code in ("tr", "az"):
        text = text.replace("İ", "i").replace("I", "ı")
    return text.casefold()


def _names_network(folded: str, language: Language) -> bool:
    """A phrase without slots, and networks behind it: *partager cet article sur Facebook*."""
    if not _NETWORKS.search(folded):
        return False
    shown = _NETWORKS.sub(_HERE, folded).rstrip(".")
    phrases = (*language.residue, *get_language("en").residue)
    heads = (phrase for phrase in phrases if shown.startswith(phrase) and _leads_on(phrase, shown[len(phrase) :]))
    return any(_NETWORK_TAIL.fullmatch(shown, len(head)) for head in heads)


def _leads_on(phrase: str, rest: str) -> bool:
    """Whether networks may stand behind a phrase: behind several words, or behind a colon (*分享到：微信*)."""
    return len(phrase.split()) >= SHORTEST_HEAD or rest.lstrip()[:1] in (":", "：")


def _is_bare_credit(flat: str, language: Language) -> bool:
    """A credit without any mark: *Photo AFP*, *Foto ANSA/M. Rossi*."""
    word, _, name = flat.partition(" ")
    if word.casefold() not in credit_words(language.code) or not language.cased or not word[:1].isupper():
        return False
    return len(name) <= SHORT_CREDIT and (name.isupper() or "/" in name) and is_credited(name, language)


def is_credited(name: str, language: Language) -> bool:
    """Whether `name` is people and agencies and no description of a picture."""
    words = [word for word in _NAME_PARTS.split(name.strip()) if any(map(str.isalnum, word))]
    latin = any("A" <= char <= "Z" for char in name)
    if not words or len(words) > MOST_NAMES:
        return False
    if language.cased:
        small = [word for word in words if word.islower() and len(word) > SMALL_WORD]
        return len(words) == 1 or not small
    if not language.spaced:
        return latin or len(name) <= FEW_LETTERS
    return latin or len(words) <= FEW_NAMES or ("/" in name and len(words) <= MOST_NAMES)


@cache
def credit_words(code: str) -> tuple[str, ...]:
    """What introduces a picture's credit in a language and in English: photo, foto, صورة; case-folded."""
    entries = (*_entries(code), *_entries("en"))
    found = {entry.split("{name}")[0].strip(" :：=՝៖፡፦-–,،.") for entry in entries if entry.endswith("{name}")}
    return tuple(sorted(filter(None, found), key=len, reverse=True))


@cache
def _openings(code: str) -> tuple[str, ...]:
    """How phrases of a language and of English begin: most lines of prose need no closer look."""
    entries = (*_entries(code), *_entries("en"))
    return tuple({entry.partition("{")[0][:OPENING].rstrip() for entry in entries if not entry.startswith("{")})


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    """The phrases as patterns; those whose slots take the rest of the line stand alone, the others in one."""
    fixed: list[str] = []
    credits: list[str] = []
    for entry in sorted(_entries(code)):
        (credits if "{name}" in entry or "{agency}" in entry else fixed).append(_pattern(entry))
    return tuple(re.compile(each) for each in ("|".join(fixed), *credits) if each)


def _pattern(entry: str) -> str:
    """A regular expression for one entry; a colon may be written in any script."""
    pieces = _SLOT.split(entry)
    mark = _CREDIT_MARK if "{name}" in entry or "{agency}" in entry else _COLON
    made = []
    for at, piece in enumerate(pieces):
        if at % 2:
            made.append(_SLOTS[piece])
        else:
            made.append(mark.join(_literal(part) for part in re.split(r"\s?[:：՝៖፡፦=]\s?", piece)))
    return "".join(made)


def _literal(text: str) -> str:
    return re.sub(r"(?:\\ )+", r"\\s+", re.escape(text))


@cache
def _entries(code: str) -> frozenset[str]:
    """The entries of a language that hold slots."""
    return frozenset(entry for entry in get_language(code).residue if "{" in entry)
