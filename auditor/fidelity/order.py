"""Whether the words of a text stand in an order that makes sentences: a small network on token states of e5.

It looks at each text alone, through windows of five and nine pieces, at the states that e5's lower layers give them,
and says how probably the words were thrown together. Learnt from human sentences and from the same with their words
disordered, so it knows word salad, not wrong or clumsy wording.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

WINDOW = 5
"""Pieces that one layer looks at together."""
LAYERS = 2
SENTENCE = 32
"""Width of the last hidden layer."""


class OrderNetwork(nn.Module):
    """From the states of one batch of texts to log-odds."""

    def __init__(self, hidden: int, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(hidden)
        self.narrow = nn.Linear(hidden, width)
        self.windows = nn.ModuleList(nn.Conv1d(width, width, WINDOW, padding=WINDOW // 2) for _ in range(LAYERS))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(LAYERS))
        self.pieces = nn.Linear(width, 1)
        self.attention = nn.Linear(width, 1)
        self.inner = nn.Linear(2 * width + 2, SENTENCE)
        self.text = nn.Linear(SENTENCE, 1)

    def forward(self, states: Tensor, real: Tensor, drop: float = 0.0) -> tuple[Tensor, Tensor]:
        """States (texts, width, hidden) and `real` (texts, width), false at padding, at least one real in each.

        Log-odds that a piece is out of place (texts, width), and that the text is word salad (texts,).
        """
        here = real[..., None].to(states.dtype)
        seen = _dropped(self.narrow(self.norm(states)), drop)
        for window, norm in zip(self.windows, self.norms, strict=True):
            around = window((seen * here).transpose(1, 2)).transpose(1, 2)
            seen = seen + _dropped(gelu(norm(around)), drop)
        odds = self.pieces(seen)[..., 0]
        weights = self.attention(seen)[..., 0].masked_fill(~real, -torch.inf).softmax(dim=1)
        size = here.sum(dim=1)
        displaced = (odds.sigmoid() * real).sum(dim=1, keepdim=True)
        means = [(weights[..., None] * seen).sum(dim=1), (seen * here).sum(dim=1) / size]
        pooled = torch.cat([*means, displaced / size, displaced.log1p()], dim=1)
        return odds, self.text(gelu(self.inner(_dropped(pooled, drop))))[:, 0]


def _dropped(values: Tensor, share: float) -> Tensor:
    return nn.functional.dropout(values, share, share > 0)
