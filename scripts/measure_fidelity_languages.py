"""What professional translations of the same lines score, language by language: no language may look like an error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from fidelity_levels import PEOPLE, level_rows

from auditor.core.score import SegmentScore
from auditor.fidelity import FidelityScorer, TextPair
from auditor.fidelity.joint_calibration import group_of

LINES = 16
POOR = 60.0


def languages(data: Path, scorer: FidelityScorer) -> Iterator[str]:
    """Each that the model reads, beside English both ways, on the half of NTREX that levels do not rest on."""
    found: dict[str, list[tuple[TextPair, SegmentScore]]] = defaultdict(list)
    pairs = [row.pair for row in level_rows(data, "publish", LINES) if row.dataset == PEOPLE and scorer.reads(row.pair)]
    for pair, score in zip(pairs, scorer.score(pairs), strict=True):
        found[group_of(pair)].append((pair, score))
    figures = {group: _figures(scored, scorer.suspicious) for group, scored in found.items()}
    yield f"professional translations, {LINES} lines, {len(figures)} directions that are read"
    for at, name in enumerate(("fidelity", f"share below {POOR:.0f}", "risk", "share of suspicious letters")):
        values = np.array([figure[at] for figure in figures.values()])
        order = sorted(figures, key=lambda group: figures[group][at])
        ends = ", ".join(f"{group} {figures[group][at]:.3g}" for group in (*order[:3], *order[-3:]))
        yield f"  {name}: mean {values.mean():.3g}, deviation {values.std():.3g}; {ends}"


def _figures(scored: Sequence[tuple[TextPair, SegmentScore]], suspicious: float | None) -> tuple[float, ...]:
    fidelity = np.array([score.fidelity for _, score in scored])
    least = 1.0 if suspicious is None else suspicious
    marked = sum(word.end - word.start for _, score in scored for word in score.words if word.probability >= least)
    return (
        float(fidelity.mean()),
        float((fidelity < POOR).mean()),
        float(np.mean([score.risk for _, score in scored])),
        marked / sum(len(pair.translation) for pair, _ in scored),
    )
