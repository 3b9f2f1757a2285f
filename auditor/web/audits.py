"""All audits of this session and the threads that do them."""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from threading import Lock

from auditor.errors import AuditorError
from auditor.web.audit import Audit, Cancelled, Run, State
from auditor.web.engine import Engine, Pair, Tell
from auditor.web.events import Event
from auditor.web.finished import finished
from auditor.web.limits import AT_WORK, KEPT
from auditor.web.refusals import RefusalError, not_found, problem_of
from auditor.web.stages import Step
from auditor.web.workspace import AuditFolder

THREADS = max(2, min(4, os.cpu_count() or 2))
"""Audits at once. Models take turns whatever their number; more would only hold more text in memory."""
TOLD_EVERY = 0.1
"""Seconds between two events of the same stage; an eye sees no more."""
log = logging.getLogger("auditor.web")


class Audits:
    """Starts, stops and remembers."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="audit")
        self._lock = Lock()
        self._known: OrderedDict[str, Audit] = OrderedDict()

    def newest_first(self) -> tuple[Audit, ...]:
        """Every audit that is remembered."""
        with self._lock:
            return tuple(reversed(self._known.values()))

    def get(self, id: str) -> Audit:
        """Raises `RefusalError` for an unknown one."""
        with self._lock:
            if id not in self._known:
                raise not_found("There is no such audit; the server may have been started anew since.")
            return self._known[id]

    def check_room(self) -> None:
        """Raises `RefusalError` while too many audits are at work."""
        if sum(audit.state is State.WORKING for audit in self.newest_first()) >= AT_WORK:
            message = f"{AT_WORK} audits are running or waiting."
            raise RefusalError(503, "Too many audits at once", message, "Wait until some are done, or cancel some.")

    def add(self, title: str, folder: AuditFolder, pair: Pair) -> Audit:
        """A new audit, begun."""
        audit = Audit(secrets.token_urlsafe(9), title, folder, pair)
        with self._lock:
            self._known[audit.id] = audit
            done = [id for id, known in self._known.items() if known.state is not State.WORKING]
            for id in done[: max(0, len(self._known) - KEPT)]:
                del self._known[id]
        self.begin(audit)
        return audit

    def begin(self, audit: Audit) -> int:
        """Audit the text as it is now; the number of its version."""
        run = audit.begin()
        _told(run, Step("wait", 0, 1))
        self._pool.submit(self._work, audit, run)
        return run.version

    def warm_up(self) -> None:
        """Load the models; without them audits still say what they can, and why not more."""
        try:
            self.engine.warm_up()
        except AuditorError as error:
            log.warning("the models are not ready: %s", error)

    def cancel_all(self) -> None:
        """Stop everything; windows that wait for events hear of it."""
        for audit in self.newest_first():
            audit.cancel()

    def close(self) -> None:
        """Stop everything and let go of the models."""
        self.cancel_all()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self.engine.close()

    def _work(self, audit: Audit, run: Run) -> None:
        tell = _teller(run)
        try:
            tell("read", 0, 1)
            pair = audit.pair
            report = self.engine.audit(pair, tell)
            with audit.lock:  # a decision taken meanwhile is in the file, or waits until this is done
                audit.finish(run, finished(report, pair.translation, run.version))
        except Cancelled:
            log.info("audit %s, version %d: stopped", audit.id, run.version)
        except Exception as error:  # one bad audit never takes the server down; its page says why
            log.warning("audit %s, version %d failed", audit.id, run.version, exc_info=error)
            audit.fail(run, problem_of(error))


def _teller(run: Run) -> Tell:
    last = [0.0]

    def tell(stage: str, done: int, total: int) -> None:
        if run.stop.is_set():
            raise Cancelled
        step = Step(stage, done, total)
        if run.step is None or run.step.stage != stage or time.monotonic() - last[0] >= TOLD_EVERY:
            last[0] = time.monotonic()
            _told(run, step)

    return tell


def _told(run: Run, step: Step) -> None:
    run.step = step
    run.channel.tell(Event("progress", {**asdict(step), "label": step.label, "version": run.version}))
