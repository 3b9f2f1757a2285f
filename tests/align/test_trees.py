"""Boosted trees from their numbers."""

import numpy as np
import pytest

from auditor.align.trees import Forest

STUMP = ((0, 1.5, 1, 2, 0.0), (-1, 0.0, 0, 0, -0.5), (1, 0.0, 3, 4, 0.0), (-1, 0.0, 0, 0, 0.25), (-1, 0.0, 0, 0, 1.0))


def test_leaves_are_added_to_the_base():
    rows = np.array([[1.5, 9.0], [2.0, 0.0], [2.0, 0.1]])
    assert Forest(0.1, (STUMP, STUMP)).score(rows).tolist() == [0.1 - 1.0, 0.1 + 0.5, 0.1 + 2.0]


def test_no_rows_and_no_trees():
    assert Forest(0.3, (STUMP,)).score(np.zeros((0, 2))).shape == (0,)
    assert Forest(0.3, ()).score(np.zeros((2, 2))).tolist() == [0.3, 0.3]


def test_scores_are_those_of_the_library_that_fitted_them():
    ensemble = pytest.importorskip("sklearn.ensemble")
    rng = np.random.default_rng(3)
    rows = rng.normal(size=(400, 3))
    model = ensemble.HistGradientBoostingClassifier(max_iter=12, max_depth=3).fit(rows, rows[:, 0] * rows[:, 1] > 0)
    trees = tuple(
        tuple(
            (-1, 0.0, 0, 0, float(node["value"]))
            if node["is_leaf"]
            else (int(node["feature_idx"]), float(node["num_threshold"]), int(node["left"]), int(node["right"]), 0.0)
            for node in stage[0].nodes
        )
        for stage in model._predictors
    )
    ours = Forest(float(model._baseline_prediction.item()), trees).score(rows)
    assert np.allclose(ours, model.decision_function(rows), atol=1e-6)
