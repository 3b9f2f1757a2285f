"""Batches that shrink when memory runs out."""

from __future__ import annotations

import numpy as np
import pytest

from auditor.batch.halving import Halving, is_out_of_memory


class OutOfMemoryError(RuntimeError):
    """As torch names its own."""


class Card:
    def __init__(self, room, error):
        self.room, self.error, self.sizes = room, error, []

    def __call__(self, items):
        self.sizes.append(len(items))
        if len(items) > self.room:
            raise self.error
        return np.array([[item] for item in items], dtype=np.float32)


ERRORS = (OutOfMemoryError("x"), RuntimeError("CUDA out of memory. Tried"), MemoryError())


@pytest.mark.parametrize("error", ERRORS)
def test_halves_until_it_fits_and_remembers(error):
    released = []
    halving, card = Halving(lambda: released.append(1)), Card(3, error)
    assert halving.run(card, list(range(10))).ravel().tolist() == list(range(10))
    assert card.sizes == [10, 5, 2, 2, 2, 2, 2]
    assert (halving.most, len(released)) == (2, 2)
    card.sizes.clear()
    halving.run(card, [1, 2, 3])
    assert card.sizes == [2, 1]


def test_lists_are_joined_too():
    assert Halving(lambda: None, most=2).run(lambda piece: [2 * one for one in piece], [1, 2, 3]) == [2, 4, 6]


@pytest.mark.parametrize("error", ERRORS)
def test_one_item_that_does_not_fit_is_told(error):
    with pytest.raises(type(error)):
        Halving(lambda: None).run(Card(0, error), [1, 2])


@pytest.mark.parametrize("error", [ValueError("out of memory"), RuntimeError("shape")])
def test_other_trouble_is_not_halved(error):
    card = Card(1, error)
    with pytest.raises(type(error)):
        Halving(lambda: None).run(card, [1, 2])
    assert card.sizes == [2]
    assert not is_out_of_memory(error)
