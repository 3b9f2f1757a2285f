"""Makes article pairs of known correspondence from line-aligned text: cut, merged, trimmed, dropped, moved, mixed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from rapidfuzz import fuzz

from auditor.core.document import Document, Passage, PassageKind, Segment, Span


@dataclass(frozen=True)
class Recipe:
    """How far two articles drift apart; shares are of lines unless told otherwise."""

    drop: float = 0.0
    abridge: float = 0.0
    """Lines that the translation alone leaves out, beside what is dropped."""
    foreign: float = 0.0
    """Lines of other articles that are added, as a share of the article's own."""
    shuffle: float = 0.0
    """Share of counterpart passages that move."""
    largest_passage: int = 3
    recut: float = 1.0
    """Share of passage breaks drawn anew for either side; 0 gives both sides the same passages, 1 unrelated ones."""
    merge: float = 0.0
    """Lines joined with the next one into one segment, on either side."""
    trim: float = 0.0
    """Lines that lose a clause on one side."""
    split: float = 0.0
    """Lines cut in two on one side, half of them into two passages."""
    by_passage: bool = False
    """Whether whole passages are dropped rather than lines, and foreign lines always stand alone."""


@dataclass(frozen=True)
class Rewritten:
    """A pair with its true links."""

    translation: Document
    counterpart: Document
    links: frozenset[tuple[int, int]]
    """Pairs of passages that share at least half of the shorter one's lines."""
    partial: frozenset[tuple[int, int]]
    """Pairs that share less; right either way."""


@dataclass(frozen=True)
class Line:
    """A piece of text and the numbers of the aligned lines it holds; a foreign line has none."""

    numbers: frozenset[int]
    text: str


Group = list[Line]


def rewrite(
    ours: Sequence[str],
    theirs: Sequence[str],
    languages: tuple[str, str],
    foreign: Sequence[tuple[str, str]],
    recipe: Recipe,
    rng: random.Random,
) -> Rewritten:
    """Rewrite the line-aligned `ours` and `theirs`; `foreign` lines come from other articles, two different ones.

    Each side gets its own half of them. Lines that say the same as an earlier one of their article count as that line.
    The first line is the headline; where it is dropped another outlet's headline is the next line that stands alone.
    """
    numbers = _same_lines(ours, theirs)
    cut = _breaks(len(ours), recipe, rng)
    trimmed, halved = (_chosen(len(ours), share, rng) for share in (recipe.trim, recipe.split))
    sides = []
    others = [a for a, _ in foreign[::2]], [b for _, b in foreign[1::2]]
    for side, lines in enumerate((ours, theirs)):
        texts = [_trim(text) if trimmed[i] == side else text for i, text in enumerate(lines)]
        whole = [Line(frozenset({numbers[i]}), text) for i, text in enumerate(texts)]
        groups = _cut(whole, _recut(cut, len(lines), recipe, rng))
        groups = _halved(groups, {whole[i] for i in range(len(lines)) if halved[i] == side}, rng)
        groups = _dropped(groups, recipe.drop if side else recipe.drop + recipe.abridge, recipe, rng)
        groups = _mixed(groups, others[side], len(lines), recipe, rng)
        sides.append([_merged(group, recipe, rng) for group in groups])
    _move(sides[1], recipe, rng)
    links, partial = _true_links(*sides)
    left, right = (_document(name, code, groups) for name, code, groups in zip(_NAMES, languages, sides, strict=True))
    return Rewritten(left, right, links, partial)


_NAMES = ("translation", "counterpart")
SAME = 92
"""Similarity (0..100) from which two lines of one article say the same."""


def _same_lines(ours: Sequence[str], theirs: Sequence[str]) -> list[int]:
    """For each line the first of its article that is as good as equal to it on both sides, else itself."""
    numbers: list[int] = []
    for i in range(len(ours)):
        same = (j for j in range(i) if min(fuzz.ratio(ours[i], ours[j]), fuzz.ratio(theirs[i], theirs[j])) >= SAME)
        first = next(same, i)
        numbers.append(numbers[first] if first < i else i)
    return numbers


def _breaks(n: int, recipe: Recipe, rng: random.Random) -> set[int]:
    """Indices of the lines that begin a passage: the headline, then runs."""
    breaks, at = {0, 1}, 1
    while at < n:
        breaks.add(at)
        at += rng.randint(1, recipe.largest_passage)
    return breaks


def _recut(cut: set[int], n: int, recipe: Recipe, rng: random.Random) -> set[int]:
    fresh = _breaks(n, recipe, rng)
    return {0, 1} | {i for i in range(2, n) if i in (fresh if rng.random() < recipe.recut else cut)}


def _cut(lines: Sequence[Line], breaks: set[int]) -> list[Group]:
    groups: list[Group] = []
    for i, line in enumerate(lines):
        if i in breaks:
            groups.append([])
        groups[-1].append(line)
    return groups


def _dropped(groups: list[Group], share: float, recipe: Recipe, rng: random.Random) -> list[Group]:
    """Without some of the lines, or of the passages; at least one passage stays."""
    if recipe.by_passage:
        kept = [group for group in groups if rng.random() >= share]
    else:
        kept = [[line for line in group if rng.random() >= share] for group in groups]
    return [group for group in kept if group] or groups[:1]


def _mixed(groups: list[Group], others: Sequence[str], own: int, recipe: Recipe, rng: random.Random) -> list[Group]:
    """With foreign lines, half of them inside other passages and half alone, never before the first."""
    count = sum(rng.random() < recipe.foreign for _ in range(own))
    for text in others[:count]:
        line = Line(frozenset(), text)
        at = rng.randint(1, len(groups))
        if not recipe.by_passage and at < len(groups) and rng.random() < 0.5:
            groups[at].insert(rng.randint(0, len(groups[at])), line)
        else:
            groups.insert(at, [line])
    return groups


def _merged(group: Group, recipe: Recipe, rng: random.Random) -> Group:
    merged = group[:1]
    for line in group[1:]:
        if rng.random() < recipe.merge:
            merged[-1] = Line(merged[-1].numbers | line.numbers, f"{merged[-1].text} {line.text}")
        else:
            merged.append(line)
    return merged


_CLAUSE = re.compile(r"(?<=[,;:،؛、，；])\s*")
_SHORTEST = 25
"""Characters that either half of a cut line must have."""


def _chosen(n: int, share: float, rng: random.Random) -> list[int | None]:
    """For each line the side on which something happens to it."""
    return [rng.randint(0, 1) if rng.random() < share else None for _ in range(n)]


def _middle_comma(text: str) -> int | None:
    """Where the comma nearest the middle ends; None where that would leave too little on either side."""
    commas = [match.end() for match in _CLAUSE.finditer(text)]
    at = min(commas, key=lambda end: abs(end - len(text) / 2), default=0)
    return at if _SHORTEST <= at <= len(text) - _SHORTEST else None


def _trim(text: str) -> str:
    at = _middle_comma(text)
    return text if at is None else text[:at].rstrip(" ,;:،؛、，；") + "."


def _halved(groups: list[Group], chosen: set[Line], rng: random.Random) -> list[Group]:
    """With the chosen lines cut in two; the rest of the passage stays with the second half or with both."""
    out: list[Group] = []
    for group in groups:
        out.append([])
        for line in group:
            at = _middle_comma(line.text) if line in chosen else None
            if at is None:
                out[-1].append(line)
                continue
            out[-1].append(Line(line.numbers, line.text[:at].rstrip()))
            if rng.random() < 0.5:
                out.append([])
            out[-1].append(Line(line.numbers, line.text[at:].lstrip()))
    return out


def _move(groups: list[Group], recipe: Recipe, rng: random.Random) -> None:
    for i in range(1, len(groups)):
        if rng.random() < recipe.shuffle:
            j = rng.randrange(1, len(groups))
            groups.insert(j, groups.pop(i))


def _true_links(left: list[Group], right: list[Group]) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    links, partial = set(), set()
    for i, ours in enumerate(_numbers(left)):
        for j, theirs in enumerate(_numbers(right)):
            shared = len(ours & theirs)
            if shared:
                enough = 2 * shared >= min(len(ours), len(theirs))
                (links if enough else partial).add((i, j))
    return frozenset(links), frozenset(partial)


def _numbers(groups: list[Group]) -> Iterator[frozenset[int]]:
    for group in groups:
        yield frozenset().union(*(line.numbers for line in group))


def _document(name: str, language: str, groups: list[Group]) -> Document:
    """One passage per group, one segment per line; the first is a headline where it is one line."""
    parts: list[str] = []
    passages: list[Passage] = []
    at = number = 0
    for index, group in enumerate(groups):
        segments = []
        start = at
        for k, line in enumerate(group):
            if k:
                parts.append(" ")
                at += 1
            segments.append(Segment(number, index, Span(at, at + len(line.text))))
            parts.append(line.text)
            at += len(line.text)
            number += 1
        kind = PassageKind.PARAGRAPH if index or len(group) > 1 else PassageKind.HEADLINE
        passages.append(Passage(index, kind, Span(start, at), tuple(segments)))
        parts.append("\n\n")
        at += 2
    text = "".join(parts)
    return Document(name, text, "file", sha256(text.encode()).hexdigest(), language, 1.0, tuple(passages))
