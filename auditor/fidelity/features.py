"""All evidence about a pair of texts as one row of numbers; a model's file says which columns it uses.

Columns: the cosine of the encoder's vectors (raw and with their common direction removed) and, across languages with
the bundled e5, the match of single tokens; then the figures of `text_evidence` and, within one language, those of
`same_language`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from auditor.encoders.protocol import Encoder, Vectors
from auditor.fidelity.pair import TextPair
from auditor.fidelity.same_language import SAME_LANGUAGE_FEATURES, same_language_features
from auditor.fidelity.text_evidence import TEXT_FEATURES, text_features

if TYPE_CHECKING:
    from auditor.fidelity.token_match import TokenMatcher

Matrix = NDArray[np.float64]
MEANING_FEATURES = ("cosine", "centred_cosine")


@dataclass(frozen=True)
class Evidence:
    """Turns pairs into rows. `names` are the columns, in order."""

    encoder: Encoder
    same_language: bool
    centre: Vectors
    """Mean vector of the encoder over many languages, shape (dimensions,)."""
    length_norms: Mapping[str, float] = field(default_factory=dict)
    """Per language the log of its usual length over that of English."""
    matcher: TokenMatcher | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of `rows`."""
        return feature_names(same_language=self.same_language, tokens=self.matcher is not None)

    def rows(self, pairs: Sequence[TextPair]) -> Matrix:
        """Shape (len(pairs), len(names))."""
        blocks = [self._meaning(pairs)]
        if self.matcher is not None:
            matched = self.matcher.features([(pair.translation, pair.counterpart) for pair in pairs])
            blocks.append(matched.astype(np.float64))
        blocks.append(_block([text_features(pair, self.length_norms) for pair in pairs], len(TEXT_FEATURES)))
        if self.same_language:
            blocks.append(_block([same_language_features(pair) for pair in pairs], len(SAME_LANGUAGE_FEATURES)))
        return np.hstack(blocks)

    def _meaning(self, pairs: Sequence[TextPair]) -> Matrix:
        vectors = self.encoder.encode([pair.translation for pair in pairs] + [pair.counterpart for pair in pairs])
        here, there = vectors[: len(pairs)].astype(np.float64), vectors[len(pairs) :].astype(np.float64)
        centred = _unit(here - self.centre), _unit(there - self.centre)
        return np.column_stack([(here * there).sum(axis=1), (centred[0] * centred[1]).sum(axis=1)])


def feature_names(*, same_language: bool, tokens: bool) -> tuple[str, ...]:
    """The columns for a setting, in order."""
    matched: tuple[str, ...] = ()
    if tokens:
        from auditor.fidelity.token_match import TOKEN_FEATURES

        matched = TOKEN_FEATURES
    return MEANING_FEATURES + matched + TEXT_FEATURES + (SAME_LANGUAGE_FEATURES if same_language else ())


def squared(names: Sequence[str]) -> tuple[str, ...]:
    """The features of `names` whose square a regression may use too: those that say how alike two texts are."""
    text = set(TEXT_FEATURES) | {"negations_differ"}
    return tuple(name for name in names if name not in text)


def _block(rows: list[list[float]], width: int) -> Matrix:
    return np.array(rows, dtype=np.float64).reshape(len(rows), width)


def _unit(rows: Matrix) -> Matrix:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)  # type: ignore[no-any-return]
