"""What a language's data mean for sentence boundaries, prepared once per language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from auditor.languages.language import Language, get_language

GLUED = frozenset("。！？｡।॥။។៕៘።፧։༎")
"""Sentence ends that need no space after them."""
CLOSING_BRACKETS = ")]}）］｝】〕〉》"
OPENING_BRACKETS = "([{（［｛【〔〈《"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"
"""Joiners and direction marks: they stay with what they follow."""
DOUBLED_WORDSPACE = "፡፡"
"""Ethiopic full stop as typed with two word spaces (484 of 1,007 Amharic NTREX lines end so)."""


TAIL_REACH = 8
"""Characters of a Chinese speaker between the quotation and the verb: 他说, 发言人王文斌说."""
TITLES = frozenset({"mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "sen.", "rep.", "jr.", "sr.", "vs."})
"""English titles that newspapers of all languages leave as they are (Dr. Phil, St. Louis)."""
ANY_QUOTES = frozenset("\"'“”„‟«»‹›‘’‚‛「」『』״")


@dataclass(frozen=True, slots=True)
class Rules:
    """A language's marks as sets and patterns."""

    stops: re.Pattern[str]
    """A run of sentence ends."""
    glued: frozenset[str]
    closers: frozenset[str]
    """Marks that only close."""
    openers: frozenset[str]
    """Marks that only open."""
    straight: frozenset[str]
    """Marks that do both."""
    abbreviations: frozenset[str]
    ordinal_stop: bool
    tails: re.Pattern[str] | None
    """What follows a quotation without beginning a new sentence."""
    tails_after: frozenset[str]
    """Marks after which `tails` count."""

    def goes_on(self, mark: str, text: str, at: int, end: int) -> bool:
        """Whether the sentence goes on at `at`, behind a quotation that ended in `mark`."""
        if self.tails is None or self.tails_after.isdisjoint(mark):
            return False
        return self.tails.match(text, at, end) is not None


def rules_for(language: Language) -> Rules:
    """The rules of `language`, which must be one that `get_language` gave, or a record built in memory."""
    if get_language(language.code) is language:
        return _known(language.code)
    return _build(language)


@cache
def _known(code: str) -> Rules:
    return _build(get_language(code))


def _build(language: Language) -> Rules:
    opens = {pair.open for pair in language.quotes}
    closes = {pair.close for pair in language.quotes}
    both = opens & closes
    glued = GLUED if language.spaced else GLUED | set("!?")
    return Rules(
        stops=re.compile(f"(?:[{re.escape(language.sentence_ends)}]|{DOUBLED_WORDSPACE})+"),
        glued=frozenset(glued) | {DOUBLED_WORDSPACE[0]},
        closers=frozenset(closes - both) | set(CLOSING_BRACKETS),
        openers=frozenset(opens - both) | set(OPENING_BRACKETS) | set("¿¡"),
        straight=frozenset(both),
        abbreviations=language.abbreviations | TITLES,
        ordinal_stop=language.ordinal_stop,
        tails=_tails(language),
        tails_after=frozenset("!?！？؟") if language.spaced else frozenset("!?！？。"),
    )


def _tails(language: Language) -> re.Pattern[str] | None:
    if not language.quote_tails:
        return None
    words = "|".join(map(re.escape, language.quote_tails))
    if language.script in ("Hans", "Hant"):
        return re.compile(rf"\s*[^\W\d_]{{0,{TAIL_REACH}}}?(?:{words})道?[。！]")
    return re.compile(rf"\s*(?:{words})" if not language.spaced else rf"\s*(?:{words})\b")
