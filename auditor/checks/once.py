"""What several checks want of one article is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from auditor.checks.subject import Subject

T = TypeVar("T")


def once(function: Callable[[Subject], T]) -> Callable[[Subject], T]:
    """`function` with its result kept on the subject, with which it goes. It is shared: return what nobody changes."""

    @wraps(function)
    def told(subject: Subject) -> T:
        if function not in subject.made:
            subject.made[function] = function(subject)
        return cast(T, subject.made[function])

    return told
