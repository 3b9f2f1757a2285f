"""How figures are rounded for output, so that noise in the last bits never changes a report."""

from __future__ import annotations

POINT_DIGITS = 1
"""Fidelity and penalty: an interval spans several points, a second decimal would pretend."""
SHARE_DIGITS = 4
"""Probabilities, shares, similarities and costs: e5 squeezes its cosines into .78-.98, two digits would tie them."""


def points(value: float) -> float:
    """A fidelity or penalty."""
    return round(float(value), POINT_DIGITS) + 0.0


def share(value: float) -> float:
    """A probability, share, similarity or cost."""
    return round(float(value), SHARE_DIGITS) + 0.0


def points_or_none(value: float | None) -> float | None:
    """`points`, or None where nothing was measured."""
    return None if value is None else points(value)


def share_or_none(value: float | None) -> float | None:
    """`share`, or None where nothing was measured."""
    return None if value is None else share(value)
