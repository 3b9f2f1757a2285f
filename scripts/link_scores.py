"""Counts of right, wrong and missed links and nulls, and how far a confidence is the share that is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from link_evidence import Case

THRESHOLD = 0.5
EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0001)


@dataclass
class Share:
    """Right ones among those said, and among those true."""

    right: int = 0
    said: int = 0
    true: int = 0

    def add(self, said: np.ndarray, true: np.ndarray) -> None:
        """Count two arrays of yes and no."""
        self.right += int((said & true).sum())
        self.said += int(said.sum())
        self.true += int(true.sum())

    @property
    def precision(self) -> float:
        """1 where nothing was said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """1 where nothing is true."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.right / (self.said + self.true) if self.said + self.true else 1.0


@dataclass
class Score:
    """Everything counted over some pairs."""

    links: Share = field(default_factory=Share)
    nulls: tuple[Share, Share] = field(default_factory=lambda: (Share(), Share()))
    """Passages of the translation and of the counterpart that are said to have no counterpart."""
    confidences: list[np.ndarray] = field(default_factory=list)
    right: list[np.ndarray] = field(default_factory=list)

    def add(self, case: Case, probabilities: np.ndarray) -> None:
        """Count one pair; passages that share less than half of the shorter are neither right nor wrong as links."""
        counted = ~case.partial
        said = probabilities >= THRESHOLD
        self.links.add(said[counted], case.linked[counted])
        self.confidences.append(probabilities[said & counted])
        self.right.append(case.linked[said & counted])
        for axis, share in ((1, self.nulls[0]), (0, self.nulls[1])):
            share.add(~said.any(axis=axis), ~(case.linked | case.partial).any(axis=axis))

    def line(self, name: str) -> str:
        """For reading."""
        ours, theirs = self.nulls
        return (
            f"{name:<30} {self.links.true:6} {self.links.precision:9.3f} {self.links.recall:7.3f} {self.links.f1:6.3f}"
            f" {ours.true:8} {ours.precision:6.3f} {ours.recall:6.3f} {theirs.true:7} {theirs.precision:6.3f}"
            f" {theirs.recall:6.3f}"
        )


HEAD = (
    f"{'':<30} {'links':>6} {'precision':>9} {'recall':>7} {'F1':>6} {'no c. T':>8} {'prec':>6} {'rec':>6}"
    f" {'no c. C':>7} {'prec':>6} {'rec':>6}"
)


def merged(scores: Iterable[Score]) -> Score:
    """All of them as one."""
    total = Score()
    for score in scores:
        for mine, other in zip((total.links, *total.nulls), (score.links, *score.nulls), strict=True):
            mine.right += other.right
            mine.said += other.said
            mine.true += other.true
        total.confidences += score.confidences
        total.right += score.right
    return total


def reliability(name: str, score: Score) -> Iterator[str]:
    """Mean confidence and share of right ones per bin of the links that are reported, and the calibration error."""
    said, right = np.concatenate(score.confidences), np.concatenate(score.right)
    cells, error = [], 0.0
    for low, high in pairwise(EDGES):
        inside = (said >= low) & (said < high)
        if inside.any():
            error += abs(said[inside].mean() - right[inside].mean()) * inside.mean()
            cells.append(f"{said[inside].mean():.2f}:{right[inside].mean():.2f} ({int(inside.sum())})")
        else:
            cells.append("-")
    yield f"{name:<22} {error:5.3f}  " + " ".join(f"{cell:>16}" for cell in cells)


def reliability_head() -> str:
    """Column names of `reliability`."""
    bins = [f"{low:.2f}-{min(high, 1):.2f}" for low, high in pairwise(EDGES)]
    return f"{'said:right (links)':<22} {'ECE':>5}  " + " ".join(f"{cell:>16}" for cell in bins)
