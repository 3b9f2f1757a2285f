"""Lines that belong to the page and not to the article: share buttons, time stamps, teasers, separators.

Everything here judges a whole line. A sentence of the article that merely holds such words is never furniture.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from auditor.languages.language import Language, get_language
from auditor.languages.page_phrases import fits_phrase, fold

TEASER_LENGTH = 60
"""Longest line, in code points, that is furniture because it begins with a phrase of several words."""
LABEL_LENGTH = 90
"""Longest line that is furniture because a label and a figure begin it: `Updated: 2025-02-11 21:40 Font size: A`."""
LEFTOVER_LETTERS = 2
"""A line no longer than this, letters in a script with spaces, is what is left of a button."""

_SITE_NAMES = (
    "facebook twitter x whatsapp telegram email e-mail mail linkedin reddit pinterest messenger instagram youtube"
    " tiktok viber line vk ok weibo wechat rss flipboard tumblr bluesky threads pocket sms link url"
)
_SITES = frozenset(_SITE_NAMES.split())
"""Names on share buttons; furniture only beside each other or beside a phrase."""
_PARTS = re.compile(r"\s*[|•·▪/»›\t]\s*|\s{2,}|,\s+")
_STAMP = re.compile(
    r"(?:(?:\d{1,4}[-/.年月日. ]+){2}\d{1,4}日?|\d{1,2}[:h.时時]\d{2}(?::\d{2})?分?)"
    r"(?:[\s,|–—-]*(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[:h.]\d{2}(?::\d{2})?|(?:[ap]\.?m\.?|[a-z]{2,4})\b))*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)\s*(?:\d{4}|\w+ \d{4}|©).{0,80}", re.IGNORECASE | re.DOTALL)
_BUTTONS = re.compile(r"(?:[aа][+-]?\s*){2,4}", re.IGNORECASE)
"""Font-size buttons: `A A A`, `A- A+`."""
_EDGES = " \t\r\n.:：…|-–—>»›<«‹→*•·▪[]()【】()!،,"


def is_page_furniture(line: str, language: Language) -> bool:
    """Whether the whole of `line` is page furniture in `language` or in English."""
    if not any(map(str.isalnum, line)):
        return bool(line.strip())
    flat = " ".join(line.split())
    bare = fold(flat, language).strip(_EDGES)
    phrases = _phrases(language.code) | frozenset(language.residue)
    if bare in phrases or _STAMP.fullmatch(bare) or _ADDRESS.fullmatch(flat) or _COPYRIGHT.fullmatch(flat):
        return True
    if _is_leftover(bare) or _BUTTONS.fullmatch(bare):
        return True
    return (
        _all_buttons(line, phrases, language)
        or _begins_with_phrase(flat, phrases, language)
        or fits_phrase(flat, language)
    )


def is_button_row(line: str, language: Language) -> bool:
    """Whether `line` is two or more buttons side by side: `Share on Facebook | X | Copy link`."""
    phrases = _phrases(language.code) | frozenset(language.residue)
    parts = [part for part in _PARTS.split(line.strip()) if any(map(str.isalpha, part))]
    return len(parts) > 1 and _all_buttons(line, phrases, language)


def _is_leftover(bare: str) -> bool:
    if len(bare) > LEFTOVER_LETTERS:
        return False
    letters = [char for char in bare if char.isalpha()]
    return bool(letters) and not any(unicodedata.east_asian_width(char) in "WF" for char in letters)


def _all_buttons(line: str, phrases: frozenset[str], language: Language) -> bool:
    parts = [fold(part, language).strip(_EDGES) for part in _PARTS.split(line.strip())]
    if len(parts) == 1:
        words = parts[0].split()
        return len(words) > 1 and all(word in _SITES for word in words)
    named = (part for part in parts if part and part not in phrases and part not in _SITES)
    return all(_STAMP.fullmatch(part) or (len(part) <= TEASER_LENGTH and fits_phrase(part, language)) for part in named)


def _begins_with_phrase(flat: str, phrases: frozenset[str], language: Language) -> bool:
    folded = fold(flat, language).lstrip(_EDGES)
    if len(folded) > LABEL_LENGTH or folded.endswith(tuple(language.sentence_ends)):
        return False
    for cut in _phrase_ends(folded):
        phrase = folded[:cut].rstrip(_EDGES)
        if phrase in phrases and _goes_with(phrase, folded[cut:], language):
            return True
    return False


def _goes_with(phrase: str, rest: str, language: Language) -> bool:
    """Whether `rest` is what stands behind a furniture `phrase` on one line."""
    label = rest.lstrip(" ")[:1] in (":", "：", "|")
    if " " in phrase or not language.spaced:
        return label or (" " in phrase and len(phrase) + len(rest) <= TEASER_LENGTH)
    figures = sum(map(str.isdigit, rest))
    return figures >= 3 and (label or figures * 3 >= len(rest.replace(" ", "")))


def _phrase_ends(folded: str) -> list[int]:
    """Places where a phrase at the beginning may end, longest first."""
    ends = [match.start() for match in re.finditer(r"[\s:：|]", folded)]
    return ends[::-1]


@cache
def _phrases(code: str) -> frozenset[str]:
    return frozenset(get_language(code).residue) | frozenset(get_language("en").residue)
