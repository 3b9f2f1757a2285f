"""An editor's decision about one finding: checked, written down, shown at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.audit.decisions import STATES, Decision, DecisionKind, append_decision, read_decisions
from auditor.audit.matching import named
from auditor.core.finding import Finding, State
from auditor.core.mqm import Category, Severity
from auditor.web.finished import Finished
from auditor.web.finished import finished as under_file
from auditor.web.history import History, Step
from auditor.web.limits import REASON_CHARACTERS
from auditor.web.refusals import bad_request, not_found
from auditor.web.workspace import now


class Decidable(Protocol):
    """An article whose findings can be decided about: one of this session, or of a report that was opened."""

    lock: RLock
    finished: Finished | None
    history: History

    @property
    def translation(self) -> Path:
        """Its file; the decisions lie beside it."""

    def shown(self, version: int | None) -> Finished:
        """The results that a window shows, the newest for None; raises `RefusalError` when there are none such."""


class Wish(BaseModel):
    """What the page sends."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fingerprint: str = Field(min_length=1, max_length=64)
    """As it is in the results about `version`: of two equal errors, settling one may give its own to the other."""
    version: int | None = None
    """The newest results, where a script does not say."""
    decision: DecisionKind
    reason: str = Field(default="", max_length=REASON_CHARACTERS)
    category: Category | None = None
    severity: Severity | None = None


def wish_of(body: Any) -> Wish:  # noqa: ANN401 - whatever JSON there was
    """Raises `RefusalError` that names the field."""
    try:
        return Wish.model_validate(body)
    except ValidationError as error:
        first = error.errors()[0]
        raise bad_request(f"`{'.'.join(map(str, first['loc']))}`: {first['msg']}") from error


def decide(article: Decidable, wish: Wish) -> str:
    """The state of the finding afterwards. Raises `RefusalError` when there is no such finding."""
    with article.lock:
        step = write_down(article, wish)
        article.history.add(step)
    state = STATES.get(wish.decision, State.NEW)
    return DecisionKind.ACCEPTED.value if wish.decision is DecisionKind.ACCEPTED else state.value


def write_down(article: Decidable, wish: Wish) -> Step:
    """Append the decision to its file; what was done, for the history. Whoever calls holds the lock."""
    finished = article.shown(wish.version)
    findings = finished.undecided.findings
    index = _index(findings, wish.fingerprint)
    folder, name = article.translation.parent, article.translation.name
    known, _ = read_decisions(folder)
    key, place = named(findings, index, known, finished.document)
    finding = findings[index]
    decision = Decision(
        key=key,
        kind=wish.decision,
        at=now(),
        reason=wish.reason,
        category=wish.category,
        severity=wish.severity,
        check=finding.name,
        excerpt=finding.excerpt,
        place=place,
    )
    append_decision(folder, name, decision)
    refresh(article)
    return Step(decision=decision, before=known.get(key), fingerprint=wish.fingerprint)


def take_back(article: Decidable, step: Step) -> None:
    """What held before the decision of `step` holds again; the file says so in a further line."""
    done = step.decision
    if done is None:
        return
    reopened = replace(done, kind=DecisionKind.REOPENED, reason="", category=None, severity=None)
    back = replace(step.before or reopened, at=now(), place=done.place)
    append_decision(article.translation.parent, article.translation.name, back)
    refresh(article)


def refresh(article: Decidable) -> None:
    """The newest results under the decisions as they are in the file now."""
    done = article.finished
    if done is not None:
        article.finished = under_file(done.undecided, article.translation, done.version)


def _index(findings: Sequence[Finding], fingerprint: str) -> int:
    for i, finding in enumerate(findings):
        if finding.fingerprint == fingerprint:
            return i
    raise not_found("There is no such finding; the text may have changed since.")
