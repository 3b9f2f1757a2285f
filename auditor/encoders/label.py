"""How an encoder is named in a signature."""

from __future__ import annotations

from auditor.encoders.protocol import Encoder


def encoder_label(encoder: Encoder) -> str:
    """`name-hash-device`, and `-int8` after it where products are taken between bytes."""
    label = f"{encoder.name}-{encoder.model_hash}-{encoder.device}"
    return f"{label}-int8" if precision_of(encoder) == "int8" else label


def fitted_hash(encoder: Encoder) -> str:
    """What models fitted on an encoder's vectors name it by: both precisions of e5 go by the hash of its fp32."""
    known: str | None = getattr(encoder, "fitted_hash", None)
    return encoder.model_hash if known is None else known


def precision_of(encoder: Encoder) -> str:
    """`fp32` or `int8`; only the bundled e5 has a choice."""
    precision: str = getattr(encoder, "precision", "fp32")
    return precision
