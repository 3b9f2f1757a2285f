"""Evidence for the links of rewritten pairs, with all their sentences embedded in one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from link_pairs import Pair

from auditor.align.evidence import Keys, fact_keys, shared_facts
from auditor.align.links import LinkModel, link_features
from auditor.align.support import passage_vectors
from auditor.core.document import Document
from auditor.encoders import Encoder
from auditor.facts import extract_facts
from auditor.languages import get_language


@dataclass(frozen=True)
class Case:
    """A pair with what the encoder says of it, and its gold as tables of shape (n, m)."""

    pair: Pair
    passages: np.ndarray
    segments: np.ndarray
    facts: np.ndarray
    linked: np.ndarray
    partial: np.ndarray

    def features(self, model: LinkModel) -> np.ndarray:
        """Shape (n, m, features)."""
        sides = self.pair.rewritten
        return link_features(sides.translation, sides.counterpart, self.passages, self.segments, self.facts, model)


def cases(pairs: Sequence[Pair], encoder: Encoder) -> list[Case]:
    """Every pair with its evidence."""
    texts = [text for pair in pairs for side in _sides(pair) for text in _segment_texts(side)]
    rows = {text: i for i, text in enumerate(dict.fromkeys(texts))}
    vectors = encoder.encode(list(rows)) if rows else np.zeros((0, 1))
    return [_case(pair, rows, vectors) for pair in pairs]


def _case(pair: Pair, rows: dict[str, int], vectors: np.ndarray) -> Case:
    ours, theirs = _sides(pair)
    left, right = (vectors[[rows[text] for text in _segment_texts(side)]] for side in (ours, theirs))
    tables = [np.zeros((len(ours.passages), len(theirs.passages)), dtype=bool) for _ in range(2)]
    for table, links in zip(tables, (pair.rewritten.links, pair.rewritten.partial), strict=True):
        for i, j in links:
            table[i, j] = True
    passages = passage_vectors(ours, left) @ passage_vectors(theirs, right).T
    return Case(pair, passages, left @ right.T, shared_facts(_keys(ours), _keys(theirs)), *tables)


def _sides(pair: Pair) -> tuple[Document, Document]:
    return pair.rewritten.translation, pair.rewritten.counterpart


def _segment_texts(document: Document) -> list[str]:
    return [document.slice(segment.span) for segment in document.segments]


def _keys(document: Document) -> tuple[Keys, ...]:
    return fact_keys(document, extract_facts(document, get_language(document.language)))
