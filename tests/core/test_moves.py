"""The move map."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.core.alignment import Link
from auditor.core.moves import crossings, move_map


def _links(*found):
    return tuple(Link(a, b, 0.9, p) for a, b, p in found)


def test_kept_order_moves_nothing():
    links = _links((0, 0, 0.9), (1, 1, 0.9), (3, 2, 0.9))
    assert not any(move.moved for move in move_map(links))
    assert crossings(links) == 0


def test_one_passage_moved_up_is_the_only_one_moved():
    moves = move_map(_links((0, 0, 0.9), (1, 4, 0.9), (2, 1, 0.9), (3, 2, 0.9)))
    assert [(move.translation, move.counterpart) for move in moves if move.moved] == [(1, 4)]


def test_a_passage_goes_where_it_is_surest():
    assert move_map(_links((0, 3, 0.6), (0, 1, 0.8)))[0].counterpart == 1


@given(st.permutations(range(7)))
def test_every_linked_passage_has_one_move_and_kept_ones_are_in_order(order):
    moves = move_map(_links(*((i, j, 0.9) for i, j in enumerate(order))))
    assert [move.translation for move in moves] == list(range(7))
    kept = [move.counterpart for move in moves if not move.moved]
    assert kept == sorted(kept)
    assert kept
