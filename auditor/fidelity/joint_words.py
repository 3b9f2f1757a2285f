"""From the log-odds of pieces to words with their probabilities."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from auditor.core.score import WordScore
from auditor.fidelity.joint_calibration import Logistic
from auditor.fidelity.pieces import Pieced

Floats = NDArray[np.float32]
LISTED = 0.1
"""Probability from which a word is told at all: the others, nine in ten, would only take memory."""


def gathered(size: int, seen: Iterable[tuple[range, Floats]]) -> Floats:
    """Per piece of a text of `size` the lowest log-odds over all windows that saw it; +inf where none did."""
    lowest = np.full(size, np.inf, dtype=np.float32)
    for pieces, odds in seen:
        part = slice(pieces.start, pieces.stop)
        lowest[part] = np.minimum(lowest[part], odds)
    return lowest


def word_scores(text: Pieced, odds: Floats, calibration: Logistic, least: float) -> tuple[WordScore, ...]:
    """The words of `text` whose most suspect piece has at least the probability `least`."""
    probabilities = calibration.of_each(odds)
    found = []
    for word in text.words:
        probability = float(probabilities[word.start : word.stop].max())
        if probability >= least:
            found.append(WordScore(*text.word_span(word), probability))
    return tuple(found)
