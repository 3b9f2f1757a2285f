"""Facts that two passages share, as evidence beside the vectors: a rare number or name says more than a common one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from auditor.core.document import Document
from auditor.facts.fact import DateValue, Fact, FactKind, FactLedger, NameValue, NumberValue, TextValue

Keys = frozenset[Hashable]


def fact_keys(document: Document, ledger: FactLedger) -> tuple[Keys, ...]:
    """For each passage of `document`, the values of its facts in a form that two languages can share."""
    return tuple(
        frozenset(key for kind in _KINDS for fact in ledger.of(kind, passage.span) for key in _keys(fact))
        for passage in document.passages
    )


def shared_facts(left: Sequence[Keys], right: Sequence[Keys]) -> NDArray[np.float64]:
    """(n, m) weights of what passage i and passage j share; a fact counts less the more passages hold it."""
    spread = Counter(key for keys in (*left, *right) for key in keys)
    weights = {key: 1 / max(1.0, count / 2) for key, count in spread.items()}
    table = np.zeros((len(left), len(right)))
    for i, ours in enumerate(left):
        for j, theirs in enumerate(right):
            table[i, j] = sum(weights[key] for key in ours & theirs)
    return table


_KINDS = (FactKind.NUMBER, FactKind.NAME, FactKind.DATE, FactKind.LINK)


def _keys(fact: Fact) -> list[Hashable]:
    value = fact.value
    if isinstance(value, NumberValue):
        return [("number", value.value, value.percent)]
    if isinstance(value, NameValue):
        return [("name", skeleton) for skeleton in value.skeletons if len(skeleton) >= _LEAST_SKELETON]
    if isinstance(value, DateValue):
        return [("date", value.month, value.day)] if value.day is not None else []
    return [("link", value.text)] if isinstance(value, TextValue) else []


_LEAST_SKELETON = 3
"""Shorter consonant skeletons are shared by chance."""
