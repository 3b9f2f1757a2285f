"""What any fidelity model must beat: the cosine of an encoder, character n-grams, chrF within one language."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from fidelity_fit import Array
from fidelity_rows import Row

from auditor.encoders import Encoder

NGRAMS = (1, 4)
FEATURES = 2**17
RIDGE = 30.0


def cosines(encoder: Encoder, rows: Sequence[Row]) -> Array:
    """Cosine of the two vectors of each row."""
    here = encoder.encode([row.pair.translation for row in rows])
    there = encoder.encode([row.pair.counterpart for row in rows])
    return (here * there).sum(axis=1).astype(np.float64)  # type: ignore[no-any-return]


def chrfs(rows: Sequence[Row]) -> Array:
    """chrF of each row, by sacrebleu."""
    from auditor.fidelity.same_language import chrf

    return np.array([chrf(row.pair.translation, row.pair.counterpart) for row in rows])


class NgramRidge:
    """Ridge regression over hashed character n-grams of either side: how far topic and style alone go."""

    def __init__(self, rows: Sequence[Row]) -> None:
        from sklearn.linear_model import Ridge

        self._ridge = Ridge(alpha=RIDGE, solver="lsqr", max_iter=60, tol=1e-3)
        self._ridge.fit(self._features(rows), [row.quality for row in rows])

    def predict(self, rows: Sequence[Row]) -> Array:
        """Quality of each row."""
        return np.asarray(self._ridge.predict(self._features(rows)), dtype=float)

    def _features(self, rows: Sequence[Row]) -> object:
        from scipy.sparse import hstack
        from sklearn.feature_extraction.text import HashingVectorizer

        hashed = HashingVectorizer(analyzer="char_wb", ngram_range=NGRAMS, n_features=FEATURES, alternate_sign=False)
        sides = [[row.pair.counterpart for row in rows], [row.pair.translation for row in rows]]
        return hstack([hashed.transform(texts) for texts in sides]).tocsr() * 10
