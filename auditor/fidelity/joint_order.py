"""The joint scorer with a second look at each translation: is it made of sentences at all?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from auditor.core.score import SegmentScore
from auditor.encoders.batching import batches_by_length
from auditor.encoders.e5 import E5Encoder
from auditor.fidelity.guards import unfit
from auditor.fidelity.joint import JointScorer
from auditor.fidelity.joint_input import LOWER
from auditor.fidelity.joint_store import JointModel
from auditor.fidelity.joint_windows import WINDOW, parts
from auditor.fidelity.order_store import OrderModel
from auditor.fidelity.pair import TextPair
from auditor.fidelity.pieces import Pieced

CELLS = 4096
"""Pieces, padding included, looked at together."""


class OrderReader:
    """Log-odds that texts are word salad, from the states that an encoder's lower layers give or have kept."""

    def __init__(self, encoder: E5Encoder, model: OrderModel) -> None:
        self._encoder = encoder
        self._network = model.network.to(encoder.device)

    def read(self, texts: Sequence[str]) -> list[float | None]:
        """One figure a text, that of its worst window where it is long; None for a text without pieces."""
        pieced = [Pieced.of(text, self._encoder.tokenizer) for text in texts]
        windows = [(i, part) for i, text in enumerate(pieced) for part in parts(text, -(-len(text) // WINDOW))]
        runs = [pieced[i].ids[part.start : part.stop] for i, part in windows]
        found: list[float | None] = [None] * len(texts)
        for batch in batches_by_length([len(run) for run in runs], CELLS):
            for at, odds in zip(batch, self._odds([runs[at] for at in batch]), strict=True):
                owner = windows[at][0]
                known = found[owner]
                found[owner] = odds if known is None else max(known, odds)
        return found

    def _odds(self, runs: Sequence[Sequence[int]]) -> list[float]:
        tokenizer, prefix = self._encoder.tokenizer, self._encoder.prefix
        with torch.inference_mode():
            whole = [[tokenizer.bos, *prefix, *run, tokenizer.eos] for run in runs]
            states = self._encoder.states_after(whole, LOWER)
            ends = np.cumsum([0, *map(len, whole)]).tolist()
            own: list[Tensor] = [states[a + 1 + len(prefix) : b - 1].float() for a, b in pairwise(ends)]
            real = torch.arange(max(map(len, runs))) < torch.tensor([len(run) for run in runs])[:, None]
            _, odds = self._network(pad_sequence(own, batch_first=True), real.to(states.device))
            return [float(x) for x in odds.cpu()]


class OrderedScorer(JointScorer):
    """As the joint scorer; scores say of each translation, too, how probably it is word salad."""

    def __init__(self, encoder: E5Encoder, model: JointModel, order: OrderModel) -> None:
        super().__init__(encoder, model)
        self._order = OrderReader(encoder, order)
        self.signature += f"|order:{order.digest}"

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        """As the joint scorer's, with `disorder` where the translation is fit to be read."""
        scores = super().score(pairs)
        texts = list(dict.fromkeys(pair.translation for pair in pairs if unfit(pair) is None))
        disorder = dict(zip(texts, self._order.read(texts), strict=True))
        return [
            replace(score, disorder=disorder.get(pair.translation)) for pair, score in zip(pairs, scores, strict=True)
        ]
