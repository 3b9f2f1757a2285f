"""Finds the checks: every concrete `Check` in a module of a dimension's folder."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from typing import TypeGuard

from auditor.checks.check import Check
from auditor.errors import UsageError

DIMENSIONS = ("meta", "punctuation", "grammar", "terminology", "accuracy")


@cache
def all_checks() -> tuple[type[Check], ...]:
    """Every check, ordered by id; ids and names are unique."""
    found = sorted(_defined(), key=lambda check: check.id)
    for attribute in ("id", "name"):
        values = [getattr(check, attribute) for check in found]
        doubles = sorted({value for value in values if values.count(value) > 1})
        if doubles:
            raise RuntimeError(f"two checks share the {attribute} {', '.join(doubles)}")
    return tuple(found)


def find_check(id_or_name: str) -> type[Check]:
    """The check with this id or name (any case); `UsageError` with the nearest names when there is none."""
    wanted = id_or_name.casefold()
    for check in all_checks():
        if wanted in (check.id.casefold(), check.name.casefold()):
            return check
    names = [check.name for check in all_checks()]
    near = get_close_matches(wanted, names, n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "`auditor checks` lists them."
    raise UsageError(f"no check is called {id_or_name!r}; {hint}")


def _defined() -> Iterator[type[Check]]:
    for dimension in DIMENSIONS:
        package = import_module(f"auditor.checks.{dimension}")
        for found in pkgutil.iter_modules(package.__path__):
            module = import_module(f"{package.__name__}.{found.name}")
            yield from (member for member in vars(module).values() if _is_check(member, module.__name__))


def _is_check(member: object, module: str) -> TypeGuard[type[Check]]:
    """Whether `member` is a concrete check written in `module`, not one that it imported."""
    return (
        isinstance(member, type)
        and issubclass(member, Check)
        and member.__module__ == module
        and not inspect.isabstract(member)
    )
