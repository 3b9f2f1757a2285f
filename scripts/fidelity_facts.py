"""How much a statement that differs by value moves fidelity, risk and the probability of a critical error."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from fidelity_calibration import fit_logistic
from fidelity_fit import Array
from fidelity_readings import Read

from auditor.fidelity.fact_evidence import FactEvidence, fact_evidence
from auditor.fidelity.weights import Curve

FEWEST = 20
"""Rows with such evidence below which nothing is fitted."""
LOWEST = -8.0
"""The most that the raw quality is lowered: about from the best to a translation of another sentence."""


def evidence_of(reads: Sequence[Read]) -> list[FactEvidence]:
    """That of each row."""
    return [fact_evidence(read.row.pair) for read in reads]


def quality_shift(quality: Array, wanted: Array, count: Array, curve: Curve) -> float:
    """What each count adds to the raw quality, for the rows with any to be worth, on average, what people said."""
    here = count > 0
    if here.sum() < FEWEST:
        print(f"facts: {here.sum()} rows, too few to fit")
        return 0.0
    low, high = LOWEST, 0.0
    for _ in range(40):
        middle = (low + high) / 2
        worth = np.interp(quality[here] + middle * count[here], curve.x, curve.y).mean()
        low, high = (middle, high) if worth < wanted[here].mean() else (low, middle)
    plain = np.interp(quality[here], curve.x, curve.y).mean()
    print(f"facts: {here.sum()} rows, worth {wanted[here].mean():.1f}, scored {plain:.1f} without: {low:.2f} each")
    return round(low, 3)


def odds_shift(odds: Array, count: Array, happened: Array) -> float:
    """What each count adds to calibrated log-odds; >= 0."""
    if (count > 0).sum() < FEWEST:
        return 0.0
    _, _, added = fit_logistic([odds, count], happened)
    rates = [happened[count > 0].mean(), happened[count == 0].mean()]
    print(f"facts: {(count > 0).sum()} rows, happened in {rates[0]:.3f} of {rates[1]:.3f}: {added:.2f} each")
    return round(max(0.0, float(added)), 3)
