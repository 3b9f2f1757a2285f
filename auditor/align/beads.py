"""Sentence beads: all ways to group neighbouring segments of two sides in order, weighed in two passes.

The first pass stands the mean of its sentences' vectors for every run and finds the few beads that are at all
probable; only their joined texts are embedded, and a second pass weighs them with true vectors. The path then taken is
the one that gets most beads right in expectation (minimum Bayes risk), not the single most probable one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from auditor.align.bead_costs import Background, BeadParameters, background_of, gather_evidence
from auditor.align.embedding import Embed
from auditor.align.lattice import Beads, Floats, bead_probabilities, best_chain, promising_beads, sparse_lattice
from auditor.align.rough import rough_lattice
from auditor.align.sentences import Sentences

SLACK = 4.6
"""How much worse than the best chain one through a bead may be in the first pass for it to be weighed again. On
Bleualign dev .984 of the true beads are within, and 592 of 4,068 runs have to be embedded; 5.5 finds .990 with 774
runs, and no more beads come out right."""
CAUTION = 0.2
"""What a bead must be worth: the greater, the higher precision and the lower recall; F1 is flat from 0 to .3."""


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of a path: segments `[t, t + n)` with `[c, c + m)`; a side may be empty, `similarity` is None then."""

    t: int
    n: int
    c: int
    m: int
    similarity: float | None
    cost: float
    probability: float | None
    """Of the bead under the model; None where a side is empty."""


def best_path(
    left: Sentences,
    right: Sentences,
    embed: Embed,
    parameters: BeadParameters,
    background: Background | None = None,
) -> list[Step]:
    """The beads that cover both sides in order; every sentence is in exactly one.

    `background` comes from the whole articles where the sides are parts of them. Time and memory grow with the number
    of sentences once both sides have more than a few hundred.
    """
    if not len(left) or not len(right):
        return _with_skips([], len(left), len(right), parameters.skip)
    background = background or background_of(left, right)
    beads = promising_beads(rough_lattice(left, right, parameters, background), SLACK)
    evidence = gather_evidence(beads, left, right, embed, background)
    costs = evidence.costs(beads, parameters)
    probabilities = bead_probabilities(beads, parameters.skip * (beads.sizes[0] + beads.sizes[1]) - costs)
    skipped = [_skipped(beads, probabilities, side, len(whole)) for side, whole in enumerate((left, right))]
    worth = probabilities - CAUTION - skipped[0] - skipped[1]
    known = zip(beads.moves(), evidence.similarities.tolist(), costs.tolist(), probabilities.tolist(), strict=True)
    steps = {move: Step(move.t, move.n, move.c, move.m, *rest) for move, *rest in known}
    chain = best_chain(sparse_lattice(beads, worth))
    return _with_skips([steps[move] for move in chain], len(left), len(right), parameters.skip)


def _skipped(beads: Beads, probabilities: Floats, side: int, count: int) -> Floats:
    """For each bead the expected number of its segments on one side that no bead holds."""
    first, end = beads.firsts[side], beads.firsts[side] + beads.sizes[side]
    change = np.zeros(count + 1)
    np.add.at(change, first, probabilities)
    np.add.at(change, end, -probabilities)
    alone = np.concatenate([[0.0], np.cumsum(np.clip(1.0 - np.cumsum(change[:-1]), 0.0, 1.0))])
    expected: Floats = alone[end] - alone[first]
    return expected


def _with_skips(chain: list[Step], n: int, m: int, cost: float) -> list[Step]:
    """The chain with a step of one segment for each that no bead holds, those of the translation first."""
    path: list[Step] = []
    t = c = 0
    for step in [*chain, None]:
        until = (step.t, step.c) if step else (n, m)
        path += [Step(i, 1, c, 0, None, cost, None) for i in range(t, until[0])]
        path += [Step(until[0], 0, j, 1, None, cost, None) for j in range(c, until[1])]
        if step:
            path.append(step)
            t, c = step.t + step.n, step.c + step.m
    return path
