"""How a pair of texts is laid before the network: each side read alone by e5's lower layers, then side by side.

The layout of a pair is `<s> counterpart </s> <s> translation </s>`; the prefix that e5 reads before every text has done
its work in the lower layers and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from auditor.encoders.e5 import E5Encoder
from auditor.fidelity.network import COUNTERPART, TRANSLATION

LOWER = 6
"""Layers that read each text alone."""
SPECIAL = 2
"""Tokens around each side: <s> and </s>."""

Pieces = Sequence[int]


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
    prefix, tokenizer = encoder.prefix, encoder.tokenizer
    texts = [list(pieces) for pair in pairs for pieces in pair]
    order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
    runs = [[tokenizer.bos, *prefix, *texts[i], tokenizer.eos] for i in order]
    with torch.no_grad():
        states = encoder.layers.packed_states(runs, LOWER)
    ends = np.cumsum([len(run) for run in runs])
    starts = np.empty(len(texts), dtype=np.int64)
    starts[order] = ends - [len(run) for run in runs]
    return _side_by_side(states, starts, [len(text) for text in texts], len(prefix))


def _side_by_side(states: Tensor, starts: np.ndarray, lengths: list[int], prefix: int) -> Laid:
    """`starts` and `lengths` of counterpart, translation, counterpart … in the packed `states`."""
    rows = []
    for pair in range(len(lengths) // 2):
        cells = []
        for side in (COUNTERPART, TRANSLATION):
            start, length = starts[2 * pair + side], lengths[2 * pair + side]
            cells += [[start], np.arange(start + 1 + prefix, start + 2 + prefix + length)]
        rows.append(np.concatenate(cells))
    width = max(map(len, rows))
    places = np.zeros((len(rows), width), dtype=np.int64)
    real = np.zeros((len(rows), width), dtype=bool)
    sides = np.zeros((len(rows), width), dtype=np.int64)
    for i, row in enumerate(rows):
        places[i, : len(row)] = row
        real[i, : len(row)] = True
        sides[i, lengths[2 * i] + SPECIAL :] = TRANSLATION
    flat = torch.from_numpy(places.reshape(-1)).to(states.device)
    shaped = states.index_select(0, flat).view(*places.shape, -1)
    return Laid(shaped, torch.from_numpy(sides).to(states.device), torch.from_numpy(real).to(states.device))
