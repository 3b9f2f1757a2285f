"""The signature: which encoder, weights, aligner and calibration made the numbers of a report."""

from __future__ import annotations

from collections.abc import Iterable

from auditor import __version__
from auditor.core.report import AuditedDocument
from auditor.encoders import Encoder, encoder_label
from auditor.fidelity import FidelityScorer


def signature(
    audited: Iterable[AuditedDocument], encoders: Iterable[Encoder], scorers: Iterable[FidelityScorer]
) -> str:
    """`key:value|…` in a fixed order; parts that were not used are left out."""
    parts = [f"auditor:{__version__}"]
    parts += [f"encoder:{encoder_label(encoder)}" for encoder in encoders]
    parts += sorted({document.alignment.signature for document in audited if document.alignment is not None})
    parts += dict.fromkeys(scorer.signature for scorer in scorers)
    return "|".join(parts)
