"""The learned judge: the upper layers of e5, tuned to read a translation and its counterpart together.

The lower layers read each text alone, as they do for sentence vectors; their token states are laid side by side, each
marked with the side it stands on, and the upper layers see both. One pass gives three figures of the pair (quality,
critical error, major error) and one of every token (on the translation's side: would be marked; on the counterpart's:
was lost).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import dropout, gelu

from auditor.encoders.e5_layers import E5Layer

COUNTERPART, TRANSLATION = 0, 1
"""The two sides, in the order in which they are laid."""
FIGURES = ("quality", "critical", "major")
"""What is said of a pair: a regression and two log-odds."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """What the network says of a batch."""

    figures: Tensor
    """(pairs, 3), in the order of `FIGURES`."""
    tokens: Tensor
    """(pairs, width): log-odds that a token is marked (translation) or was lost (counterpart)."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """What is left of one side of each pair, (pairs, hidden)."""

    mean: Tensor
    """Of all its tokens."""
    suspect: Tensor
    """Of those that look wrong: weighed by the softmax of their log-odds, so that one wrong number among a hundred
    good words is seen."""


class Heads(nn.Module):
    """From token states to judgements."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.pool = nn.Linear(4 * hidden, hidden)
        self.suspects = nn.Linear(2 * hidden, hidden, bias=False)
        nn.init.zeros_(self.suspects.weight)  # it comes on top of what the means say
        self.figures = nn.Linear(hidden, len(FIGURES))
        self.tokens = nn.Linear(hidden, 2)

    def forward(self, states: Tensor, sides: Tensor, real: Tensor, drop: float = 0.0) -> Judgements:
        """States (pairs, width, hidden), sides and `real` (pairs, width)."""
        odds = self.token_odds(states, sides)
        counterpart, translation = (_pooled(states, odds, real & (sides == s)) for s in (COUNTERPART, TRANSLATION))
        return Judgements(self.pair_figures(counterpart, translation, drop), odds)

    def pair_figures(self, counterpart: Pooled, translation: Pooled, drop: float = 0.0) -> Tensor:
        """From both sides to (pairs, 3), in the order of `FIGURES`."""
        a, b = counterpart.mean, translation.mean
        means = torch.cat([a, b, a * b, (a - b).abs()], dim=-1)
        suspects = torch.cat([counterpart.suspect, translation.suspect], dim=-1)
        inner = self.pool(dropout(means, drop, drop > 0)) + self.suspects(dropout(suspects, drop, drop > 0))
        figures: Tensor = self.figures(dropout(gelu(inner), drop, drop > 0))
        return figures

    def token_odds(self, states: Tensor, sides: Tensor) -> Tensor:
        """From states (…, hidden) and sides (…) to log-odds (…)."""
        both = self.tokens(states)
        return torch.where(sides == TRANSLATION, both[..., TRANSLATION], both[..., COUNTERPART])


class FidelityNetwork(nn.Module):
    """Upper layers and heads. `layers` are those of e5 from which training starts."""

    def __init__(self, layers: list[E5Layer], hidden: int) -> None:
        super().__init__()
        self.sides = nn.Parameter(torch.zeros(2, hidden))
        self.layers = nn.ModuleList(layers)
        self.heads = Heads(hidden)

    def forward(self, states: Tensor, sides: Tensor, real: Tensor, drop: float = 0.0) -> Judgements:
        """States (pairs, width, hidden) of the lower layers, `sides` (0 or 1) and `real` (false at padding)."""
        states = dropout(states + self.sides[sides], drop, drop > 0)
        mask = None if bool(real.all()) else real[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        judged: Judgements = self.heads(states, sides, real, drop)
        return judged


def _pooled(states: Tensor, odds: Tensor, members: Tensor) -> Pooled:
    """`members` (pairs, width), at least one in each pair."""
    share = members.to(states.dtype)
    share = share / share.sum(dim=1, keepdim=True)
    weights = odds.masked_fill(~members, -torch.inf).softmax(dim=1)
    both = torch.stack([share, weights], dim=1) @ states
    return Pooled(both[:, 0], both[:, 1])
