"""What training asks of the network."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from fidelity_batches import Example
from fidelity_losses import Nuisances, losses

from auditor.fidelity.network import Judgements

SIDES = torch.tensor([[0, 0, 0, 1, 1, 1]] * 2)


def made(
    tokens: list[float], quality: float | None = None, critical: float | None = None, worse: float | None = None
) -> Example:
    """An example with one piece a side; `worse` sets it below the example before it."""
    above = None if worse is None else (1, worse)
    return Example((5,), (6,), np.array(tokens, dtype=np.float32), "x", quality, critical, None, above)


UNASKED = [float("nan")] * 6


def judged(quality: list[float], critical: list[float] | None = None) -> Judgements:
    """Judgements with these figures and no opinion on tokens."""
    figures = torch.tensor([[q, c, 0.0] for q, c in zip(quality, critical or [0.0] * len(quality), strict=True)])
    return Judgements(figures, torch.zeros(len(quality), 6))


def test_only_what_was_asked_counts() -> None:
    """Rows without a judgement add nothing."""
    found = losses(judged([0, 0]), judged([0, 0]), SIDES, [made(UNASKED), made(UNASKED)])
    assert found == {}


def test_a_right_quality_costs_nothing() -> None:
    """And a wrong one does."""
    examples = [made(UNASKED, quality=1.0), made(UNASKED)]
    assert losses(judged([1, 9]), judged([1, 9]), SIDES, examples)["quality"] == 0
    assert losses(judged([0, 9]), judged([0, 9]), SIDES, examples)["quality"] > 0


def test_damage_must_rank_below_its_original() -> None:
    """The wider the damage, the larger the distance that is asked for."""

    def cost(good: float, bad: float, severity: float) -> float:
        examples = [made(UNASKED), made(UNASKED, worse=severity)]
        return float(losses(judged([good, bad]), judged([good, bad]), SIDES, examples)["rank"])

    assert cost(3, 0, 0.5) < cost(0, 0, 0.5) < cost(0, 3, 0.5)
    assert cost(1, 0, 0.1) < cost(1, 0, 0.9)


def test_tokens_of_each_side_are_asked_apart() -> None:
    """Labels on the counterpart train `lost`, labels on the translation `marked`."""
    nan = float("nan")
    found = losses(judged([0, 0]), judged([0, 0]), SIDES, [made([nan, 1, nan, nan, nan, nan]), made(UNASKED)])
    assert set(found) == {"lost"}
    found = losses(judged([0, 0]), judged([0, 0]), SIDES, [made([nan, nan, nan, nan, 1, nan]), made(UNASKED)])
    assert set(found) == {"marked"}


def test_nuisances_shift_what_raters_would_say_and_not_the_judgement() -> None:
    """A strict data set takes its severity on itself."""
    nuisances = Nuisances(["lenient", "strict"])
    with torch.no_grad():
        nuisances.level[1, 0] = -2.0
        nuisances.scale[1] = float(np.log(3.0))
    rated = nuisances(judged([1.0, 1.0]), SIDES, ["lenient", "strict"])
    assert rated.figures[:, 0].tolist() == pytest.approx([1.0, 1.0])
    assert rated.figures[0, 0] == 1.0
    with torch.no_grad():
        nuisances.level[1, 0] = 0.5
    rated = nuisances(judged([1.0, 1.0]), SIDES, ["lenient", "strict"])
    assert rated.figures[1, 0].item() == pytest.approx(3.5)
