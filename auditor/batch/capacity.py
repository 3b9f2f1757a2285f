"""How many workers a machine gets, and how many threads each: as many as there are cores, and no more."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

WORKER_BYTES = 1_600 * 2**20
"""What a worker with all bundled models takes at its peak (docs/scaling.md), and a seventh more."""
MEMORY_SHARE = 0.8
"""Of what is free; the rest is for the file cache and whoever else is there."""
MEMORY = Path("/proc/meminfo")
GIVEN_BACK = {"ONEDNN_PRIMITIVE_CACHE_CAPACITY": "64", "MALLOC_ARENA_MAX": "2"}
"""Products of bytes keep code for each of the last 1,024 sizes of batches, and glibc a heap for each thread: what a
worker holds grows for hundreds of articles, by 470 MB over 250; with these by 30 MB from the 100th to the 300th and by
90 MB from the 500th to the 2,000th. On 60 articles they cost no processor time (40.8 seconds beside 45.0 without).
Thresholds of `malloc` that give back every large tensor as well hold a worker at 1,011 MB over 500 articles, but it is
then a third slower (58.8 seconds). What the user set stays; other allocators pass over them."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One worker: its threads and, where there is one, its graphics card."""

    threads: int
    card: int | None = None

    def environment(self) -> dict[str, str]:
        """Variables that hold the libraries to it; they must be set before they are loaded."""
        names = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
        told = {name: str(self.threads) for name in names} | {"TOKENIZERS_PARALLELISM": "false"} | given_back()
        return told if self.card is None else told | {"CUDA_VISIBLE_DEVICES": str(self.card)}


def given_back() -> dict[str, str]:
    """`GIVEN_BACK` but for what the user set."""
    return {name: os.environ.get(name, value) for name, value in GIVEN_BACK.items()}


def seats(
    cores: int, free_bytes: int, cards: int, workers: int | None = None, threads: int | None = None
) -> list[Seat]:
    """The workers of a machine.

    One per graphics card, which share the cores. Without one, as many workers of one thread as there are cores and
    memory for: separate processes read articles side by side, threads only share one product. `workers` and `threads`
    are what the user asks for; more than there are cores only if both are given.
    """
    if cards:
        count = workers or cards
        return [Seat(threads or max(1, cores // count), i % cards) for i in range(count)]
    fitting = max(1, int(free_bytes * MEMORY_SHARE) // WORKER_BYTES)
    count = workers or max(1, min(cores // (threads or 1), fitting))
    return [Seat(threads or max(1, cores // count))] * count


def usable_cores() -> int:
    """Cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def free_memory() -> int:
    """Bytes that can be had without swapping; where the system does not tell, enough for one worker per core."""
    if MEMORY.is_file():
        for line in MEMORY.read_text("ascii", "replace").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    return 2 * WORKER_BYTES * usable_cores()
