"""What every fidelity model offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from auditor.core.score import SegmentScore
from auditor.encoders.reach import reach_of
from auditor.fidelity.pair import TextPair
from auditor.fidelity.weights import ScoreError
from auditor.languages import get_language


@runtime_checkable
class FidelityScorer(Protocol):
    """Judges how much of the counterpart's meaning survives in the translation."""

    @property
    def signature(self) -> str:
        """`key:value|…` that says exactly which model and weights made a number."""

    @property
    def suspicious(self) -> float | None:
        """Probability from which a word is suspicious; None for a model that says nothing of words."""

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        """One score per pair, in order; neither side is ever cut."""

    def error(self, pair: TextPair) -> ScoreError:
        """How far the scores of pairs in these languages are off."""

    def reads(self, pair: TextPair) -> bool:
        """Whether scores say anything between these languages: whether the model tells them from unrelated texts."""

    def judged(self, pair: TextPair) -> bool:
        """Whether that error was measured on people's judgements of these languages."""


def unread_reason(counterpart_language: str, translation_language: str) -> str:
    """Why scores between two languages that a model does not read say nothing."""
    between = f"{language_name(counterpart_language)} to {language_name(translation_language)}"
    return f"{between}: the fidelity model does not tell good translations between these languages from unrelated texts"


def language_name(code: str) -> str:
    """The English name, of languages without a data file too where their reach was measured."""
    name, reach = get_language(code).name, reach_of(code)
    return reach.name if name == code and reach is not None else name
