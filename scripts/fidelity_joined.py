"""Several pairs put end to end as one: passages of two to four sentences, which single segments do not teach.

A passage is worth the mean of its parts by length, and has a major or critical error where any part has.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import fmean

from fidelity_rows import NO_SPACES, Row, Spans

from auditor.fidelity.pair import TextPair

PARTS = (2, 2, 3, 4)
"""Pairs in a passage, one of these drawn."""
TURNED = 0.25
"""Share of the passages whose counterpart tells it in another order."""


def joined_rows(rows: Sequence[Row], seed: int) -> Iterator[Row]:
    """Passages of rows of one data set, each row in one of them; in seeded order over all data sets."""
    rng = random.Random(f"{seed}:joined")
    by_dataset: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_dataset[row.dataset].append(row)
    found = []
    for same in by_dataset.values():
        left = rng.sample(same, len(same))
        while len(left) > 1:
            parts = [left.pop() for _ in range(min(len(left), rng.choice(PARTS)))]
            found.append(joined(parts, order_of(len(parts), rng)))
    rng.shuffle(found)
    yield from found


def order_of(count: int, rng: random.Random) -> list[int]:
    """The order in which the counterpart has the parts: mostly the translation's."""
    order = list(range(count))
    if rng.random() < TURNED:
        rng.shuffle(order)
    return order


def joined(parts: Sequence[Row], order: Sequence[int]) -> Row:
    """`parts` as one passage; what nobody said of one of them is not said of the whole."""
    pairs = [row.pair for row in parts]
    first = pairs[0]
    ours, starts = _text([pair.translation for pair in pairs], first.translation_language)
    theirs, places = _text([pairs[i].counterpart for i in order], first.counterpart_language)
    lengths = [len(pair.translation) for pair in pairs]
    return Row(
        TextPair(ours, theirs, first.translation_language, first.counterpart_language),
        parts[0].dataset,
        quality=_mean([row.quality for row in parts], lengths),
        critical=_any([row.critical for row in parts]),
        major=_any([row.major for row in parts]),
        words=_marks([row.words for row in parts], starts),
        lost=_marks([parts[i].lost for i in order], places),
    )


def _text(texts: Sequence[str], language: str) -> tuple[str, list[int]]:
    """The texts end to end, and where each begins."""
    between = "" if language in NO_SPACES else " "
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + len(between))
    return between.join(texts), starts


def _mean(values: Sequence[float | None], weights: Sequence[int]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known, weights) if len(known) == len(values) else None


def _any(values: Sequence[float | None]) -> float | None:
    none = 1.0
    for value in values:
        if value is None:
            return None
        none *= 1 - value
    return 1 - none


def _marks(marks: Sequence[tuple[Spans, ...] | None], starts: Sequence[int]) -> tuple[Spans, ...] | None:
    """Per rater the spans of all parts; None where the parts were not read by equally many."""
    known = [raters for raters in marks if raters is not None]
    if len(known) < len(marks) or len({len(raters) for raters in known}) > 1:
        return None
    return tuple(
        tuple((a + start, b + start) for spans, start in zip(rater, starts, strict=True) for a, b in spans)
        for rater in zip(*known, strict=True)
    )
