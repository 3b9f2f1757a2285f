"""Fits the first fidelity model, `models/fidelity-linear/weights.json`.

    python scripts/train_fidelity_linear.py --data PATH [--encoder use|e5] [--work .work/fidelity]

What is learned is the expected direct assessment. Rows: MLQE-PE train (CC0) with its assessments, their raters'
severity taken out; TICO-19 (CC0) professional translations, unrelated pairs and shortened translations with the
assessment that follows from what they are; within one language MQM newstest2020 (Apache-2.0), whose penalties are put
on the same scale by equal quantiles. Risk is fitted on the majority of the raters of MQM newstest2020. Vectors are
kept under `--work`. The other encoder's weights stay as they are.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from fidelity_data import (
    MLQE_PAIRS,
    TICO_LANGUAGES,
    Judged,
    biomedical,
    critical_errors,
    misnumbered,
    mlqe,
    mlqe_post_edits,
    mqm,
    mqm_same_language,
    shortened,
    tico,
    unrelated,
)
from fidelity_fit import Array, cross_fitted, equated, fit_ridge, fit_risk, pearson, rising_curve, rounded

from auditor.config.manifest import state_model_file
from auditor.config.resources import models_folder
from auditor.encoders import Encoder, fitted_hash, load_encoder
from auditor.encoders.cache import VectorCache
from auditor.fidelity.features import Evidence
from auditor.fidelity.linear import read_curve, regress
from auditor.fidelity.token_matchers import bare_e5, matcher_for
from auditor.fidelity.weights import FILE, EncoderModels, Model, ScoreError, Thresholds, Weights

SIZES = {
    "use": {"mlqe": 1500, "tico": 60, "mqm": 1500, "post_edit": 200},
    "e5": {"mlqe": 400, "tico": 40, "mqm": 400, "post_edit": 100},
}
"""Rows per language pair: e5 is fifteen times slower on a CPU."""
USE_PAIRS = ("en-de", "en-zh", "ru-en")
"""Those of MLQE-PE whose languages `use` knows."""
USE_TICO = ("es", "pt", "ru", "zh")
STRICT = ("en-zh", "ne-en", "si-en", "ru-en")
HEAVIEST = {"post-edit": 40.0}
"""A post-edit keeps the words of its translation, which no independent counterpart does: as much as the MQM rows it
would teach that differing words are errors, without any the model would not know poor translations."""
HUMAN_WEIGHT = 3.0
"""Of a professional translation: news is mostly well translated, MLQE-PE mostly is not."""
THRESHOLDS = Thresholds(
    link_confidence=0.5,
    conflict_confidence=0.7,
    conflict_fidelity=50.0,
    same_wording=0.6,
    negated_wording=0.9,
    min_letters=15,
)
"""See "Verdicts" in the model's README for what each rests on."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Training rows of one setting."""

    rows: list[Judged]
    target: Array
    groups: Array


@dataclass(frozen=True, slots=True)
class Level:
    """Assessments that follow from what a translation is."""

    unedited: float
    """A translation that needed no edit."""
    major: float
    """One with a major error."""


def main() -> None:
    """Fit one encoder or both, write the file and its hash."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", choices=("use", "e5"), help="both when not given")
    parser.add_argument("--work", type=Path, default=Path(".work/fidelity"))
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    path = models_folder() / FILE
    known = Weights.model_validate_json(path.read_bytes()).encoders if path.is_file() else {}
    norms = length_norms(arguments.data)
    for name in (arguments.encoder,) if arguments.encoder else ("use", "e5"):
        cache = VectorCache(arguments.work, limit_bytes=4 * 2**30)
        encoder = load_encoder(name, threads=arguments.threads, cache=cache)
        known[name] = fit_encoder(arguments.data, encoder, norms)
    weights = Weights(name="linear-1", length_norms=norms, thresholds=THRESHOLDS, encoders=dict(sorted(known.items())))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(weights.model_dump(), indent=1) + "\n", encoding="utf-8")
    state_model_file(FILE, models_folder())


def fit_encoder(data: Path, encoder: Encoder, norms: dict[str, float]) -> EncoderModels:
    """Both settings for one encoder."""
    cross, same = cross_rows(data, encoder.name), same_rows(data, encoder.name)
    texts = [text for row in cross.rows for text in (row.pair.translation, row.pair.counterpart)]
    centre = encoder.encode(texts).mean(axis=0)
    tokens = token_centre(data, encoder)
    size = SIZES[encoder.name]["mqm"]
    judged = mqm(data, "newstest2020.zh-en", size) + mqm(data, "newstest2020.en-de", size)
    matcher = matcher_for(encoder, tokens)
    return EncoderModels(
        model_hash=fitted_hash(encoder),
        centre=rounded(centre.astype(np.float64)),
        token_centre=tokens,
        cross=fit_model(cross, Evidence(encoder, False, centre, norms, matcher), judged),
        same=fit_model(same, Evidence(encoder, True, centre, norms), [row for row in same.rows if row.mqm is not None]),
    )


def fit_model(labelled: Labelled, evidence: Evidence, judged: list[Judged]) -> Model:
    """Regression, curve and risk; prints how well each does on rows it was not fitted on."""
    features = evidence.rows([row.pair for row in labelled.rows])
    weight = group_weights(labelled.groups)
    folds = np.random.default_rng(5).integers(0, 5, len(features))
    names = evidence.names
    raw = cross_fitted(features, labelled.target, weight, names, folds)
    curve = rising_curve(raw, labelled.target, weight)
    quality = fit_ridge(features, labelled.target, weight, names)
    expected = np.interp(raw, curve.x, curve.y)
    apart = np.interp(cross_fitted(features, labelled.target, weight, names, labelled.groups), curve.x, curve.y)
    report(labelled, expected, apart)
    rows = evidence.rows([row.pair for row in judged])
    fidelity = np.array([read_curve(curve, value) for value in regress(quality, rows, names)])
    serious = np.array([float((row.major or 0.0) > 0.5) for row in judged])
    lengths = np.array([float(len(row.pair.translation)) for row in judged])
    real = np.array([(row.da or row.mqm) is not None and "post-edit" not in row.group for row in labelled.rows])
    return Model(
        quality=quality,
        fidelity=curve,
        risk=fit_risk(fidelity, lengths, serious),
        error=score_error(labelled, expected, apart, real),
    )


def score_error(labelled: Labelled, expected: Array, apart: Array, real: Array) -> ScoreError:
    """Residuals of judged rows inside a data set, and of the means of data sets that were left out of the fit."""
    residual, shift = expected - labelled.target, apart - labelled.target
    groups = sorted(set(labelled.groups[real]))
    within = [residual[real & (labelled.groups == group)].std() for group in groups]
    shifts = [shift[real & (labelled.groups == group)].mean() for group in groups]
    return ScoreError(
        segment=round(float(np.mean(within)), 2), shared=round(float(np.sqrt(np.mean(np.square(shifts)))), 2)
    )


def cross_rows(data: Path, encoder: str) -> Labelled:
    """Rows across languages."""
    size, pairs = SIZES[encoder], MLQE_PAIRS if encoder == "e5" else USE_PAIRS
    anchor, factors = severity(data)
    judged = [row for pair in pairs for row in mlqe(data, pair, "train", size["mlqe"])]
    languages = TICO_LANGUAGES if encoder == "e5" else USE_TICO
    human = [row for language in languages for row in tico(data, language, size["tico"])]
    target = [min(100.0, (row.da or 0.0) * factors[row.group]) for row in judged]
    level = Level(anchor, major_level(data, factors))
    return with_damage(judged + human, np.array(target + [anchor] * len(human)), human, level)


def same_rows(data: Path, encoder: str) -> Labelled:
    """Rows within one language."""
    size = SIZES[encoder]
    anchor, factors = severity(data)
    news = [
        row
        for name in ("newstest2020.zh-en", "newstest2020.en-de")
        for row in mqm_same_language(data, name, size["mqm"])
    ]
    edits = [row for pair in MLQE_PAIRS[2:] for row in mlqe_post_edits(data, pair, "train", size["post_edit"])]
    scaled = equated(np.array([row.mqm or 0.0 for row in news]), strong_assessments(data, factors))
    by_pair = [factors[row.group.replace("post-edit", "mlqe")] for row in edits]
    judged = [min(100.0, (row.da or 0.0) * factor) for row, factor in zip(edits, by_pair, strict=True)]
    human = [row for row in news if row.human]
    level = Level(anchor, major_level(data, factors))
    return with_damage(news + edits, np.concatenate([scaled, judged]), human, level)


def strong_assessments(data: Path, factors: dict[str, float]) -> Array:
    """Assessments of the strong systems of MLQE-PE, the scale on which MQM penalties are put."""
    strong = [row for pair in ("en-de", "en-zh") for row in mlqe(data, pair, "train", None)]
    return np.array([min(100.0, (row.da or 0.0) * factors[row.group]) for row in strong])


def major_level(data: Path, factors: dict[str, float]) -> float:
    """Assessment that stands for one major error (MQM penalty 5 to 6)."""
    news = mqm(data, "newstest2020.zh-en", None) + mqm(data, "newstest2020.en-de", None)
    penalty = np.array([row.mqm or 0.0 for row in news])
    return float(equated(penalty, strong_assessments(data, factors))[(penalty >= 5) & (penalty < 6)].mean())


def with_damage(rows: list[Judged], target: Array, whole: list[Judged], level: Level) -> Labelled:
    """Adds unrelated pairs (0), shortened good ones (the share that is left), good ones with a wrong number."""
    wrong = unrelated(rows)[:: max(1, len(rows) // 400)]
    cut, changed = shortened(whole[:300]), misnumbered(whole)[:300]
    everything = [*rows, *wrong, *(row for row, _ in cut), *changed]
    damaged = [level.unedited * share for _, share in cut] + [level.major] * len(changed)
    groups = np.array([_family(row.group) for row in everything])
    return Labelled(everything, np.concatenate([target, np.zeros(len(wrong)), damaged]), groups)


def severity(data: Path) -> tuple[float, dict[str, float]]:
    """(assessment of a translation that needed no edit, factor per data set that lifts its raters to it).

    A translation that nobody had to touch is worth the same whatever the rater, so the level of the data sets whose
    raters use the scale's upper end (those not in `STRICT`) is taken for all; 0 stays 0.
    """
    unedited: dict[str, list[float]] = {}
    for pair in MLQE_PAIRS:
        rows = mlqe(data, pair, "train", None)
        unedited[f"mlqe {pair}"] = [row.da for row in rows if row.hter == 0 and row.da is not None]
    means = {group: float(np.mean(values)) for group, values in unedited.items()}
    anchor = float(np.mean([mean for group, mean in means.items() if group.split()[1] not in STRICT]))
    return anchor, {group: anchor / mean for group, mean in means.items()}


def group_weights(groups: Array) -> Array:
    """Every group weighs as much as it has rows, at most as `HEAVIEST` says of its kind."""
    names, counts = np.unique(groups, return_counts=True)
    heaviest = np.array([HEAVIEST.get(name.split()[0], np.inf) for name in names])
    share = dict(zip(names, np.minimum(1.0, heaviest / counts), strict=True))
    share |= {name: HUMAN_WEIGHT for name in names if name.startswith("tico")}
    return np.array([share[group] for group in groups])


def token_centre(data: Path, encoder: Encoder) -> tuple[float, ...] | None:
    """Mean token state over all languages at hand; None for encoders without token states."""
    inner = bare_e5(encoder)
    if inner is None:
        return None
    from auditor.fidelity.token_match import token_states

    rows = [row for pair in MLQE_PAIRS for row in mlqe(data, pair, "train", 40)]
    rows += [row for language in TICO_LANGUAGES for row in tico(data, language, 20)]
    states = token_states(inner, [text for row in rows for text in (row.pair.translation, row.pair.counterpart)])
    return rounded(np.concatenate(states).mean(axis=0).astype(np.float64))


def length_norms(data: Path) -> dict[str, float]:
    """Per language the median log of its length over that of the English it stands for."""
    rows = [row for pair in MLQE_PAIRS for row in mlqe(data, pair, "train", 1000)]
    rows += [row for language in TICO_LANGUAGES for row in tico(data, language, 500)]
    rows += [row for pair in ("en-ja", "en-cs") for row in critical_errors(data, pair, 500)]
    rows += [row for pair in ("en-it", "en-eu") for row in biomedical(data, pair, 500)]
    found: dict[str, list[float]] = {"en": [0.0]}
    for row in rows:
        pair = row.pair
        ratio = float(np.log(len(pair.translation) / len(pair.counterpart)))
        other = pair.translation_language if pair.counterpart_language == "en" else pair.counterpart_language
        found.setdefault(other, []).append(ratio if other == pair.translation_language else -ratio)
    return {language: round(float(np.median(values)), 3) for language, values in sorted(found.items())}


def report(labelled: Labelled, expected: Array, apart: Array) -> None:
    """Per group: rows, mean target, mean prediction cross-fitted and with the group left out, correlations."""
    for group in sorted(set(labelled.groups)):
        here = labelled.groups == group
        target = labelled.target[here]
        figures = [target.mean(), expected[here].mean(), apart[here].mean()]
        known = [pearson(expected[here], target), pearson(apart[here], target)] if np.ptp(target) > 0 else []
        print(f"{group:28s}{here.sum():6d}", *(f"{x:7.1f}" for x in figures), *(f"{x:6.3f}" for x in known), flush=True)


def _family(group: str) -> str:
    """Each kind of damage is one group."""
    return group.split()[0] if group.startswith(("unrelated", "shortened", "misnumbered")) else group


if __name__ == "__main__":
    main()
