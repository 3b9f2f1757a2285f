"""Whether two articles are parallel, reordered or only comparable, judged from their links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.core.alignment import Link, Regime
from auditor.core.document import Document
from auditor.core.moves import move_map

SAME_CONTENT = 0.925
"""Coverage (`covered`) from which on two articles hold the same content.

On the sample articles translations of one text reach .95 to 1, two outlets' versions of one story .79 to .90: the
middle between them. `scripts/measure_links.py` counts over pairs of known kind what it makes of them.
"""
ORDERED = 0.9
"""Share of linked passages that keep the counterpart's order, from which on the order counts as kept."""


def judge_regime(translation: Document, counterpart: Document, links: tuple[Link, ...]) -> Regime:
    """Comparable where content comes and goes on both sides; else parallel or reordered, by its order."""
    if covered(translation, counterpart, links) < SAME_CONTENT:
        return Regime.COMPARABLE
    return Regime.PARALLEL if order_kept(links) >= ORDERED else Regime.REORDERED


def covered(translation: Document, counterpart: Document, links: tuple[Link, ...]) -> float:
    """Share (0..1) of the articles' characters that are linked, each weighed by the confidence of its best link.

    The better covered side counts twice: an abridged translation holds nothing of its own, another outlet's version
    adds and leaves out.
    """
    ours = _covered(translation, _best((link.translation, link.confidence) for link in links))
    theirs = _covered(counterpart, _best((link.counterpart, link.confidence) for link in links))
    return (min(ours, theirs) + 2 * max(ours, theirs)) / 3


def order_kept(links: tuple[Link, ...]) -> float:
    """Share of linked passages that stand in the counterpart's order; 1 when nothing moved."""
    moves = move_map(links)
    return sum(not move.moved for move in moves) / len(moves) if moves else 1.0


def _best(ends: Iterable[tuple[int, float]]) -> dict[int, float]:
    """The highest confidence of each passage."""
    best: dict[int, float] = {}
    for passage, confidence in ends:
        best[passage] = max(best.get(passage, 0.0), confidence)
    return best


def _covered(document: Document, confidence: Mapping[int, float]) -> float:
    total = sum(len(passage.span) for passage in document.passages)
    return sum(len(document.passages[i].span) * sure for i, sure in confidence.items()) / total if total else 0.0
