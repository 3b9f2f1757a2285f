"""The designs of the fidelity network that are compared: where the two texts meet, and which layers are tuned.

`split-6-12` reads each text alone through six frozen layers and both together through six tuned ones. `cross-12` lets
them meet at the first layer and tunes the upper eight; `cross-8` is the same without the last four layers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from auditor.encoders.e5 import E5Encoder
from auditor.encoders.e5_layers import E5Layer, E5Layers
from auditor.fidelity.joint_input import Laid, Pieces, lay
from auditor.fidelity.network import COUNTERPART, TRANSLATION, FidelityNetwork


@dataclass(frozen=True, slots=True)
class Design:
    """Layers [0, frozen) are e5's own, [frozen, top) are tuned; `split` says whether the frozen ones read one text."""

    split: bool
    frozen: int
    top: int

    def network(self, encoder: E5Encoder) -> FidelityNetwork:
        """The tuned part, with e5's weights."""
        layers = [E5Layer(encoder.file, i) for i in range(self.frozen, self.top)]
        return FidelityNetwork(layers, encoder.dimensions)


DESIGNS = {
    "split-6-12": Design(True, 6, 12),
    "split-6-10": Design(True, 6, 10),
    "cross-12": Design(False, 4, 12),
    "cross-8": Design(False, 4, 8),
}


class Lower:
    """The frozen part of a design: from piece ids to what the tuned part sees."""

    def __init__(self, design: Design, encoder: E5Encoder) -> None:
        self._design = design
        self.encoder = encoder
        self._layers = None if design.split else E5Layers(encoder.file).eval()

    def __call__(self, pairs: Sequence[tuple[Pieces, Pieces]]) -> Laid:
        """A batch of (counterpart, translation)."""
        if self._layers is None:
            return lay(self.encoder, pairs)
        tokenizer = self.encoder.tokenizer
        runs = [[tokenizer.bos, *a, tokenizer.eos, tokenizer.bos, *b, tokenizer.eos] for a, b in pairs]
        width = max(map(len, runs))
        ids = torch.tensor([run + [0] * (width - len(run)) for run in runs])
        real = torch.arange(width) < torch.tensor([len(run) for run in runs])[:, None]
        second = torch.arange(width) >= torch.tensor([len(a) + 2 for a, _ in pairs])[:, None]
        sides = torch.where(second & real, TRANSLATION, COUNTERPART)
        with torch.no_grad():
            return Laid(self._layers(ids, real, stop=self._design.frozen), sides, real)
