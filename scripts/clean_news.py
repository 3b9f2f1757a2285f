"""Articles of human-written news, ready for checks without any encoder: NTREX, alone or linked line by line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from corpora import Lines, ntrex_articles, ntrex_languages
from ntrex_codes import ntrex_tags

from auditor.checks import Subject
from auditor.core.alignment import Alignment, Bead, Link, Regime
from auditor.core.document import Document, Passage, Source
from auditor.facts import extract_facts
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
        if not in_half(article.id, half):
            continue
        document = _document(article, f"{code}/{article.id}", language_of(code))
        language = get_language(document.language)
        facts = extract_facts(document, language)
        if not paired:
            yield Subject(document, language, facts)
            continue
        other = _english(english[article.id])
        yield Subject(
            document,
            language,
            facts,
            counterpart=other,
            counterpart_language=get_language("en"),
            counterpart_facts=extract_facts(other, get_language("en")),
            alignment=line_by_line(document, other),
        )


def line_by_line(document: Document, other: Document) -> Alignment:
    """What stands on the same line is linked, and one bead; empty lines are paragraphs of nothing."""
    ours, theirs = _by_line(document), _by_line(other)
    both = [(ours[line], theirs[line]) for line in sorted(ours.keys() & theirs.keys())]
    links = [Link(a.index, b.index, SURE, SURE) for ours_, theirs_ in both for a in ours_ for b in theirs_]
    beads = [Bead(_segments(ours_), _segments(theirs_), SURE, 0.0, None) for ours_, theirs_ in both]
    alone = [Bead(_segments(ours[line]), (), None, 0.0, None) for line in sorted(ours.keys() - theirs.keys())]
    alone += [Bead((), _segments(theirs[line]), None, 0.0, None) for line in sorted(theirs.keys() - ours.keys())]
    return Alignment(Regime.PARALLEL, tuple(links), (*beads, *alone), omitted=(), signature="aligner:by-line")


@cache
def _english(article: Lines) -> Document:
    return _document(article, f"{ENGLISH}/{article.id}", "en")


def _document(article: Lines, name: str, language: str) -> Document:
    """One paragraph per line, as NTREX has it."""
    text = GAP.join(" ".join(line.split()) for line in article.lines) + "\n"
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
