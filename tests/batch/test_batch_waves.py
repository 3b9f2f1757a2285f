"""Articles in step: what is asked together, and who is told of trouble."""

from __future__ import annotations

from functools import partial

import pytest

from auditor.batch.waves import Waves


class Doubles:
    def __init__(self, refuses=()):
        self.asked, self.known, self.refuses = [], {}, refuses

    def fill(self, items):
        self.asked.append(list(items))
        if set(items) & set(self.refuses):
            raise ValueError("no")
        self.known |= {item: 2 * item for item in items}


def twice(waves, table, first, second):
    waves.ask(table, first)
    waves.ask(table, [*second])
    return [table.known[item] for item in (*first, *second)]


def test_each_wave_asks_once_for_all_and_for_every_item_once():
    waves, table = Waves(), Doubles()
    works = [partial(twice, waves, table, [1, 2], [5]), partial(twice, waves, table, [2, 3], [6])]
    assert waves.run(works) == [[2, 4, 10], [4, 6, 12]]
    assert table.asked == [[1, 2, 3], [5, 6]]


def test_works_of_different_length_end_when_they_do():
    waves, table = Waves(), Doubles()
    assert waves.run([lambda: 7, partial(twice, waves, table, [1], [2]), lambda: 8]) == [7, [2, 4], 8]
    assert waves.run([]) == []


def test_outside_a_run_the_table_answers_at_once():
    table = Doubles()
    Waves().ask(table, [3, 3])
    assert table.asked == [[3]]


def test_only_the_culprit_is_refused():
    waves, table = Waves(), Doubles(refuses=[9])

    def careful(item):
        try:
            waves.ask(table, [item])
        except ValueError:
            return None
        return table.known[item]

    assert waves.run([partial(careful, item) for item in (1, 9, 3)]) == [2, None, 6]


def test_a_work_that_raises_ends_the_run_and_leaves_none_waiting():
    waves, table, left = Waves(), Doubles(), []

    def waits():
        try:
            waves.ask(table, [1])
        finally:
            left.append("gone")

    def fails():
        raise MemoryError("all of it")

    with pytest.raises(MemoryError, match="all of it"):
        waves.run([waits, fails])
    assert left == ["gone"]
