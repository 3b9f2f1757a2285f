"""The transformer of the bundled e5 with its matrix products between bytes, on packed tokens.

Attention, residuals and layer norms stay in float32. A handful of feed-forward channels carry values ten times those of
all others (up to 70 where 5 is usual); they are computed apart in float32, so that the others keep a fine grid.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import gelu

from auditor.encoders.e5_layers import E5Embeddings, E5Layer
from auditor.encoders.e5_lower import Tap
from auditor.encoders.e5_packing import Packing, pack, packed_attention
from auditor.encoders.e5_reach import LayerReach, load_reach
from auditor.encoders.e5_weights import E5File
from auditor.encoders.int8_linear import Grid, Int8Linear, even_spread, grid_between

WIDE = 8.0
"""Feed-forward channels that reach further are kept in float32: none to three a layer."""
GELU_LOWEST = -0.17


class _FeedForward:
    """Widen, GELU, narrow; added to the input."""

    def __init__(self, layer: E5Layer, reach: LayerReach) -> None:
        wide = torch.from_numpy(reach.narrow) > WIDE
        top = float(torch.from_numpy(reach.narrow)[~wide].max())
        self._between = grid_between(GELU_LOWEST, top)
        self._widen = _spread_linear(layer.widen, torch.from_numpy(reach.widen))
        narrow = layer.narrow.weight.masked_fill(wide, 0.0)
        self._narrow = Int8Linear(narrow, layer.narrow.bias, self._between)
        self._wide = [
            (layer.widen.weight[i].clone(), float(layer.widen.bias[i]), layer.narrow.weight[:, i].clone())
            for i in wide.nonzero().flatten().tolist()
        ]

    def add_to(self, states: Tensor) -> Tensor:
        inner = self._widen.gelu_bytes(self._widen.to_bytes(states), self._between)
        total = states
        for into, bias, out in self._wide:  # row by row: a matrix product's last bits depend on the number of rows
            channel = gelu((states * into).sum(dim=1, keepdim=True) + bias)
            total = torch.addcmul(total, channel, out)
        return self._narrow.add_to(total, inner)


class Int8Layer:
    """As `E5Layer`, on packed states (tokens, hidden), which are overwritten."""

    def __init__(self, layer: E5Layer, reach: LayerReach) -> None:
        self._heads = layer.heads
        self._query_key_value = _spread_linear(layer.query_key_value, torch.from_numpy(reach.query_key_value))
        self._attention_out = Int8Linear(
            layer.attention_out.weight, layer.attention_out.bias, _grid_within(float(reach.attention_out.max()))
        )
        self._feed_forward = _FeedForward(layer, reach)
        self._attention_norm, self._out_norm = layer.attention_norm, layer.out_norm

    def __call__(self, states: Tensor, packing: Packing) -> Tensor:
        split = self._query_key_value.floats(self._query_key_value.to_bytes(states))
        mixed = packed_attention(split, packing, self._heads)
        states = self._attention_norm(self._attention_out.add_to(states, self._attention_out.to_bytes(mixed)))
        normed: Tensor = self._out_norm(self._feed_forward.add_to(states))
        return normed


class E5Int8Layers:
    """The whole stack. Built from the float weights layer by layer; none of them is kept."""

    def __init__(self, file: E5File) -> None:
        with torch.inference_mode():
            self._embeddings = E5Embeddings(file)
            self._layers = [Int8Layer(E5Layer(file, i), reach) for i, reach in enumerate(load_reach())]

    def packed_states(self, runs: list[list[int]], stop: int | None = None, tap: Tap | None = None) -> Tensor:
        """Token states of `runs` of piece ids, laid end to end, after `stop` layers (all): (tokens, hidden)."""
        packing = pack([len(run) for run in runs])
        ids = torch.tensor([piece for run in runs for piece in run])
        states: Tensor = self._embeddings(ids, positions=packing.positions)
        for done, layer in enumerate(self._layers[:stop], start=1):
            states = layer(states, packing)
            if tap is not None and tap.layer == done:
                tap.take(states)
        return states


def _spread_linear(layer: torch.nn.Linear, reach: Tensor) -> Int8Linear:
    spread = even_spread(reach, layer.weight)
    return Int8Linear(layer.weight, layer.bias, _grid_within(float((reach / spread).max())), spread)


def _grid_within(top: float) -> Grid:
    return grid_between(-top, top)
