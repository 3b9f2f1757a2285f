"""How well fidelity agrees with people: direct assessments, critical errors, MQM; and what the scores promise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from calibrate_fidelity import NEWS, news, news_same, unseen_votes
from fidelity_calibration import calibration_error
from fidelity_data import MLQE_PAIRS, sample
from fidelity_fit import Array, pearson, spearman
from fidelity_floors import NgramRidge, chrfs, cosines
from fidelity_measures import best_mcc, mcc
from fidelity_rows import CRITICAL_PAIRS, Row, critical_rows, mlqe_rows
from numpy.typing import NDArray

from auditor.core.score import SegmentScore
from auditor.encoders import Encoder
from auditor.fidelity import FidelityScorer

LOWEST = 0.1
RISKS = ((0.0, 0.1), (0.1, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 1.0))


def score(scorer: FidelityScorer, rows: Sequence[Row]) -> list[SegmentScore]:
    """One score per row."""
    return scorer.score([row.pair for row in rows])


def assessments(data: Path, scorer: FidelityScorer, encoder: Encoder, count: int, ngrams: bool) -> Iterator[str]:
    """MLQE-PE test20: Pearson per pair beside the floors, and MCC of its word tags."""
    ridge = NgramRidge([row for pair in MLQE_PAIRS for row in mlqe_rows(data, pair, "train")]) if ngrams else None
    yield f"MLQE-PE test20, {count} rows a pair: Pearson of quality, cosine{', n-grams' if ridge else ''}; words MCC"
    found = []
    for pair in MLQE_PAIRS:
        limits = _word_limit(mlqe_rows(data, pair, "dev")[:200], scorer)
        rows = mlqe_rows(data, pair, "test20")[:count]
        scores = score(scorer, rows)
        wanted = [row.raw or 0.0 for row in rows]
        figures = [pearson([x.quality for x in scores], wanted), pearson(cosines(encoder, rows).tolist(), wanted)]
        figures += [pearson(ridge.predict(rows).tolist(), wanted)] if ridge else []
        probability, marked = words(rows, scores)
        found.append([*figures, mcc(probability >= limits, marked)])
        yield f"  {pair}  " + " ".join(f"{x:6.3f}" for x in found[-1])
    yield "  mean   " + " ".join(f"{x:6.3f}" for x in np.mean(found, axis=0))


def critical(data: Path, scorer: FidelityScorer, count: int) -> Iterator[str]:
    """critical-errors dev: MCC with thresholds from rows of train that were not trained on."""
    unseen = unseen_votes(data)
    yield f"critical-errors dev, up to {count} rows a pair: MCC with the threshold of unseen train rows"
    found = []
    for pair in CRITICAL_PAIRS:
        held = sample([row for row in unseen if row.dataset.endswith(pair)], count)
        _, limit = best_mcc(_critical(scorer, held), np.array([row.raw == 1.0 for row in held]))
        rows = critical_rows(data, pair, "dev")[:count]
        found.append(mcc(_critical(scorer, rows) >= limit, np.array([row.raw == 1.0 for row in rows])))
        yield f"  {pair}  {found[-1]:6.3f}"
    yield f"  mean   {np.mean(found):6.3f}"


def marked_news(data: Path, scorer: FidelityScorer, encoder: Encoder, count: int) -> Iterator[str]:
    """newstest2021, documents not calibrated on: correlation, major errors, words, risk."""
    for pair in NEWS:
        limit = _word_limit(news(data, pair, True, 400), scorer)
        yield from _news(f"newstest2021 {pair}", news(data, pair, False, count), scorer, encoder, limit)
        yield from _news(f"newstest2021 {pair} within one language", news_same(data, pair, False, count), scorer,
                         encoder, None)  # fmt: skip


def _news(title: str, rows: list[Row], scorer: FidelityScorer, encoder: Encoder, limit: float | None) -> Iterator[str]:
    scores = score(scorer, rows)
    penalty = np.array([row.raw or 0.0 for row in rows])
    fidelity, risk = np.array([x.fidelity for x in scores]), np.array([x.risk for x in scores])
    quality = np.array([x.quality for x in scores])
    serious = np.array([(row.major or 0.0) >= 0.5 for row in rows])
    human = np.array([row.human for row in rows])
    floors = f"cosine {spearman(cosines(encoder, rows), penalty):.3f}"
    if rows[0].pair.same_language:
        floors += f", chrF {spearman(chrfs(rows), penalty):.3f}"
    lowest = np.argsort(quality, kind="stable")[: round(LOWEST * len(rows))]
    yield (
        f"{title}, {len(rows)} rows: Spearman {spearman(quality, penalty):.3f} ({floors}); of major errors "
        f"{serious[lowest].sum() / serious.sum():.3f} are in the lowest tenth ({serious[lowest].mean():.3f} of it, "
        f"{serious.mean():.3f} of all)"
    )
    people = f", people {fidelity[human].mean():.1f}" if human.any() else ""
    yield f"  fidelity of systems {fidelity[~human].mean():.1f}{people}; risk {risk.mean():.3f}, calibration error " + (
        f"{calibration_error(risk, serious.astype(float)):.3f}"
    )
    for low, high in RISKS:
        here = (risk >= low) & (risk < high)
        if here.any():
            yield f"  risk {low:.1f} to {high:.1f}: {here.sum()} rows, said {risk[here].mean():.3f}, " + (
                f"happened {serious[here].mean():.3f}"
            )
    if limit is not None:
        probability, marked = words(rows, scores)
        yield f"  words: MCC {mcc(probability >= limit, marked):.3f} with the threshold of the other half"
        if scorer.suspicious is not None:
            named = probability >= scorer.suspicious
            yield f"  suspicious: {named.mean():.4f} of words, {marked[named].mean() if named.any() else 0:.3f} marked"


def words(rows: Sequence[Row], scores: Sequence[SegmentScore]) -> tuple[Array, NDArray[np.bool_]]:
    """(probability, whether most raters marked it) of each word that is parted by white space."""
    probability: list[float] = []
    marked: list[bool] = []
    for row, found in zip(rows, scores, strict=True):
        text = row.pair.translation
        of_letters = np.zeros(len(text) + 1)
        for word in found.words:
            of_letters[word.start : word.end] = np.maximum(of_letters[word.start : word.end], word.probability)
        marks = np.zeros((len(row.words or ()), len(text) + 1))
        for rater, spans in enumerate(row.words or ()):
            for start, end in spans:
                marks[rater, start:end] = 1
        at = 0
        for word_text in text.split():
            at = text.index(word_text, at)
            end = at + len(word_text)
            probability.append(float(of_letters[at:end].max()))
            marked.append(float(marks[:, at:end].max(axis=1).mean()) >= 0.5)
            at = end
    return np.array(probability), np.array(marked)


def _word_limit(rows: list[Row], scorer: FidelityScorer) -> float:
    return best_mcc(*words(rows, score(scorer, rows)))[1]


def _critical(scorer: FidelityScorer, rows: Sequence[Row]) -> Array:
    return np.array([x.critical or 0.0 for x in score(scorer, rows)])
