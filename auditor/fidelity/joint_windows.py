"""Long pairs read in windows: nothing is cut off, and no text is longer than those the network learnt from.

The translation is parted where sentences or words end, the counterpart at the places that correspond.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from auditor.fidelity.pieces import Pieced

WHOLE = 240
"""Pieces up to which a counterpart is read whole with every window of its translation."""
WINDOW = 160
"""Most pieces of a window of the translation."""
SLICE = 192
"""Most pieces of a counterpart's slice before it is widened by a quarter."""
LEEWAY = 0.4
"""Share of a window by which its end may move to where a sentence or word ends."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which pieces of either side are read together."""

    counterpart: range
    translation: range


def windows(counterpart: Pieced, translation: Pieced) -> list[Window]:
    """The windows of a pair; one, with both whole, where neither is long."""
    ours, theirs = len(translation), len(counterpart)
    count = -(-ours // WINDOW)
    if theirs > WHOLE:
        count = max(count, -(-theirs // SLICE))
    return [
        Window(piece, part)
        for part in parts(translation, count)
        for piece in _slices(theirs, part.start / ours, part.stop / ours)
    ]


def parts(text: Pieced, count: int) -> list[range]:
    """About `count` windows of `text`, none longer than `WINDOW`, as even as the ends of its sentences allow."""
    found: list[range] = []
    start, size = 0, len(text)
    while start < size:
        left = min(size - start, max(count - len(found), -(-(size - start) // WINDOW)))
        stop = size if left <= 1 else _best_cut(text, start, (size - start) / left)
        found.append(range(start, stop))
        start = stop
    return found


def _best_cut(text: Pieced, start: int, size: float) -> int:
    """The end of a window of about `size` pieces: best where a sentence ends, else a word, and near."""
    low = max(start + 1, round(start + size * (1 - LEEWAY)))
    high = min(len(text) - 1, start + WINDOW, round(start + size * (1 + LEEWAY)))
    return min(range(low, high + 1), key=lambda i: (text.cut(i), abs(i - start - size)))


def _slices(size: int, start: float, stop: float) -> list[range]:
    """The share of a counterpart of `size` pieces from `start` to `stop`, an eighth wider at either end."""
    if size <= WHOLE:
        return [range(size)]
    edge = (stop - start) / 8
    low, high = max(0, int(size * (start - edge))), min(size, -int(-size * (stop + edge) // 1))
    count = -(-(high - low) // WHOLE)
    bounds = [low + (high - low) * k // count for k in range(count + 1)]
    return [range(a, b) for a, b in pairwise(bounds)]
