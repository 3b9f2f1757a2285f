"""Runs of tokens laid end to end without padding, and the padded view that attention alone needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import scaled_dot_product_attention

WIDTH_STEP = 16
"""Attention over a width that is no multiple of 16 takes up to twice as long on the CPU (5.6 ms for rows of 30 tokens,
3.3 ms for rows of 32, 1,024 tokens, one thread), so rows are filled up that far, and only there."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Consecutive runs whose lengths round up to one width, as attention sees them."""

    cells: Tensor
    """Token shown in each cell of the padded view (runs * width,); any in padding, where the mask hides it."""
    back: Tensor
    """Cell of each token (tokens,)."""
    mask: Tensor
    """0 where a cell holds a token and -inf where it does not, (runs, 1, 1, width)."""


@dataclass(frozen=True, slots=True)
class Packing:
    """Where each of the packed tokens stands."""

    positions: Tensor
    """Place of each token within its run (tokens,)."""
    rows: tuple[Rows, ...]


def pack(lengths: Sequence[int]) -> Packing:
    """The layout of runs of so many tokens, none empty; best sorted by length."""
    rows = []
    start = 0
    for width, same in groupby(lengths, _width):
        group = np.array(list(same))
        rows.append(_rows(group, width, start))
        start += int(group.sum())
    positions = torch.cat([torch.arange(length) for length in lengths])
    return Packing(positions, tuple(rows))


def _width(length: int) -> int:
    return -(-length // WIDTH_STEP) * WIDTH_STEP


def _rows(lengths: NDArray[np.int64], width: int, start: int) -> Rows:
    starts = start + np.cumsum(lengths) - lengths
    columns = np.arange(width)
    real = columns < lengths[:, None]
    cells = np.where(real, starts[:, None] + columns, start).reshape(-1)
    mask = np.where(real, np.float32(0), np.float32(-np.inf))[:, None, None, :]
    return Rows(torch.from_numpy(cells), torch.from_numpy(np.flatnonzero(real)), torch.from_numpy(mask))


def packed_attention(query_key_value: Tensor, packing: Packing, heads: int) -> Tensor:
    """Self-attention within each run, from (tokens, 3 * hidden) to (tokens, hidden).

    A run's width depends on its own length alone, so that its result has the same bits whatever stands beside it.
    """
    return torch.cat([_attention(query_key_value, rows, heads) for rows in packing.rows])


def _attention(query_key_value: Tensor, rows: Rows, heads: int) -> Tensor:
    count, width = rows.mask.shape[0], rows.mask.shape[-1]
    padded = query_key_value.index_select(0, rows.cells).view(count, width, 3, heads, -1)
    query, key, value = padded.permute(2, 0, 3, 1, 4)
    mixed = scaled_dot_product_attention(query, key, value, attn_mask=rows.mask)
    return mixed.transpose(1, 2).reshape(count * width, -1).index_select(0, rows.back)


def run_sums(states: Tensor, lengths: Sequence[int]) -> Tensor:
    """Sum of the token states of each run, from (tokens, hidden) to (runs, hidden)."""
    owners = torch.repeat_interleave(torch.arange(len(lengths)), torch.tensor(lengths)).to(states.device)
    members = owners == torch.arange(len(lengths), device=states.device)[:, None]
    return members.to(states.dtype) @ states
