"""States kept on their way up: the same bits, the newest of them."""

from __future__ import annotations

import torch

from auditor.encoders.e5_lower import LowerStates

WIDTH = 4


def states_of(runs):
    """A row for each piece that tells the piece."""
    return torch.tensor([[float(piece)] * WIDTH for run in runs for piece in run])


class Computing:
    def __init__(self):
        self.asked = []

    def __call__(self, runs):
        self.asked += runs
        return states_of(runs)


def test_each_run_is_computed_once_and_comes_back_in_order():
    store, compute = LowerStates(6), Computing()
    assert (store.states([[1, 2], [3], [1, 2]], compute) == states_of([[1, 2], [3], [1, 2]])).all()
    assert (store.states([[3], [4, 5]], compute) == states_of([[3], [4, 5]])).all()
    assert compute.asked == [[1, 2], [3], [4, 5]]


def test_what_passes_the_tap_is_kept_apart_from_what_comes_of_it():
    store, compute = LowerStates(6), Computing()
    tap, passing = store.tap([[1, 2], [3]]), states_of([[1, 2], [3]])
    tap.take(passing)
    passing.zero_()
    assert tap.layer == 6
    assert (store.states([[3], [1, 2]], compute) == states_of([[3], [1, 2]])).all()
    assert compute.asked == []


def test_the_oldest_make_room_and_all_that_is_asked_for_is_given():
    store, compute = LowerStates(6, limit_bytes=3 * WIDTH * 4), Computing()
    runs = [[1, 2], [3, 4], [5]]
    assert (store.states(runs, compute) == states_of(runs)).all()
    store.states([[3, 4], [5]], compute)
    assert compute.asked == runs
    store.states([[1, 2]], compute)
    assert compute.asked == [*runs, [1, 2]]
