"""The formats of `auditor score`: one line per pair of lines, figures in full precision."""

from __future__ import annotations

import json
from collections.abc import Sequence

from auditor.core.score import SegmentScore, WordScore
from auditor.reports.formats import ScoreFormat

COLUMNS = ("line", "fidelity", "quality", "risk")


def render_scores(scores: Sequence[SegmentScore], form: ScoreFormat = ScoreFormat.TSV) -> str:
    """A table with a header, or an object per line; `line` is 0-based."""
    rows = [(line, score.fidelity, score.quality, score.risk) for line, score in enumerate(scores)]
    if form is ScoreFormat.JSONL:
        return "".join(json.dumps(dict(zip(COLUMNS, row, strict=True)), allow_nan=False) + "\n" for row in rows)
    lines = [COLUMNS, *((str(line), *map(repr, map(float, figures))) for line, *figures in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def render_words(scores: Sequence[SegmentScore]) -> str:
    """An object per line with the probability of a critical error, and of each word that something is wrong with it.

    `words` are those of the translation, `lost` those of the counterpart; offsets count code points of the line.
    """
    return "".join(json.dumps(_with_words(line, score), allow_nan=False) + "\n" for line, score in enumerate(scores))


def _with_words(line: int, score: SegmentScore) -> dict[str, object]:
    return {
        "line": line,
        "fidelity": score.fidelity,
        "quality": score.quality,
        "risk": score.risk,
        "critical_probability": score.critical,
        "words": [_word(word) for word in score.words],
        "lost": [_word(word) for word in score.lost],
    }


def _word(word: WordScore) -> dict[str, float]:
    return {"start": word.start, "end": word.end, "probability": word.probability}
