"""Lines that begin or end a news story: bylines, datelines, end marks; names from `data/story_heads.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

BYLINE_LENGTH = 70
"""Longest line with an author's name."""
HEADLINE_LENGTH = 160
SHORTEST_LEAD = 30
"""Code points of text that a dateline opens; less is a line on its own."""
_CAPITALS = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ŽĄ-ŻİŞĞА-ЯЁІЇЄҐΑ-Ω][A-ZÀ-ÖØ-ÞĀ-ŽİŞĞА-ЯЁІЇЄҐΑ-Ω .'’-]{2,35}"
    r"(?:,\s[^\W\d_][\w. ]{1,20})?(?:,\s(?:\d{1,2}\.?\s[^\W\d_]{3,10}|[^\W\d_]{3,10}\.?\s\d{1,2}))?"
    r"\.?\s?[-–—]{1,2}\s"
)
"""*LONDON, Jan. 5 — …*, *МОСКВА, 5 янв — …*"""
_EASTERN = re.compile(
    r"【[^】\n]{2,25}】|(?:据)?(?:新华社|中新社|中新网|人民网|本报|法新社|路透社|美联社|央视|光明网|環球網|环球网|中央社)"
    r"[^\n。，]{0,25}?(?:电|電|讯|訊|报道|報導)|[（(](?:记者|記者|本报记者)[^）)\n]{2,20}[）)]"
    r"|[(（\[]?[^\n()（）\[\]]{2,14}=(?:연합뉴스|뉴시스|뉴스1)[)）\]]?|[^\n。]{2,10}＝(?:共同|時事|ロイター)"
)
_REPORTED = re.compile(r"به گزارش (?:خبرگزاری|خبرنگار|ایرنا|ایسنا|رویترز|گروه|فارس|مهر|تسنیم)")
_CLOSING = "\"'”’»“«)]」』】）* "


def is_headline(text: str, sentence_ends: str, *, cased: bool) -> bool:
    """Whether a passage may be a headline: short, on one line, no stop at its end, a capital where there are any."""
    bare = text.strip()
    last = bare.rstrip(_CLOSING)[-1:]
    if not bare or len(bare) > HEADLINE_LENGTH or "\n" in bare or last in sentence_ends or last in ",،、，;:：":
        return False
    first = next((char for char in bare if char.isalpha()), "")
    return bool(first) and (not cased or not first.islower())


def is_byline(text: str) -> bool:
    """Whether a line is an author's name and what introduces it."""
    bare = text.strip()
    if not bare or len(bare) > BYLINE_LENGTH or bare[-1] in ".!?。！？؟।":
        return False
    spaced = _beginning("bylines").match(bare)
    if spaced is not None:
        rest = bare[spaced.end() :].split()
        return 1 < len(rest) <= 7 and all(not word[0].islower() or len(word) <= 3 for word in rest)
    return any(bare.startswith(word) and len(bare) <= len(word) + 16 for word in _entries("names_in_line"))


def opens_with_dateline(text: str) -> bool:
    """Whether a passage begins as wire stories do: place, agency or capitals, dash."""
    bare = text.lstrip()
    if len(bare) < SHORTEST_LEAD:
        return False
    return any(pattern.match(bare) for pattern in (_agency_line(), _CAPITALS, _EASTERN, _REPORTED))


def is_end_mark(text: str) -> bool:
    """Whether the passage says that the story is over, and nothing else."""
    return text.strip() in _entries("ends")


@cache
def _agency_line() -> re.Pattern[str]:
    agencies = "|".join(re.escape(name) for name in sorted(_entries("agencies"), key=len, reverse=True))
    date = r"(?:,\s?[^\n()（）]{2,20})?"
    place = rf"[^\W\d_][^\n.!?()（）:«“\"]{{1,40}}?{date}"
    return re.compile(
        rf"{place}\s?[(（/]\s?(?:{agencies})\s?[)）/]\s?[-–—:,]?|{place}\s?[-–—,:]\s?(?:{agencies})(?!\w)\s?[-–—.:،,]"
    )


@cache
def _beginning(name: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, sorted(_entries(name), key=len, reverse=True))) + r")\s")


@cache
def _entries(name: str) -> frozenset[str]:
    path = files("auditor.checks.meta") / "data" / "story_heads.toml"
    text = tomllib.loads(path.read_text(encoding="utf-8"))[name]
    return frozenset(entry for entry in text.replace("\n", "").split("|") if entry)
