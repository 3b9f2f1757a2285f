"""What the network says of judged rows, piece by piece and word by word, beside what people said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from fidelity_batches import MAX_PIECES
from fidelity_fit import Array
from fidelity_rows import Row, Spans
from numpy.typing import NDArray

from auditor.encoders.batching import batches_by_length
from auditor.fidelity.joint_input import laid_length
from auditor.fidelity.joint_reader import JointReader
from auditor.fidelity.pieces import Pieced

CELLS = 4096


@dataclass(frozen=True, slots=True)
class Read:
    """A row and its reading."""

    row: Row
    counterpart: Pieced
    translation: Pieced
    figures: NDArray[np.float32]
    lost: NDArray[np.float32]
    marked: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of many rows: log-odds, and the share of raters that marked each."""

    odds: Array
    share: Array


def read_rows(reader: JointReader, rows: Sequence[Row]) -> list[Read]:
    """The rows that fit into one window, in order, with their readings."""
    tokenizer = reader.encoder.tokenizer
    pieced = [(row, Pieced.of(row.pair.counterpart, tokenizer), Pieced.of(row.pair.translation, tokenizer))
              for row in rows]  # fmt: skip
    kept = [x for x in pieced if 0 < len(x[1]) <= MAX_PIECES and 0 < len(x[2]) <= MAX_PIECES]
    found: dict[int, Read] = {}
    for batch in batches_by_length([laid_length(a.ids, b.ids) for _, a, b in kept], CELLS):
        readings = reader.read([(kept[i][1].ids, kept[i][2].ids) for i in batch])
        for i, reading in zip(batch, readings, strict=True):
            found[i] = Read(*kept[i], reading.figures, reading.counterpart, reading.translation)
    return [found[i] for i in range(len(kept))]


def word_table(reads: Sequence[Read], translation: bool) -> Words:
    """All words of the rows whose words were judged; a word is as suspect as its most suspect piece."""
    odds: list[float] = []
    share: list[float] = []
    for read in reads:
        raters = read.row.words if translation else read.row.lost
        if raters is None:
            continue
        text, values = (read.translation, read.marked) if translation else (read.counterpart, read.lost)
        marks = _marks(len(text.text), raters)
        for word in text.words:
            start, end = text.word_span(word)
            odds.append(float(values[word.start : word.stop].max()))
            share.append(float(marks[:, start:end].any(axis=1).mean()) if end > start else 0.0)
    return Words(np.array(odds), np.array(share))


def _marks(length: int, raters: Sequence[Spans]) -> NDArray[np.bool_]:
    marks = np.zeros((len(raters), length), dtype=bool)
    for rater, spans in enumerate(raters):
        for start, end in spans:
            marks[rater, start:end] = True
    return marks
