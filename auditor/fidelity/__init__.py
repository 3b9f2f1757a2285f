"""The learned scorer: evidence, calibration, and the scores of whole documents.

Nothing here imports torch until a scorer that needs token states scores its first pair.
"""

from auditor.fidelity.choice import FidelityChoice, choose_fidelity
from auditor.fidelity.document import not_compared, score_document
from auditor.fidelity.load import load_scorer
from auditor.fidelity.pair import TextPair
from auditor.fidelity.scorer import FidelityScorer, language_name, unread_reason

__all__ = [
    "FidelityChoice",
    "FidelityScorer",
    "TextPair",
    "choose_fidelity",
    "language_name",
    "load_scorer",
    "not_compared",
    "score_document",
    "unread_reason",
]
