"""What several checks want of one article is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from auditor.checks.subject import Subject

T = TypeVar("T")
KEPT = 2
"""Subjects that are remembered: all checks of one run before those of the next."""


class _Same:
    """A subject as a key: by identity, for what it holds is large."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject

    def __hash__(self) -> int:
        return id(self.subject)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.subject is self.subject


def once(function: Callable[[Subject], T]) -> Callable[[Subject], T]:
    """`function` with the results for the last subjects remembered. They are shared: return what nobody changes."""
    remembered = lru_cache(maxsize=KEPT)(lambda same: function(same.subject))

    @wraps(function)
    def told(subject: Subject) -> T:
        return remembered(_Same(subject))

    return told
