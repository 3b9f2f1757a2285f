"""Fits the weights of the bead model in `models/links/beads.json`.

    python scripts/tune_beads.py --data PATH [--encoder use] [--articles 8]

NTREX dev articles of eight languages are laid end to end to about sixty lines and rewritten beside their English
originals under four recipes in turn: lines merged on either side, dropped, inserted, cut in two. NTREX is share-alike
and stays a corpus for measuring and for thresholds: what is kept of it here are six numbers. Every second rewriting
fits, the others are reported, as precision, recall and F1 of whole beads.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from bead_fit import fit, make_example
from bead_rewrites import BeadPair, BeadRecipe, rewrite_beads
from bead_scores import BeadScore, score_steps
from corpora import ntrex_articles

from auditor.align.bead_model import FILE
from auditor.align.beads import best_path
from auditor.align.lattice import SHAPES
from auditor.align.sentences import Sentences
from auditor.config.manifest import state_model_file
from auditor.config.resources import models_folder
from auditor.encoders import VectorCache, load_encoder

LANGUAGES = ("deu", "fra", "arb", "rus", "spa", "jpn", "zho-CN", "tur")
RECIPES = (
    BeadRecipe(),
    BeadRecipe(split=0.2),
    BeadRecipe(merge=0.25, drop=0.05, insert=0.05, split=0.2),
    BeadRecipe(merge=0.2, split=0.1, block=3),
)
LINES = 60
HEADER = "weights of the log-linear bead model, fitted by scripts/tune_beads.py"


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", default="use")
    parser.add_argument("--articles", type=int, default=8, help="rewritten texts of each language")
    parser.add_argument("--dry-run", action="store_true", help="report only")
    arguments = parser.parse_args()
    encoder = load_encoder(arguments.encoder, threads=1, cache=VectorCache())
    train, test = [], []
    for number, (recipe, pair) in enumerate(_pairs(arguments.data, arguments.articles)):
        if number // len(RECIPES) % 2:
            test.append((recipe, pair))
        else:
            train.append(make_example(pair.translation, pair.counterpart, pair.path, encoder.encode))
    parameters, loss = fit(train)
    print(f"{encoder.name}: {len(train)} texts, negative log likelihood {loss:.1f}\n  {parameters.signature}")
    for recipe in RECIPES:
        score = BeadScore()
        for kind, pair in test:
            if kind == recipe:
                sides = Sentences.of(pair.translation, encoder.encode), Sentences.of(pair.counterpart, encoder.encode)
                score += score_steps(best_path(*sides, encoder.encode, parameters), pair.path)
        print(f"  held out, {recipe}: {score}")
    if not arguments.dry_run:
        path = models_folder() / FILE
        path.write_text(json.dumps({"about": HEADER, "weights": asdict(parameters)}, indent=1) + "\n", encoding="utf-8")
        state_model_file(FILE, models_folder())


def _pairs(data: Path, articles: int) -> Iterator[tuple[BeadRecipe, BeadPair]]:
    """Rewritten texts, the recipes in turn; those with a bead larger than the model knows are left out."""
    number = 0
    for code in LANGUAGES:
        rng = random.Random(code)
        texts = joined_articles(data, code, LINES)[: articles + 1]
        for k, (ours, theirs) in enumerate(texts[:articles]):
            other = texts[(k + 1) % len(texts)]
            recipe = RECIPES[number % len(RECIPES)]
            pair = rewrite_beads(ours, theirs, (other[0][::2], other[1][1::2]), recipe, rng)
            if all((n, m) in SHAPES for _, n, _, m in pair.path if n and m):
                yield recipe, pair
                number += 1


def joined_articles(data: Path, code: str, lines: int) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(translation, English) texts of at least so many lines, each of whole NTREX articles."""
    texts, ours, theirs = [], [], []
    for article, english in zip(ntrex_articles(data, code), ntrex_articles(data, "eng"), strict=True):
        ours += article.lines
        theirs += english.lines
        if len(ours) >= lines:
            texts.append((tuple(ours), tuple(theirs)))
            ours, theirs = [], []
    return texts


if __name__ == "__main__":
    main()
