"""The first look at long texts: near the path it is the same as looking at everything."""

import numpy as np
import pytest

from auditor.align import rough
from auditor.align.bead_costs import background_of, bead_costs
from auditor.align.bead_model import load_bead_parameters
from auditor.align.lattice import SHAPES, best_chain
from auditor.align.sentences import Sentences


def sides(count, seed=3):
    """A long text and a noisy copy with sentences cut in two, left out and added."""
    random = np.random.default_rng(seed)
    rows = random.standard_normal((count, 48))
    lengths = random.uniform(40, 250, count)
    copy, sizes = [], []
    for row, length in zip(rows, lengths, strict=True):
        draw = random.random()
        if draw < 0.1:
            continue
        parts = [(row + 0.3 * random.standard_normal(48), 0.5) for _ in range(2)] if draw < 0.25 else [(row, 1.0)]
        copy += [part + 0.5 * random.standard_normal(48) for part, _ in parts]
        sizes += [share * length for _, share in parts]
        if draw > 0.98:
            copy += list(random.standard_normal((4, 48)))
            sizes += [100.0] * 4
    return _unit(rows, lengths), _unit(np.array(copy), np.array(sizes))


def _unit(rows, lengths):
    return Sentences((), (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32), lengths)


def lattice(left, right):
    return rough.rough_lattice(left, right, load_bead_parameters(), background_of(left, right))


def test_a_band_finds_the_path_of_the_whole_table(monkeypatch):
    left, right = sides(450)
    banded = lattice(left, right)
    monkeypatch.setattr(rough, "WHOLE", 10**9)
    whole = lattice(left, right)
    assert best_chain(banded) == best_chain(whole)
    assert banded.band.cells < whole.band.cells / 4


def test_gains_are_costs_of_the_mean_vectors():
    left, right = sides(30)
    parameters, background = load_bead_parameters(), background_of(left, right)
    found = lattice(left, right)
    t, c, (a, b) = 11, 7, (2, 3)
    runs = left.weighted[t : t + a].sum(axis=0), right.weighted[c : c + b].sum(axis=0)
    ours, theirs = (run / np.linalg.norm(run) for run in runs)
    hubs = ours @ background.means[1], theirs @ background.means[0]
    lengths = left.lengths[t : t + a].sum() * background.ratio, right.lengths[c : c + b].sum()
    cost = bead_costs(ours @ theirs, hubs, lengths, (a, b), parameters)
    number = SHAPES.index((a, b))
    starts, ends = (found.band.number(np.array([row]), np.array([column])) for row, column in ((t, c), (t + a, c + b)))
    gain = (a + b) * parameters.skip - cost
    assert found.starting[number, starts[0]] == pytest.approx(gain, rel=1e-4)
    assert found.ending[number, ends[0]] == pytest.approx(gain, rel=1e-4)


def test_no_bead_reaches_beyond_the_end():
    left, right = sides(12)
    found = lattice(left, right)
    rows, columns = found.band.place(np.arange(found.band.cells))
    for (a, b), scores in zip(SHAPES, found.starting, strict=True):
        np.testing.assert_array_equal(np.isfinite(scores), (rows + a <= len(left)) & (columns + b <= len(right)))
    for (a, b), scores in zip(SHAPES, found.ending, strict=True):
        np.testing.assert_array_equal(np.isfinite(scores), (rows >= a) & (columns >= b))
