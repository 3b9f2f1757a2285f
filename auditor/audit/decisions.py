"""What an editor decided about findings: `auditor-decisions.jsonl` beside the article, only ever appended to.

One JSON object a line; of several with one key the last holds. `matching` says which finding a key is about.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from auditor.audit.occurrences import Occurrence
from auditor.core.finding import State
from auditor.core.mqm import Category, Severity
from auditor.errors import UsageError

FILE = "auditor-decisions.jsonl"
SCHEMA = "auditor.decision/v1"


class DecisionKind(StrEnum):
    """What was decided."""

    ACCEPTED = "accepted"
    """The suggestion was taken over; the text changed, so the finding itself goes."""
    DISMISSED = "dismissed"
    CONFIRMED = "confirmed"
    REOPENED = "reopened"
    """Whatever was decided before no longer holds."""


STATES = {DecisionKind.DISMISSED: State.DISMISSED, DecisionKind.CONFIRMED: State.CONFIRMED}
"""States that decisions give findings; the others leave them new."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file."""

    key: str
    kind: DecisionKind
    at: str
    """ISO 8601, UTC."""
    reason: str = ""
    category: Category | None = None
    """The editor's own, where it differs from the check's."""
    severity: Severity | None = None
    check: str = ""
    """Name of the check, for a reader of the file; so is the excerpt."""
    excerpt: str = ""
    place: Occurrence | None = None
    """Where it stood; older lines have none and are recognised by their key."""


def read_decisions(folder: Path) -> tuple[dict[str, Decision], tuple[str, ...]]:
    """The decision that holds for each key, the newest last, and what is wrong with the file, without its folder.

    A line that cannot be read is left out: its finding is shown again rather than lost.
    """
    path = folder / FILE
    try:
        lines = path.read_bytes().decode("utf-8", "replace").split("\n")
    except FileNotFoundError:
        return {}, ()
    except OSError as error:
        return {}, (f"{FILE}: cannot be read ({error.strerror}); decisions in it do not count.",)
    known: dict[str, Decision] = {}
    problems = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                decision = _parsed(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                problems.append(f"{FILE}: line {number} is no decision ({error}); mend or remove it.")
            else:
                known.pop(decision.key, None)
                known[decision.key] = decision
    return known, tuple(problems)


def append_decision(folder: Path, document: str, decision: Decision) -> None:
    """Add one line about the article called `document` to the file in `folder`; what is there is never touched.

    Raises `UsageError` naming the file when it cannot be written.
    """
    path = folder / FILE
    entry: dict[str, object] = {"schema": SCHEMA, "at": decision.at, "document": document, "key": decision.key}
    entry |= {"decision": decision.kind.value, "reason": decision.reason}
    entry |= {"category": _value(decision.category), "severity": _value(decision.severity)}
    entry |= {"check": decision.check, "excerpt": decision.excerpt}
    entry |= {} if decision.place is None else {"place": asdict(decision.place)}
    line = json.dumps(entry, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
    try:
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        with os.fdopen(handle, "r+b", buffering=0) as file:
            file.write(line if _ends_whole(file.fileno()) else b"\n" + line)
            os.fsync(file.fileno())
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); check its permissions.") from error


def _ends_whole(handle: int) -> bool:
    """Whether the file is empty or its last line is ended: a torn line must not swallow the next."""
    size = os.fstat(handle).st_size
    if not size:
        return True
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _parsed(entry: Any) -> Decision:  # noqa: ANN401 - whatever the line holds
    if not isinstance(entry, dict) or entry.get("schema") != SCHEMA:
        raise ValueError(f"no object of schema {SCHEMA}")
    category, severity = entry.get("category"), entry.get("severity")
    return Decision(
        key=str(entry["key"]),
        kind=DecisionKind(entry["decision"]),
        at=str(entry["at"]),
        reason=str(entry.get("reason") or ""),
        category=None if category is None else Category(category),
        severity=None if severity is None else Severity(severity),
        check=str(entry.get("check") or ""),
        excerpt=str(entry.get("excerpt") or ""),
        place=None if entry.get("place") is None else _place(**entry["place"]),
    )


def _place(alike: str, before: str, after: str, ordinal: int, equals: int, rival: float) -> Occurrence:
    return Occurrence(str(alike), str(before), str(after), int(ordinal), int(equals), float(rival))


def _value(member: Category | Severity | None) -> str | None:
    return None if member is None else member.value
