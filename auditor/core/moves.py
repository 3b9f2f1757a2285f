"""The move map: where each passage of the translation went, a pure function of the links."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from auditor.core.alignment import Link


@dataclass(frozen=True, slots=True)
class Move:
    """Translation passage `translation` stands where the counterpart has passage `counterpart`."""

    translation: int
    counterpart: int
    moved: bool
    """Whether it is out of the order that most passages keep."""


def move_map(links: tuple[Link, ...]) -> tuple[Move, ...]:
    """One move per linked translation passage, to its most confident link.

    Passages off the longest chain that keeps the counterpart's order are the moved ones.
    """
    best: dict[int, Link] = {}
    for link in links:
        known = best.get(link.translation)
        if known is None or (link.confidence, -link.counterpart) > (known.confidence, -known.counterpart):
            best[link.translation] = link
    targets = [(t, best[t].counterpart) for t in sorted(best)]
    kept = _longest_ordered(targets)
    return tuple(Move(t, c, (t, c) not in kept) for t, c in targets)


def crossings(links: tuple[Link, ...]) -> int:
    """How many neighbouring moves go backwards; 0 when order is kept."""
    moves = move_map(links)
    return sum(after.counterpart < before.counterpart for before, after in pairwise(moves))


def _longest_ordered(targets: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The longest non-decreasing subsequence of counterpart indices; quadratic, articles are short."""
    length: list[int] = []
    before: list[int] = []
    for i, (_, c) in enumerate(targets):
        options = [(length[j], -j) for j in range(i) if targets[j][1] <= c]
        best, j = max(options, default=(0, 1))
        length.append(best + 1)
        before.append(-j)
    if not targets:
        return set()
    at = max(range(len(targets)), key=lambda i: (length[i], -i))
    kept = set()
    while at >= 0:
        kept.add(targets[at])
        at = before[at]
    return kept
