"""Whether two articles are parallel, reordered or only comparable, judged from their links."""

from __future__ import annotations

from auditor.core.alignment import Link, Regime
from auditor.core.document import Document
from auditor.core.moves import move_map

COVERED = 0.9
"""Share of both sides' characters in linked passages from which on the two hold the same content.

On the sample articles translations of one text reach .92-1.00, two outlets' versions of one story .75-.89.
"""
ORDERED = 0.9
"""Share of linked passages that keep the counterpart's order, from which on the order counts as kept."""
LENGTH_EVEN = 1.5
"""Ratio of sentence counts above which text is not parallel, however well it is covered."""


def judge_regime(translation: Document, counterpart: Document, links: tuple[Link, ...]) -> Regime:
    """Parallel needs both sides covered and the order kept; reordered only the first."""
    ours = _covered(translation, {link.translation for link in links})
    theirs = _covered(counterpart, {link.counterpart for link in links})
    if min(ours, theirs) < COVERED or _uneven(len(translation.segments), len(counterpart.segments)):
        return Regime.COMPARABLE
    return Regime.PARALLEL if order_kept(links) >= ORDERED else Regime.REORDERED


def order_kept(links: tuple[Link, ...]) -> float:
    """Share of linked passages that stand in the counterpart's order; 1 when nothing moved."""
    moves = move_map(links)
    return sum(not move.moved for move in moves) / len(moves) if moves else 1.0


def _covered(document: Document, linked: set[int]) -> float:
    total = sum(len(passage.span) for passage in document.passages)
    return sum(len(document.passages[i].span) for i in linked) / total if total else 0.0


def _uneven(n: int, m: int) -> bool:
    return max(n, m) > LENGTH_EVEN * min(n, m)
