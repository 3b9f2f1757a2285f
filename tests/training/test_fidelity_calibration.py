"""The fits behind the calibration, on data whose answer is known."""

from __future__ import annotations

import numpy as np
import pytest
from fidelity_calibration import (
    calibration_error,
    fit_logistic,
    lifted,
    precision_threshold,
    severity,
    worth,
)

RNG = np.random.default_rng(7)


def test_a_logistic_is_recovered() -> None:
    """20,000 draws from a known one."""
    x, y = RNG.normal(size=20_000), RNG.normal(size=20_000)
    chance = 1 / (1 + np.exp(-(-1.0 + 2.0 * x - 0.5 * y)))
    bias, first, second = fit_logistic([x, y], (RNG.random(20_000) < chance).astype(float))
    assert (bias, first, second) == pytest.approx((-1.0, 2.0, -0.5), abs=0.08)


@pytest.mark.parametrize("strictness", [0.2, 1.0, 6.0])
def test_people_keep_their_level_however_strict_their_raters(strictness: float) -> None:
    """The same translations marked six times as hard are worth the same."""
    penalty = strictness * RNG.exponential(2.0, size=4000)
    human = np.arange(4000) % 2 == 0
    assert worth(penalty[human], severity(penalty, human, 92.0)).mean() == pytest.approx(92.0, abs=0.01)


def test_assessments_are_lifted_to_a_common_top() -> None:
    """Raters who gave 70 to what needed no edit, and raters who gave 95."""
    edited = np.r_[np.zeros(30), np.full(30, 0.5)]
    low, high = np.r_[np.full(30, 70.0), np.full(30, 35.0)], np.r_[np.full(30, 95.0), np.full(30, 47.5)]
    assert lifted(low, edited, 92.0) == pytest.approx(lifted(high, edited, 92.0))


def test_calibration_error_of_honest_and_dishonest_probabilities() -> None:
    """Nought but for chance, and as large as the lie."""
    p = RNG.random(50_000)
    happened = (RNG.random(50_000) < p).astype(float)
    assert calibration_error(p, happened) < 0.015
    assert calibration_error(np.full(1000, 0.9), np.zeros(1000)) == pytest.approx(0.9)


def test_threshold_of_a_precision() -> None:
    """The lowest score from which on four of five are right; none where that never holds."""
    scores = np.array([9.0, 8, 7, 6, 5, 4, 3])
    true = np.array([True, True, True, True, False, False, False])
    assert precision_threshold(scores, true, 0.8, 2) == 5.0
    assert precision_threshold(scores, ~true, 0.8, 2) is None
