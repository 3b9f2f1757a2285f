"""Proper names where capital letters show them: runs of capitalised words that are no mere sentence starts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.core.document import Document, Passage, Span
from auditor.facts.fact import Fact, FactKind, NameValue
from auditor.facts.fold import MARK_RANGES
from auditor.facts.romanise import romanise, skeleton
from auditor.languages.language import Language

SURE, SEVERAL_WORDS, SENTENCE_START, NOUN_LANGUAGE = 0.95, 0.7, 0.5, 0.4
"""Confidence: a capital inside a sentence; a run of capitalised words at a start; one word that is only ever seen at
sentence starts; a language in which every noun has a capital (German)."""

CAPITALS_FOR_NOUNS = frozenset({"de", "lb"})
TITLE_CASE_SHARE = 0.6
"""Share of capitalised words from which on a passage is in title case and shows no names of its own."""

PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "bint", "abu", "van", "von", "der", "den", "de", "da", "do", "dos", "das", "du", "del",
    "della", "di", "la", "le", "ter", "zu", "af", "av", "y", "e",
})  # fmt: skip
"""Lower-case words that stand inside a name; never first or last."""

TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "president", "minister", "general",
    "colonel", "captain", "major", "sergeant", "judge", "king", "queen", "prince", "princess", "pope", "sheikh",
    "imam", "ayatollah", "senator", "governor", "mayor", "chancellor", "ambassador", "secretary", "señor", "señora",
    "sr", "sra", "don", "doña", "presidente", "presidenta", "ministro", "herr", "frau", "präsident", "monsieur",
    "madame", "mme", "président", "ministre", "signor", "signora", "dott", "господин", "госпожа", "президент",
    "премьер", "министр", "генерал", "пан", "пані", "пани", "prezydent",
})  # fmt: skip
"""Words before a name that are not part of it."""

_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARK_RANGES}]|\d|['’ʼ`‘-](?=[^\W\d_]))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_POSSESSIVE_END = "s'’"
"""Letters without which there is none; saves time only."""
_BEFORE = 6
"""Code points before a word that tell whether it begins a sentence."""
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;\"“”„«»‹›‘(\[—–•*\n]|\s-)\s*[\"“„«‹‘'¡¿(\[-]*$")


@dataclass(frozen=True, slots=True)
class _Token:
    span: Span
    surface: str
    lower: str
    starts: bool
    """Stands where any word has a capital."""
    capital: bool
    """Begins with one, an article such as `al-` apart."""


def find_names(document: Document, language: Language) -> Iterator[Fact]:
    """Names of people, places and bodies in a cased script; nothing in scripts without capitals.

    A word that also stands in lower case in the article, or only at sentence starts, is weak evidence or none.
    """
    if not language.cased and language.complete:
        return
    tokens = [_tokens(document, passage) for passage in document.passages]
    lower = Counter(token.lower for passage in tokens for token in passage if not token.capital)
    proper = Counter(token.lower for passage in tokens for token in passage if token.capital and not token.starts)
    noun = language.code in CAPITALS_FOR_NOUNS
    for passage in tokens:
        if not _title_case(passage):
            for run in _runs(document.text, passage, lower, proper):
                yield _fact(document.text, run, proper, noun)


def _tokens(document: Document, passage: Passage) -> list[_Token]:
    text, starts = document.text, {segment.span.start for segment in passage.segments}
    found = []
    for match in _WORD.finditer(text, passage.span.start, passage.span.end):
        at, surface = match.start(), match.group()
        if surface[-1] in _POSSESSIVE_END:
            surface = _POSSESSIVE.sub("", surface)
        first = at in starts or _may_start(text[max(passage.span.start, at - _BEFORE) : at])
        span = Span(at, at + len(surface))
        found.append(_Token(span, surface, surface.casefold(), first, _has_capital(surface)))
    return found


def _may_start(before: str) -> bool:
    """Whether a sentence or quotation may begin behind this; most words follow a word and a space."""
    if before[-1:] == " " and before[-2:-1].isalnum():
        return False
    return _SENTENCE_START.search(before) is not None


def _has_capital(word: str) -> bool:
    article, hyphen, rest = word.partition("-")
    first = (rest if hyphen and article in PARTICLES else word)[:1]
    return first.isupper() or first.istitle()


def _title_case(tokens: list[_Token]) -> bool:
    inside = [token.capital for token in tokens if not token.starts]
    return len(inside) > 3 and sum(inside) / len(inside) >= TITLE_CASE_SHARE


def _runs(text: str, tokens: list[_Token], lower: Counter[str], proper: Counter[str]) -> Iterator[list[_Token]]:
    run: list[_Token] = []
    for token in tokens:
        gap = text[run[-1].span.end : token.span.start] if run else ""
        joins = bool(run) and gap in (" ", "\u00a0", ". ", "·") and (gap != ". " or len(run[-1].surface) <= 2)
        if run and not (joins and not token.starts):
            yield from _finished(run)
            run = []
        if _nameable(token, lower, proper) or (run and token.lower in PARTICLES):
            run.append(token)
        else:
            yield from _finished(run)
            run = []
    yield from _finished(run)


def _nameable(token: _Token, lower: Counter[str], proper: Counter[str]) -> bool:
    """Capitalised, more than a letter, and not a common word that starts a sentence."""
    if not token.capital or len(token.surface) < 2 or token.lower.rstrip(".") in TITLES:
        return False
    return lower[token.lower] == 0 or (token.starts and proper[token.lower] > 0)


def _finished(run: list[_Token]) -> Iterator[list[_Token]]:
    while run and run[-1].lower in PARTICLES and not run[-1].capital:
        run = run[:-1]
    if run:
        yield run


def _fact(text: str, run: list[_Token], proper: Counter[str], noun: bool) -> Fact:
    span = Span(run[0].span.start, run[-1].span.end)
    confidence = SENTENCE_START if len(run) == 1 else SEVERAL_WORDS
    if not run[0].starts or proper[run[0].lower]:
        confidence = SURE
    words = tuple(word for token in run if (word := romanise(token.surface).replace(" ", "")))
    value = NameValue(words, tuple(map(skeleton, words)))
    return Fact(FactKind.NAME, span, text[span.start : span.end], value, NOUN_LANGUAGE if noun else confidence)
