"""Long pairs read in windows: nothing is cut off, and no text is longer than those the network learnt from.

The translation is parted where sentences or words end, the counterpart at the places that correspond.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditor.fidelity.pieces import SENTENCE, Pieced

WINDOW = 160
"""Most pieces of a window of the translation."""
WHOLE = 240
"""Pieces up to which a counterpart is read whole where its translation has one window."""
SLICE = 192
"""Pieces of a counterpart for which there is one window, where it is longer than that."""
LONGEST = 320
"""Most pieces of a counterpart's slice; e5 has places for 512."""
LEEWAY = 0.4
"""Share of a window by which its end may move to where a sentence or word ends."""
NEAR = 0.25
"""Share of a slice within which a sentence's end is taken for the place that corresponds. Eight sentences of MLQE-PE in
one text scored .26 below their mean so, .40 below it where each window was held against the whole counterpart."""
WIDER = 0.125
"""Share of a slice by which it is widened at an end where no sentence ends."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which pieces of either side are read together."""

    counterpart: range
    translation: range


def windows(counterpart: Pieced, translation: Pieced) -> list[Window]:
    """The windows of a pair; one, with both whole, where neither is long; none where the translation has no pieces."""
    ours, theirs = len(translation), len(counterpart)
    count = -(-ours // WINDOW)
    if theirs > WHOLE:
        count = max(count, -(-theirs // SLICE))
    ours_parts = parts(translation, count)
    theirs_parts = slices(counterpart, [part.stop / ours for part in ours_parts])
    return [
        Window(piece, part)
        for part, slice_ in zip(ours_parts, theirs_parts, strict=True)
        for piece in _not_too_long(slice_)
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


def slices(text: Pieced, ends: Sequence[float]) -> list[range]:
    """The counterpart's pieces for windows that end at these shares of the translation, the last at 1."""
    found = []
    begin, last = 0, 0.0
    for end in ends:
        stop, following = (len(text), len(text)) if end == 1 else _place(text, end, (end - last) * len(text))
        found.append(range(min(begin, max(0, len(text) - 1)), max(begin + 1, stop) if len(text) else 0))
        begin, last = following, end
    return found


def _place(text: Pieced, share: float, size: float) -> tuple[int, int]:
    """Where a slice of about `size` pieces ends and where the next begins: where a sentence ends, else overlapping."""
    at = share * len(text)
    low, high = max(1, round(at - NEAR * size)), min(len(text) - 1, round(at + NEAR * size))
    ends = [i for i in range(low, high + 1) if text.cut(i) == SENTENCE]
    if ends:
        best = min(ends, key=lambda i: abs(i - at))
        return best, best
    return min(len(text), round(at + WIDER * size)), max(0, round(at - WIDER * size))


def _not_too_long(pieces: range) -> list[range]:
    count = max(1, -(-len(pieces) // LONGEST))
    bounds = [len(pieces) * k // count for k in range(count + 1)]
    return [pieces[a:b] for a, b in pairwise(bounds)]
