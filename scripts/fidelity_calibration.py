"""The fits behind `calibrate_fidelity.py`: severity taken out, rising curves, logistic probabilities; numpy alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from fidelity_fit import Array
from numpy.typing import NDArray

HUMAN_LEVELS = (92.0, 93.0, 94.0, 95.0, 96.0, 97.0, 98.0)
"""What professional translations may be worth on average, whoever marked them: raters differ in severity far more than
translators in quality (a major error in 44 % of the Chinese-English ones, in 4 % of the English-German ones). The
lowest is taken with which the model itself gives them `HUMAN_FIDELITY` in every pair of languages."""
HUMAN_FIDELITY = 88.0
RIDGE = 1e-3
BINS = 10


def severity(penalty: Array, human: NDArray[np.bool_], level: float) -> float:
    """The rate at which penalties of a data set lower a fidelity, so that its human translations are worth `level`.

    `penalty` is MQM at the reference length; the fidelity of a segment is 100 exp(-rate · penalty).
    """
    low, high = 1e-4, 10.0
    for _ in range(60):
        middle = float(np.sqrt(low * high))
        if worth(penalty[human], middle).mean() > level:
            low = middle
        else:
            high = middle
    return low


def worth(penalty: Array, rate: float) -> Array:
    """Fidelity 0..100 of penalties at the reference length."""
    return 100 * np.exp(-rate * penalty)  # type: ignore[no-any-return]


def lifted(assessed: Array, edited: Array, level: float) -> Array:
    """Direct assessments on the scale on which a translation that needed no edit is worth `level`."""
    clean = assessed[edited <= 0.02]
    top = clean.mean() if len(clean) >= 20 else np.percentile(assessed, 95)
    return np.minimum(100.0, assessed * level / top)  # type: ignore[no-any-return]


def fit_logistic(columns: Sequence[Array], target: Array, weight: Array | None = None) -> Array:
    """Weights (1 + len(columns),), the first the bias; Newton's method. Targets may lie between 0 and 1."""
    design = np.column_stack([np.ones(len(target)), *columns])
    mass = np.ones(len(target)) if weight is None else weight
    weights = np.zeros(design.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(design @ weights).clip(-40, 40)))
        hessian = design.T @ (design * (mass * p * (1 - p))[:, None]) + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(hessian, design.T @ (mass * (target - p)) - RIDGE * weights)
    return weights


def calibration_error(probability: Array, happened: Array) -> float:
    """Expected calibration error over ten bins of equal size (Naeini et al., 2015)."""
    order = np.argsort(probability)
    parts = np.array_split(order, BINS)
    gaps = [len(part) * abs(probability[part].mean() - happened[part].mean()) for part in parts if len(part)]
    return float(sum(gaps) / len(order))


def precision_threshold(scores: Array, true: NDArray[np.bool_], precision: float, least: int) -> float | None:
    """The lowest score from which on at least `precision` is right, over at least `least` cases; None where none is."""
    order = np.argsort(-scores)
    right = np.cumsum(true[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero((right >= precision) & (np.arange(1, len(order) + 1) >= least))
    return float(scores[order][good[-1]]) if len(good) else None
