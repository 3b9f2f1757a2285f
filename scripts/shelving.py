"""Puts documents on the shelves of pairing, with vectors and facts as in an audit; each line is looked at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from story_pools import Side
from versions import document

from auditor.align.embedding import Matrix
from auditor.align.evidence import Keys, fact_keys
from auditor.align.pairing import Article, Shelf
from auditor.core.document import Document
from auditor.encoders import Encoder
from auditor.facts import extract_facts
from auditor.languages import get_language


class Shelver:
    """Makes shelves with one encoder."""

    def __init__(self, encoder: Encoder) -> None:
        self.name = encoder.name
        self._encoder = encoder
        self._known: dict[str, Matrix] = {}
        self._facts: dict[tuple[str, str], Keys] = {}

    def shelf(self, side: Side) -> Shelf:
        """The documents of a pool's side."""
        return Shelf.of(self._article(told) for _, told in side)

    def vectors(self, lines: Sequence[str]) -> Matrix:
        """(n lines, d) unit vectors."""
        fresh = [line for line in dict.fromkeys(lines) if line not in self._known]
        if fresh:
            self._known.update(zip(fresh, self._encoder.encode(fresh), strict=True))
        return np.stack([self._known[line] for line in lines])

    @staticmethod
    def shelf_of_vectors(articles: Iterable[Matrix]) -> Shelf:
        """Articles without facts."""
        return Shelf.of(Article(vectors, frozenset()) for vectors in articles)

    def _article(self, article: Document) -> Article:
        lines = [article.slice(segment.span) for segment in article.segments]
        return Article(self.vectors(lines), frozenset().union(*(self._keys(line, article.language) for line in lines)))

    def _keys(self, line: str, language: str) -> Keys:
        if (line, language) not in self._facts:
            alone = document("line", language, [[line]])
            found = fact_keys(alone, extract_facts(alone, get_language(language)))
            self._facts[line, language] = frozenset().union(*found)
        return self._facts[line, language]
