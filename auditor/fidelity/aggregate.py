"""From scores of statements to passages, from passages to the document."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from auditor.core.document import Document
from auditor.core.score import Coverage, PassageScore, SegmentScore, SuspiciousSpan, Verdict
from auditor.fidelity.weights import ScoreError

Weighted = tuple[int, SegmentScore]
"""Code points of the translation, and their score."""
Z95 = 1.959964
"""Standard deviations on either side that hold 95 % of a normal distribution."""


def passage_fidelity(parts: Sequence[Weighted]) -> float | None:
    """Length-weighted mean; None without parts."""
    total = sum(length for length, _ in parts)
    return sum(length * score.fidelity for length, score in parts) / total if total else None


def passage_risk(parts: Sequence[Weighted]) -> float | None:
    """Probability of at least one major error, were the parts independent; None without parts."""
    if not parts:
        return None
    return 1 - math.prod(1 - score.risk for _, score in parts)


def passage_critical(parts: Sequence[Weighted]) -> float | None:
    """Probability of at least one critical error, were the parts independent; None where none is known."""
    known = [score.critical for _, score in parts if score.critical is not None]
    return 1 - math.prod(1 - critical for critical in known) if known else None


def suspicious_words(
    document: Document, passage: int, parts: Sequence[Weighted], least: float
) -> tuple[SuspiciousSpan, ...]:
    """Words of the parts, placed in `document`, that stand in `passage` with at least the probability `least`."""
    whole = document.passages[passage].span
    found = {word.span: word.probability for _, score in parts for word in score.words if word.probability >= least}
    return tuple(SuspiciousSpan(span, found[span]) for span in sorted(found) if whole.contains(span))


def coverage(document: Document, passages: Iterable[PassageScore]) -> Coverage:
    """Share of the code points in passages under each verdict."""
    totals = dict.fromkeys(Verdict, 0)
    for score in passages:
        totals[score.verdict] += len(document.passages[score.passage].span)
    whole = sum(totals.values())
    shares = {verdict.value: count / whole if whole else 0.0 for verdict, count in totals.items()}
    return Coverage(**shares)


def document_fidelity(document: Document, passages: Iterable[PassageScore]) -> float | None:
    """Length-weighted mean over the passages that have a fidelity; None when none has."""
    known = [(len(document.passages[p.passage].span), p.fidelity) for p in passages if p.fidelity is not None]
    total = sum(length for length, _ in known)
    return sum(length * fidelity for length, fidelity in known) / total if total else None


def interval(fidelity: float, lengths: Sequence[int], error: ScoreError) -> tuple[float, float]:
    """95 % interval of a mean over statements of these lengths.

    Every statement of the document was scored, so nothing is uncertain by sampling: what remains is the model's error,
    in part independent from statement to statement, in part shared by all of them (language pair, subject, rater).
    """
    total = sum(lengths)
    independent = error.segment**2 * sum((length / total) ** 2 for length in lengths)
    half = Z95 * math.sqrt(independent + error.shared**2)
    return max(0.0, fidelity - half), min(100.0, fidelity + half)
