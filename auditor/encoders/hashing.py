"""An encoder without a model: character n-grams hashed into a small vector. The public test seam."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence

import numpy as np

from auditor.encoders.protocol import Vectors

RECIPE = "signed crc32 of casefolded character 2-, 3- and 4-grams, v1"
GRAM_LENGTHS = (2, 3, 4)


class HashEncoder:
    """Deterministic on every machine, needs no weights and no torch; texts that share letters get similar vectors.

    It knows nothing of meaning, so it aligns edited copies of one text, not translations.
    """

    name = "hash"
    languages: frozenset[str] | None = None
    device = "cpu"

    def __init__(self, dimensions: int = 256) -> None:
        if dimensions < 1:
            raise ValueError(f"dimensions must be at least 1, not {dimensions}")
        self.dimensions = dimensions

    @property
    def model_hash(self) -> str:
        """Hash of the recipe and the dimensions; there are no weights."""
        return hashlib.sha256(f"{RECIPE}|{self.dimensions}".encode()).hexdigest()[:12]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), rows L2-normalised."""
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            self._fill(row, text)
        return rows

    def count_tokens(self, text: str) -> int:
        """White-space separated words."""
        return len(text.split())

    def _fill(self, row: Vectors, text: str) -> None:
        for gram in _grams(text):
            code = zlib.crc32(gram.encode("utf-8", "surrogatepass"))
            row[(code >> 1) % self.dimensions] += 1.0 if code & 1 else -1.0
        length = float(np.linalg.norm(row.astype(np.float64)))
        if length == 0.0:  # every gram cancelled another: rare, but a row must have length one
            row[0] = length = 1.0
        row /= length


def _grams(text: str) -> list[str]:
    padded = f" {' '.join(text.casefold().split())} "
    return [padded[i : i + n] for n in GRAM_LENGTHS for i in range(len(padded) - n + 1)]
