"""Workers as processes of this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from threading import Thread
from typing import Any

from auditor.batch.attempts import Attempts
from auditor.batch.capacity import Seat
from auditor.batch.engine import Queue
from auditor.batch.worker import Job


def run_local(place: str, queue: Queue, seats: Sequence[Seat]) -> None:
    """Work the queue off with one process per seat. Raises `BatchStoppedError` where it cannot be.

    A process that dies is replaced. When this one is interrupted or killed, they end with it.
    """
    readers = [_Reader(place, seat) for seat in seats[: max(1, len(queue.jobs))]]
    threads = [Thread(target=_serve, args=(reader, queue), daemon=True) for reader in readers]
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            while thread.is_alive():  # in pieces, so that an interruption is heard
                thread.join(0.2)
    finally:
        queue.stop.set()
        for reader in readers:
            reader.close()
    queue.finish()


def _serve(reader: _Reader, queue: Queue) -> None:
    while (attempts := queue.draw()) is not None:
        job: Job | None = attempts.job
        while job is not None and not queue.stop.is_set():
            job = _settled(reader, attempts, job, queue)


def _settled(reader: _Reader, attempts: Attempts, job: Job, queue: Queue) -> Job | None:
    try:
        answer = reader.ask(job)
    except OSError as error:
        queue.halt(f"a worker could not be started: {error}.")
        return None
    return None if answer is None and queue.stop.is_set() else queue.settle(attempts, answer)


class _Reader:
    """One process, started when it is first needed and again when it has died."""

    def __init__(self, place: str, seat: Seat) -> None:
        self._command = [sys.executable, "-m", "auditor.batch.worker_process", place]
        self._environment = {**os.environ, **seat.environment()}
        self._process: subprocess.Popen[str] | None = None

    def ask(self, job: Job) -> dict[str, Any] | None:
        """What became of the job; None when the process died over it."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(asdict(job)) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except (BrokenPipeError, ValueError):
            line = ""
        if line:
            answer: dict[str, Any] = json.loads(line)
            return answer
        self.close()
        return None

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close_quietly(pipe)

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                start_new_session=True,  # Ctrl+C is for this process, which ends them
            )
        return self._process


def _close_quietly(pipe: Any) -> None:  # noqa: ANN401
    try:
        pipe.close()
    except OSError:  # what was to be written to a dead process
        return
