"""Pairs what names leave open, by content, with one encoder for the whole run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, count

from auditor.align.evidence import fact_keys
from auditor.align.link_model import load_pairing_model
from auditor.align.pairing import Article, Shelf, match_documents
from auditor.audit.articles import Progress
from auditor.audit.roles import Roles
from auditor.audit.vectors import Encoders
from auditor.core.alignment import DocumentPair
from auditor.core.document import Document
from auditor.core.finding import Level, Notice
from auditor.encoders import Encoder
from auditor.errors import ModelError
from auditor.facts import extract_facts
from auditor.languages import get_language

LEAST_LETTERS = 60
"""Shorter articles are paired by name or by the user only; Chinese says two sentences in as many."""
ENCODED_TOGETHER = 32
"""Articles whose sentences go to the encoder in one call: enough for full batches, little to hold."""
CERTAIN = 1.0
"""Confidence of a pair that the user or the file names state."""


def pair_documents(
    roles: Roles, encoders: Encoders, progress: Progress
) -> tuple[dict[int, DocumentPair], tuple[Notice, ...]]:
    """Pairs by index of the translation, and a notice for each document that is left alone."""
    pairs = {
        i: DocumentPair(roles.translations[i], roles.counterparts[j], by, CERTAIN)
        for i, (j, by) in roles.paired.items()
    }
    taken = {j for j, _ in roles.paired.values()}
    told = [_tells_enough(document) for document in roles.translations]
    open_ours = [i for i, enough in enumerate(told) if enough and i not in pairs and i not in roles.alone]
    theirs = [j for j, other in enumerate(roles.counterparts) if _tells_enough(other)]
    candidates = [j for j in theirs if j not in taken] or theirs
    if not open_ours or not candidates:
        return pairs, _left_alone(roles, pairs)
    try:
        pairs |= _by_content(roles, open_ours, candidates, encoders, progress)
    except ModelError as error:
        return pairs, (Notice(Level.INCOMPLETE, "not-paired", f"articles were not paired by content: {error}"),)
    return pairs, _left_alone(roles, pairs)


def _tells_enough(document: Document) -> bool:
    """Whether there is a story to recognise: two short lines always resemble each other."""
    return sum(map(str.isalpha, document.text)) >= LEAST_LETTERS


def _by_content(
    roles: Roles, ours: Sequence[int], theirs: Sequence[int], encoders: Encoders, progress: Progress
) -> dict[int, DocumentPair]:
    documents = [roles.translations[i] for i in ours], [roles.counterparts[j] for j in theirs]
    encoder = encoders.for_languages({document.language for side in documents for document in side})
    done = count(1)
    total = len(ours) + len(theirs)

    def articles(side: Sequence[Document]) -> Iterator[Article]:
        for start in range(0, len(side), ENCODED_TOGETHER):
            for article in _articles(side[start : start + ENCODED_TOGETHER], encoder):
                yield article
                progress("pair", next(done), total)

    progress("pair", 0, total)
    shelves = [Shelf.of(articles(side)) for side in documents]
    matches = match_documents(shelves[0], shelves[1], load_pairing_model(encoder.name))
    found = ((ours[match.translation], theirs[match.counterpart], match.confidence) for match in matches)
    pairs = {i: DocumentPair(roles.translations[i], roles.counterparts[j], "content", p) for i, j, p in found}
    return {i: pair for i, pair in pairs.items() if pair.translation.sha256 != pair.counterpart.sha256}


def _articles(documents: Sequence[Document], encoder: Encoder) -> Iterator[Article]:
    texts = [[document.slice(segment.span) for segment in document.segments] for document in documents]
    vectors = encoder.encode([text for own in texts for text in own])
    ends = list(accumulate(map(len, texts)))
    for document, own, end in zip(documents, texts, ends, strict=True):
        keys = fact_keys(document, extract_facts(document, get_language(document.language)))
        yield Article(vectors[end - len(own) : end], frozenset().union(*keys))


def _left_alone(roles: Roles, pairs: dict[int, DocumentPair]) -> tuple[Notice, ...]:
    notices = [
        Notice(Level.INFO, "no-counterpart", "no counterpart was found; audited alone.", document.id)
        for i, document in enumerate(roles.translations)
        if i not in pairs and i not in roles.alone and roles.counterparts
    ]
    used = {pair.counterpart.id for pair in pairs.values()}
    copies = {roles.translations[i].sha256 for i in roles.alone}
    message = "taken for a counterpart, but no translation belongs to it; put it under translation/ to audit it."
    notices += [
        Notice(Level.INFO, "unused-counterpart", message, document.id)
        for document in roles.counterparts
        if document.id not in used and document.sha256 not in copies
    ]
    return tuple(notices)
