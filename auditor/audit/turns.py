"""A lock that is handed on in the order of asking: models do one piece of work at a time, whoever asked first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, get_ident


class Turns:
    """Reentrant and fair. A plain lock let a thread that works piece by piece take it again before any other woke."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[tuple[int, Lock]] = deque()
        self._owner: int | None = None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """While this lasts no other thread has a turn."""
        me = get_ident()
        if self._owner == me:
            yield
            return
        self._take(me)
        try:
            yield
        finally:
            self._hand_on()

    def _take(self, me: int) -> None:
        gate = Lock()
        with self._guard:
            if self._owner is None:
                self._owner = me
                return
            gate.acquire()
            self._waiting.append((me, gate))
        gate.acquire()  # released by the thread that hands on, which names us the owner before

    def _hand_on(self) -> None:
        with self._guard:
            if not self._waiting:
                self._owner = None
                return
            self._owner, gate = self._waiting.popleft()
            gate.release()
