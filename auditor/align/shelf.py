"""Articles set side by side for pairing: what is needed at once stays in memory, their segment vectors in a file."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from tempfile import SpooledTemporaryFile
from typing import Self
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from auditor.align.embedding import Matrix
from auditor.align.evidence import Keys

SPOOL_BYTES = 64 * 2**20
"""Segment vectors of a side go to a temporary file when they outgrow this: about 4,000 articles of 15 sentences."""

Numbers = NDArray[np.uint64]


@dataclass(frozen=True)
class Article:
    """What pairing knows of one document: unit vectors of its segments in order (at least one), its facts' keys."""

    segments: Matrix
    facts: Keys


class Shelf:
    """One side of a pairing. Articles are numbered in the order in which they were added."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115 - lives as long as the shelf
        finalize(self, self._file.close)
        self._dimensions = 0
        self._means: list[Matrix] = []
        self._facts: list[Numbers] = []
        self._starts = [0]

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Self:
        """A shelf of these; each can be forgotten as soon as the next is asked for."""
        shelf = cls()
        for article in articles:
            shelf.add(article)
        return shelf

    def add(self, article: Article) -> None:
        """Put one more article on the shelf."""
        self._dimensions = article.segments.shape[1]
        self._means.append(article.segments.mean(axis=0))
        self._facts.append(_numbered(article.facts))
        self._starts.append(self._starts[-1] + len(article.segments))
        self._file.seek(0, 2)
        self._file.write(article.segments.astype(np.float16).tobytes())

    def __len__(self) -> int:
        return len(self._means)

    @property
    def starts(self) -> tuple[int, ...]:
        """Number of the first segment of each article among all, and at the end their count."""
        return tuple(self._starts)

    @property
    def facts(self) -> tuple[Numbers, ...]:
        """Sorted numbers that stand for the facts of each article, equal where the facts are."""
        return tuple(self._facts)

    def means(self) -> Matrix:
        """(articles, d) mean vectors, of no set length."""
        return np.stack(self._means)

    def segments(self, index: int) -> Matrix:
        """(n, d) segment vectors of one article, to half precision."""
        return self._read(self._starts[index], self._starts[index + 1])

    def sample(self, count: int) -> Matrix:
        """(≤ count, d) segments spread evenly over all articles."""
        total = self._starts[-1]
        rows = np.unique(np.linspace(0, total - 1, min(count, total)).astype(int))
        return np.concatenate([self._read(row, row + 1) for row in rows.tolist()])

    def _read(self, start: int, end: int) -> Matrix:
        width = 2 * self._dimensions
        self._file.seek(start * width)
        halves = np.frombuffer(self._file.read((end - start) * width), np.float16)
        return halves.reshape(end - start, self._dimensions).astype(np.float32)


def _numbered(keys: Iterable[Hashable]) -> Numbers:
    digests = [blake2b(repr(key).encode(), digest_size=8).digest() for key in keys]
    return np.sort(np.frombuffer(b"".join(digests), np.uint64))
