"""Boosted regression trees, read from their numbers: a sum of small decision trees over a row of evidence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
Indices = NDArray[np.intp]
Node = tuple[int, float, int, int, float]
"""(feature, threshold, left, right, value): left where feature <= threshold; a leaf has feature -1 and a value."""


@dataclass(frozen=True)
class Forest:
    """Trees and the score to which their leaves are added."""

    base: float
    trees: tuple[tuple[Node, ...], ...]

    def score(self, rows: Table) -> Table:
        """Log odds of each row, shape (rows,); all trees are walked down together."""
        if not self.trees:
            return np.full(len(rows), self.base)
        feature, threshold, children, value = self._nodes
        at = np.zeros((len(rows), len(self.trees)), dtype=np.intp) + self._roots
        row = np.arange(len(rows))[:, None]
        for _ in range(self._depth):
            at = children[at, (rows[row, feature[at]] > threshold[at]).astype(np.intp)]
        total: Table = self.base + value[at].sum(axis=1)
        return total

    @cached_property
    def _roots(self) -> Indices:
        """Number of each tree's first node, all nodes counted through."""
        return np.cumsum([0, *(len(tree) for tree in self.trees[:-1])])

    @cached_property
    def _depth(self) -> int:
        return max(_depth(tree, 0) for tree in self.trees)

    @cached_property
    def _nodes(self) -> tuple[Indices, Table, Indices, Table]:
        """Feature, threshold, (nodes, 2) children and value of all nodes; a leaf is its own child."""
        feature, threshold, children, value = [], [], [], []
        for root, tree in zip(self._roots, self.trees, strict=True):
            for number, (at, limit, left, right, leaf) in enumerate(tree):
                feature.append(max(at, 0))
                threshold.append(limit)
                children.append((root + left, root + right) if at >= 0 else (root + number, root + number))
                value.append(leaf)
        return np.array(feature), np.array(threshold), np.array(children), np.array(value)


NO_TREES = Forest(0.0, ())
"""Scores everything alike."""


def _depth(tree: tuple[Node, ...], at: int) -> int:
    feature, _, left, right, _ = tree[at]
    return 0 if feature < 0 else 1 + max(_depth(tree, left), _depth(tree, right))
