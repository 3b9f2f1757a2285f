"""Finds the scorer that was fitted for an encoder."""

from __future__ import annotations

from pathlib import Path

from auditor.encoders.label import fitted_hash
from auditor.encoders.protocol import Encoder
from auditor.errors import ModelError
from auditor.fidelity.linear import LinearScorer
from auditor.fidelity.weights import FILE, read_weights


def load_scorer(encoder: Encoder, models: Path) -> LinearScorer | None:
    """The scorer for `encoder` with the weights in `models`; None when none was fitted for it.

    Hub models, folders and the hash encoder have no calibration: the caller says so in a notice, and fidelity stays
    null. Raises `ModelError` when the weights are damaged or were fitted on other vectors.
    """
    weights, digest = read_weights(models)
    fitted = weights.encoders.get(encoder.name)
    if fitted is None:
        return None
    if fitted.model_hash != fitted_hash(encoder) or len(fitted.centre) != encoder.dimensions:
        raise ModelError(
            f"{models / FILE}: fitted on another version of the encoder {encoder.name} "
            f"({fitted.model_hash}, this one is {fitted_hash(encoder)}). "
            "Install the versions in constraints.txt, or run scripts/train_fidelity_linear.py."
        )
    return LinearScorer(encoder, weights, digest)
