"""Fits the document pairing models in `models/links/pairing.json`.

    python scripts/train_pairing.py --data PATH [--encoders use,e5]

Articles of MQM newstest2020 and newstest2021 (Apache-2.0; translation and source, two translations) and runs of
TICO-19 lines (CC0) are retold and looked for in folders large and small where half of the articles on either side have
no partner; the wrong candidates are the nearest other articles, of the same outlet, week and topic. Half of the
stories, by a hash of their id, fit the model; the other half is reported.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from corpora import Lines, mqm_articles, tico_pairs
from numpy.typing import NDArray
from scipy.optimize import minimize
from shelving import Shelver
from story_pools import Deal, Pool, deal, fits_models, tell_ours, tell_theirs
from versions import BRIEF, LIGHT, RETOLD, WHOLE

from auditor.align.link_model import PAIRING_FILE
from auditor.align.pairing import (
    EVIDENCE,
    LEAST_CONFIDENCE,
    PairingModel,
    inside_similarity,
    pairing_confidence,
    searches,
)
from auditor.align.resemblance import NEAR_SHARE, REFERENCES, Scale
from auditor.config.manifest import state_model_file
from auditor.config.resources import models_folder
from auditor.encoders import VectorCache, load_encoder

VERSIONS = (WHOLE, LIGHT, RETOLD, BRIEF)
MQM = ("newstest2020.en-de", "newstest2021.en-de", "newstest2021.zh-en")
TICO = {"use": ("ru", "zh", "es-419", "pt-BR"), "e5": ("hi", "ur", "ps", "id", "ms", "ru", "zh")}
"""French is left out: lines 150 to 950 of its file do not belong together."""
RUNS = slice(6, 24)
"""Runs of 25 lines taken from each TICO-19 language. The first 141 lines are phrases of a consultation that repeat."""
SYSTEMS = 2
WIDTHS = 10
"""Steps from what lines of different stories reach to what translations reach."""
SMALL = 6
"""Stories in a small folder."""
HEADER = "weights over `features` of the logistic pairing model, and what similarities mean in the encoder"

Row = tuple[tuple[float, ...], bool, str]
"""Evidence for the best candidate of a search, whether it is right, which version of the articles it was."""
Pair = tuple[Lines, Lines]


@dataclass(frozen=True)
class Rows:
    """Searches among the stories that fit the model, and among the others."""

    fit: list[Row]
    held_out: list[Row]


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoders", default="use,e5")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    entries: dict[str, dict[str, object]] = {}
    scales, pooled = [], Rows([], [])
    for name in arguments.encoders.split(","):
        shelver = Shelver(load_encoder(name, threads=1, cache=VectorCache(), precision="fp32"))
        corpora = _corpora(arguments.data, TICO[name])
        scale, relative = _scales(corpora, shelver)
        scales.append(relative)
        blank = PairingModel(name, (1.0,) * len(EVIDENCE), 0.0, scale)
        rows = _rows(corpora, shelver, blank, arguments.seed)
        entries[name] = _fit(rows, blank)
        pooled.fit.extend(rows.fit)
        pooled.held_out.extend(rows.held_out)
    entries["any"] = _fit(pooled, PairingModel("any", (), 0.0, _shared(scales), relative=True))
    path = models_folder() / PAIRING_FILE
    path.write_text(json.dumps({"about": HEADER, "encoders": entries}, indent=1) + "\n", encoding="utf-8")
    state_model_file(PAIRING_FILE, models_folder())


def _corpora(data: Path, languages: Sequence[str]) -> list[list[Pair]]:
    """Line-aligned (translation, counterpart) articles; within a corpus the stories are told once or twice each."""
    corpora: list[list[Pair]] = []
    for file in MQM:
        across, within = [], []
        for versions in mqm_articles(data, file).values():
            systems = [versions[name] for name in sorted(versions) if name != "source"][:SYSTEMS]
            across += [(system, versions["source"]) for system in systems]
            within += [(systems[0], system) for system in systems[1:]]
        corpora += [across, within]
    return [*filter(None, corpora), *(tico_pairs(data, language)[RUNS] for language in languages)]


def _scales(corpora: Sequence[Sequence[Pair]], shelver: Shelver) -> tuple[Scale, Scale]:
    """What similarities mean, from whole line-aligned articles; and the same relative to those inside an article.

    What is usual comes from the first corpus, the news: articles about one disease come nearer to each other.
    """
    lines = [_lines([pair for pair in corpus if fits_models(pair[0].id)], shelver) for corpus in corpora]
    news = lines[0]
    true, false = (float(np.concatenate([getattr(one, part) for one in lines]).mean()) for part in ("true", "false"))
    scale = Scale(float(news.usual.mean()), float(news.usual.std()), (true + false) / 2, (true - false) / WIDTHS)
    print(f"{shelver.name}: {scale}; inside an article {news.inside}")
    return scale, _relative(scale, *news.inside)


@dataclass(frozen=True)
class LineSimilarities:
    """Of the lines of one corpus: what is usual, to their translation and to the nearest other article."""

    usual: NDArray[np.float32]
    true: NDArray[np.float32]
    false: NDArray[np.float32]
    inside: tuple[float, float]


def _lines(pairs: Sequence[Pair], shelver: Shelver) -> LineSimilarities:
    ours, theirs = ([shelver.vectors(pair[side].lines) for pair in pairs] for side in (0, 1))
    left, right = np.concatenate(ours), np.concatenate(theirs)
    usual = _usual(left, right), _usual(right, left)
    table = left @ right.T - (usual[0][:, None] + usual[1][None, :]) / 2
    inside = inside_similarity((shelver.shelf_of_vectors(ours), shelver.shelf_of_vectors(theirs)))
    return LineSimilarities(np.concatenate(usual), np.diag(table), _best_in_nearest(table, pairs), inside)


def _shared(scales: Sequence[Scale]) -> Scale:
    return Scale(*(float(np.mean([getattr(one, part) for one in scales])) for part in Scale.__slots__))


def _best_in_nearest(table: NDArray[np.float32], pairs: Sequence[Pair]) -> NDArray[np.float32]:
    """For each line the best in the article of another story that comes nearest to its own."""
    sizes = [len(pair[0].lines) for pair in pairs]
    starts = np.cumsum([0, *sizes[:-1]])
    lines = np.maximum.reduceat(table, starts, axis=1)
    articles = np.add.reduceat(lines, starts, axis=0) / np.array(sizes)[:, None]
    stories = np.array([pair[0].id for pair in pairs])
    articles[stories[:, None] == stories[None, :]] = -np.inf
    nearest = articles.argmax(axis=1)
    best: NDArray[np.float32] = np.take_along_axis(lines, np.repeat(nearest, sizes)[:, None], axis=1)[:, 0]
    return best


def _relative(scale: Scale, mean: float, spread: float) -> Scale:
    return Scale((scale.usual - mean) / spread, scale.spread / spread, scale.middle / spread, scale.width / spread)


def _usual(segments: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    references = others[np.unique(np.linspace(0, len(others) - 1, min(REFERENCES, len(others))).astype(int))]
    rank = round(NEAR_SHARE * len(references))
    found: NDArray[np.float32] = np.partition(segments @ references.T, -rank, axis=1)[:, -rank]
    return found


def _rows(corpora: Sequence[Sequence[Pair]], shelver: Shelver, blank: PairingModel, seed: int) -> Rows:
    rows = Rows([], [])
    for fits, kept in ((True, rows.fit), (False, rows.held_out)):
        rng = random.Random(f"{seed} {fits}")
        for corpus in corpora:
            kind = "same topic" if corpus[0][0].id.startswith("tico") else "news"
            pairs = [pair for pair in corpus if fits_models(pair[0].id) is fits]
            for pool in _pools(pairs, kind, rng):
                kept += _searched(pool, shelver, blank)
    return rows


def _pools(pairs: Sequence[Pair], kind: str, rng: random.Random) -> Iterator[Pool]:
    """For every version two folders of all, and small ones of a few stories each."""
    for version in VERSIONS:
        ours = {pair[0].id: pair[0] for pair in rng.sample(pairs, len(pairs))}
        theirs = {pair[1].id: pair[1] for pair in pairs}
        mixed = rng.sample(sorted(ours), len(ours))
        whole = [deal(mixed, rng), deal(mixed, rng)]
        small = [_small(whole[0], rng) for _ in range(0, len(mixed), SMALL)]
        for dealt in (*whole, *small):
            sides = (tell_ours(ours, dealt, version, rng), tell_theirs(theirs, dealt, version, rng))
            yield Pool(f"{kind}, {version.name}", *map(tuple, sides))


def _small(dealt: Deal, rng: random.Random) -> Deal:
    """A few articles of a large folder."""
    few = set(rng.sample(sorted({*dealt.ours, *dealt.theirs}), SMALL))
    return Deal(*(tuple(a for a in side if a in few) for side in (dealt.ours, dealt.theirs)), dealt.strangers)


def _searched(pool: Pool, shelver: Shelver, blank: PairingModel) -> Iterator[Row]:
    """The candidate whose sentences come nearest, for each translation."""
    ours, theirs = shelver.shelf(pool.translations), shelver.shelf(pool.counterparts)
    for search in searches(ours, theirs, blank):
        best = int(np.argmax([evidence[_LEVEL] for evidence in search.evidence]))
        story = pool.counterparts[search.counterparts[best]][0]
        yield search.evidence[best], story == pool.translations[search.translation][0], pool.name


_LEVEL = EVIDENCE.index("level")


def _fit(rows: Rows, blank: PairingModel) -> dict[str, object]:
    features, right = np.array([row[0] for row in rows.fit]), np.array([row[1] for row in rows.fit])
    *weights, bias = _logistic(features, right).round(4).tolist()
    fitted = replace(blank, weights=tuple(weights), bias=bias)
    named = dict(zip(EVIDENCE, weights, strict=True))
    print(f"{fitted.name}: fitted on {len(rows.fit)} searches; {named} bias {fitted.bias}")
    _report(rows.held_out, fitted)
    scale = {part: round(getattr(fitted.scale, part), 5) for part in Scale.__slots__}
    return {
        "features": list(EVIDENCE),
        "weights": list(weights),
        "bias": fitted.bias,
        "scale": scale,
        "relative": fitted.relative,
    }


def _logistic(features: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weights and bias of a logistic model with a ridge; no weight is below zero: evidence never counts against."""
    count = features.shape[1]
    signs = np.where(right, 1.0, -1.0)

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = signs * (features @ values[:count] + values[count])
        slope = -signs / (1 + np.exp(np.clip(margin, -30, 30)))
        gradient = np.append(features.T @ slope + RIDGE * values[:count], slope.sum())
        return float(np.logaddexp(0, -margin).sum() + RIDGE / 2 * (values[:count] ** 2).sum()), gradient

    bounds = [(0, None)] * count + [(None, None)]
    found: NDArray[np.float64] = minimize(loss, np.zeros(count + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return found


RIDGE = 0.5


def _report(rows: Sequence[Row], fitted: PairingModel) -> None:
    said = np.array([pairing_confidence(row[0], fitted) for row in rows])
    truth, names = np.array([row[1] for row in rows]), np.array([row[2] for row in rows])
    for name in ("", *dict.fromkeys(row[2] for row in rows)):
        own = names == name if name else np.ones(len(rows), bool)
        paired = said >= LEAST_CONFIDENCE
        wrong, missed = (own & paired & ~truth).sum(), (own & ~paired & truth).sum()
        print(f"  {name or 'all held out':<24} {own.sum():5} searches, {wrong} wrongly paired, {missed} missed")


if __name__ == "__main__":
    main()
