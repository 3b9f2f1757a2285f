"""Training examples as piece ids with a label per token, and the order in which they are seen.

The order is a pure function of the seed and the epoch, so a run that was stopped goes on where it was.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from fidelity_rows import Row, Spans
from numpy.typing import NDArray

from auditor.encoders.e5_tokenizer import E5Tokenizer

Labels = NDArray[np.float32]
MAX_PIECES = 200
"""Longer texts are left out of training: the time of a pair grows faster than its length."""
POOL = 64
"""Batches whose rows are sorted by length together."""
UNKNOWN = np.float32(np.nan)


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A row before the network; two are equal where they are one."""

    counterpart: tuple[int, ...]
    translation: tuple[int, ...]
    tokens: Labels
    """Per token as it is laid: share of raters that marked it; not a number where nobody was asked."""
    dataset: str
    quality: float | None
    critical: float | None
    major: float | None
    above: tuple[int, float] | None = None
    """(how many places before this example stands the better one, by how much it is better)."""

    @property
    def length(self) -> int:
        """Tokens as it is laid."""
        return len(self.tokens)


Unit = tuple[Example, ...]
"""Examples that must be seen together: a row, or a row and its damaged forms."""


def example(row: Row, tokenizer: E5Tokenizer, above: tuple[int, float] | None = None) -> Example | None:
    """`row` in pieces; None where a side has none or too many."""
    counterpart, lost = _labelled(row.pair.counterpart, row.lost, tokenizer)
    translation, marked = _labelled(row.pair.translation, row.words, tokenizer)
    if not 0 < len(counterpart) <= MAX_PIECES or not 0 < len(translation) <= MAX_PIECES:
        return None
    edge = np.array([UNKNOWN])
    tokens = np.concatenate([edge, lost, edge, edge, marked, edge]).astype(np.float32)
    return Example(counterpart, translation, tokens, row.dataset, row.quality, row.critical, row.major, above)


def _labelled(text: str, raters: tuple[Spans, ...] | None, tokenizer: E5Tokenizer) -> tuple[tuple[int, ...], Labels]:
    pieces = tokenizer.pieces_with_offsets(text)
    if raters is None:
        return tuple(i for i, _, _ in pieces), np.full(len(pieces), UNKNOWN)
    marked = np.zeros((len(raters), len(text) + 1), dtype=np.float32)
    for rater, spans in enumerate(raters):
        for start, end in spans:
            marked[rater, start:end] = 1
    share = marked.mean(axis=0)
    labels = [share[_inner(text, start, end)].max(initial=0) for _, start, end in pieces]
    return tuple(i for i, _, _ in pieces), np.array(labels, dtype=np.float32)


def _inner(text: str, start: int, end: int) -> slice:
    """The code points of a piece without the space before it."""
    while start < end and text[start].isspace():
        start += 1
    return slice(start, end)


def batches(units: Sequence[Unit], size: int, seed: int, epoch: int) -> list[list[Unit]]:
    """All units once, in batches of about `size` examples of similar length, in an order of its own each epoch."""
    generator = random.Random(f"{seed}:{epoch}")
    order = list(range(len(units)))
    generator.shuffle(order)
    found: list[list[Unit]] = []
    per_pool = POOL * size
    pool: list[int] = []
    count = 0
    for i in order:
        pool.append(i)
        count += len(units[i])
        if count >= per_pool:
            found += _cut(pool, units, size)
            pool, count = [], 0
    found += _cut(pool, units, size)
    generator.shuffle(found)
    return found


def _cut(pool: list[int], units: Sequence[Unit], size: int) -> list[list[Unit]]:
    by_length = sorted(pool, key=lambda i: (max(x.length for x in units[i]), i))
    found: list[list[Unit]] = []
    batch: list[Unit] = []
    for i in by_length:
        batch.append(units[i])
        if sum(map(len, batch)) >= size:
            found.append(batch)
            batch = []
    return [*found, batch] if batch else found
