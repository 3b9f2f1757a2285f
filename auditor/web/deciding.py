"""An editor's decision about one finding: checked, written down, shown at once."""

from __future__ import annotations

from pathlib import Path
from threading import RLock
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.audit.decisions import Decision, DecisionKind, append_decision, keys_of
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.web.finished import Finished
from auditor.web.finished import finished as under_file
from auditor.web.limits import REASON_CHARACTERS
from auditor.web.refusals import RefusalError, bad_request, not_found
from auditor.web.workspace import now


class Decidable(Protocol):
    """An article whose findings can be decided about: one of this session, or of a report that was opened."""

    lock: RLock
    finished: Finished | None

    @property
    def translation(self) -> Path:
        """Its file; the decisions lie beside it."""


class Wish(BaseModel):
    """What the page sends."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fingerprint: str = Field(min_length=1, max_length=64)
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
        finished = article.finished
        if finished is None:
            raise RefusalError(
                409, "Not audited yet", "There are no findings to decide about yet.", "Wait for the audit."
            )
        finding, key = _found(finished, wish.fingerprint)
        decision = Decision(
            key=key,
            kind=wish.decision,
            at=now(),
            reason=wish.reason,
            category=wish.category,
            severity=wish.severity,
            check=finding.name,
            excerpt=finding.excerpt,
        )
        translation = article.translation
        append_decision(translation.parent, translation.name, decision)
        article.finished = under_file(finished.undecided, translation, finished.version)
        after, _ = _found(article.finished, wish.fingerprint)
    return DecisionKind.ACCEPTED.value if wish.decision is DecisionKind.ACCEPTED else after.state.value


def _found(finished: Finished, fingerprint: str) -> tuple[Finding, str]:
    findings = finished.report.findings
    for finding, key in zip(findings, keys_of(findings), strict=True):
        if finding.fingerprint == fingerprint:
            return finding, key
    raise not_found("There is no such finding; the text may have changed since.")
