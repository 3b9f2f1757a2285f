"""The bundled encoder `e5`: multilingual-e5-small (MIT), about 100 languages, 384 dimensions, 4-bit weights in float32.

Every text is read with the prefix `query: ` on both sides, mean-pooled over all its tokens and L2-normalised, as its
authors advise for symmetric tasks. A text longer than the 512 positions is read in windows of equal length, each with
the prefix, and pooled over the tokens of all of them: nothing is cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING

import numpy as np

from auditor.encoders.batching import batches_by_length, encode_distinct, normalised, windows
from auditor.encoders.bundled import E5_FILES
from auditor.encoders.device import resolve_device, set_threads
from auditor.encoders.e5_tokenizer import E5Tokenizer
from auditor.encoders.e5_weights import E5File
from auditor.encoders.fingerprint import fingerprint
from auditor.encoders.protocol import Vectors
from auditor.encoders.trained_on import E5_LANGUAGES

if TYPE_CHECKING:
    from auditor.encoders.e5_layers import E5Layers

RECIPE = "e5|query: |mean|v1"
PREFIX = "query:"
BATCH_CELLS = {"cpu": 1024, "cuda": 32768}
"""Tokens, padding included, run together."""


class E5Encoder:
    """Loads weights, tokenizer and torch on the first text; until then it costs nothing."""

    name = "e5"
    languages: frozenset[str] | None = E5_LANGUAGES

    def __init__(self, device: str = "auto", threads: int | None = None) -> None:
        (path,) = E5_FILES.locate()
        self.file = E5File(path)
        self.dimensions = self.file.sizes.hidden
        self.device = resolve_device(device)
        self._threads = threads

    @cached_property
    def model_hash(self) -> str:
        """Over all bytes of the weights file."""
        return fingerprint((self.file.path,), RECIPE)

    @cached_property
    def tokenizer(self) -> E5Tokenizer:
        """Texts to ids."""
        return E5Tokenizer(self.file, self.model_hash)

    @cached_property
    def layers(self) -> E5Layers:
        """The transformer on this encoder's device, in evaluation mode."""
        from auditor.encoders.e5_layers import E5Layers

        set_threads(self._threads)
        return E5Layers(self.file).to(self.device).eval()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), 384), rows L2-normalised."""
        return encode_distinct(texts, self.dimensions, self._encode)

    def count_tokens(self, text: str) -> int:
        """SentencePiece tokens of `text`, without the prefix."""
        return len(self.tokenizer.ids([text])[0])

    def _warm_up(self) -> None:
        """Load the tokenizer while torch is being imported: they wait for different things."""
        if "layers" in self.__dict__:
            return
        thread = Thread(target=lambda: self.tokenizer)
        thread.start()
        _ = self.layers
        thread.join()

    def _runs(self, texts: list[str]) -> list[tuple[int, list[int]]]:
        """(text, ids with prefix and special tokens) of every window of every text."""
        t = self.tokenizer
        (prefix,) = t.ids([PREFIX])
        size = self.file.sizes.positions - len(prefix) - 2
        parts = enumerate(t.ids(texts))
        return [(owner, [t.bos, *prefix, *window, t.eos]) for owner, ids in parts for window in windows(ids, size)]

    def _encode(self, texts: list[str]) -> Vectors:
        self._warm_up()
        runs = self._runs(texts)
        sums = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for batch in batches_by_length([len(ids) for _, ids in runs], BATCH_CELLS[self.device]):
            owners = [runs[i][0] for i in batch]
            np.add.at(sums, owners, self._state_sums([runs[i][1] for i in batch]))
        return normalised(sums)

    def _state_sums(self, runs: list[list[int]]) -> Vectors:
        """Per run the sum of its token states, shape (runs, 384). Their mean has the same direction."""
        import torch

        from auditor.encoders.e5_layers import pad

        ids, real = pad(runs, self.tokenizer.pad)
        with torch.inference_mode():
            states = self.layers(ids, real)
            total = (states * real.to(states.device)[:, :, None]).sum(dim=1)
        return total.float().cpu().numpy()  # type: ignore[no-any-return]
