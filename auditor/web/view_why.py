"""What a check looks for and why that matters, in the words of its own documentation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from auditor.checks.registry import find_check
from auditor.errors import UsageError

_PART = re.compile(
    r"^\**Why it matters\**[.:]*\**\s*(.*?)(?=^\**(?:What it|References|What it does not)|\Z)", re.MULTILINE | re.DOTALL
)
_EXAMPLE = re.compile(r"(?<!\*)\*(?!\*)([^*]+)\*")
_EMPHASIS = re.compile(r"\*+|`")


@dataclass(frozen=True, slots=True)
class Why:
    """For a reader who has never heard of the check."""

    finds: str
    """One sentence."""
    matters: str
    """Empty where the check does not say."""


@cache
def why(name: str) -> Why | None:
    """What is to be said of the check `name`, None where there is no such check."""
    try:
        check = find_check(name)
    except UsageError:
        return None
    found = _PART.search(check.documentation())
    return Why(_plain(check.summary()), _plain(found.group(1)) if found else "")


def _plain(text: str) -> str:
    """On one line, examples in quotation marks, without other marks of emphasis."""
    return " ".join(_EMPHASIS.sub("", _EXAMPLE.sub(r"“\1”", text)).split())
