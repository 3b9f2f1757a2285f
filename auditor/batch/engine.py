"""What runs the workers: both engines do the same jobs with the same rows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any

from auditor.batch.attempts import Attempts
from auditor.batch.store import Store
from auditor.batch.worker import Job
from auditor.batch.worker_process import DONE, MEMORY
from auditor.errors import AuditorError

Told = Callable[[dict[str, Any]], None]
"""Told what became of a shard that is done."""


class BatchStoppedError(AuditorError):
    """The run could not go on; what is done is kept."""


@dataclass
class Queue:
    """The shards that are left. Workers of one machine draw from it at once."""

    store: Store
    told: Told
    jobs: deque[Attempts] = field(default_factory=deque)
    problem: str | None = None
    stop: Event = field(default_factory=Event)
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def of(cls, store: Store, shards: Iterable[int], told: Told) -> Queue:
        """A queue of whole shards, in order."""
        return cls(store, told, deque(Attempts(store, Job(shard)) for shard in shards))

    def draw(self) -> Attempts | None:
        """The next shard; None when there is none or the run stops."""
        with self._lock:
            return self.jobs.popleft() if self.jobs and not self.stop.is_set() else None

    def settle(self, attempts: Attempts, answer: dict[str, Any] | None) -> Job | None:
        """What to do next with the shard, given what its reader answered; None answer: it died. None: nothing more."""
        again: Job | None = None
        if answer is None:
            again = attempts.after_death()
            problem = f"shard {attempts.job.shard}: its reader died before it read an article."
        elif answer["outcome"] == MEMORY:
            again = attempts.after_memory()
            problem = f"shard {attempts.job.shard}: not enough memory: {answer['message']}"
        elif answer["outcome"] == DONE:
            with self._lock:
                self.told(answer)
            return None
        else:
            problem = str(answer["message"])
        if again is None:
            self.halt(problem)
        return again

    def halt(self, problem: str) -> None:
        """Stop the run; the first problem is the one that is told."""
        with self._lock:
            self.problem = self.problem or problem
        self.stop.set()

    def finish(self) -> None:
        """Raises `BatchStoppedError` where a problem ended the run."""
        if self.problem is not None:
            raise BatchStoppedError(
                f"{self.problem} The run stopped and keeps what is done; see to it and give the same command again."
            )
