"""What an editor did with an article, newest last, so that it can be taken back after a reload too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import eq

from auditor.audit.decisions import Decision

MOST = 500
"""Steps that can be taken back; beyond them the oldest is forgotten."""


@dataclass(frozen=True, slots=True)
class Splice:
    """`inserted` took the place of `removed` at a code point."""

    start: int
    removed: str
    inserted: str

    @classmethod
    def between(cls, before: str, after: str) -> Splice:
        """The smallest one that makes `after` of `before`."""
        start = _shared(before, after)
        room = min(len(before), len(after)) - start
        end = min(room, _shared(before[::-1], after[::-1]))
        return cls(start, before[start : len(before) - end], after[start : len(after) - end])

    def taken_back(self, text: str) -> str:
        """`text`, which it made, as it was before."""
        return text[: self.start] + self.removed + text[self.start + len(self.inserted) :]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done: the text was changed, a finding was decided about, or both."""

    splice: Splice | None = None
    decision: Decision | None = None
    before: Decision | None = None
    """What held for that finding until then."""
    fingerprint: str | None = None
    """Of the finding, in the view in which it was decided about."""


class History:
    """Steps that can be taken back."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def newest(self) -> Step | None:
        """What would be taken back."""
        return self._steps[-1] if self._steps else None

    def add(self, step: Step) -> None:
        """After it was done."""
        self._steps.append(step)
        del self._steps[:-MOST]

    def drop(self) -> None:
        """The newest was taken back."""
        self._steps.pop()


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many leading characters are the same."""
    return sum(takewhile(bool, map(eq, one, other)))
