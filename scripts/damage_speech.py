"""Who said it, and what: attributions dropped or moved to another speaker, words inside quotation marks changed."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from damage_antonyms import opposite
from damage_edits import Change, Edit, Range
from damage_names import names
from damage_negation import turned
from damage_structure import content_words
from damage_text import STOPS, Maker, Text, deletion, like, other_text

OPENERS: dict[str, str] = {
    "en": r"according to|as reported by|in the (?:words|opinion|view) of",
    "de": r"laut|nach Angaben|nach Ansicht|zufolge|nach Aussage",
    "fr": r"selon|d[’']après|de l[’']avis",
    "es": r"según|de acuerdo con|a juicio de",
    "pt": r"segundo|de acordo com|conforme",
    "it": r"secondo|a detta di",
    "ro": r"potrivit|conform|după spusele",
    "ca": r"segons|d[’']acord amb",
    "ru": r"по словам|по данным|согласно|по мнению|по сообщениям|по информации",
    "uk": r"за словами|за даними|згідно з|на думку",
    "nl": r"volgens", "sv": r"enligt", "da": r"ifølge", "no": r"ifølge", "pl": r"według|zdaniem", "cs": r"podle",
    "id": r"menurut|berdasarkan", "ms": r"menurut|berdasarkan", "vi": r"theo", "tr": r"iddiasına göre",
    "ar": r"و?وفق[اً]*|بحسب|وفقا|حسب|طبق[اً]*", "fa": r"به گفته|به گزارش|بر اساس|طبق", "ps": r"د .{3,30} په وینا",
    "et": r"väidetavalt",
}  # fmt: skip
"""Words that begin an attribution."""
CLOSERS: dict[str, str] = {
    "hi": r"के अनुसार|के मुताबिक", "ur": r"کے مطابق", "tr": r"göre", "et": r"sõnul|andmetel|hinnangul", "fi": r"mukaan",
    "ja": r"によると|によれば",
    "zh": r"(?<=据)[^，。]{2,20}(?:说|称|报道|介绍|统计|显示)", "ko": r"따르면", "ne": r"अनुसार", "de": r"zufolge",
    "hu": r"szerint",
}  # fmt: skip
"""Words that end an attribution at the head of its sentence."""
SAYING: dict[str, dict[str, str]] = {
    "en": {
        "said": "denied", "says": "denies", "denied": "confirmed", "confirmed": "denied", "claimed": "denied",
        "told": "asked",
        "announced": "denied", "warned": "promised", "promised": "refused", "stated": "denied", "added": "denied",
        "asked": "told",
        "argued": "denied", "believes": "doubts", "believed": "doubted", "reported": "denied", "noted": "doubted",
        "insisted": "doubted",
    },
    "de": {
        "sagte": "bestritt", "erklärte": "bestritt", "bestätigte": "bestritt", "betonte": "bezweifelte",
        "forderte": "verweigerte",
    },
    "fr": {"déclaré": "nié", "affirmé": "nié", "annoncé": "démenti", "confirmé": "démenti", "expliqué": "nié"},
    "es": {
        "dijo": "negó", "afirmó": "negó", "anunció": "desmintió", "confirmó": "desmintió", "declaró": "negó",
        "señaló": "negó",
    },
    "pt": {
        "disse": "negou", "afirmou": "negou", "anunciou": "desmentiu", "confirmou": "desmentiu", "declarou": "negou",
    },
    "ru": {
        "сказал": "опроверг", "заявил": "опроверг", "заявила": "опровергла", "сообщил": "опроверг",
        "подтвердил": "опроверг",
    },
    "zh": {
        "表示": "否认", "指出": "否认", "宣布": "否认", "证实": "否认", "否认": "证实", "声称": "否认", "认为": "怀疑",
        "强调": "否认",
    },
    "ja": {"述べた": "否定した", "発表した": "否定した", "語った": "否定した", "認めた": "否定した"},
    "id": {
        "mengatakan": "menyangkal", "menyatakan": "menyangkal", "mengumumkan": "membantah", "melaporkan": "membantah",
    },
    "ar": {"قال": "نفى", "قالت": "نفت", "أعلن": "نفى", "أعلنت": "نفت", "أكد": "نفى", "أكدت": "نفت"},
    "fa": {"گفت": "تکذیب کرد", "افزود": "تکذیب کرد"},
    "tr": {"söyledi": "yalanladı", "açıkladı": "yalanladı", "belirtti": "yalanladı"},
}  # fmt: skip

_QUOTED = re.compile(
    r"“([^“”]{6,})”|«([^«»]{6,})»|„([^„“”]{6,})[“”]|「([^「」]{4,})」|『([^『』]{4,})』"
    r"|(?<![\w\"])\"(?=\w)([^\"]{6,}?)(?<=[\w.,!?])\"(?![\w\"])"
)
_SPEAKER = (
    r"(?:said|says|told|added|announced|claimed|stated|warned|explained|wrote|noted|argued|insisted|confirmed|denied)"
)


def other_attribution(text: Text, rng: Random) -> Change | None:
    """The source of a claim goes, another one is named, or saying becomes denying."""
    ways: list[Maker] = [_without_source, _other_speaker, _other_saying]
    rng.shuffle(ways)
    return next((change for way in ways if (change := way(text, rng))), None)


def other_quotation(text: Text, rng: Random) -> Change | None:
    """What stands inside quotation marks is not what was said: turned round, or a word of it another one."""
    found = [match.span(match.lastindex or 0) for match in _QUOTED.finditer(text.text)]
    found = [span for span in found if text.long_enough(span, 3)]
    if not found:
        return None
    start, end = rng.choice(found)
    inner = Text(text.text[start:end], text.code, text.other, text.source, text.source_language)
    ways: list[Maker] = [turned, opposite, _foreign_word]
    rng.shuffle(ways)
    change = next((change for way in ways if (change := way(inner, rng))), None)
    if change is None:
        return None
    edits = tuple(Edit(edit.start + start, edit.end + start, edit.new, edit.quiet) for edit in change.edits)
    return Change(edits, critical=True, weight=0.3)


def _foreign_word(text: Text, rng: Random) -> Change | None:
    """A long word gives way to a long word of the donor."""
    donor = other_text(text)
    mine, words = content_words(text), [donor.part(word) for word in content_words(donor)]
    theirs = [word for word in words if word.casefold() not in text.text.casefold() and not any(map(str.isdigit, word))]
    if not mine or not theirs:
        return None
    word, new = rng.choice(mine), rng.choice(theirs)
    return Change(
        (Edit(*word, like(text.part(word), new.lower() if text.base != "de" else new)),), critical=True, weight=0.3
    )


def _without_source(text: Text, rng: Random) -> Change | None:
    found = [
        piece for piece in text.pieces if _attributes(text, piece) and 3 * (piece[1] - piece[0]) < 2 * len(text.text)
    ]
    return Change(deletion(text, *rng.choice(found)), critical=True, weight=0.25) if found else None


def _attributes(text: Text, piece: Range) -> bool:
    """Whether a comma-parted piece does nothing but name the source; one that begins its sentence needs its comma."""
    opener, closer = _patterns(text.base)
    part, after = text.part(piece), text.text[piece[1] : piece[1] + 2].strip()
    if after[:1] not in (",", "，", "、", *STOPS, "") or len(part.split()) > 14:
        return False
    begins = any(piece[0] == start for start, _ in text.sentences)
    if begins and after[:1] not in (",", "，", "、"):
        return False
    return bool((opener and opener.match(part)) or (begins and closer and closer.search(part)))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    opener, closer = OPENERS.get(language), CLOSERS.get(language)
    return (
        re.compile(rf"(?:{opener})(?!\w)", re.IGNORECASE) if opener else None,
        re.compile(rf"(?:{closer})$") if closer else None,
    )


def _other_speaker(text: Text, rng: Random) -> Change | None:
    """English: the name beside a verb of saying becomes another name of the text or the donor."""
    if text.base != "en":
        return None
    speakers = [run for run in names(text) if _speaks(text, run)]
    if not speakers:
        return None
    run = rng.choice(speakers)
    donor = other_text(text)
    choice = [text.part(other) for other in names(text)] + [donor.part(other) for other in names(donor)]
    choice = [name for name in choice if name not in text.part(run) and text.part(run) not in name]
    return Change((Edit(*run, rng.choice(choice)),), critical=True, weight=0.35) if choice else None


def _speaks(text: Text, run: Range) -> bool:
    before, after = text.text[: run[0]], text.text[run[1] :]
    return bool(
        re.match(rf" (?:has |have |had |also )?{_SPEAKER}\b", after)
        or re.search(rf"(?:\b{_SPEAKER}|[Aa]ccording to) $", before[-14:])
    )


def _other_saying(text: Text, rng: Random) -> Change | None:
    table = SAYING.get(text.base, {})
    if text.spaced:
        found = [(word, table[text.part(word)]) for word in text.words if text.part(word) in table]
    else:
        found = [(match.span(), new) for verb, new in table.items() for match in re.finditer(verb, text.text)]
    if not found:
        return None
    word, new = rng.choice(found)
    return Change((Edit(*word, new),), critical=True, weight=0.3)
