"""Full stops in the middle of a sentence, told by the words around them, from `data/sentence_edges.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from auditor.checks.grammar.dangling_words import dangling_words
from auditor.languages.language import Language

TAIL_WORDS, TAIL_LETTERS = 8, 160
"""Words at the end of a sentence that a pattern sees, and code points at most."""
SEAM_WORDS = 3
"""Words on either side of a stop that a pattern sees."""
_WORD_EDGES = "\"'“”‘’«»„()[]{},;:.!?…。۔।،؛ \u200f\u200e"


class Edge(StrEnum):
    """What is wrong with the place of a full stop."""

    LEADS_ON = "a sentence that stops before its last phrase"
    NO_START = "a sentence without its beginning"
    NO_VERB = "a sentence that stops before its verb"
    PARTED = "a sentence that stops inside a name or phrase"


@dataclass(frozen=True, slots=True)
class _Edges:
    never_first: frozenset[str]
    never_last: frozenset[str]
    shared_first: frozenset[str]
    shared_last: frozenset[str]
    opens: frozenset[str]
    joins: frozenset[str]
    last: re.Pattern[str] | None
    head: re.Pattern[str] | None
    tail: re.Pattern[str] | None
    shared_tail: re.Pattern[str] | None
    seam: re.Pattern[str] | None
    shared_seam: re.Pattern[str] | None


def edge_between(before: str, after: str, language: Language, *, shared: bool) -> Edge | None:
    """Why no sentence can end after `before` and begin with `after`; None where it may.

    `shared` says that both tell one sentence of the counterpart, without which what is only rare proves nothing.
    """
    known = _edges(language.code)
    last, first = _last(before, language), _first(after, language)
    tail, seam = _tail(before), _seam(before, after)
    if last in known.never_last or _fits(known.tail, tail) or _fits(known.seam, seam):
        return Edge.LEADS_ON
    if _holds_together(before, after, language):
        return Edge.LEADS_ON
    if first in known.never_first or _fits(known.head, first):
        return Edge.NO_START
    if not shared:
        return None
    if last in known.shared_last or _fits(known.shared_tail, tail) or _fits(known.shared_seam, seam):
        return Edge.LEADS_ON
    if first in known.shared_first:
        return Edge.NO_START
    return Edge.NO_VERB if known.last is not None and last and not known.last.search(last) else None


def opens_sentences(word: str, language: str) -> bool:
    """Whether `word` is one with which sentences begin and that is no name and no noun."""
    return word.casefold() in _edges(language).opens


def joins_sentences(text: str, language: Language) -> bool:
    """Whether `text` begins with a conjunction that joins whole sentences too: *And*, *But*."""
    start = _first(text, language) if language.spaced else text.lstrip(_WORD_EDGES)
    known = _edges(language.code).joins
    return start in known if language.spaced else start.startswith(tuple(known))


def leads_on(word: str, language: str) -> bool:
    """Whether no sentence ends on `word`."""
    return word.casefold() in _edges(language).never_last


PLAIN = frozenset(
    {"ca", "da", "de", "el", "en", "es", "fr", "it", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sv", "uk"}
)
"""Languages whose articles, prepositions and conjunctions are hardly anything else."""


STRANDED = frozenset({
    "about", "across", "against", "along", "around", "at", "by", "down", "for", "from", "in", "into", "of", "off", "on",
    "out", "over", "through", "to", "up", "with",
})  # fmt: skip
"""English prepositions that may stand alone at the end: *something that we are looking into*."""


def breaks_off(text: str, language: Language) -> bool:
    """Whether a sentence with its full stop ends on an article, preposition or conjunction; never in unspaced scripts.

    Only in `PLAIN` languages: elsewhere such words are also names of letters, parts of foreign names (CNN in Arabic) or
    adjectives (Indonesian). *Without saying how* and abbreviations in capitals are no such ends.
    """
    if language.code not in PLAIN:
        return False
    *before, last = text.rstrip(_WORD_EDGES).split() or [""]
    pause = bool(before) and before[-1][-1] in ",،;:"
    words = dangling_words(language.code).leading & _edges(language.code).never_last
    if language.code == "en":
        words -= STRANDED
    return len(last) > 1 and last.strip(_WORD_EDGES).casefold() in words and not (pause or last.isupper())


def _fits(pattern: re.Pattern[str] | None, tail: str) -> bool:
    return pattern is not None and pattern.search(tail) is not None


def _tail(text: str) -> str:
    """The last words, case-folded, without the stop."""
    return " ".join(text.rstrip(_WORD_EDGES)[-TAIL_LETTERS:].casefold().split()[-TAIL_WORDS:])


def _seam(before: str, after: str) -> str:
    """The words on both sides, case-folded, a bar in place of the stop."""
    first = (
        word.strip(_WORD_EDGES) for word in after.lstrip(_WORD_EDGES)[:TAIL_LETTERS].casefold().split()[:SEAM_WORDS]
    )
    return " ".join((*_tail(before).split()[-SEAM_WORDS:], "|", *first))


def _holds_together(before: str, after: str, language: Language) -> bool:
    """Whether a Chinese word is parted: the two characters beside the stop follow each other."""
    if language.code != "zh":
        return False
    last, first = before.rstrip(_WORD_EDGES)[-1:], after.lstrip(_WORD_EDGES)[:1]
    return bool(first) and first in _zh_pairs().get(last, "")


def _last(text: str, language: Language) -> str:
    bare = text.rstrip(_WORD_EDGES)
    if not language.spaced:
        return bare[-1:]
    return (bare.split() or [""])[-1].strip(_WORD_EDGES).casefold()


def _first(text: str, language: Language) -> str:
    bare = text.lstrip(_WORD_EDGES)
    if not language.spaced:
        return bare[:1]
    return (bare.split() or [""])[0].strip(_WORD_EDGES).casefold()


@cache
def _edges(language: str) -> _Edges:
    entry = _table().get(language, {})

    def words(key: str) -> frozenset[str]:
        return frozenset(entry.get(key, "").casefold().split())

    def pattern(key: str) -> re.Pattern[str] | None:
        return re.compile(entry[key]) if key in entry else None

    ends = (words("never_last") | dangling_words(language).leading) - words("may_end")
    return _Edges(
        never_first=words("never_first"),
        never_last=ends,
        shared_first=words("shared_first"),
        shared_last=words("shared_last"),
        opens=words("opens"),
        joins=words("joins"),
        last=pattern("last"),
        head=pattern("head"),
        tail=pattern("tail"),
        shared_tail=pattern("shared_tail"),
        seam=pattern("seam"),
        shared_seam=pattern("shared_seam"),
    )


@cache
def _zh_pairs() -> dict[str, str]:
    """By first character, those that follow it; counted by `scripts/count_zh_pairs.py`."""
    path = files("auditor.checks.grammar") / "data" / "zh_pairs.txt"
    return {line[0]: line[1:] for line in path.read_text(encoding="utf-8").splitlines()}


@cache
def _table() -> dict[str, dict[str, str]]:
    path = files("auditor.checks.grammar") / "data" / "sentence_edges.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
