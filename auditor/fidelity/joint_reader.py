"""Runs the network on batches of pairs: padded in floating point, or packed end to end in int8."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from auditor.encoders.e5 import E5Encoder
from auditor.encoders.e5_int8 import Int8Layer
from auditor.encoders.e5_packing import pack, run_sums
from auditor.fidelity.joint_input import SPECIAL, Pieces, laid_length, lay, lay_packed
from auditor.fidelity.joint_store import JointModel
from auditor.fidelity.network import Judgements, Pooled

Floats = NDArray[np.float32]
PiecePair = tuple[Pieces, Pieces]
"""Piece ids of (counterpart, translation)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one pair."""

    figures: Floats
    """(3,), in the order of `FIGURES`."""
    counterpart: Floats
    """Log-odds that a piece was lost."""
    translation: Floats
    """Log-odds that a piece is marked."""


class JointReader:
    """The network on an encoder's lower layers, on its device and in its precision; built on the first batch."""

    def __init__(self, encoder: E5Encoder, model: JointModel) -> None:
        self.encoder = encoder
        self._model = model

    def read(self, pairs: Sequence[PiecePair]) -> list[Reading]:
        """One reading per pair, in order; pairs of similar length cost least."""
        with torch.inference_mode():
            if self.encoder.precision == "int8":
                return self._packed(pairs)
            return self._padded(pairs)

    def _padded(self, pairs: Sequence[PiecePair]) -> list[Reading]:
        laid = lay(self.encoder, pairs)
        judged = self._network(laid.states, laid.sides, laid.real)
        tokens = judged.tokens.float().cpu().numpy()
        figures = judged.figures.float().cpu().numpy()
        return [_reading(figures[i], tokens[i], pair) for i, pair in enumerate(pairs)]

    def _packed(self, pairs: Sequence[PiecePair]) -> list[Reading]:
        """Equal widths of attention are read together, so the order is by length."""
        order = sorted(range(len(pairs)), key=lambda i: -laid_length(*pairs[i]))
        sides = [len(pieces) + SPECIAL for i in order for pieces in pairs[i]]
        judged = self._int8(lay_packed(self.encoder, [pairs[i] for i in order]), sides)
        ends = np.cumsum([laid_length(*pairs[i]) for i in order])
        tokens = np.split(judged.tokens.numpy(), ends[:-1])
        figures = judged.figures.numpy()
        found = {i: _reading(figures[row], tokens[row], pairs[i]) for row, i in enumerate(order)}
        return [found[i] for i in range(len(pairs))]

    @cached_property
    def _network(self) -> torch.nn.Module:
        return self._model.network.to(self.encoder.device)

    @cached_property
    def _int8(self) -> Int8Joint:
        return Int8Joint(self._model)


class Int8Joint:
    """The network with the matrix products of its layers between bytes; the heads stay in float32."""

    def __init__(self, model: JointModel) -> None:
        network = model.network
        self._sides, self._heads = network.sides, network.heads
        self._layers = [Int8Layer(layer, reach) for layer, reach in zip(network.layers, model.reach, strict=True)]  # type: ignore[arg-type]

    def __call__(self, states: Tensor, lengths: Sequence[int]) -> Judgements:
        """States (tokens, hidden) of pairs end to end; `lengths` of counterpart, translation, counterpart …"""
        sides = torch.arange(len(lengths)).remainder(2).repeat_interleave(torch.tensor(lengths))
        packing = pack([a + b for a, b in zip(lengths[::2], lengths[1::2], strict=True)])
        states = states + self._sides[sides]
        for layer in self._layers:
            states = layer(states, packing)
        odds = self._heads.token_odds(states, sides)
        counterpart, translation = _pooled(states, odds, lengths)
        return Judgements(self._heads.pair_figures(counterpart, translation), odds)


def _pooled(states: Tensor, odds: Tensor, lengths: Sequence[int]) -> tuple[Pooled, Pooled]:
    """Counterparts and translations, which stand in `states` by turns."""
    sizes = torch.tensor(lengths)
    means = run_sums(states, lengths) / sizes[:, None]
    highest = torch.segment_reduce(odds, "max", lengths=sizes)
    weights = (odds - highest.repeat_interleave(sizes)).exp()[:, None]
    suspects = run_sums(states * weights, lengths) / run_sums(weights, lengths)
    return Pooled(means[::2], suspects[::2]), Pooled(means[1::2], suspects[1::2])


def _reading(figures: Floats, tokens: Floats, pair: PiecePair) -> Reading:
    counterpart, translation = pair
    begin = len(counterpart) + SPECIAL + 1
    return Reading(figures, tokens[1 : 1 + len(counterpart)], tokens[begin : begin + len(translation)])
