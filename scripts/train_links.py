"""Fits the link models in `models/links/links.json`.

    python scripts/train_links.py --data PATH [--encoders use,e5]

Pairs of known correspondence are made from MQM newstest2020 (two translations of one article, or a translation and its
source; Apache-2.0) and TICO-19 (CC0): lines are grouped into passages on either side independently, dropped, moved, and
mixed with lines of other articles. Half of the articles, by a hash of their id, fit the model; the other half is
reported: precision, recall and F1 of links at 0.5, and the reliability table.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import numpy as np
from corpora import Lines, mqm_articles, tico_pairs
from rewrites import Recipe, Rewritten, rewrite
from sklearn.linear_model import LogisticRegression

from auditor.align.evidence import fact_keys, shared_facts
from auditor.align.link_model import FILE
from auditor.align.links import FEATURES, LinkModel, link_features
from auditor.config.manifest import state_model_file
from auditor.config.resources import models_folder
from auditor.encoders import Encoder, VectorCache, load_encoder
from auditor.facts import extract_facts
from auditor.languages import get_language

RECIPES = (
    Recipe(),
    Recipe(drop=0.1, shuffle=0.2),
    Recipe(drop=0.3, foreign=0.5, shuffle=0.3),
    Recipe(drop=0.3, foreign=0.8, shuffle=1.0),
    Recipe(drop=0.5, foreign=0.5, shuffle=0.5, largest_passage=4),
)
TICO = {"use": ("ru", "zh", "es-419", "pt-BR"), "e5": ("ru", "zh", "hi", "id", "ur", "ps", "ckb", "ms")}
"""French is left out: lines 150 to 950 of its file do not belong together."""
ARTICLES = {"use": 90, "e5": 24}
"""MQM articles per file and encoder; e5 is slow on a CPU."""
LONGEST = 30
"""Lines of an article; longer ones are cut there, so that one recipe costs the same everywhere."""
HEADER = "weights over `features` of the logistic link model; background and spread of unrelated cosines"


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoders", default="use,e5")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    entries, pooled = {}, []
    for name in arguments.encoders.split(","):
        encoder = load_encoder(name, threads=2, cache=VectorCache())
        pairs = list(_pairs(arguments.data, name, random.Random(arguments.seed)))
        usual = _background(pairs, encoder)
        rows = [row for pair in pairs for row in _rows(pair, encoder, usual)]
        entries[name] = _fit(name, rows, usual)
        pooled += rows
    entries["any"] = _fit("any", pooled, LinkModel("any", (), 0.0, 0.5, 0.2))
    path = models_folder() / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"about": HEADER, "encoders": entries}, indent=1) + "\n", encoding="utf-8")
    state_model_file(FILE, models_folder())


def _pairs(data: Path, encoder: str, rng: random.Random) -> Iterator[tuple[str, Rewritten]]:
    """(article id, rewritten pair); two versions of each article, each under one recipe."""
    versions: list[tuple[Lines, Lines]] = []
    for name in ("newstest2020.zh-en", "newstest2020.en-de"):
        articles = mqm_articles(data, name)
        for doc in sorted(articles)[: ARTICLES[encoder]]:
            systems = sorted(articles[doc].items())
            a, b = rng.sample(systems, 2)
            versions.append((a[1], b[1]))
    for language in TICO[encoder]:
        versions += tico_pairs(data, language)[: ARTICLES[encoder] // 4]
    for number, (a, b) in enumerate(versions):
        other = versions[number - 1 if versions[number - 1][0].language == a.language else number - 2]
        foreign = list(zip(other[0].lines, other[1].lines, strict=True))[:24]
        if (other[0].language, other[1].language) != (a.language, b.language) or other[0].id == a.id:
            foreign = []
        recipe = RECIPES[number % len(RECIPES)]
        yield a.id, rewrite(a.lines[:LONGEST], b.lines[:LONGEST], (a.language, b.language), foreign, recipe, rng)


def _cosines(pair: Rewritten, encoder: Encoder) -> tuple[np.ndarray, np.ndarray]:
    tables = []
    for spans in ("passages", "segments"):
        left, right = (
            encoder.encode([document.slice(item.span) for item in getattr(document, spans)])
            for document in (pair.translation, pair.counterpart)
        )
        tables.append(left @ right.T)
    return tables[0], tables[1]


def _background(pairs: list[tuple[str, Rewritten]], encoder: Encoder) -> LinkModel:
    """Mean and deviation of cosines of passages that share nothing."""
    values = []
    for _, pair in pairs[:60]:
        passages, _ = _cosines(pair, encoder)
        apart = np.ones_like(passages, dtype=bool)
        for i, j in pair.links | pair.partial:
            apart[i, j] = False
        values.append(passages[apart])
    pool = np.concatenate(values)
    return LinkModel(encoder.name, (), 0.0, float(pool.mean()), float(pool.std()))


def _rows(named: tuple[str, Rewritten], encoder: Encoder, usual: LinkModel) -> list[tuple[bool, np.ndarray, bool]]:
    """(held out?, features, linked?) of every passage pair that is not half right."""
    name, pair = named
    passages, segments = _cosines(pair, encoder)
    keys = [fact_keys(d, extract_facts(d, get_language(d.language))) for d in (pair.translation, pair.counterpart)]
    features = link_features(
        pair.translation, pair.counterpart, passages, segments, shared_facts(keys[0], keys[1]), usual
    )
    held_out = sha256(name.encode()).digest()[0] % 2 == 1
    return [
        (held_out, features[i, j], (i, j) in pair.links)
        for i, j in np.ndindex(*features.shape[:2])
        if (i, j) not in pair.partial
    ]


def _fit(name: str, rows: list[tuple[bool, np.ndarray, bool]], usual: LinkModel) -> dict:
    train = [(x, y) for held_out, x, y in rows if not held_out]
    test = [(x, y) for held_out, x, y in rows if held_out]
    model = LogisticRegression(C=1.0, max_iter=1000)
    model.fit(np.array([x for x, _ in train]), np.array([y for _, y in train]))
    probability = model.predict_proba(np.array([x for x, _ in test]))[:, 1]
    _report(name, probability, np.array([y for _, y in test]), len(train))
    weights = dict(zip(FEATURES, model.coef_[0].round(4).tolist(), strict=True))
    print("  " + ", ".join(f"{key} {value:+.2f}" for key, value in weights.items()))
    return {
        "features": list(FEATURES),
        "weights": list(weights.values()),
        "bias": round(float(model.intercept_[0]), 4),
        "background": round(usual.background, 4),
        "spread": round(usual.spread, 4),
    }


def _report(name: str, probability: np.ndarray, linked: np.ndarray, fitted: int) -> None:
    chosen = probability >= 0.5
    right = float((chosen & linked).sum())
    precision, recall = right / max(chosen.sum(), 1), right / linked.sum()
    print(f"{name}: fitted on {fitted} passage pairs, held out {len(linked)}, of them {int(linked.sum())} links")
    print(f"  precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}")
    edges = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.0001)
    for low, high in pairwise(edges):
        inside = (probability >= low) & (probability < high)
        if inside.any():
            share, mean = linked[inside].mean(), probability[inside].mean()
            print(f"  said {low:.2f}-{min(high, 1):.2f}: mean {mean:.3f}, right {share:.3f}, n {int(inside.sum())}")


if __name__ == "__main__":
    main()
