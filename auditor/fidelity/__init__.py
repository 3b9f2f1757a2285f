"""The learned scorer: evidence, calibration, and the scores of whole documents.

Nothing here imports torch until a scorer that needs token states scores its first pair.
"""

from auditor.fidelity.document import not_compared, score_document
from auditor.fidelity.load import load_scorer
from auditor.fidelity.pair import TextPair
from auditor.fidelity.scorer import FidelityScorer

__all__ = ["FidelityScorer", "TextPair", "load_scorer", "not_compared", "score_document"]
