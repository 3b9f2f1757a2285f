"""Fits the document pairing models in `models/links/pairing.json`.

    python scripts/train_pairing.py --data PATH [--encoders use,e5]

Articles of MQM newstest2020 (Apache-2.0) and pseudo-articles of TICO-19 (CC0) are rewritten (half of the lines dropped,
foreign ones added, passages moved) and looked for among all others, once with the right one present and once without.
Half of the articles, by a hash of their id, fit the model; the other half is reported.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from hashlib import sha256
from itertools import product
from pathlib import Path

import numpy as np
from corpora import Lines, mqm_articles, tico_pairs
from rewrites import Recipe, rewrite
from sklearn.linear_model import LogisticRegression

from auditor.align.evidence import fact_keys
from auditor.align.link_model import PAIRING_FILE
from auditor.align.pairing import EVIDENCE, Article, PairingModel, pairing_confidence, weigh_candidates
from auditor.config.manifest import state_model_file
from auditor.config.resources import models_folder
from auditor.core.document import Document
from auditor.encoders import Encoder, VectorCache, load_encoder
from auditor.facts import extract_facts
from auditor.languages import get_language

RECIPES = (Recipe(), Recipe(drop=0.3, shuffle=0.3), Recipe(drop=0.5, foreign=0.5, shuffle=1.0))
TICO = {"use": ("ru", "zh", "es-419"), "e5": ("ru", "zh", "hi", "ur", "ps")}
"""French is left out: lines 150 to 950 of its file do not belong together."""
ARTICLES = {"use": 60, "e5": 16}
LONGEST = 24
CANDIDATES = 6
HEADER = "weights over `features` of the logistic pairing model; background and spread of coverage between stories"


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoders", default="use,e5")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    entries = {}
    pooled: list[tuple[bool, tuple[float, ...], bool]] = []
    for name in arguments.encoders.split(","):
        encoder = load_encoder(name, threads=2, cache=VectorCache())
        stories = _stories(arguments.data, encoder, name, random.Random(arguments.seed))
        usual = _background(name, stories)
        rows = _rows(stories, usual, random.Random(arguments.seed))
        entries[name] = _fit(name, rows, usual)
        pooled += rows
    entries["any"] = _fit("any", pooled, PairingModel("any", (), 0.0, 0.45, 0.06))
    path = models_folder() / PAIRING_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"about": HEADER, "encoders": entries}, indent=1) + "\n", encoding="utf-8")
    state_model_file(PAIRING_FILE, models_folder())


Story = tuple[str, Article, Article]


def _stories(data: Path, encoder: Encoder, name: str, rng: random.Random) -> list[Story]:
    """(id, translation, counterpart) of every rewritten pair."""
    versions: list[tuple[Lines, Lines]] = []
    for file in ("newstest2020.zh-en", "newstest2020.en-de"):
        articles = mqm_articles(data, file)
        for doc in sorted(articles)[: ARTICLES[name]]:
            a, b = rng.sample(sorted(articles[doc].items()), 2)
            versions.append((a[1], b[1]))
    for language in TICO[name]:
        versions += tico_pairs(data, language)[: ARTICLES[name] // 3]
    stories = []
    for number, (a, b) in enumerate(versions):
        other = versions[number - 1]
        foreign = list(zip(other[0].lines, other[1].lines, strict=True))[:20]
        recipe = RECIPES[number % len(RECIPES)]
        pair = rewrite(a.lines[:LONGEST], b.lines[:LONGEST], (a.language, b.language), foreign, recipe, rng)
        stories.append((a.id, _article(pair.translation, encoder), _article(pair.counterpart, encoder)))
    return stories


def _article(document: Document, encoder: Encoder) -> Article:
    vectors = encoder.encode([document.slice(segment.span) for segment in document.segments])
    keys = fact_keys(document, extract_facts(document, get_language(document.language)))
    return Article(vectors, frozenset().union(*keys))


def _background(name: str, stories: Sequence[Story]) -> PairingModel:
    """Mean and deviation of the coverage between articles of different stories."""
    blank = PairingModel(name, (), 0.0, 0.0, 1.0)
    values = [
        weigh_candidates(a[1], [b[2]], blank)[1][0]
        for a, b in product(stories, stories[:: len(stories) // 12])
        if _apart(a[0], b[0])
    ]
    return PairingModel(name, (), 0.0, float(np.mean(values)), float(np.std(values)))


def _apart(one: str, other: str) -> bool:
    """Whether two articles tell different stories; runs of TICO-19 lines all tell of the same pandemic."""
    return one != other and not (one.startswith("tico") and other.startswith("tico"))


def _rows(
    stories: Sequence[Story], usual: PairingModel, rng: random.Random
) -> list[tuple[bool, tuple[float, ...], bool]]:
    """(held out?, evidence, right?), with and without the true counterpart among one to six candidates."""
    rows = []
    for name, ours, theirs in stories:
        held_out = sha256(name.encode()).digest()[0] % 2 == 1
        others = [story[2] for story in stories if _apart(story[0], name)]
        for count in (1, 2, CANDIDATES):
            wrong = rng.sample(others, count)
            best, evidence = weigh_candidates(ours, [theirs, *wrong[1:]], usual)
            rows.append((held_out, evidence, best == 0))
            rows.append((held_out, weigh_candidates(ours, wrong, usual)[1], False))
    return rows


def _fit(name: str, rows: Sequence[tuple[bool, tuple[float, ...], bool]], usual: PairingModel) -> dict:
    train = [row for row in rows if not row[0]]
    test = [row for row in rows if row[0]]
    model = LogisticRegression(C=1.0, max_iter=1000)
    model.fit(np.array([row[1] for row in train]), np.array([row[2] for row in train]))
    weights = tuple(model.coef_[0].round(4).tolist())
    fitted = PairingModel(name, weights, round(float(model.intercept_[0]), 4), usual.background, usual.spread)
    said = np.array([pairing_confidence(row[1], fitted) for row in test])
    right = np.array([row[2] for row in test])
    wrong = int(((said >= 0.5) & ~right).sum()), int(((said < 0.5) & right).sum())
    print(
        f"{name}: fitted on {len(train)} searches; of {len(test)} held out {wrong[0]} wrongly paired, {wrong[1]} missed"
    )
    print(f"  {dict(zip(EVIDENCE, weights, strict=True))} bias {fitted.bias} background {usual}")
    return {
        "features": list(EVIDENCE),
        "weights": list(weights),
        "bias": fitted.bias,
        "background": round(usual.background, 4),
        "spread": round(usual.spread, 4),
    }


if __name__ == "__main__":
    main()
