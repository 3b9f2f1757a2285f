"""Whether a sentence may end between two texts, by a linear model for each language: `data/seams/<code>.tsv`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from auditor.checks.grammar.seam_features import seam_features
from auditor.errors import ConfigError
from auditor.languages.language import Language

INTERCEPT = "1"
"""The line of a model's file that holds for any place."""
DECIMALS = 2


def seam_score(before: str, after: str, language: Language) -> float | None:
    """Log-odds, where cuts are as frequent as ends, that a sentence ends after `before` and one begins with `after`.

    None where the language has no model. With an empty `after` only the end of `before` speaks.
    """
    weights = _weights(language.code)
    if weights is None:
        return None
    features = set(seam_features(before, after, language))
    return round(math.fsum([weights[INTERCEPT], *(weights.get(feature, 0.0) for feature in features)]), DECIMALS)


@cache
def _weights(language: str) -> Mapping[str, float] | None:
    path = files("auditor.checks.grammar") / "data" / "seams" / f"{language}.tsv"
    if not path.is_file():
        return None
    try:
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        return {feature: float(weight) for feature, weight in lines}
    except ValueError as error:
        raise ConfigError(f"{path}: {error}; write it again with scripts/train_sentence_seams.py") from error
