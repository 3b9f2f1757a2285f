"""Whether two articles are parallel, reordered or only comparable, judged from their links and beads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from auditor.core.alignment import Bead, Link, Regime
from auditor.core.document import Document
from auditor.core.moves import move_map

ONE_TEXT = 1.25
"""`agreement` from which on two articles are one text.

Of the articles in `tests/articles/` and `seeds/` 46 translations of their counterpart reach 1.31 to 2, 50 of another
outlet's version -1.2 to 1.19; the halves of them alike. NTREX articles with 15 % of the sentences left out: 26 of 28
above it. What passages are linked does not tell: two outlets' versions are covered to .97.
"""
SAME_CONTENT = 0.925
"""Coverage (`covered`) from which on, in order, sentences are aligned over the whole text."""
ORDERED = 0.9
"""Share of linked passages that keep the counterpart's order, from which on the order counts as kept."""


def judge_regime(
    translation: Document, counterpart: Document, links: tuple[Link, ...], beads: Sequence[Bead]
) -> Regime:
    """Comparable where sentences have no partner of their own; else parallel or reordered, by the order of passages."""
    if agreement(translation, counterpart, links, beads) < ONE_TEXT:
        return Regime.COMPARABLE
    return Regime.PARALLEL if order_kept(links) >= ORDERED else Regime.REORDERED


def agreement(translation: Document, counterpart: Document, links: tuple[Link, ...], beads: Sequence[Bead]) -> float:
    """How far two articles are one text, sentence by sentence: 2 where they wholly are, below 0 where hardly anything.

    The share of sentences that stand one for one and of text in passages that are linked to each other alone, less the
    share of each article's sentences that have no partner. Another outlet merges, splits, adds and leaves out.
    """
    ours, theirs = len(translation.segments), len(counterpart.segments)
    if not ours or not theirs:
        return 0.0
    each = 2 * sum(bead.shape == (1, 1) for bead in beads) / (ours + theirs)
    alone = sum(len(bead.translation) for bead in beads if not bead.counterpart) / ours
    alone += sum(len(bead.counterpart) for bead in beads if not bead.translation) / theirs
    return each + _exclusive(translation, counterpart, links) - alone


def _exclusive(translation: Document, counterpart: Document, links: tuple[Link, ...]) -> float:
    """Share of both articles' characters in passages with one link that is also the other passage's only one."""
    left, right = Counter(link.translation for link in links), Counter(link.counterpart for link in links)
    pairs = [link for link in links if left[link.translation] == right[link.counterpart] == 1]
    ours = _covered(translation, dict.fromkeys((link.translation for link in pairs), 1.0))
    theirs = _covered(counterpart, dict.fromkeys((link.counterpart for link in pairs), 1.0))
    return (ours + theirs) / 2


def covered(translation: Document, counterpart: Document, links: tuple[Link, ...]) -> float:
    """Share (0..1) of the articles' characters that are linked, each weighed by the confidence of its best link.

    The better covered side counts twice: an abridged translation holds nothing of its own.
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
