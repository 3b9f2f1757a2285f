"""Words of a statement's text found again in the articles it was put together from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.core.document import Span
from auditor.core.score import SegmentScore, WordScore
from auditor.fidelity.statements import Statement


def placed(score: SegmentScore, statement: Statement) -> SegmentScore:
    """`score` with its words in the text of the translation and its lost words in that of the counterpart."""
    if not score.words and not score.lost:
        return score
    words = tuple(part for word in score.words for part in _placed(word, statement.translation))
    lost = tuple(part for word in score.lost for part in _placed(word, statement.counterpart))
    return replace(score, words=words, lost=lost)


def _placed(word: WordScore, spans: Sequence[Span]) -> list[WordScore]:
    """Where a word of the joined text of `spans` stands; in two places where a word goes over the seam."""
    found = []
    at = 0
    for span in spans:
        start, end = max(word.start, at), min(word.end, at + len(span))
        if start < end:
            found.append(WordScore(start - at + span.start, end - at + span.start, word.probability))
        at += len(span) + 1  # texts are joined by one space
    return found
