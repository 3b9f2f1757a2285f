"""One audit of this session: its files, its text's version, the run that is on and what came of the last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Event as Flag
from threading import RLock

from auditor.web.engine import Pair
from auditor.web.events import Channel, Event
from auditor.web.finished import Finished
from auditor.web.history import History
from auditor.web.refusals import Problem, RefusalError
from auditor.web.stages import Step
from auditor.web.workspace import AuditFolder

SHOWN_BEFORE = 2
"""Results before the newest that a window may still show."""


class State(StrEnum):
    """Where an audit stands."""

    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Cancelled(BaseException):
    """Raised inside an audit to stop it; no `Exception`, so that nothing on the way takes it for a failure."""


@dataclass
class Run:
    """One pass over one version of the text."""

    version: int
    channel: Channel = field(default_factory=Channel)
    stop: Flag = field(default_factory=Flag)
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A snapshot for templates."""

    id: str
    title: str
    state: str
    version: int
    folder: str
    languages: tuple[str | None, str | None]
    progress: Step | None = None
    error: Problem | None = None
    shown: int | None = None
    """Version of the text that the finished view is about; `version` may be ahead of it."""
    undoable: int = 0
    """Steps that can be taken back."""
    can_edit: bool = True
    can_decide: bool = True
    kind: str = "audits"

    @property
    def url(self) -> str:
        """Of its page."""
        return f"/{self.kind}/{self.id}"


class Audit:
    """Changed by request and audit threads; whoever reads or changes more than one field holds `lock`."""

    def __init__(self, id: str, title: str, folder: AuditFolder, pair: Pair) -> None:
        self.id, self.title, self.folder, self.pair = id, title, folder, pair
        self.lock = RLock()
        self.version = 0
        self.state = State.WORKING
        self.run = Run(0)
        self.finished: Finished | None = None
        self.history = History()
        self.text: str | None = None
        """The translation's as it is now, None until it was audited once."""
        self._before: list[Finished] = []
        self.error: Problem | None = None

    @property
    def translation(self) -> Path:
        """The file as it is now; decisions lie beside it."""
        return self.pair.translation

    def shown(self, version: int | None) -> Finished:
        """The results about `version` of the text, the newest for None; raises `RefusalError` when they are gone."""
        if self.finished is None:
            message = "There are no findings to decide about yet."
            raise RefusalError(409, "Not audited yet", message, "Wait for the audit.")
        known = {done.version: done for done in (*self._before, self.finished)}
        if version is not None and version not in known:
            message = f"What was found in version {version} of the text is no longer known."
            raise RefusalError(409, "Edited elsewhere", message, "Reload the page, then decide again.")
        return self.finished if version is None else known[version]

    def record(self) -> Record:
        """As templates and JSON see it."""
        with self.lock:
            return Record(
                id=self.id,
                title=self.title,
                state=self.state.value,
                version=self.version,
                folder=str(self.folder.path),
                languages=self.pair.languages,
                progress=self.run.step if self.state is State.WORKING else None,
                error=self.error,
                shown=None if self.finished is None else self.finished.version,
                undoable=len(self.history),
            )

    def snapshot(self) -> tuple[Record, Finished | None]:
        """Record and newest results, of one moment."""
        with self.lock:
            return self.record(), self.finished

    def begin(self) -> Run:
        """A new run over the text as it is now; the one before is stopped."""
        with self.lock:
            self._leave("cancelled", {})
            self.version += 1
            self.run, self.state, self.error = Run(self.version), State.WORKING, None
            return self.run

    def cancel(self) -> None:
        """Stop what is running; does nothing when nothing is."""
        with self.lock:
            if self.state is State.WORKING:
                self.state = State.CANCELLED
                self._leave("cancelled", {})

    def finish(self, run: Run, finished: Finished) -> None:
        """`run` is done; a result that nobody waits for any more is dropped."""
        with self.lock:
            if run is self.run and not run.stop.is_set():
                if self.finished is not None:
                    self._before = [*self._before, self.finished][-SHOWN_BEFORE:]
                self.state, self.finished, self.text = State.DONE, finished, finished.document.text
                self._leave("done", {"url": self.record().url})

    def fail(self, run: Run, problem: Problem) -> None:
        """`run` came to nothing."""
        with self.lock:
            if run is self.run and not run.stop.is_set():
                self.state, self.error = State.FAILED, problem
                told = {"title": problem.title, "message": problem.message, "remedy": problem.remedy}
                self._leave("failed", told)

    def _leave(self, name: str, data: Mapping[str, object]) -> None:
        self.run.stop.set()
        self.run.channel.tell(Event(name, {**data, "version": self.run.version}, last=True))
