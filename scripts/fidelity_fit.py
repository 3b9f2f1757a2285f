"""The statistics behind `train_fidelity_linear.py`: ridge, rising curves, logistic risk, all in numpy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from auditor.fidelity.features import squared
from auditor.fidelity.linear import regress
from auditor.fidelity.weights import Curve, Regression, Risk

Array = NDArray[np.float64]
RIDGE = 30.0
"""Chosen among 3, 30, 300 on MLQE-PE dev; the three differ by less than .005."""
CLIP = (0.5, 99.5)
"""Percentiles of training beyond which a feature says nothing more."""
KNOTS = 14


def fit_ridge(rows: Array, target: Array, weight: Array, names: Sequence[str]) -> Regression:
    """Weighted ridge over standardised features and the squares of those that say how alike two texts are."""
    low, high = (np.percentile(rows, q, axis=0) for q in CLIP)
    clipped = np.clip(rows, low, high)
    mean, scale = clipped.mean(axis=0), np.maximum(clipped.std(axis=0), 1e-6)
    standard = (clipped - mean) / scale
    square = np.array([name in squared(names) for name in names])
    design = np.hstack([standard, standard[:, square] ** 2, np.ones((len(rows), 1))])
    penalty = np.full(design.shape[1], RIDGE)
    penalty[-1] = 0.0
    weights = np.linalg.solve(design.T @ (design * weight[:, None]) + np.diag(penalty), design.T @ (target * weight))
    squares = np.zeros(len(names))
    squares[square] = weights[len(names) : -1]
    return Regression(
        features=tuple(names),
        low=rounded(low),
        high=rounded(high),
        mean=rounded(mean),
        scale=rounded(scale),
        weights=rounded(weights[: len(names)]),
        square_weights=rounded(squares),
        bias=float(weights[-1].round(6)),
    )


def cross_fitted(rows: Array, target: Array, weight: Array, names: Sequence[str], folds: Array) -> Array:
    """For each row the prediction of a model that did not see its fold."""
    out = np.zeros(len(rows))
    for fold in np.unique(folds):
        held = folds == fold
        out[held] = regress(fit_ridge(rows[~held], target[~held], weight[~held], names), rows[held], names)
    return out


def rising_curve(x: Array, y: Array, weight: Array) -> Curve:
    """Isotonic regression (pool adjacent violators) of y on x, thinned to `KNOTS` knots; it starts at 0."""
    order = np.argsort(x, kind="stable")
    blocks: list[list[float]] = []
    for value, level, mass in zip(x[order], y[order], weight[order], strict=True):
        blocks.append([value * mass, level * mass, mass])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    points = np.array([[a / m, b / m, m] for a, b, m in blocks])
    at = np.linspace(points[:, 2].cumsum()[0] / 2, points[:, 2].sum(), KNOTS)
    places = np.unique(np.searchsorted(points[:, 2].cumsum(), at).clip(0, len(points) - 1))
    knots = points[places][:, :2]
    return Curve(x=rounded(knots[:, 0]), y=rounded(np.clip(knots[:, 1], 0, 100)))


def fit_risk(fidelity: Array, length: Array, serious: Array) -> Risk:
    """Logistic regression by Newton's method on fidelity / 100 and log length (in code points / 100)."""
    logs = np.log(np.clip(length, 10, 1000) / 100)
    design = np.column_stack([np.ones(len(fidelity)), fidelity / 100, logs])
    weights = np.zeros(3)
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ weights))
        hessian = design.T @ (design * (p * (1 - p))[:, None]) + 1e-6 * np.eye(3)
        weights += np.linalg.solve(hessian, design.T @ (serious - p))
    return Risk(bias=weights[0].round(5), quality=weights[1].round(5), length=weights[2].round(5))


def equated(penalty: Array, reference: Array) -> Array:
    """Penalties (smaller is better) on the scale of `reference` (larger is better), equal quantile for equal quantile.

    Equal penalties share the mean of the reference over the quantiles they span.
    """
    levels, inverse, counts = np.unique(-penalty, return_inverse=True, return_counts=True)
    ends = counts.cumsum() / len(penalty)
    ordered = np.sort(reference)
    means = [
        ordered[int(a * len(ordered)) : max(int(b * len(ordered)), int(a * len(ordered)) + 1)].mean()
        for a, b in zip(np.r_[0, ends[:-1]], ends, strict=True)
    ]
    return np.array(means)[inverse] if len(levels) else np.array([])


def pearson(a: Array | Sequence[float], b: Array | Sequence[float]) -> float:
    """Pearson's correlation; 0 where a side does not vary."""
    x, y = np.asarray(a, float), np.asarray(b, float)
    return float(np.corrcoef(x, y)[0, 1]) if len(x) > 1 and x.std() > 0 and y.std() > 0 else 0.0


def spearman(a: Array, b: Array) -> float:
    """Spearman's rank correlation, ties averaged."""
    return pearson(_ranks(a), _ranks(b))


def rounded(values: Array) -> tuple[float, ...]:
    """Six significant digits: more is noise."""
    return tuple(float(f"{value:.6g}") for value in values)


def _ranks(values: Array) -> Array:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (counts.cumsum() - (counts - 1) / 2)[inverse]  # type: ignore[no-any-return]
