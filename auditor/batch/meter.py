"""Seconds by stage and counts; never part of a row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, process_time


class Meter:
    """One shard's clock. Time inside an inner stage is not counted for the outer one."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.cpu: defaultdict[str, float] = defaultdict(float)
        """Seconds of processors, which other processes of a busy machine do not lengthen."""
        self.counts: Counter[str] = Counter()
        self._inside: list[tuple[float, float]] = []

    def count(self, what: str, many: int) -> None:
        """Add to a count."""
        self.counts[what] += many

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done inside."""
        started = perf_counter(), process_time()
        self._inside.append((0.0, 0.0))
        try:
            yield
        finally:
            wall, cpu = perf_counter() - started[0], process_time() - started[1]
            inner = self._inside.pop()
            self.seconds[name] += wall - inner[0]
            self.cpu[name] += cpu - inner[1]
            if self._inside:
                outer = self._inside[-1]
                self._inside[-1] = (outer[0] + wall, outer[1] + cpu)
