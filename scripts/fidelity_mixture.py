"""Which rows are trained on, how many of each source, and the sample that the learning curve is measured on."""

from __future__ import annotations

import random
from pathlib import Path

from fidelity_batches import Example, Unit, example
from fidelity_data import MLQE_PAIRS, sample
from fidelity_rows import CRITICAL_PAIRS, SOURCES, Row, critical_rows, mlqe_rows, mqm_rows

from auditor.encoders.e5 import E5Encoder

SHARES = {"edits": 0.25, "same": 0.5}
"""Share of a source's rows that an epoch holds, where it is not all: these repeat texts of others."""
DEV = {"mlqe": 150, "critical": 250, "news": 400}
"""Rows per language pair in the sample for the learning curve."""


def training_units(data: Path, sources: list[str], encoder: E5Encoder, seed: int, leave_out: str | None) -> list[Unit]:
    """The rows of `sources`, each a unit of its own; `leave_out` takes a language pair of MLQE-PE out."""
    units: list[Unit] = []
    for source in sources:
        rows = [row for row in SOURCES[source](data) if leave_out is None or not row.dataset.endswith(leave_out)]
        random.Random(f"{seed}:{source}").shuffle(rows)
        rows = rows[: round(len(rows) * SHARES.get(source, 1.0))]
        found = (example(row, encoder.tokenizer) for row in rows)
        units += [(x,) for x in found if x is not None]
    return units


def development_examples(data: Path, encoder: E5Encoder) -> list[Example]:
    """Rows of MLQE-PE dev, critical-errors dev and newstest2021: measured on, never trained on."""
    rows: list[Row] = []
    for pair in MLQE_PAIRS:
        rows += sample(mlqe_rows(data, pair, "dev"), DEV["mlqe"])
    for pair in CRITICAL_PAIRS:
        rows += sample(critical_rows(data, pair, "dev"), DEV["critical"])
    for pair in ("zh-en", "en-de"):
        rows += sample(mqm_rows(data, f"newstest2021.{pair}"), DEV["news"])
    found = (example(row, encoder.tokenizer) for row in rows)
    return [x for x in found if x is not None]
