"""Stretches that repeat themselves: a period of words or characters said several times in a row."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import eq


@dataclass(frozen=True, slots=True)
class Loop:
    """Items `[start, end)` say the same `period` items `times` times in a row, the last one perhaps cut short."""

    start: int
    end: int
    period: int

    @property
    def times(self) -> int:
        """Complete repetitions."""
        return (self.end - self.start) // self.period


_COVERING = 4
"""Repetitions from which a loop is also one of a longer period; others need not be remembered."""


def find_loops(items: Sequence[Hashable], longest: int, least: int = 2) -> Iterator[Loop]:
    """Loops of at most `longest` items a period and at least `least` repetitions, shortest period first.

    A stretch that a shorter period explains is not told again. Time and memory grow with `longest * len(items)`: the
    items are compared with themselves moved by one period, and runs of equality are looked up.
    """
    told: list[Loop] = []
    for period in range(1, min(longest, len(items) // least) + 1):
        equal = bytes(map(eq, items, islice(items, period, None)))
        shortest = period * (least - 1)
        for run in re.finditer(rb"\x01{%d,}" % shortest, equal):
            loop = Loop(run.start(), run.end() + period, period)
            if not any(_covers(other, loop) for other in told):
                if loop.times >= _COVERING:
                    told.append(loop)
                yield loop


def repeats(items: Sequence[Hashable], size: int) -> bool:
    """Whether any `size` items in a row stand twice; else no loop is longer than its period by `size`."""
    runs = list(zip(*(items[i:] for i in range(size)), strict=False))
    return len(set(runs)) < len(runs)


def _covers(shorter: Loop, loop: Loop) -> bool:
    """Whether `loop` is only a multiple of a shorter period."""
    return loop.period % shorter.period == 0 and shorter.start <= loop.start and loop.end <= shorter.end
