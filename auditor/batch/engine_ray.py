"""Workers as actors of a Ray cluster. Every machine must see the archive and the output under the same address."""

from __future__ import annotations

import os
from typing import Any

from auditor.batch.attempts import Attempts
from auditor.batch.capacity import given_back, usable_cores
from auditor.batch.engine import BatchStoppedError, Queue
from auditor.batch.garbage import keep_what_is_there
from auditor.batch.worker import Job, Worker
from auditor.batch.worker_process import failure, open_worker, outcome
from auditor.errors import UsageError

STARTS = 3
"""Tries at starting Ray on this machine: it gives its own processes 30 seconds, which a busy machine may not have."""
STORE_BYTES = 100 * 2**20
"""Of shared memory. Jobs and outcomes are a few hundred bytes; Ray itself would take 30 % of the machine."""


class RayWorker:
    """What an actor does: hold the models, read shards."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._worker: Worker | None = None

    def read(self, shard: int, one_by_one: bool, poisoned: tuple[str, ...]) -> dict[str, Any]:
        """What became of a job, as plain data."""
        try:
            self._worker = self._worker or open_worker(self._place)
        except Exception as error:  # noqa: BLE001 - told to the run, which ends with it
            return failure(error)
        keep_what_is_there()
        return outcome(self._worker, Job(shard, one_by_one, poisoned))


def run_ray(place: str, queue: Queue, workers: int | None, threads: int, cards: float) -> None:
    """Work the queue off with actors of `threads` cores and `cards` graphics cards each.

    Joins the cluster that RAY_ADDRESS names, else starts one on this machine. `workers` None takes as many as fit. An
    actor that dies is replaced. Raises `BatchStoppedError`, and `UsageError` where Ray is not installed.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # read on import; what is audited here concerns nobody else
    try:
        import ray
    except ImportError as error:
        raise UsageError("ray: not installed; run `pip install translation-auditor[batch]`.") from error
    started = not ray.is_initialized()
    if started:
        _join(ray, max(usable_cores(), (workers or 1) * threads))
    try:
        Crew(ray, place, queue, threads, cards).work(workers or _fitting(ray, threads, cards))
    finally:
        if started:
            ray.shutdown()
    queue.finish()


def _join(ray: Any, cores: int) -> None:  # noqa: ANN401 - ray has no usable types
    """Join the cluster, or start one of this machine, with places for `cores` threads."""
    quiet = {"log_to_driver": False, "configure_logging": False}
    here = {"address": "local", "num_cpus": cores, "include_dashboard": False, "object_store_memory": STORE_BYTES}
    there = os.environ.get("RAY_ADDRESS", "local") != "local"
    for left in reversed(range(1 if there else STARTS)):
        try:
            ray.init(**quiet, **({} if there else here))
        except Exception as error:
            ray.shutdown()
            if not left:
                raise BatchStoppedError(f"Ray could not be started or joined: {error}") from error
        else:
            return


def _fitting(ray: Any, threads: int, cards: float) -> int:  # noqa: ANN401
    there = ray.cluster_resources()
    by_cores = int(there.get("CPU", 1) // threads)
    return max(1, min(by_cores, int(there.get("GPU", 0) // cards)) if cards else by_cores)


class Crew:
    """Actors with what each of them is reading."""

    def __init__(self, ray: Any, place: str, queue: Queue, threads: int, cards: float) -> None:  # noqa: ANN401
        self._ray, self._place, self._queue = ray, place, queue
        # Ray itself holds an actor to so many threads (OMP_NUM_THREADS) and cards (CUDA_VISIBLE_DEVICES)
        held = {"env_vars": {"TOKENIZERS_PARALLELISM": "false", **given_back()}}
        self._remote = ray.remote(RayWorker).options(num_cpus=threads, num_gpus=cards, runtime_env=held)
        self._reading: dict[Any, tuple[Any, Attempts]] = {}

    def work(self, workers: int) -> None:
        """Until the queue is empty or the run stops."""
        for _ in range(min(workers, len(self._queue.jobs))):
            self._next(self._remote.remote(self._place))
        while self._reading:
            (ready, *_), _ = self._ray.wait(list(self._reading), num_returns=1)
            actor, attempts = self._reading.pop(ready)
            try:
                answer = self._ray.get(ready)
            except (self._ray.exceptions.RayActorError, self._ray.exceptions.OutOfMemoryError):
                answer, actor = None, self._remote.remote(self._place)
            except self._ray.exceptions.RayError as error:
                self._queue.halt(f"Ray: {(str(error).strip().splitlines() or [type(error).__name__])[-1]}")
                continue
            again = self._queue.settle(attempts, answer)
            if again is None:
                self._next(actor)
            else:
                self._begin(actor, attempts, again)

    def _next(self, actor: Any) -> None:  # noqa: ANN401
        attempts = self._queue.draw()
        if attempts is not None:
            self._begin(actor, attempts, attempts.job)

    def _begin(self, actor: Any, attempts: Attempts, job: Job) -> None:  # noqa: ANN401
        self._reading[actor.read.remote(job.shard, job.one_by_one, job.poisoned)] = (actor, attempts)
