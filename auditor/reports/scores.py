"""The formats of `auditor score`: one line per pair of lines, figures in full precision."""

from __future__ import annotations

import json
from collections.abc import Sequence

from auditor.core.score import SegmentScore
from auditor.reports.formats import ScoreFormat

COLUMNS = ("line", "fidelity", "quality", "risk")


def render_scores(scores: Sequence[SegmentScore], form: ScoreFormat = ScoreFormat.TSV) -> str:
    """A table with a header, or an object per line; `line` is 0-based."""
    rows = [(line, score.fidelity, score.quality, score.risk) for line, score in enumerate(scores)]
    if form is ScoreFormat.JSONL:
        return "".join(json.dumps(dict(zip(COLUMNS, row, strict=True)), allow_nan=False) + "\n" for row in rows)
    lines = [COLUMNS, *((str(line), *map(repr, map(float, figures))) for line, *figures in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)
