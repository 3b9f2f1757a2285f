"""Precision, recall and F1 of beads: strict where both sides must agree, lax where any overlap counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.align.beads import Step

Bead = tuple[int, int, int, int]


@dataclass(frozen=True)
class BeadScore:
    """Counts over beads with both sides, as Sennrich and Volk (2010) count them."""

    found: int = 0
    true: int = 0
    strict: int = 0
    """Found beads that are true."""
    lax_found: int = 0
    """Found beads that overlap a true one on both sides."""
    lax_true: int = 0
    """True beads that overlap a found one on both sides."""

    def __add__(self, other: BeadScore) -> BeadScore:
        return BeadScore(
            self.found + other.found,
            self.true + other.true,
            self.strict + other.strict,
            self.lax_found + other.lax_found,
            self.lax_true + other.lax_true,
        )

    @property
    def f1(self) -> float:
        """Strict F1."""
        return 2 * self.strict / max(self.found + self.true, 1)

    def __str__(self) -> str:
        strict = f"P {self.strict / max(self.found, 1):.3f} R {self.strict / max(self.true, 1):.3f} F1 {self.f1:.3f}"
        precision, recall = self.lax_found / max(self.found, 1), self.lax_true / max(self.true, 1)
        lax = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"strict {strict}, lax P {precision:.3f} R {recall:.3f} F1 {lax:.3f}, {self.true} beads"


def score_steps(steps: Iterable[Step], path: Iterable[Bead]) -> BeadScore:
    """Compare found steps with a true path; steps with an empty side do not count."""
    return score_beads([(step.t, step.n, step.c, step.m) for step in steps], path)


def score_beads(found: Iterable[Bead], true: Iterable[Bead]) -> BeadScore:
    """Compare beads (first, size, first, size)."""
    ours = {bead for bead in found if bead[1] and bead[3]}
    gold = {bead for bead in true if bead[1] and bead[3]}
    pairs = {(i, j): bead for bead in ours for i, j in _cells(bead)}
    true_pairs = {(i, j): bead for bead in gold for i, j in _cells(bead)}
    shared = pairs.keys() & true_pairs.keys()
    return BeadScore(
        len(ours),
        len(gold),
        len(ours & gold),
        len({pairs[cell] for cell in shared}),
        len({true_pairs[cell] for cell in shared}),
    )


def _cells(bead: Bead) -> Iterable[tuple[int, int]]:
    t, n, c, m = bead
    return ((i, j) for i in range(t, t + n) for j in range(c, c + m))
