"""What the sentences of two passages say about each other: a long passage's own vector washes out, theirs do not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.align.embedding import Matrix
from auditor.core.document import Document

Table = NDArray[np.float64]
Starts = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Support:
    """Evidence of the sentences for every pair of passages; each table has shape (n, m)."""

    shorter: Table
    """How well the sentences of the passage with fewer of them are found in the other: mean of their best cosines."""
    longer: Table
    """The same for the sentences of the other one."""
    peak: Table
    """The best cosine of all their sentence pairs."""
    lead: Table
    """The same of how far a sentence pair stands above the next best of either sentence; positive where both are
    each other's nearest in the whole article."""
    pull: Table
    """The same of how far it stands above the next best of one of the two: a half of a cut sentence is drawn to the
    whole, which may be drawn to the other half."""
    nearest: Table
    """Share (0..1, by length) of the translation passage's sentences whose best match of all is in that passage."""
    nearest_back: Table
    """The same for the counterpart passage's sentences."""


def sentence_support(translation: Document, counterpart: Document, cosines: NDArray[np.floating]) -> Support:
    """`cosines` are those of all segments, shape (segments, segments)."""
    table = cosines.astype(np.float64)
    ours, theirs = _starts(translation), _starts(counterpart)
    counts = np.diff(ours, append=len(table)), np.diff(theirs, append=table.shape[1])
    in_theirs = np.maximum.reduceat(table, theirs, axis=1)
    in_ours = np.maximum.reduceat(table, ours, axis=0)
    forward = np.add.reduceat(in_theirs, ours, axis=0) / counts[0][:, None]
    backward = np.add.reduceat(in_ours, theirs, axis=1) / counts[1][None, :]
    fewer = counts[0][:, None] - counts[1][None, :]
    leads = lead_in_rows(table), lead_in_rows(table.T).T
    return Support(
        np.where(fewer < 0, forward, np.where(fewer > 0, backward, (forward + backward) / 2)),
        np.where(fewer < 0, backward, np.where(fewer > 0, forward, (forward + backward) / 2)),
        _highest(table, ours, theirs),
        _highest(np.minimum(*leads), ours, theirs),
        _highest(np.maximum(*leads), ours, theirs),
        _nearest(in_theirs, _lengths(translation), ours),
        _nearest(in_ours.T, _lengths(counterpart), theirs).T,
    )


def passage_vectors(document: Document, segments: Matrix) -> Matrix:
    """Unit vectors of the passages, shape (passages, d), from those of all segments, by length.

    Measured on rewritten articles they link passages as well as vectors of the passages' own texts, which would cost
    as much again to embed.
    """
    sums = np.add.reduceat(segments * _lengths(document)[:, None], _starts(document), axis=0)
    vectors: Matrix = (sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return vectors


def lead_in_rows(table: Table) -> Table:
    """How far each entry stands above the best other one of its row; 0 where there is no other."""
    if table.shape[1] < 2:
        return np.zeros_like(table)
    two = np.partition(table, -2, axis=1)
    first, second = two[:, -1:], two[:, -2:-1]
    lead: Table = np.where(table == first, table - second, table - first)
    return lead


def _highest(table: Table, ours: Starts, theirs: Starts) -> Table:
    highest: Table = np.maximum.reduceat(np.maximum.reduceat(table, theirs, axis=1), ours, axis=0)
    return highest


def _nearest(best: Table, lengths: Table, starts: Starts) -> Table:
    """For each passage (`starts` of its sentences) the share of its characters whose best match is in each column."""
    won = (best >= best.max(axis=1, keepdims=True) - 1e-9) * lengths[:, None]
    share: Table = np.add.reduceat(won, starts, axis=0) / np.add.reduceat(lengths, starts)[:, None]
    return share


def _starts(document: Document) -> Starts:
    return np.array([passage.segments[0].index for passage in document.passages], dtype=np.intp)


def _lengths(document: Document) -> Table:
    return np.array([max(1, len(segment.span)) for segment in document.segments], dtype=np.float64)
