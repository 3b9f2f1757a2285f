"""What a bead costs: how far its sides are apart, how unequal in length, and how large it is.

The distance of a bead's sides is divided by the mean distance of each side to everything on the other side, as
Thompson and Koehn (2019, "Vecalign") do: it takes out what generally resembles everything (hubness).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from auditor.align.embedding import Embed, Matrix
from auditor.align.lattice import Beads, Floats
from auditor.align.sentences import Sentences, run_vectors


@dataclass(frozen=True, slots=True)
class BeadParameters:
    """Weights of a log-linear model over whole paths: costs are differences of log probability."""

    distance: float
    """Of the hubness-normalised distance of the joined sides; a random pair is 1 apart."""
    distance_each: float
    """Of the same, once for each pair of segments in the bead."""
    length: float
    """Of 1 − shorter/longer, after scaling for the two languages."""
    merge: float
    """For each segment beyond the first on either side."""
    both: float
    """For each segment beyond the first on the side with fewer."""
    skip: float
    """For a segment without a counterpart."""

    @property
    def signature(self) -> str:
        """As it stands in the report."""
        return ",".join(f"{field.name}={getattr(self, field.name):g}" for field in fields(self))


@dataclass(frozen=True)
class Background:
    """What the whole articles say about a part of them, which may be a sentence or two."""

    ratio: float
    """Counterpart characters per translation character."""
    means: tuple[Matrix, Matrix]
    """Mean sentence vector of either article, shape (d,)."""


def background_of(left: Sentences, right: Sentences, ratio: float | None = None) -> Background:
    """Measured from two sides, neither of them empty; `ratio` where it is known."""
    ratio = ratio or float(right.lengths.sum() / left.lengths.sum())
    return Background(ratio, (left.vectors.mean(axis=0), right.vectors.mean(axis=0)))


Numbers = Any
"""A number or an array; arrays of one call have one shape or broadcast to one."""


def bead_costs(
    similarity: Numbers,
    hubs: tuple[Numbers, Numbers],
    lengths: tuple[Numbers, Numbers],
    sizes: tuple[Numbers, Numbers],
    parameters: BeadParameters,
) -> Numbers:
    """Costs of beads.

    `hubs` are the cosines of either side to the mean of the other article, `lengths` characters on one scale, `sizes`
    segments of either side.
    """
    p = parameters
    fewer, more = np.minimum(*sizes), np.maximum(*sizes)
    scale = np.maximum(1 - (hubs[0] + hubs[1]) / 2, 1e-6)
    distance = (1 - similarity) / scale * (p.distance + p.distance_each * (fewer + more) / 2)
    mismatch = 1 - np.minimum(*lengths) / np.maximum(*lengths)
    return distance + p.length * mismatch + (p.merge * (fewer + more - 2) + p.both * (fewer - 1))


@dataclass(frozen=True)
class Evidence:
    """What is known of given beads, arrays of shape (beads,)."""

    similarities: Floats
    hubs: tuple[Floats, Floats]
    lengths: tuple[Floats, Floats]

    def costs(self, beads: Beads, parameters: BeadParameters) -> Floats:
        """Cost of each bead."""
        costs: Floats = bead_costs(self.similarities, self.hubs, self.lengths, beads.sizes, parameters)
        return costs


def gather_evidence(beads: Beads, left: Sentences, right: Sentences, embed: Embed, background: Background) -> Evidence:
    """Embed the joined texts of the beads and compare them."""
    ours = run_vectors(left, beads.sizes[0], beads.firsts[0], embed)
    theirs = run_vectors(right, beads.sizes[1], beads.firsts[1], embed)
    similarities = np.einsum("ij,ij->i", ours, theirs).astype(np.float64)
    hubs = (ours @ background.means[1]).astype(np.float64), (theirs @ background.means[0]).astype(np.float64)
    lengths = (
        left.lengths_of(beads.firsts[0], beads.sizes[0]) * background.ratio,
        right.lengths_of(beads.firsts[1], beads.sizes[1]),
    )
    return Evidence(similarities, hubs, lengths)
