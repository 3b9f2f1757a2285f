"""Articles of human-written news, ready for checks without any encoder: NTREX, alone or linked line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from corpora import Lines, ntrex_articles, ntrex_languages
from ntrex_codes import ntrex_tags

from auditor.checks import Subject
from auditor.core.alignment import Alignment, Bead, Link, Regime
from auditor.core.document import Document, Passage, Source
from auditor.facts import extract_facts
from auditor.facts.fact import FactLedger
from auditor.languages import get_language, known_languages
from auditor.segment import segment

ENGLISH = "eng"
HALVES = ("tune", "publish", "all")
GAP = "\n\n"
SURE = 0.98
"""Similarity and confidence of links and beads, which are known here."""


def clean_codes(data: Path, wanted: str) -> list[str]:
    """NTREX's file codes: `all`, `complete` (languages with a data file of their own), or those named with commas."""
    if wanted not in ("all", "complete"):
        return wanted.split(",")
    codes = ntrex_languages(data)
    return codes if wanted == "all" else [code for code in codes if language_of(code) in known_languages()]


def language_of(code: str) -> str:
    """The project's language code of an NTREX file."""
    tag = "en" if code == ENGLISH else ntrex_tags()[code][0]
    return get_language(tag).code


def in_half(document: str, half: str) -> bool:
    """Thresholds rest on one half of the documents, what is published on the other."""
    return half == "all" or (sha256(document.encode()).digest()[0] % 2 == 0) is (half == "tune")


def clean_subjects(data: Path, code: str, half: str, *, paired: bool) -> Iterator[Subject]:
    """Each article of one language; `paired` beside its English original, each line linked to its own."""
    english = {article.id: article for article in ntrex_articles(data, ENGLISH)} if paired else {}
    for article in ntrex_articles(data, code):
        if in_half(article.id, half):
            yield subject_of(article, language_of(code), english.get(article.id))


def subject_of(
    article: Lines, language: str, counterpart: Lines | None, origin: Sequence[int | None] | None = None
) -> Subject:
    """An article as checks see it. `origin` says which line of the counterpart each tells; by order unless given.

    Empty lines are paragraphs of nothing.
    """
    document = _document(article, language)
    record = get_language(language)
    facts = extract_facts(document, record)
    if counterpart is None:
        return Subject(document, record, facts)
    other, other_facts = _counterpart(counterpart)
    lines = range(len(article.lines)) if origin is None else origin
    return Subject(
        document,
        record,
        facts,
        counterpart=other,
        counterpart_language=get_language(other.language),
        counterpart_facts=other_facts,
        alignment=line_by_line(document, other, list(lines)),
    )


def line_by_line(document: Document, other: Document, origin: Sequence[int | None]) -> Alignment:
    """What tells the same line is linked, and one bead."""
    ours, theirs = _by_line(document), _by_line(other)
    told: dict[int, list[Passage]] = {}
    for line, place in enumerate(origin):
        if place in theirs and line in ours:
            told.setdefault(place, []).extend(ours[line])
    links = [Link(a.index, b.index, SURE, SURE) for place in sorted(told) for a in told[place] for b in theirs[place]]
    beads = [Bead(_segments(told[place]), _segments(theirs[place]), SURE, 0.0, None) for place in sorted(told)]
    alone = [passage for line, passages in ours.items() if origin[line] not in told for passage in passages]
    beads += [Bead(_segments([passage]), (), None, 0.0, None) for passage in alone]
    beads += [Bead((), _segments(theirs[place]), None, 0.0, None) for place in sorted(theirs.keys() - told.keys())]
    return Alignment(Regime.PARALLEL, tuple(links), tuple(beads), omitted=(), signature="aligner:by-line")


@lru_cache(maxsize=256)
def _counterpart(article: Lines) -> tuple[Document, FactLedger]:
    document = _document(article, "en" if article.language == ENGLISH else article.language)
    return document, extract_facts(document, get_language(document.language))


def _document(article: Lines, language: str) -> Document:
    """One paragraph per line, as NTREX has it."""
    text = GAP.join(line.strip() for line in article.lines) + "\n"
    name = f"{article.language}/{article.id}"
    source = Source(name, text, "file", sha256(text.encode()).hexdigest(), language=language)
    return segment(source, get_language(language))


def _by_line(document: Document) -> dict[int, list[Passage]]:
    """The passages of each line, most often one."""
    found: dict[int, list[Passage]] = {}
    for passage in document.passages:
        found.setdefault(document.text.count(GAP, 0, passage.span.start), []).append(passage)
    return found


def _segments(passages: list[Passage]) -> tuple[int, ...]:
    return tuple(piece.index for passage in passages for piece in passage.segments)
