"""Makes strictly ordered sentence alignments of known beads from line-aligned text."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

Path = list[tuple[int, int, int, int]]
"""Steps (t, n, c, m): segments [t, t + n) with [c, c + m); one side may be empty."""
MOST_MERGED = 3


@dataclass(frozen=True)
class BeadRecipe:
    """How far the two sides drift apart; shares are of lines."""

    merge: float = 0.1
    """On either side, of its own lines: joined to the line before."""
    drop: float = 0.1
    insert: float = 0.1
    """Lines of another article, as many on one side as on the other."""
    split: float = 0.0
    """Cut in two at a comma or colon, on one side only."""
    block: int = 1
    """Mean number of neighbouring lines dropped or inserted together."""


@dataclass(frozen=True)
class BeadPair:
    """Two lists of sentences and the path of their true beads."""

    translation: list[str]
    counterpart: list[str]
    path: Path


_Line = tuple[frozenset[int], str]
_CUT = re.compile(r"[,;:،؛，；：、—–]\s*")


def rewrite_beads(
    ours: Sequence[str],
    theirs: Sequence[str],
    foreign: tuple[Sequence[str], Sequence[str]],
    recipe: BeadRecipe,
    rng: random.Random,
) -> BeadPair:
    """Rewrite the line-aligned `ours` and `theirs`; each side's `foreign` lines come from other articles.

    A line is dropped from one side, either with the same probability.
    """
    draws = [rng.random() for _ in ours]
    to_cut = (
        {i for i, draw in enumerate(draws) if draw < recipe.split / 2},
        {i for i, draw in enumerate(draws) if recipe.split / 2 <= draw < recipe.split},
    )
    gone = _dropped(len(ours), recipe, rng)
    left, right = (
        _edit(lines, gone[side], to_cut[side], foreign[side], recipe, rng) for side, lines in enumerate((ours, theirs))
    )
    return BeadPair([text for _, text in left], [text for _, text in right], _true_path(left, right))


def _dropped(count: int, recipe: BeadRecipe, rng: random.Random) -> tuple[set[int], set[int]]:
    gone: tuple[set[int], set[int]] = set(), set()
    at = 0
    while at < count:
        if rng.random() < recipe.drop / recipe.block:
            size = rng.randint(1, 2 * recipe.block - 1)
            gone[rng.randrange(2)].update(range(at, at + size))
            at += size
        else:
            at += 1
    return gone


def _edit(
    lines: Sequence[str],
    gone: set[int],
    to_cut: set[int],
    foreign: Sequence[str],
    recipe: BeadRecipe,
    rng: random.Random,
) -> list[_Line]:
    kept = [(frozenset({i}), text) for i, text in enumerate(lines) if i not in gone]
    cut = list(chain.from_iterable(_halves(line, rng) if line[0] & to_cut else [line] for line in kept))
    pool = rng.sample(list(foreign), len(foreign))
    edited: list[_Line] = []
    for line in _merged(cut, recipe, rng):
        if pool and rng.random() < recipe.insert / 2 / recipe.block:
            edited += [(frozenset(), pool.pop()) for _ in range(min(len(pool), rng.randint(1, 2 * recipe.block - 1)))]
        edited.append(line)
    return edited


def _halves(line: _Line, rng: random.Random) -> list[_Line]:
    ids, text = line
    places = [m.end() for m in _CUT.finditer(text) if 0.25 < m.end() / len(text) < 0.75]
    if not places:
        return [line]
    at = rng.choice(places)
    return [(ids, text[:at].strip()), (ids, text[at:].strip())]


def _merged(lines: list[_Line], recipe: BeadRecipe, rng: random.Random) -> list[_Line]:
    merged: list[_Line] = []
    size = 0
    for ids, text in lines:
        if merged and size < MOST_MERGED and rng.random() < recipe.merge:
            merged[-1] = (merged[-1][0] | ids, f"{merged[-1][1]} {text}")
            size += 1
        else:
            merged.append((ids, text))
            size = 1
    return merged


def _true_path(left: list[_Line], right: list[_Line]) -> Path:
    """Segments that share a line, directly or through others, are one bead; beads keep the order of the lines."""
    path: Path = []
    t = c = 0
    held = _all_ids(left) & _all_ids(right)
    while t < len(left) or c < len(right):
        if t < len(left) and not left[t][0] & held:
            path.append((t, 1, c, 0))
            t += 1
        elif c < len(right) and not right[c][0] & held:
            path.append((t, 0, c, 1))
            c += 1
        else:
            n, m = _extent(left, right, t, c)
            path.append((t, n, c, m))
            t, c = t + n, c + m
    return path


def _all_ids(lines: list[_Line]) -> frozenset[int]:
    return frozenset().union(*(ids for ids, _ in lines))


def _extent(left: list[_Line], right: list[_Line], t: int, c: int) -> tuple[int, int]:
    """How many segments of either side the bead that starts at (t, c) takes."""
    n, m = 1, 1
    while True:
        ids = _all_ids(left[t : t + n]) | _all_ids(right[c : c + m])
        more = tuple(
            max((k + 1 for k in range(len(side) - first) if side[first + k][0] & ids), default=size)
            for side, first, size in ((left, t, n), (right, c, m))
        )
        if more == (n, m):
            return n, m
        n, m = more
