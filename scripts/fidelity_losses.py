"""What the network is told after a batch, with each data set's own severity as a nuisance beside it."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from fidelity_batches import Example
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, pad, smooth_l1_loss, softplus

from auditor.fidelity.network import FIGURES, TRANSLATION, Judgements

WEIGHTS = {"quality": 1.0, "critical": 0.8, "major": 0.3, "marked": 0.7, "lost": 0.3, "rank": 1.0}
BASE_MARGIN, MARGIN = 0.5, 2.0
"""How much better an original must be than its damage: the first, and the second times the damage's size."""


class Nuisances(nn.Module):
    """Per data set the scale and level of its judgements; they are not part of what is shipped."""

    def __init__(self, datasets: Sequence[str]) -> None:
        super().__init__()
        self.places = {name: i for i, name in enumerate(datasets)}
        self.scale = nn.Parameter(torch.zeros(len(datasets)))
        self.level = nn.Parameter(torch.zeros(len(datasets), len(FIGURES)))
        self.tokens = nn.Parameter(torch.zeros(len(datasets), 2))

    def forward(self, judged: Judgements, sides: Tensor, datasets: Sequence[str]) -> Judgements:
        """What raters of these data sets would have said."""
        rows = torch.tensor([self.places[name] for name in datasets])
        figures = judged.figures + self.level[rows]
        quality = judged.figures[:, :1] * self.scale[rows].exp()[:, None] + self.level[rows, :1]
        both = self.tokens[rows]
        shift = torch.where(sides == TRANSLATION, both[:, 1:], both[:, :1])
        return Judgements(torch.cat([quality, figures[:, 1:]], dim=1), judged.tokens + shift)


def losses(judged: Judgements, rated: Judgements, sides: Tensor, examples: Sequence[Example]) -> dict[str, Tensor]:
    """Weighted losses by name. `rated` is `judged` with the nuisances; ranking looks at `judged` alone."""
    found = {
        "quality": _known(rated.figures[:, 0], [x.quality for x in examples], smooth_l1_loss),
        "critical": _known(rated.figures[:, 1], [x.critical for x in examples], binary_cross_entropy_with_logits),
        "major": _known(rated.figures[:, 2], [x.major for x in examples], binary_cross_entropy_with_logits),
        "rank": _ranked(judged.figures[:, 0], examples),
    }
    width = rated.tokens.shape[1]
    targets = torch.stack([pad(torch.from_numpy(x.tokens), (0, width - x.length), value=torch.nan) for x in examples])
    for name, members in (("marked", sides == TRANSLATION), ("lost", sides != TRANSLATION)):
        asked = members & ~targets.isnan()
        if bool(asked.any()):
            found[name] = binary_cross_entropy_with_logits(rated.tokens[asked], targets[asked])
    return {name: WEIGHTS[name] * loss for name, loss in found.items() if loss is not None}


def _known(values: Tensor, targets: Sequence[float | None], loss: object) -> Tensor | None:
    """Mean over the whole batch, so that a rare kind of judgement does not shout."""
    places = [i for i, target in enumerate(targets) if target is not None]
    if not places:
        return None
    wanted = torch.tensor([targets[i] for i in places], dtype=torch.float32)
    total: Tensor = loss(values[places], wanted, reduction="sum")  # type: ignore[operator]
    return total / len(targets)


def _ranked(quality: Tensor, examples: Sequence[Example]) -> Tensor | None:
    places = [i for i, x in enumerate(examples) if x.above is not None]
    if not places:
        return None
    better = [i - examples[i].above[0] for i in places]  # type: ignore[index]
    margins = torch.tensor([BASE_MARGIN + MARGIN * examples[i].above[1] for i in places])  # type: ignore[index]
    return softplus(margins - (quality[better] - quality[places])).sum() / len(examples)
