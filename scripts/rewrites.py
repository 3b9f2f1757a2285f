"""Makes article pairs of known correspondence from line-aligned text: grouped, dropped, moved, mixed with others."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from auditor.core.document import Document, Passage, PassageKind, Segment, Span


@dataclass(frozen=True)
class Recipe:
    """How far two articles drift apart; shares are of lines."""

    drop: float = 0.0
    foreign: float = 0.0
    shuffle: float = 0.0
    """Share of counterpart passages that move."""
    largest_passage: int = 3


@dataclass(frozen=True)
class Rewritten:
    """A pair with its true links."""

    translation: Document
    counterpart: Document
    links: frozenset[tuple[int, int]]
    """Pairs of passages that share at least half of the shorter one's lines."""
    partial: frozenset[tuple[int, int]]
    """Pairs that share less; right either way."""


def rewrite(
    ours: Sequence[str],
    theirs: Sequence[str],
    languages: tuple[str, str],
    foreign: Sequence[tuple[str, str]],
    recipe: Recipe,
    rng: random.Random,
) -> Rewritten:
    """Rewrite the line-aligned `ours` and `theirs`; `foreign` lines come from other articles.

    Each side gets its own half of them: the same line on both sides would correspond.
    """
    left = _edit([(i, text) for i, text in enumerate(ours)], [a for a, _ in foreign[::2]], recipe, rng)
    right = _edit([(i, text) for i, text in enumerate(theirs)], [b for _, b in foreign[1::2]], recipe, rng)
    left_groups, right_groups = _grouped(left, recipe, rng), _grouped(right, recipe, rng)
    _move(right_groups, recipe, rng)
    links, partial = _true_links(left_groups, right_groups)
    return Rewritten(
        _document("translation", languages[0], left_groups),
        _document("counterpart", languages[1], right_groups),
        links,
        partial,
    )


Line = tuple[int | None, str]


def _edit(lines: list[Line], foreign: list[str], recipe: Recipe, rng: random.Random) -> list[Line]:
    kept = [line for line in lines if line[0] == 0 or rng.random() >= recipe.drop]
    for text in foreign:
        if rng.random() < recipe.foreign:
            kept.insert(rng.randint(1, len(kept)), (None, text))
    return kept


def _grouped(lines: list[Line], recipe: Recipe, rng: random.Random) -> list[list[Line]]:
    """The first line alone, as a headline; then runs, foreign lines never beside others."""
    groups = [[lines[0]]]
    at = 1
    while at < len(lines):
        size = rng.randint(1, recipe.largest_passage)
        run = [lines[at]]
        while len(run) < size and at + len(run) < len(lines) and _same_origin(run[-1], lines[at + len(run)]):
            run.append(lines[at + len(run)])
        groups.append(run)
        at += len(run)
    return groups


def _same_origin(a: Line, b: Line) -> bool:
    return (a[0] is None) == (b[0] is None)


def _move(groups: list[list[Line]], recipe: Recipe, rng: random.Random) -> None:
    for i in range(1, len(groups)):
        if rng.random() < recipe.shuffle:
            j = rng.randrange(1, len(groups))
            groups.insert(j, groups.pop(i))


def _true_links(
    left: list[list[Line]], right: list[list[Line]]
) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    links, partial = set(), set()
    for i, ours in enumerate(left):
        for j, theirs in enumerate(right):
            shared = {number for number, _ in ours if number is not None} & {number for number, _ in theirs}
            if shared:
                enough = 2 * len(shared) >= min(len(ours), len(theirs))
                (links if enough else partial).add((i, j))
    return frozenset(links), frozenset(partial)


def _document(name: str, language: str, groups: list[list[Line]]) -> Document:
    """One passage per group, one segment per line; the first is a headline."""
    parts: list[str] = []
    passages: list[Passage] = []
    at = number = 0
    for index, group in enumerate(groups):
        segments = []
        start = at
        for k, (_, text) in enumerate(group):
            if k:
                parts.append(" ")
                at += 1
            segments.append(Segment(number, index, Span(at, at + len(text))))
            parts.append(text)
            at += len(text)
            number += 1
        kind = PassageKind.PARAGRAPH if index else PassageKind.HEADLINE
        passages.append(Passage(index, kind, Span(start, at), tuple(segments)))
        parts.append("\n\n")
        at += 2
    text = "".join(parts)
    return Document(name, text, "file", sha256(text.encode()).hexdigest(), language, 1.0, tuple(passages))
