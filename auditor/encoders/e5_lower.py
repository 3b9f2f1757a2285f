"""Token states of the bundled e5 on their way up, kept so that a learned scorer need not compute them again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

LIMIT_BYTES = 64 * 2**20
"""43,000 tokens of float32 states: both sides of about ten article pairs."""


@dataclass(frozen=True, slots=True)
class Tap:
    """Where a stack of layers is listened to while it runs."""

    layer: int
    """How many layers were run."""
    take: Callable[[Tensor], object]
    """Given the states of all real tokens there, end to end (tokens, hidden); they are overwritten afterwards."""


class LowerStates:
    """The states of whole runs of piece ids after `layer` layers; the oldest make room for new ones."""

    def __init__(self, layer: int, limit_bytes: int = LIMIT_BYTES) -> None:
        self.layer = layer
        self._limit_bytes = limit_bytes
        self._bytes = 0
        self._known: dict[bytes, Tensor] = {}

    def tap(self, runs: Sequence[Sequence[int]]) -> Tap:
        """Keeps what passes by when `runs` are read."""
        return Tap(self.layer, lambda states: self._keep([_key(run) for run in runs], states))

    def states(self, runs: Sequence[Sequence[int]], compute: Callable[[list[list[int]]], Tensor]) -> Tensor:
        """States of `runs` end to end, (tokens, hidden); `compute` is asked for those that are not known, once each."""
        keys = [_key(run) for run in runs]
        missing = {key: list(run) for key, run in zip(keys, runs, strict=True) if key not in self._known}
        found = {key: self._known[key] for key in keys if key in self._known}
        if missing:
            found |= self._keep(list(missing), compute(list(missing.values())))
        return torch.cat([found[key] for key in keys])

    def _keep(self, keys: list[bytes], states: Tensor) -> dict[bytes, Tensor]:
        ends = np.cumsum([0, *(len(key) // _WIDTH for key in keys)]).tolist()
        fresh = {key: states[a:b].clone() for key, (a, b) in zip(keys, pairwise(ends), strict=True)}
        for key, own in fresh.items():
            if key not in self._known:
                self._known[key] = own
                self._bytes += own.nbytes
        while self._bytes > self._limit_bytes:
            self._bytes -= self._known.pop(next(iter(self._known))).nbytes
        return fresh


_WIDTH = np.dtype(np.int32).itemsize


def _key(run: Sequence[int]) -> bytes:
    return np.asarray(run, dtype=np.int32).tobytes()
