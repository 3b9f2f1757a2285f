"""The dynamic programme against all chains, one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.align.lattice import (
    SHAPES,
    Beads,
    bead_probabilities,
    best_chain,
    log_weight,
    promising_beads,
    sparse_lattice,
)

sizes = st.integers(1, 4)
seeds = st.integers(0, 10_000)


def all_beads(n, m):
    rows = [(t, c, a, b) for t in range(n) for c in range(m) for a, b in SHAPES if t + a <= n and c + b <= m]
    t, c, a, b = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    return Beads((t, c), (a, b))


def random_case(seed, n, m, share=0.4):
    """Some of all beads, at most nine so that their chains can be listed, with random gains."""
    random = np.random.default_rng(seed)
    beads = all_beads(n, m)
    chosen = np.flatnonzero(random.random(len(beads)) < share)
    chosen = np.sort(random.permutation(chosen)[:9])
    some = Beads((beads.firsts[0][chosen], beads.firsts[1][chosen]), (beads.sizes[0][chosen], beads.sizes[1][chosen]))
    return some, random.normal(0.5, 2, len(chosen))


def all_chains(beads, gains):
    """(beads in order, gain) of every chain, the empty one first."""
    known = list(zip(beads.moves(), gains, strict=True))

    def after(t, c):
        yield (), 0.0
        for move, gain in known:
            if move.t >= t and move.c >= c:
                for rest, more in after(move.t + move.n, move.c + move.m):
                    yield (move, *rest), gain + more

    return list(after(0, 0))


@given(seeds, sizes, sizes)
@settings(max_examples=40)
def test_the_best_chain_is_the_best_of_all(seed, n, m):
    beads, gains = random_case(seed, n, m)
    of_move = dict(zip(beads.moves(), gains, strict=True))
    chain = best_chain(sparse_lattice(beads, gains))
    assert sum(of_move[move] for move in chain) == pytest.approx(
        max(gain for _, gain in all_chains(beads, gains)), abs=1e-5
    )


@given(seeds, sizes, sizes)
@settings(max_examples=40)
def test_probabilities_are_the_shares_of_all_chains(seed, n, m):
    beads, gains = random_case(seed, n, m)
    chains = [(set(moves), np.exp(gain)) for moves, gain in all_chains(beads, gains)]
    total = sum(weight for _, weight in chains)
    assert log_weight(sparse_lattice(beads, gains)) == pytest.approx(np.log(total), abs=1e-5)
    shares = [sum(weight for moves, weight in chains if move in moves) / total for move in beads.moves()]
    np.testing.assert_allclose(bead_probabilities(beads, gains), shares, atol=1e-5)


@given(seeds, sizes, sizes, st.floats(0, 4))
@settings(max_examples=40)
def test_promising_beads_are_those_of_chains_near_the_best(seed, n, m, slack):
    beads, gains = random_case(seed, n, m)
    chains = all_chains(beads, gains)
    best = max(gain for _, gain in chains)
    limit = {move: best - max(gain for moves, gain in chains if move in moves) for move in beads.moves()}
    found = set(promising_beads(sparse_lattice(beads, gains), slack).moves())
    assert {move for move, below in limit.items() if below < slack - 1e-5} <= found
    assert found <= {move for move, below in limit.items() if below < slack + 1e-5}


def test_without_beads_the_chain_is_empty():
    nothing = all_beads(0, 0)
    lattice = sparse_lattice(nothing, np.zeros(0))
    assert best_chain(lattice) == []
    assert log_weight(lattice) == 0.0
    assert len(promising_beads(lattice, 1.0)) == 0
