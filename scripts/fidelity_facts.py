"""How much a statement that differs by value lowers the raw quality."""

from __future__ import annotations

import numpy as np
from fidelity_calibration import worth
from fidelity_fit import Array

from auditor.fidelity.weights import Curve

MAJOR = 5.0
"""MQM penalty of a major error, which a wrong number, date or span of time is. It is taken from the scheme and not from
raters, who overlook them: *until 16660* for 1660 got 80 of 100."""
RIGHT = 0.8
"""Share of such evidence that is right: 9 of 11 cases in 3,800 pairs."""
LOWEST = -8.0


def contradiction_shift(quality: Array, rates: list[float], curve: Curve) -> float:
    """What to add to each raw quality for the mean fidelity to fall by what such an error costs; <= 0.

    `rates` say how much penalties lower a fidelity, one per set of raters.
    """
    points = RIGHT * float(np.mean([100 - worth(np.array([MAJOR]), rate)[0] for rate in rates]))
    before = np.interp(quality, curve.x, curve.y).mean()
    low, high = LOWEST, 0.0
    for _ in range(40):
        middle = (low + high) / 2
        fallen = before - np.interp(quality + middle, curve.x, curve.y).mean()
        low, high = (middle, high) if fallen > points else (low, middle)
    print(f"a contradiction costs {points:.1f} points of fidelity: {low:.2f} of quality")
    return round(low, 3)
