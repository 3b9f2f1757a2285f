"""Facts and words that two passages share, beside the vectors: a rare number or name says more than a common one."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.core.document import Document
from auditor.facts.fact import DateValue, Fact, FactKind, FactLedger, NameValue, NumberValue, TextValue

Keys = frozenset[Hashable]
Table = NDArray[np.float64]


def fact_keys(document: Document, ledger: FactLedger) -> tuple[Keys, ...]:
    """For each passage of `document`, the values of its facts in a form that two languages can share."""
    return tuple(
        frozenset(key for kind in _KINDS for fact in ledger.of(kind, passage.span) for key in _keys(fact))
        for passage in document.passages
    )


def shared_facts(left: Sequence[Keys], right: Sequence[Keys]) -> Table:
    """(n, m) weights of what passage i and passage j share; a fact counts less the more passages hold it."""
    ours, theirs, spread = _incidence(left, right)
    table: Table = (ours / np.maximum(1.0, spread / 2)) @ theirs.T
    return table


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Words in common, weighted by their rarity in the two articles, for every pair of passages; 0 across languages."""

    of_shorter: Table
    """Share (0..1) of the words of the passage with less of them."""
    of_longer: Table
    """Share of those of the other one."""


def shared_words(translation: Document, counterpart: Document) -> SharedWords:
    """Words both passages hold, for two articles in one language; every table has shape (n, m)."""
    if translation.language != counterpart.language:
        nothing = np.zeros((len(translation.passages), len(counterpart.passages)))
        return SharedWords(nothing, nothing)
    left, right = _passage_words(translation), _passage_words(counterpart)
    ours, theirs, spread = _incidence(left, right)
    rarity = np.log(1 + (len(left) + len(right)) / np.maximum(spread, 1.0))
    shared = (ours * rarity) @ theirs.T
    amounts = (ours @ rarity)[:, None], (theirs @ rarity)[None, :]
    return SharedWords(
        shared / np.maximum(np.minimum(*amounts), 1.0),
        shared / np.maximum(np.maximum(*amounts), 1.0),
    )


def _incidence(left: Sequence[Keys], right: Sequence[Keys]) -> tuple[Table, Table, Table]:
    """Which passage holds which key, (n, keys) and (m, keys), and how many passages of either side hold each."""
    column: dict[Hashable, int] = {}
    for keys in (*left, *right):
        for key in keys:
            column.setdefault(key, len(column))
    tables = np.zeros((len(left), len(column))), np.zeros((len(right), len(column)))
    for table, side in zip(tables, (left, right), strict=True):
        for i, keys in enumerate(side):
            table[i, [column[key] for key in keys]] = 1.0
    return *tables, tables[0].sum(axis=0) + tables[1].sum(axis=0)


def _passage_words(document: Document) -> list[Keys]:
    return [frozenset(_words(document.slice(passage.span))) for passage in document.passages]


def _words(text: str) -> Iterator[str]:
    """Words by their beginnings, so that endings do not matter; of writing without spaces pairs of letters."""
    for word in _WORD.findall(text.casefold()):
        if len(word) > _LONGEST_WORD:
            yield from (word[i : i + 2] for i in range(len(word) - 1))
        elif len(word) >= _SHORTEST_WORD or word.isdigit():
            yield word[:_STEM]


_WORD = re.compile(r"\w+")
_SHORTEST_WORD, _STEM, _LONGEST_WORD = 3, 6, 30
"""Letters of the shortest word that counts, letters of it that are compared, and of what is no single word."""
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
