"""Which rows are trained on, how many of each source, and the sample that the learning curve is measured on."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from damage_rows import WEIGHTS
from fidelity_batches import Example, Unit, example
from fidelity_data import MLQE_PAIRS, sample
from fidelity_joined import joined, joined_rows, order_of
from fidelity_plants import Planted, good_pairs, planted
from fidelity_rows import CRITICAL_PAIRS, SOURCES, Row, critical_rows, mlqe_rows, mqm_rows

from auditor.encoders.e5 import E5Encoder

MIXTURES: dict[str, dict[str, int | None]] = {
    "broad": {
        "mlqe": None,
        "critical": 20_000,
        "edits": 6_000,
        "news": 14_000,
        "same": 5_000,
        "talks": 6_000,
        "bio": 9_000,
        "planted": 14_000,
    },
    "planted": {
        "mlqe": 14_000,
        "critical": 5_000,
        "edits": 1_500,
        "news": 3_000,
        "same": 1_500,
        "talks": 1_500,
        "bio": 2_000,
        "planted": 12_000,
    },
    "passages": {
        "mlqe": None,
        "critical": 24_000,
        "edits": 3_000,
        "news": 9_000,
        "same": 4_000,
        "talks": 4_000,
        "bio": 6_000,
        "joined": 4_000,
        "planted": 24_000,
    },
}
"""Rows of each source, None for all. `broad`: the direct assessments lead, `edits` and `same` repeat texts of others,
and news and abstracts are twice as long. `planted`: half of all texts are damaged ones and their originals. `passages`:
all direct assessments, four of ten texts damaged ones and their originals, some of either several sentences long; of
`planted` the pairs that are tried, of which seven of ten are kept."""
PASSAGES = ("mlqe", "news")
"""What passages of several segments are joined from."""
HELD_OUT = 24_000
"""Rows of critical-errors train after these, in one fixed order, are never trained on: thresholds rest on them."""
HARD = frozenset({
    "unit", "negation", "pronoun", "date", "modality", "drop-adjective", "role", "name", "quotation", "swap-words",
    "antonym", "number", "gender", "attribution", "entity-drop",
})  # fmt: skip
"""Kinds of damage that come up oftener: those that were seen least in NTREX after 55,000 and after 107,000 pairs
(50 to 79 % of originals above their damage)."""
OFTENER = 2.5
EASY_KEPT = 0.25
"""Share of the pairs with damage of another kind that is kept: a good pair has few places for most hard kinds, so many
pairs are tried."""
FURTHER = 3
"""Every so-manieth planted pair comes with a worse form too."""
JOINED = 0.2
"""Share of the planted pairs that stand between good ones of the same languages, as in a passage."""
DEV = {"mlqe": 150, "critical": 250, "news": 400}
"""Rows per language pair in the sample for the learning curve."""


def training_units(
    data: Path, mixture: str, sources: list[str], encoder: E5Encoder, seed: int, leave_out: str | None
) -> list[Unit]:
    """The rows of `sources`, each a unit of its own; `leave_out` takes a language pair of MLQE-PE out."""
    units: list[Unit] = []
    for source in sources:
        count = MIXTURES[mixture][source]
        if source == "planted":
            units += planted_units(data, encoder, seed, count)
            continue
        names = PASSAGES if source == "joined" else (source,)
        rows = [row for name in names for row in SOURCES[name](data)]
        rows = [row for row in rows if leave_out is None or not row.dataset.endswith(leave_out)]
        if source == "critical":
            rows = voted(rows)[:HELD_OUT]
        if source == "joined":
            rows = list(joined_rows(rows, seed))
        random.Random(f"{seed}:{source}").shuffle(rows)
        found = (example(row, encoder.tokenizer) for row in rows[:count])
        units += [(x,) for x in found if x is not None]
    return units


def voted(rows: list[Row]) -> list[Row]:
    """Rows of critical-errors in the fixed order whose beginning is trained on."""
    ordered = list(rows)
    random.Random("4:critical").shuffle(ordered)
    return ordered


def planted_units(data: Path, encoder: E5Encoder, seed: int, count: int | None) -> list[Unit]:
    """Good pairs with their damaged forms; they are seen together."""
    units: list[Unit] = []
    kinds = {kind: weight * (OFTENER if kind in HARD else 1.0) for kind, weight in WEIGHTS.items()}
    rng = random.Random(f"{seed}:planted")
    fillers: dict[tuple[str, str], Row] = {}
    for kind, rows in planted(good_pairs(data, seed)[:count], seed, kinds):
        if kind not in HARD and rng.random() > EASY_KEPT:
            continue
        shown = rows if len(units) % FURTHER == 0 else rows[:2]
        languages = (rows[0][0].pair.translation_language, rows[0][0].pair.counterpart_language)
        filler, fillers[languages] = fillers.get(languages), rows[0][0]
        if filler is not None and rng.random() < JOINED:
            shown = list(_between(shown, filler, rng))
        found = [example(row, encoder.tokenizer, above) for row, above in shown]
        if None not in found:
            units.append(tuple(x for x in found if x is not None))
    return units


def _between(rows: Sequence[Planted], good: Row, rng: random.Random) -> Iterator[Planted]:
    """Each of `rows` in a passage with `good`; its damage weighs as much less as it is a smaller part."""
    first, order = rng.random() < 0.5, order_of(2, rng)
    ours, others = len(rows[0][0].pair.translation), len(good.pair.translation)
    for row, above in rows:
        weaker = None if above is None else (above[0], above[1] * ours / (ours + others))
        yield joined([row, good] if first else [good, row], order), weaker


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
