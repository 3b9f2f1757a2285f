"""How a pair of texts is laid before the network: each side read alone by e5's lower layers, then side by side.

The layout of a pair is `<s> counterpart </s> <s> translation </s>`; the prefix that e5 reads before every text has done
its work in the lower layers and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from auditor.encoders.e5 import E5Encoder
from auditor.fidelity.network import COUNTERPART, TRANSLATION

LOWER = 6
"""Layers that read each text alone."""
SPECIAL = 2
"""Tokens around each side: <s> and </s>."""

Pieces = Sequence[int]
Cells = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Laid:
    """A batch of pairs before the upper layers."""

    states: Tensor
    """(pairs, width, hidden)"""
    sides: Tensor
    """(pairs, width): COUNTERPART or TRANSLATION."""
    real: Tensor
    """(pairs, width): false at padding."""


def laid_length(counterpart: Pieces, translation: Pieces) -> int:
    """Tokens of a pair as it is laid."""
    return len(counterpart) + len(translation) + 2 * SPECIAL


def lay(encoder: E5Encoder, pairs: Sequence[tuple[Pieces, Pieces]]) -> Laid:
    """States of (counterpart, translation) piece ids after the lower layers, side by side."""
    states, cells = _lower(encoder, pairs)
    width = max(map(len, cells))
    places = np.zeros((len(cells), width), dtype=np.int64)
    real = np.zeros((len(cells), width), dtype=bool)
    sides = np.full((len(cells), width), COUNTERPART, dtype=np.int64)
    for i, (row, (counterpart, _)) in enumerate(zip(cells, pairs, strict=True)):
        places[i, : len(row)] = row
        real[i, : len(row)] = True
        sides[i, len(counterpart) + SPECIAL :] = TRANSLATION
    flat = torch.from_numpy(places.reshape(-1)).to(states.device)
    shaped = states.index_select(0, flat).view(*places.shape, -1)
    return Laid(shaped, torch.from_numpy(sides).to(states.device), torch.from_numpy(real).to(states.device))


def lay_packed(encoder: E5Encoder, pairs: Sequence[tuple[Pieces, Pieces]]) -> Tensor:
    """As `lay`, without padding: the tokens of all pairs end to end (tokens, hidden)."""
    states, cells = _lower(encoder, pairs)
    return states.index_select(0, torch.from_numpy(np.concatenate(cells)).to(states.device))


def _lower(encoder: E5Encoder, pairs: Sequence[tuple[Pieces, Pieces]]) -> tuple[Tensor, list[Cells]]:
    """Packed states of all texts after the lower layers, and per pair which of them it is laid from."""
    prefix, tokenizer = encoder.prefix, encoder.tokenizer
    texts = [list(pieces) for pair in pairs for pieces in pair]
    order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
    runs = [[tokenizer.bos, *prefix, *texts[i], tokenizer.eos] for i in order]
    with torch.no_grad():
        states = encoder.states_after(runs, LOWER)
    ends = np.cumsum([len(run) for run in runs])
    starts = np.empty(len(texts), dtype=np.int64)
    starts[order] = ends - [len(run) for run in runs]
    sides = [_cells(start, len(prefix), len(text)) for start, text in zip(starts.tolist(), texts, strict=True)]
    return states, [np.concatenate(both) for both in zip(sides[::2], sides[1::2], strict=True)]


def _cells(start: int, prefix: int, length: int) -> Cells:
    """<s>, the pieces and </s> of a run that begins at `start`, without its prefix."""
    return np.concatenate([[start], np.arange(start + 1 + prefix, start + 2 + prefix + length)])
