"""Fits the link models in `models/links/links.json`.

    python scripts/train_links.py --data PATH [--encoders use,e5]

Pairs of known links come from `link_pairs.py`: MQM newstest2020 and newstest2021 (Apache-2.0) and TICO-19 (CC0),
rewritten, and two outlets' versions of invented stories (`tests/articles/`). Half of the stories are used here. Of
these three quarters fit the logistic first pass and the trees of the second; the rest sets the two numbers that make
the confidence a share. `measure_links.py` reports the other half.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from link_evidence import Case, cases
from link_pairs import training_pairs
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from auditor.align.context import CONTEXT, link_context
from auditor.align.link_model import FILE
from auditor.align.links import FEATURES, HOPELESS, LinkModel, first_pass
from auditor.align.trees import Forest, Node
from auditor.config.manifest import state_model_file
from auditor.config.resources import models_folder
from auditor.encoders import VectorCache, load_encoder

HEADER = (
    "passage links: `weights` of the logistic first pass over `features`; `trees` of the second over `features` and "
    "`context` as [feature, threshold, left, right, value], feature -1 for a leaf; background and spread of "
    "unrelated cosines"
)
FALLS = frozenset({"distance", "length", "rival_low", "rival_high", "offset"})
EITHER_WAY = frozenset({"same_language", "headlines", "beside", "order"})
"""Evidence of which more never makes a link more probable, and such as may count for or against; of all other evidence
more never makes it less probable. The trees are held to that."""
TREES, DEPTH, RATE, LEAF = 90, 4, 0.08, 40
"""Size of the second pass: F1 of held-out pairs no longer grows beyond."""
GENERIC = LinkModel("any", (), 0.0, 0.5, 0.2)
ENCODERS = ("use", "e5")


def main() -> None:
    """Fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoders", default=",".join(ENCODERS))
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    models, pooled = {}, []
    for name in arguments.encoders.split(","):
        encoder = load_encoder(name, threads=1, cache=VectorCache())
        found = cases(list(training_pairs(arguments.data, name, arguments.seed)), encoder)
        usual = _background(name, found)
        models[name] = fit([(case, case.features(usual)) for case in found], usual, arguments.seed)
        pooled += [(case, case.features(replace(usual, name="any"))) for case in found]
    models["any"] = fit(pooled, GENERIC, arguments.seed)
    write(models)


def write(models: dict[str, LinkModel]) -> None:
    """All models into the file that ships."""
    path = models_folder() / FILE
    entries = {name: _entry(model) for name, model in models.items()}
    text = json.dumps({"about": HEADER, "encoders": entries}, separators=(",", ":"))
    path.write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")
    state_model_file(FILE, models_folder())


def fit(found: list[tuple[Case, np.ndarray]], usual: LinkModel, seed: int) -> LinkModel:
    """Both passes and the calibration."""
    learn = [item for item in found if not _set_aside(item[0])]
    rest = [item for item in found if _set_aside(item[0])]
    linked = _truth(learn)
    logistic = LogisticRegression(C=1.0, max_iter=5000).fit(_rows(learn), linked)
    model = replace(usual, weights=_rounded(logistic.coef_[0]), bias=round(float(logistic.intercept_[0]), 4))
    rows, chosen = _second_rows(learn, model), _hopeful(learn, model)
    trees = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_depth=DEPTH,
        learning_rate=RATE,
        min_samples_leaf=LEAF,
        l2_regularization=2.0,
        early_stopping=False,
        monotonic_cst=[_direction(name) for name in (*FEATURES, *CONTEXT)],
        random_state=seed,
    ).fit(rows[chosen], linked[chosen])
    model = replace(model, forest=_forest(trees))
    scores, kept = model.forest.score(_second_rows(rest, model)), _hopeful(rest, model)
    platt = LogisticRegression(C=1e6).fit(scores[kept, None], _truth(rest)[kept])
    print(f"{usual.name}: {len(linked)} passage pairs, {int(linked.sum())} of them links; {len(rest)} pairs calibrate")
    print("  " + ", ".join(f"{key} {value:+.2f}" for key, value in zip(FEATURES, model.weights, strict=True)))
    print(f"  confidence: slope {platt.coef_[0][0]:.3f}, shift {platt.intercept_[0]:+.3f}")
    return replace(model, slope=round(float(platt.coef_[0][0]), 4), shift=round(float(platt.intercept_[0]), 4))


def _direction(name: str) -> int:
    return -1 if name in FALLS else 0 if name in EITHER_WAY else 1


def _set_aside(case: Case) -> bool:
    """Whether a story calibrates."""
    return sha256(case.pair.story.encode()).digest()[1] % 4 == 0


def _background(name: str, found: list[Case]) -> LinkModel:
    """Mean and deviation of cosines of passages that share nothing."""
    pool = np.concatenate([case.passages[~(case.linked | case.partial)] for case in found])
    return LinkModel(name, (), 0.0, round(float(pool.mean()), 4), round(float(pool.std()), 4))


def _truth(found: list[tuple[Case, np.ndarray]]) -> np.ndarray:
    return np.concatenate([case.linked[~case.partial] for case, _ in found])


def _rows(found: list[tuple[Case, np.ndarray]]) -> np.ndarray:
    """Features of every passage pair that is not half right."""
    return np.concatenate([features[~case.partial] for case, features in found])


def _second_rows(found: list[tuple[Case, np.ndarray]], model: LinkModel) -> np.ndarray:
    return np.concatenate(
        [
            np.concatenate([features, link_context(first_pass(features, model))], axis=-1)[~case.partial]
            for case, features in found
        ]
    )


def _hopeful(found: list[tuple[Case, np.ndarray]], model: LinkModel) -> np.ndarray:
    return np.concatenate([first_pass(features, model)[~case.partial] >= HOPELESS for case, features in found])


def _rounded(values: np.ndarray) -> tuple[float, ...]:
    return tuple(values.round(4).tolist())


def _forest(trees: HistGradientBoostingClassifier) -> Forest:
    """The fitted trees as numbers; scikit-learn keeps them as node arrays with the learning rate in the leaves."""
    nodes = [[_node(row) for row in stage[0].nodes] for stage in trees._predictors]
    return Forest(round(float(trees._baseline_prediction.item()), 4), tuple(map(tuple, nodes)))


def _node(row: np.void) -> Node:
    if row["is_leaf"]:
        return -1, 0.0, 0, 0, round(float(row["value"]), 4)
    return int(row["feature_idx"]), round(float(row["num_threshold"]), 5), int(row["left"]), int(row["right"]), 0.0


def _entry(model: LinkModel) -> dict:
    return {
        "features": list(FEATURES),
        "context": list(CONTEXT),
        "weights": list(model.weights),
        "bias": model.bias,
        "background": model.background,
        "spread": model.spread,
        "slope": model.slope,
        "shift": model.shift,
        "base": model.forest.base,
        "trees": [[list(node) for node in tree] for tree in model.forest.trees],
    }


if __name__ == "__main__":
    main()
