"""Which passages stand level on the page: both articles keep their reading order, kept links share a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.core.alignment import Link
from auditor.core.moves import move_map


@dataclass(frozen=True, slots=True)
class Row:
    """Passage indices of the translation and of the counterpart, side by side; either may be empty."""

    translation: tuple[int, ...]
    counterpart: tuple[int, ...]


def rows(links: tuple[Link, ...], translations: int, counterparts: int) -> tuple[Row, ...]:
    """Every passage of both articles once, each side in its own order.

    Passages that keep the counterpart's order are anchors; what lies between two anchors shares a row. Moved passages
    stay where their own article has them.
    """
    made: list[tuple[list[int], list[int]]] = []
    anchors = [(move.translation, move.counterpart) for move in move_map(links) if not move.moved]
    left = right = 0
    for number, (t, c) in enumerate(anchors):
        if c < right:
            made[-1][0].extend(range(left, t + 1))
            left = t + 1
            continue
        _gap(made, range(left, t), range(right, c))
        following = anchors[number + 1][1] if number + 1 < len(anchors) else counterparts
        right = _last_of(links, t, c, max(following, c + 1)) + 1
        made.append(([t], list(range(c, right))))
        left = t + 1
    _gap(made, range(left, translations), range(right, counterparts))
    return tuple(Row(tuple(ours), tuple(theirs)) for ours, theirs in made)


def _last_of(links: tuple[Link, ...], t: int, c: int, stop: int) -> int:
    """The last of the counterpart passages after `c`, without a break and before `stop`, that `t` tells too."""
    told = {link.counterpart for link in links if link.translation == t}
    while c + 1 < stop and c + 1 in told:
        c += 1
    return c


def _gap(made: list[tuple[list[int], list[int]]], ours: Sequence[int], theirs: Sequence[int]) -> None:
    if ours or theirs:
        made.append((list(ours), list(theirs)))
