"""Many articles at once without concurrency: each runs until it needs a model, then the model is asked for all of them.

An article's code stays straight. It runs on a thread of its own, but one thread runs at a time and they run in order,
so what is asked together, and every number that comes of it, depends on the articles alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from threading import Semaphore, Thread
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Abandoned(BaseException):
    """Raised in works that wait when another one ended the run; no work should catch it."""


class Table(Protocol):
    """Something that can be filled with answers for many items in one go."""

    def fill(self, items: Sequence[Hashable]) -> None:
        """Find the answers for these items; they are distinct."""


@dataclass(eq=False)
class _Turn(Generic[T]):
    work: Callable[[], T]
    go: Semaphore = field(default_factory=lambda: Semaphore(0))
    asked: tuple[Table, list[Hashable]] | None = None
    refused: BaseException | None = None
    result: T | None = None
    failed: BaseException | None = None
    over: bool = False


class Waves:
    """Runs pieces of work in step; `ask` inside one waits for the wave's models."""

    def __init__(self) -> None:
        self._back = Semaphore(0)
        self._current: _Turn[object] | None = None

    def ask(self, table: Table, items: Sequence[Hashable]) -> None:
        """Have `table` filled for `items`, together with what the others of this wave need."""
        turn = self._current
        if turn is None:
            table.fill(list(dict.fromkeys(items)))
            return
        turn.asked = (table, list(items))
        self._back.release()
        turn.go.acquire()
        if turn.refused is not None:
            error, turn.refused = turn.refused, None
            raise error

    def run(self, works: Sequence[Callable[[], T]]) -> list[T]:
        """Results in order. The first work that raises ends the run with what it raised."""
        turns = [_Turn(work) for work in works]
        waiting = list(turns)
        while waiting:
            for turn in waiting:
                self._resume(turn)
                if turn.failed is not None:
                    self._abandon(turns)
                    raise turn.failed
            waiting = [turn for turn in waiting if not turn.over]
            _answer(waiting)
        return [turn.result for turn in turns]  # type: ignore[misc] # every one is over

    def _abandon(self, turns: Sequence[_Turn[T]]) -> None:
        """End the works that wait, so that nothing they hold stays."""
        for turn in turns:
            if turn.asked is not None:
                turn.refused = Abandoned()
                self._resume(turn)

    def _resume(self, turn: _Turn[T]) -> None:
        """Let one work go on until it asks or ends."""
        begins = turn.asked is None
        turn.asked = None
        self._current = turn  # type: ignore[assignment]
        if begins:
            Thread(target=self._work, args=(turn,), daemon=True).start()
        else:
            turn.go.release()
        self._back.acquire()
        self._current = None

    def _work(self, turn: _Turn[T]) -> None:
        try:
            turn.result = turn.work()
        except BaseException as error:  # noqa: BLE001 - raised again by `run`, on the thread that called it
            turn.failed = error
        turn.over = True
        self._back.release()


def _answer(waiting: Sequence[_Turn[T]]) -> None:
    """Ask each table once for all; where that fails, for each work alone, so that only the culprit is refused."""
    together: dict[Table, list[_Turn[T]]] = defaultdict(list)
    for turn in waiting:
        assert turn.asked is not None
        together[turn.asked[0]].append(turn)
    for table, turns in together.items():
        try:
            table.fill(list(dict.fromkeys(item for turn in turns for item in _items(turn))))
        except Exception:  # noqa: BLE001 - told to whom it concerns, below
            for turn in turns:
                _answer_alone(table, turn)


def _answer_alone(table: Table, turn: _Turn[T]) -> None:
    try:
        table.fill(list(dict.fromkeys(_items(turn))))
    except Exception as error:  # noqa: BLE001 - raised again where it was asked
        turn.refused = error


def _items(turn: _Turn[T]) -> list[Hashable]:
    return [] if turn.asked is None else turn.asked[1]
