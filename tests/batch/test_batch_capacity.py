"""Workers and threads for a machine."""

from __future__ import annotations

import pytest

from auditor.batch.capacity import GIVEN_BACK, WORKER_BYTES, Seat, free_memory, seats, usable_cores

PLENTY = 100 * WORKER_BYTES


@pytest.mark.parametrize(
    ("cores", "memory", "cards", "asked", "expected"),
    [
        (8, PLENTY, 0, {}, (8, 1)),
        (8, 3 * WORKER_BYTES, 0, {}, (2, 4)),
        (8, 0, 0, {}, (1, 8)),
        (8, PLENTY, 0, {"threads": 4}, (2, 4)),
        (8, PLENTY, 0, {"workers": 3}, (3, 2)),
        (2, PLENTY, 0, {"workers": 4, "threads": 1}, (4, 1)),
        (1, PLENTY, 0, {"threads": 4}, (1, 4)),
        (16, PLENTY, 2, {}, (2, 8)),
    ],
)
def test_cores_are_used_and_not_more(cores, memory, cards, asked, expected):
    made = seats(cores, memory, cards, **asked)
    assert (len(made), made[0].threads) == expected


def test_every_card_has_one_worker_that_sees_no_other():
    environments = [seat.environment() for seat in seats(16, PLENTY, 4)]
    assert [one["CUDA_VISIBLE_DEVICES"] for one in environments] == ["0", "1", "2", "3"]
    assert {one["OMP_NUM_THREADS"] for one in environments} == {"4"}


def test_without_a_card_none_is_hidden():
    assert "CUDA_VISIBLE_DEVICES" not in Seat(1).environment()


def test_this_machine_has_something():
    assert usable_cores() >= 1
    assert free_memory() > 0


def test_a_worker_gives_memory_back_as_the_user_wants_it(monkeypatch):
    monkeypatch.delenv("MALLOC_ARENA_MAX", raising=False)
    assert Seat(1).environment().items() >= GIVEN_BACK.items()
    monkeypatch.setenv("MALLOC_ARENA_MAX", "7")
    assert Seat(1).environment()["MALLOC_ARENA_MAX"] == "7"
