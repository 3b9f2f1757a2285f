"""Runs of neighbouring segments as one text, so that beads of several segments have vectors of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from auditor.align.embedding import Embed, Matrix
from auditor.core.document import Document


@dataclass(frozen=True)
class Windows:
    """Vectors of all runs of 1 to `largest` segments; `by_size[k][i]` is the run of `k + 1` that starts at i."""

    by_size: tuple[Matrix, ...]
    lengths: tuple[int, ...]
    """Characters of each single segment."""

    @property
    def count(self) -> int:
        """Number of single segments."""
        return len(self.lengths)


def segment_windows(document: Document, indices: Sequence[int], largest: int, embed: Embed) -> Windows:
    """Windows over the given segments of `document`, which are neighbours in reading order.

    Texts are sliced and joined by a space, so that a passage break inside a run does not matter.
    """
    return text_windows([document.segment_text(i) for i in indices], largest, embed)


def text_windows(texts: Sequence[str], largest: int, embed: Embed) -> Windows:
    """Windows over `texts`; all runs are embedded in one call."""
    sizes = range(1, min(largest, max(len(texts), 1)) + 1)
    runs = {size: [" ".join(texts[i : i + size]) for i in range(len(texts) - size + 1)] for size in sizes}
    vectors = embed([text for size in sizes for text in runs[size]])
    cuts = np.cumsum([len(runs[size]) for size in sizes])[:-1]
    return Windows(tuple(np.split(vectors, cuts)), tuple(len(text) for text in texts))
