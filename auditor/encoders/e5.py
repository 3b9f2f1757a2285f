"""The bundled encoder `e5`: multilingual-e5-small (MIT), about 100 languages, 384 dimensions, 4-bit weights.

They are computed with in float32, or, where the processor is fit for it, between bytes (`precision`).

Every text is read with the prefix `query: ` on both sides, mean-pooled over all its tokens and L2-normalised, as its
authors advise for symmetric tasks. A text longer than the 512 positions is read in windows of equal length, each with
the prefix, and pooled over the tokens of all of them: nothing is cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from threading import Thread
from typing import TYPE_CHECKING

import numpy as np

from auditor.config import models_folder
from auditor.encoders.batching import batches_by_length, encode_distinct, normalised, windows
from auditor.encoders.bundled import E5_FILES
from auditor.encoders.device import resolve_device, set_threads
from auditor.encoders.e5_reach import FILE as REACH_FILE
from auditor.encoders.e5_tokenizer import E5Tokenizer
from auditor.encoders.e5_weights import E5File
from auditor.encoders.fingerprint import fingerprint
from auditor.encoders.precision import resolve_precision
from auditor.encoders.protocol import Vectors
from auditor.encoders.trained_on import E5_LANGUAGES

if TYPE_CHECKING:
    from torch import Tensor

    from auditor.encoders.e5_int8 import E5Int8Layers
    from auditor.encoders.e5_layers import E5Layers
    from auditor.encoders.e5_lower import LowerStates

RECIPES = {"fp32": "e5|query: |mean|v1", "int8": "e5|query: |mean|int8 v1"}
PREFIX = "query:"
BATCH_CELLS = {("cpu", "fp32"): 1024, ("cpu", "int8"): 4096, ("cuda", "fp32"): 32768}
"""Tokens, padding included, run together. On an idle machine int8 is as fast with 1,024; on a busy one its many short
steps, at each of which all threads meet, make 4,096 twice as fast."""


class E5Encoder:
    """Loads weights, tokenizer and torch on the first text; until then it costs nothing."""

    name = "e5"
    languages: frozenset[str] | None = E5_LANGUAGES

    def __init__(self, device: str = "auto", threads: int | None = None, precision: str = "auto") -> None:
        (path,) = E5_FILES.locate()
        self.file = E5File(path)
        self.dimensions = self.file.sizes.hidden
        self.device = resolve_device(device)
        self.precision = resolve_precision(precision, self.device)
        self._threads = threads
        self._lower: LowerStates | None = None

    @cached_property
    def model_hash(self) -> str:
        """Over all bytes of the weights, and of what the grids of int8 rest on."""
        reach = (models_folder() / REACH_FILE,) if self.precision == "int8" else ()
        return fingerprint((self.file.path, *reach), RECIPES[self.precision])

    @cached_property
    def fitted_hash(self) -> str:
        """The hash of fp32, whatever the precision: the tokenizer and models fitted on the vectors serve both."""
        return fingerprint((self.file.path,), RECIPES["fp32"])

    @cached_property
    def tokenizer(self) -> E5Tokenizer:
        """Texts to ids."""
        return E5Tokenizer(self.file, self.fitted_hash)

    @cached_property
    def layers(self) -> E5Layers | E5Int8Layers:
        """The transformer on this encoder's device, for inference."""
        set_threads(self._threads)
        if self.precision == "int8":
            from auditor.encoders.e5_int8 import E5Int8Layers

            return E5Int8Layers(self.file)
        from auditor.encoders.e5_layers import E5Layers

        return E5Layers(self.file).to(self.device).eval()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), 384), rows L2-normalised."""
        return encode_distinct(texts, self.dimensions, self._encode)

    def count_tokens(self, text: str) -> int:
        """SentencePiece tokens of `text`, without the prefix."""
        return len(self.tokenizer.ids([text])[0])

    def token_states(self, texts: Sequence[str], layers: int) -> list[Vectors]:
        """Per text the states of its tokens after `layers` layers, shape (tokens, 384); long texts in windows."""
        self._warm_up()
        runs = self._runs(list(texts))
        found: list[list[tuple[int, Vectors]]] = [[] for _ in texts]
        first = 1 + len(self.prefix)
        for batch, states in self._batches(runs, layers):
            values = states.float().cpu().numpy()
            ends = np.cumsum([len(runs[i][1]) for i in batch])
            for i, end in zip(batch, ends.tolist(), strict=True):
                owner, ids = runs[i]
                found[owner].append((i, values[end - len(ids) + first : end - 1]))
        return [np.concatenate([part for _, part in sorted(parts, key=itemgetter(0))]) for parts in found]

    def keep_lower(self, layer: int) -> None:
        """From now on keep the states after `layer` layers of what is encoded, for `states_after`; begins with none."""
        from auditor.encoders.e5_lower import LowerStates

        self._lower = LowerStates(layer)

    def states_after(self, runs: list[list[int]], layer: int) -> Tensor:
        """States of `runs` of piece ids (special ones included) after `layer` layers, end to end (tokens, hidden).

        Those that were kept are not computed again.
        """
        if self._lower is None or self._lower.layer != layer:
            return self.layers.packed_states(runs, layer)
        return self._lower.states(runs, lambda missing: self.layers.packed_states(missing, layer))

    def _warm_up(self) -> None:
        """Load the tokenizer while torch is being imported: they wait for different things."""
        if "layers" in self.__dict__:
            return
        thread = Thread(target=lambda: self.tokenizer)
        thread.start()
        _ = self.layers
        thread.join()

    @cached_property
    def prefix(self) -> list[int]:
        """Piece ids that stand before every text."""
        (ids,) = self.tokenizer.ids([PREFIX])
        return ids

    def _runs(self, texts: list[str]) -> list[tuple[int, list[int]]]:
        """(text, ids with prefix and special tokens) of every window of every text."""
        t, prefix = self.tokenizer, self.prefix
        size = self.file.sizes.positions - len(prefix) - 2
        parts = enumerate(t.ids(texts))
        return [(owner, [t.bos, *prefix, *window, t.eos]) for owner, ids in parts for window in windows(ids, size)]

    def _batches(
        self, runs: list[tuple[int, list[int]]], layers: int | None = None
    ) -> Iterator[tuple[list[int], Tensor]]:
        """Indices of the runs of a batch, and their token states end to end after `layers` layers (all)."""
        import torch

        for batch in batches_by_length([len(ids) for _, ids in runs], BATCH_CELLS[self.device, self.precision]):
            ids = [runs[i][1] for i in batch]
            tap = None if self._lower is None else self._lower.tap(ids)
            with torch.inference_mode():
                states = self.layers.packed_states(ids, layers, tap)
            yield batch, states

    def _encode(self, texts: list[str]) -> Vectors:
        self._warm_up()
        from auditor.encoders.e5_packing import run_sums

        runs = self._runs(texts)
        sums = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for batch, states in self._batches(runs):
            owners = [runs[i][0] for i in batch]
            np.add.at(sums, owners, run_sums(states, [len(runs[i][1]) for i in batch]).float().cpu().numpy())
        return normalised(sums)  # the mean over a text's tokens has the direction of their sum
