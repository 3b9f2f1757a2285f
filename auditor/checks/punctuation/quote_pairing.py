"""Pairs quotation marks over a whole article: the cheapest reading, found by dynamic programming over nesting depth.

A quotation may run over several paragraphs, re-opened at the head of each or not at all; a mark may be read against
its neighbours at a price; a mark left over is an error. Linear in the number of marks and passages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditor.checks.punctuation.quote_marks import AGAINST, IMPOSSIBLE, Lean, Mark

ERROR = 2.0
"""A mark without a partner: dearer than any one mark read against its neighbours, cheaper than two of them."""
CARRIED = 0.35
"""A quotation runs on into the next passage; so an opening and a closing up to eleven passages apart still pair."""
MISREAD = 2.5
"""A mark read against clear neighbours whose partner stands in another passage: dearer than two errors. A slip of
spacing is one inside a sentence; over passages it is a mark that lost its partner, beside another that runs on."""
NESTED = 0.5
"""A quotation inside a quotation in the same marks."""
DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Pairing:
    """Marks by position in the list that was paired."""

    pairs: tuple[tuple[int, int, int], ...]
    """(opening, closing, depth); depth 0 is outermost. The opening is the last one re-opened."""
    unclosed: tuple[int, ...]
    unopened: tuple[int, ...]


class _Step(NamedTuple):
    cost: float
    stack: tuple[int, ...]
    """The opening mark of each open quotation, or the last one that re-opened it."""
    history: _Link | None


class _Link(NamedTuple):
    kind: str
    marks: tuple[int, ...]
    before: _Link | None


def pair_marks(marks: Sequence[Mark], carries: Sequence[bool]) -> Pairing:
    """The cheapest reading of the marks of one family; `carries[p]` says whether a quotation may run on past passage p.

    Every passage that holds no mark still counts as distance.
    """
    states: dict[int, _Step] = {0: _Step(0.0, (), None)}
    passage = marks[0].passage if marks else 0
    for i, mark in enumerate(marks):
        if mark.passage != passage:
            states = _cross(states, mark.passage - passage, all(carries[passage : mark.passage]), marks)
            passage = mark.passage
        states = _read(states, i, marks)
    finished = min((_drop(step) for step in states.values()), key=lambda step: step.cost)
    return _collect(finished.history)


def _read(states: dict[int, _Step], i: int, marks: Sequence[Mark]) -> dict[int, _Step]:
    """Every way to read mark `i`, the cheapest kept for each depth."""
    mark = marks[i]
    after: dict[int, _Step] = {}
    price = mark.reading
    for depth, step in states.items():
        alone = "unclosed" if mark.lean is Lean.OPENS else "unopened"
        _offer(after, depth, _Step(step.cost + ERROR, step.stack, _Link(alone, (i,), step.history)))
        if price.innocent < IMPOSSIBLE:
            _offer(after, depth, _Step(step.cost + price.innocent, step.stack, step.history))
        if depth < DEEPEST:
            cost = step.cost + price.opens + NESTED * depth
            _offer(after, depth + 1, _Step(cost, (*step.stack, i), step.history))
        if depth:
            closed = _Link("pair", (step.stack[-1], i, depth - 1), step.history)
            far = price.closes >= AGAINST and marks[step.stack[-1]].passage != mark.passage
            cost = step.cost + price.closes + MISREAD * far
            _offer(after, depth - 1, _Step(cost, step.stack[:-1], closed))
            if mark.leads:
                _offer(after, depth, _Step(step.cost + price.opens, (*step.stack[:-1], i), step.history))
    return after


def _cross(states: dict[int, _Step], distance: int, carries: bool, marks: Sequence[Mark]) -> dict[int, _Step]:
    """Into a later passage: a running quotation goes on, or is given up as never closed."""
    after: dict[int, _Step] = {}
    for depth, step in states.items():
        _offer(after, 0, _drop(step))
        if depth and carries:
            misread = marks[step.stack[-1]].reading.opens >= AGAINST
            _offer(after, depth, step._replace(cost=step.cost + CARRIED * distance + MISREAD * misread))
    return after


def _drop(step: _Step) -> _Step:
    history = step.history
    for opening in step.stack:
        history = _Link("unclosed", (opening,), history)
    return _Step(step.cost + ERROR * len(step.stack), (), history)


def _offer(states: dict[int, _Step], depth: int, step: _Step) -> None:
    known = states.get(depth)
    if known is None or step.cost < known.cost - 1e-9:
        states[depth] = step


def _collect(link: _Link | None) -> Pairing:
    found: dict[str, list[tuple[int, ...]]] = {"pair": [], "unclosed": [], "unopened": []}
    while link is not None:
        found[link.kind].append(link.marks)
        link = link.before
    return Pairing(
        pairs=tuple(sorted((a, b, depth) for a, b, depth in found["pair"])),
        unclosed=tuple(sorted(i for (i,) in found["unclosed"])),
        unopened=tuple(sorted(i for (i,) in found["unopened"])),
    )
