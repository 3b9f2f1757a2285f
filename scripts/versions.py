"""Retells line-aligned articles for document pairing: lines dropped, moved, mixed with foreign ones, cut off."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from corpora import Lines

from auditor.core.document import Document, Passage, PassageKind, Segment, Span

LONGEST_PASSAGE = 3


@dataclass(frozen=True)
class Version:
    """How one side of a pair was made; shares are of lines."""

    name: str
    drop: float = 0.0
    foreign: float = 0.0
    """Foreign lines, as a share of the article's own."""
    shuffle: bool = False
    keep: int | None = None
    """Only so many lines from the start: a brief."""


WHOLE = Version("whole")
LIGHT = Version("light", drop=0.1, foreign=0.1)
RETOLD = Version("retold", drop=0.3, foreign=0.3, shuffle=True)
HALVED = Version("halved", drop=0.5, foreign=0.5, shuffle=True)
BRIEF = Version("brief", keep=3)


def retell(article: Lines, version: Version, foreign: Sequence[str], rng: random.Random) -> Document:
    """`article` as a document; its first line stays first, as the headline."""
    head, *body = article.lines[: version.keep]
    kept = [[line] for line in body if rng.random() >= version.drop]
    for line in rng.sample(foreign, min(len(foreign), round(version.foreign * len(body)))):
        kept.insert(rng.randint(0, len(kept)), [line])
    if version.shuffle:
        rng.shuffle(kept)
    return document(article.id, article.language, [[head], *_joined(kept, rng)])


def document(name: str, language: str, groups: Sequence[Sequence[str]]) -> Document:
    """One passage per group, one segment per line; the first is a headline."""
    text, passages, number = "", [], 0
    for index, group in enumerate(groups):
        segments = []
        for line in group:
            segments.append(Segment(number, index, Span(len(text), len(text) + len(line))))
            text += line + " "
            number += 1
        kind = PassageKind.PARAGRAPH if index else PassageKind.HEADLINE
        passages.append(Passage(index, kind, Span(segments[0].span.start, segments[-1].span.end), tuple(segments)))
        text += "\n\n"
    digest = sha256(text.encode()).hexdigest()
    return Document(name, text, "file", digest, language, 1.0, tuple(passages))


def _joined(groups: list[list[str]], rng: random.Random) -> list[list[str]]:
    """Passages of one to three lines."""
    passages: list[list[str]] = []
    size = 0
    for group in groups:
        if size == 0:
            passages.append([])
            size = rng.randint(1, LONGEST_PASSAGE)
        passages[-1] += group
        size -= 1
    return passages
