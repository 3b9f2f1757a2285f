"""Edits of the translation in an audit, and taking back what was done last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from auditor.web.audit import Audit
from auditor.web.audits import Audits
from auditor.web.deciding import Decidable, Wish, take_back, write_down
from auditor.web.history import Splice, Step
from auditor.web.intake import checked_text, put_text
from auditor.web.refusals import RefusalError


@dataclass(frozen=True, slots=True)
class Change:
    """A new text, and why."""

    text: str
    version: int
    """The one that was edited."""
    accepted: Wish | None = None
    """The decision that it carries out."""


def take_edit(audit: Audit, change: Change, languages: Sequence[str | None], audits: Audits) -> int:
    """Put the text in place of the translation's and audit again, in these languages; the new version.

    Raises `RefusalError` when the edited version is not the newest or the text is no article.
    """
    with audit.lock:
        _check_version(audit, change.version)
        before, text = audit.text, checked_text(change.text)
        with _put(audit, text):
            step = Step() if change.accepted is None else _noted(audit, change.accepted)
        if before is not None and before != text:
            step = replace(step, splice=Splice.between(before, text))
        if step != Step():
            audit.history.add(step)
        ours, theirs = languages
        audit.pair = replace(audit.pair, languages=(ours, theirs))
        return audits.begin(audit)


def undo_edit(audit: Audit, version: int, audits: Audits) -> tuple[int, Step]:
    """Take back what was done last in this audit: the version after that, and what it was.

    Raises `RefusalError` when `version` is not the newest or there is nothing to take back.
    """
    with audit.lock:
        _check_version(audit, version)
        step = _newest(audit)
        if step.splice is None or audit.text is None:
            return audit.version, undo_decision(audit)
        with _put(audit, step.splice.taken_back(audit.text)):
            undo_decision(audit)
        return audits.begin(audit), step


def undo_decision(article: Decidable) -> Step:
    """Take back what was decided last. Raises `RefusalError` when there is nothing to take back."""
    with article.lock:
        step = _newest(article)
        take_back(article, step)
        article.history.drop()
        return step


def _newest(article: Decidable) -> Step:
    step = article.history.newest
    if step is None:
        raise RefusalError(409, "Nothing to undo", "Nothing was changed or decided in this session.")
    return step


def _check_version(audit: Audit, version: int) -> None:
    if version != audit.version:
        message = f"Version {audit.version} of the text is newer than version {version}, which was edited."
        raise RefusalError(409, "Edited elsewhere", message, "Reload the page, then edit again.")


@contextmanager
def _put(audit: Audit, text: str) -> Iterator[None]:
    """`text` in place of the translation's; what was there comes back when the body fails."""
    before = audit.text
    put_text(audit, text)
    try:
        yield
    except BaseException:
        if before is not None:
            put_text(audit, before)
        raise


def _noted(audit: Audit, wish: Wish) -> Step:
    """The decision is kept if the finding is still known; the text is changed all the same."""
    with suppress(RefusalError):
        return write_down(audit, wish)
    return Step()
