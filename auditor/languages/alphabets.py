"""What letters alone say about a language: scripts that one language owns, and letters that tell siblings apart."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

SAMPLE = 6_000
"""Code points looked at; the share of letters settles long before."""
OWN_SCRIPTS = {
    "HANGUL": "ko",
    "HEBREW": "he",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "ORIYA": "or",
    "SINHALA": "si",
    "THAANA": "dv",
}
"""Scripts as Unicode names them, and the one language of news that is written in each."""
YIDDISH = frozenset("װױײ")
KANA_SHARE = 0.2
"""Share of kana among kana and ideographs from which a text is Japanese.

Japanese news has more than half; a Chinese article with one passage left in Japanese stays below.
"""
CLEAR_SHARE = 0.6
"""Share of its letters that a script must have to speak for the text."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How a language shows among those of its script."""

    language: str
    script: str
    needs: frozenset[str]
    share: float
    """Least share of `needs` among the letters of the script, well below what its news has."""
    forbids: frozenset[str]
    """Letters of siblings; names bring in a few, so a small share is let pass."""


FOREIGN_SHARE = 0.003
SIBLINGS = tuple(
    Letters(language, script, frozenset(needs), share, frozenset(forbids))
    for language, script, needs, share, forbids in (
        ("ar", "ARABIC", "ةىأإ", 0.02, "پچژگکیٹڈڑںےەێۆټډړښځېۇۈۋڭٻڄڪڻڳڏٿ"),
        ("fa", "ARABIC", "یکپچژگ", 0.05, "ٹڈڑںےہەێۆڵټډړښځڅېۇۈۋڭٻڄڪڻڳڏٿ"),
        ("ur", "ARABIC", "ٹڈڑںےہ", 0.06, "ەێۆڵټډښځڅۇۈۋٻڄڪڻڳڏٿ"),
        ("ps", "ARABIC", "ټډړښځڅېۍګڼ", 0.03, "ەێۆڵٹڑںےۇۈۋٻڄڪڻڳڏٿ"),
        ("ckb", "ARABIC", "ەێۆڕڵ", 0.08, "ټډښځېۍۇۈۋڭٹںةٻڄڪڻڳڏٿ"),
        ("ru", "CYRILLIC", "ыэ", 0.012, "іїєґўјљњћђѓќѕәғқңөұүһҳҷ"),
        ("uk", "CYRILLIC", "іїє", 0.04, "ыэёўјљњћђѓќѕәғқңөұүһҳҷ"),
        ("be", "CYRILLIC", "ў", 0.008, "їєґјљњћђѓќѕәғқңөұүһҳҷ"),
        ("bg", "CYRILLIC", "ъ", 0.01, "ыэёіїєґўјљњћђѓќѕәғқңөұүһҳҷӣӯ"),
    )
)


def script_counts(text: str) -> Counter[str]:
    """How many letters of each script (`LATIN`, `ARABIC`, `CJK`…, as Unicode names them) the text's beginning holds."""
    found: Counter[str] = Counter()
    for char, times in Counter(text[:SAMPLE]).items():
        if char.isalpha() and (script := _script(char)):
            found[script] += times
    return found


def by_script(counts: Counter[str], text: str) -> str | None:
    """The language whose script the text is in, where that settles it; None else."""
    total = sum(counts.values())
    kana = counts["HIRAGANA"] + counts["KATAKANA"]
    ideographs = counts["CJK"] + counts["IDEOGRAPHIC"]
    if 2 * (kana + ideographs) >= CLEAR_SHARE * total > 0:  # one of them says what two or more letters do
        return "ja" if kana >= KANA_SHARE * (kana + ideographs) else "zh"
    for script, language in OWN_SCRIPTS.items():
        if counts[script] >= CLEAR_SHARE * total > 0:
            return "yi" if language == "he" and not YIDDISH.isdisjoint(text[:SAMPLE]) else language
    return None


def by_letters(counts: Counter[str], text: str) -> str | None:
    """The language whose own letters the text holds and whose siblings' it does not; None when that is unclear."""
    letters = Counter(text[:SAMPLE].casefold())
    for sibling in SIBLINGS:
        total = counts[sibling.script]
        if total < CLEAR_SHARE * sum(counts.values()) or not total:
            continue
        own = sum(letters[char] for char in sibling.needs)
        foreign = sum(letters[char] for char in sibling.forbids)
        if own >= sibling.share * total and foreign <= FOREIGN_SHARE * total:
            return sibling.language
    return None


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", 1)[0]
