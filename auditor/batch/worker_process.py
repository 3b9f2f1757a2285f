"""A worker as a process of its own: jobs come as JSON lines on standard input, outcomes go out on standard output.

    python -m auditor.batch.worker_process STORE

It ends when its input does, so that none outlives a run that was killed.
"""

from __future__ import annotations

import json
import os
import sys
from errno import EDQUOT, ENOSPC
from platform import node
from queue import Queue
from threading import Thread
from typing import Any, TextIO

from auditor.batch.garbage import keep_what_is_there
from auditor.batch.halving import is_out_of_memory
from auditor.batch.run_facts import read_facts
from auditor.batch.store import open_store
from auditor.batch.worker import Job, Worker
from auditor.errors import AuditorError

DONE, MEMORY, FAILED = "done", "memory", "failed"


def main() -> None:
    """Read jobs until there are no more."""
    answers = _own_output()
    jobs: Queue[Job] = Queue()
    Thread(target=_listen, args=(jobs,), daemon=True).start()
    try:
        worker = open_worker(sys.argv[1])
    except Exception as error:  # noqa: BLE001 - told to the run, which ends with it
        _say(answers, failure(error))
        return
    while True:
        job = jobs.get()
        keep_what_is_there()
        _say(answers, outcome(worker, job))


def open_worker(place: str) -> Worker:
    """A worker for the run that is stored at `place`."""
    store = open_store(place)
    facts = read_facts(store)
    if facts is None:
        raise AuditorError(
            f"{place}: holds no run as {node()} sees it; all machines must see the output under one address."
        )
    return Worker(store, facts)


def outcome(worker: Worker, job: Job) -> dict[str, Any]:
    """What became of a job, as plain data."""
    try:
        record = worker.read(job)
    except Exception as error:  # noqa: BLE001 - told to the run, which decides
        return failure(error)
    return {"outcome": DONE, "shard": job.shard, "seconds": record.seconds, "counts": record.counts}


def failure(error: Exception) -> dict[str, Any]:
    """An error as plain data."""
    if is_out_of_memory(error):
        return {"outcome": MEMORY, "message": str(error)}
    if isinstance(error, OSError):
        remedy = " Make room there." if error.errno in (ENOSPC, EDQUOT) else ""
        what = f"{error.filename or 'the output'}: cannot be written or read ({error.strerror or error}).{remedy}"
        return {"outcome": FAILED, "message": what}
    known = isinstance(error, AuditorError)
    return {"outcome": FAILED, "message": str(error) if known else f"{type(error).__name__}: {error}"}


def _own_output() -> TextIO:
    """Standard output for answers alone: what libraries print goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _listen(jobs: Queue[Job]) -> None:
    for line in sys.stdin:
        row = json.loads(line)
        jobs.put(Job(row["shard"], row["one_by_one"], tuple(row["poisoned"])))
    os._exit(0)


def _say(answers: TextIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
