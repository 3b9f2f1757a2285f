"""Runs another aligner's own dynamic programme on our vectors, for comparison side by side.

`bertalign` (PyPI, GPL-3.0) asks for Python 3.12 and a model that it downloads; neither is needed for its programme:

    pip download --no-deps --python-version 3.12 --only-binary=:all: bertalign -d RIVALS
    (cd RIVALS && unzip -q bertalign-*.whl)
    pip install --target RIVALS numba

`vecalign` is not on PyPI.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import numpy as np

from auditor.align.embedding import Embed

LARGEST = 4
"""Segments in the largest run that bertalign embeds at its default `max_align` of 5."""
Bead = tuple[int, int, int, int]


class Bertalign:
    """bertalign's two passes with its own defaults; raises `ModuleNotFoundError` where it is not to be had."""

    name = "bertalign"

    def __init__(self, folder: Path | None) -> None:
        if folder is not None:
            sys.path.insert(0, str(folder))
        package = ModuleType("bertalign")
        spec = importlib.util.find_spec("bertalign")
        if spec is None or spec.submodule_search_locations is None:
            raise ModuleNotFoundError("bertalign")
        # The package's own first file imports sentence-transformers and Python 3.12 syntax; its programme does not.
        package.__path__ = list(spec.submodule_search_locations)
        sys.modules["bertalign"] = package
        self._core = importlib.import_module("bertalign.corelib")

    def align(self, left: Sequence[str], right: Sequence[str], embed: Embed) -> tuple[list[Bead], float]:
        """Beads (first, size, first, size) and the seconds of the programme, without embedding."""
        core = self._core
        (ours, our_lengths), (theirs, their_lengths) = _overlaps(left, embed), _overlaps(right, embed)
        n, m = len(left), len(right)
        start = time.perf_counter()
        scores, indices = core.find_top_k_sents(ours[0], theirs[0], k=3)
        kinds = core.get_alignment_types(2)
        width, path = core.find_first_search_path(n, m)
        pointers = core.first_pass_align(n, m, width, path, kinds, scores, indices)
        first = core.first_back_track(n, m, pointers, path, kinds)
        kinds = core.get_alignment_types(LARGEST + 1)
        width, path = core.find_second_search_path(first, 5, n, m)
        ratio = float(our_lengths[0].sum() / their_lengths[0].sum())
        pointers = core.second_pass_align(
            ours, theirs, our_lengths, their_lengths, width, path, kinds, ratio, -0.1, margin=True, len_penalty=True
        )
        beads = core.second_back_track(n, m, pointers, path, kinds)
        seconds = time.perf_counter() - start
        return [(a[0], len(a), b[0], len(b)) for a, b in beads if a and b], seconds


def _overlaps(texts: Sequence[str], embed: Embed) -> tuple[np.ndarray, np.ndarray]:
    """Vectors and byte lengths of all runs by their last line, as bertalign lays them out; "PAD" where a run is cut."""
    runs = [
        [" ".join(texts[i - size + 1 : i + 1]) if i + 1 >= size else "PAD" for i in range(len(texts))]
        for size in range(1, LARGEST + 1)
    ]
    vectors = np.stack([embed(row) for row in runs])
    return vectors, np.array([[len(text.encode()) for text in row] for row in runs], dtype=np.int64)
