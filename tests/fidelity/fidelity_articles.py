"""Small articles, alignments and a scorer that needs no model."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.core.alignment import Alignment, Bead, DocumentPair, Link, Regime
from auditor.core.document import Document, Passage, PassageKind, Segment, Span
from auditor.core.score import SegmentScore
from auditor.fidelity import TextPair
from auditor.fidelity.weights import ScoreError


class WordScorer:
    """Fidelity is the share of the counterpart's words that the translation has."""

    signature = "fidelity:words"
    suspicious: float | None = None

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        return [self._one(pair) for pair in pairs]

    def error(self, pair: TextPair) -> ScoreError:
        return ScoreError(segment=10.0, shared=5.0)

    def judged(self, pair: TextPair) -> bool:
        return True

    @staticmethod
    def _one(pair: TextPair) -> SegmentScore:
        wanted = set(pair.counterpart.casefold().split())
        share = len(wanted & set(pair.translation.casefold().split())) / max(1, len(wanted))
        return SegmentScore(100 * share, share, 1 - share)


def article(*passages: Sequence[str] | str, language: str = "en", kinds: Sequence[PassageKind] = ()) -> Document:
    """One passage per argument; a sequence of sentences, or a single one."""
    text, built = "", []
    count = 0
    for index, given in enumerate(passages):
        sentences = [given] if isinstance(given, str) else list(given)
        start, segments = len(text), []
        for sentence in sentences:
            begin = len(text)
            text += sentence
            segments.append(Segment(count, index, Span(begin, len(text))))
            count += 1
            text += " "
        text = text[:-1]
        kind = kinds[index] if index < len(kinds) else PassageKind.PARAGRAPH
        built.append(Passage(index, kind, Span(start, len(text)), tuple(segments)))
        text += "\n\n"
    return Document(f"x.{language}.txt", text, "file", "0" * 64, language, 1.0, tuple(built))


def paired(translation: Document, counterpart: Document) -> DocumentPair:
    return DocumentPair(translation, counterpart, "argument", 1.0)


def aligned(
    links: Sequence[tuple[int, int, float]],
    beads: Sequence[tuple[Sequence[int], Sequence[int]]],
    regime: Regime = Regime.PARALLEL,
) -> Alignment:
    return Alignment(
        regime,
        tuple(Link(a, b, 0.9, confidence) for a, b, confidence in links),
        tuple(Bead(tuple(a), tuple(b), 0.9 if a and b else None, 0.1) for a, b in beads),
        (),
        "aligner:test",
    )
