"""What every encoder offers: sentences in, unit vectors out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Rows of float32, each of length one."""


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into vectors whose inner product says how alike their meanings are."""

    @property
    def name(self) -> str:
        """`use`, `e5`, `hash`, a hub id or the name of a local folder."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    @property
    def languages(self) -> frozenset[str] | None:
        """ISO 639-1 codes the model was trained on; None where that is unknown or does not matter."""

    @property
    def device(self) -> str:
        """Where it runs: `cpu` or `cuda`."""

    @property
    def model_hash(self) -> str:
        """Twelve hex digits that change when the weights, the vocabulary or the recipe change."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode `texts` into an array of shape (len(texts), dimensions).

        Rows are L2-normalised and row i belongs to `texts[i]`; the same texts give the same bytes on one device.
        An empty list gives shape (0, dimensions). No text is ever cut: longer ones are read in windows.
        """

    def count_tokens(self, text: str) -> int:
        """How many tokens of this model `text` has, without prefix and special tokens."""
