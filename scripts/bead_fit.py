"""Fits the weights of the bead model to alignments whose true path is known.

Maximum likelihood of the true paths under the log-linear model, with a Gaussian prior; the gradient is the evidence on
the true path less its expectation over all paths.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields

import numpy as np
from bead_rewrites import Path
from scipy.optimize import minimize

from auditor.align.bead_costs import BeadParameters, background_of, gather_evidence
from auditor.align.embedding import Embed
from auditor.align.lattice import (
    SHAPES,
    Beads,
    Move,
    bead_probabilities,
    log_weight,
    promising_beads,
    sparse_lattice,
)
from auditor.align.rough import rough_lattice
from auditor.align.sentences import Sentences

PRIOR = 0.05
"""Precision of the prior on every weight."""
START = BeadParameters(distance=9.0, distance_each=7.0, length=6.0, merge=5.0, both=0.5, skip=7.0)
FAR = 20.0
"""Beads whose best chain is further behind, e to the −20 of its weight, are left out: they change no expectation."""
NAMES = tuple(field.name for field in fields(BeadParameters))
SKIP = NAMES.index("skip")


@dataclass(frozen=True)
class Example:
    """The beads of one alignment, what each weight counts in their costs beside skipping, and which are true."""

    beads: Beads
    evidence: np.ndarray
    true: np.ndarray


def make_example(translation: Sequence[str], counterpart: Sequence[str], path: Path, embed: Embed) -> Example:
    """Embed all runs that could matter; raises `ValueError` where a true bead is larger than the model knows."""
    left, right = Sentences.of(translation, embed), Sentences.of(counterpart, embed)
    background = background_of(left, right)
    near = set(promising_beads(rough_lattice(left, right, START, background), FAR).moves())
    true = {Move(*step) for step in path if step[1] and step[3]}
    too_large = sorted({(move.n, move.m) for move in true} - set(SHAPES))
    if too_large:
        raise ValueError(f"true beads of sizes {too_large}")
    moves = sorted(near | true, key=lambda move: (move.t, move.c, move.n, move.m))
    t, a, c, b = np.array([(move.t, move.n, move.c, move.m) for move in moves]).T
    beads = Beads((t, c), (a, b))
    found = gather_evidence(beads, left, right, embed, background)
    units = [BeadParameters(*row) for row in np.eye(len(NAMES))]
    evidence = np.stack([found.costs(beads, unit) for unit in units], axis=1)
    evidence[:, SKIP] = -(a + b)
    marks = np.array([float(move in true) for move in moves])
    return Example(beads, evidence, marks)


def fit(examples: Iterable[Example]) -> tuple[BeadParameters, float]:
    """The weights of the most probable model, rounded, and the negative log likelihood they reach."""
    known = list(examples)

    def objective(weights: np.ndarray) -> tuple[float, np.ndarray]:
        parts = [_loss(example, weights) for example in known]
        value = sum(part[0] for part in parts) + PRIOR * float(weights @ weights) / 2
        return value, np.sum([part[1] for part in parts], axis=0) + PRIOR * weights

    found = minimize(objective, np.array(astuple(START)), jac=True, method="L-BFGS-B", options={"maxiter": 60})
    return BeadParameters(*(round(float(weight), 2) for weight in found.x)), float(found.fun)


def _loss(example: Example, weights: np.ndarray) -> tuple[float, np.ndarray]:
    gains = -(example.evidence @ weights)
    expected = bead_probabilities(example.beads, gains)
    value = log_weight(sparse_lattice(example.beads, gains)) - float(gains @ example.true)
    return value, example.evidence.T @ (example.true - expected)
