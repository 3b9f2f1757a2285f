"""Threads over blocks of tokens, BLAS at one thread each.

Between two products stand as many small steps that BLAS does not share out, and its own threads wait for each other
actively: with other work on the machine they slowed the encoder to a quarter, where these lose only their share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import RLock
from typing import Protocol, TypeVar

from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

MOST = 8
"""More threads than this find no blocks to work on."""
_ONE_AT_A_TIME = RLock()
"""The limit of BLAS belongs to the process: two calls that set and reset it in turns would leave it set."""

T = TypeVar("T")
R = TypeVar("R")


class Each(Protocol):
    """Applies a function to all items, in any order; the results stand in the order of the items."""

    def __call__(self, function: Callable[[T], R], items: Iterable[T], /) -> Iterator[R]:
        """As `map`, and no lazier than a pool of threads."""


class Threads:
    """As many threads as asked for, or as BLAS would take: `OMP_NUM_THREADS` and the CPUs allowed count as ever."""

    def __init__(self, count: int | None = None) -> None:
        self._libraries = ThreadpoolController().select(user_api="blas")
        own = max((library["num_threads"] for library in self._libraries.info()), default=1)
        self.count = max(1, min(own if count is None else count, MOST))

    @contextmanager
    def working(self) -> Iterator[Each]:
        """While this lasts BLAS runs at one thread, and what is given runs on `count` of them."""
        with _ONE_AT_A_TIME, self._libraries.limit(limits=1):
            if self.count == 1:
                yield map
                return
            with ThreadPoolExecutor(self.count) as pool:
                yield pool.map
