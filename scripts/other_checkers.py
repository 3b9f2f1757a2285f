"""Other checkers as one function each: which of their rules a line breaks.

    python -m venv RIVALS && RIVALS/bin/pip install translate-toolkit harper-py

They are no dependencies: their folder of packages (`RIVALS/lib/python3.*/site-packages`) comes last on the path.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

Rules = Callable[[str, str], frozenset[str]]
"""(line, its source) to the rules that it breaks."""


def reach(folder: Path | None) -> None:
    """Lets packages of `folder` be imported where this environment has none of the name."""
    if folder is not None:
        sys.path.append(str(folder))


def pofilter(language: str) -> Rules:
    """translate-toolkit's standard filters with its rules for `language`; raises `ModuleNotFoundError` without it."""
    checks, units = import_module("translate.filters.checks"), import_module("translate.storage.pypo")
    checker = checks.StandardChecker(checkerconfig=checks.CheckerConfig(targetlanguage=language))

    def broken(line: str, source: str) -> frozenset[str]:
        unit = units.pounit(source=source)
        unit.target = line
        return frozenset(checker.run_filters(unit))

    return broken


def harper() -> Rules:
    """Harper's default rules for American English, each with the words it objects to; raises like `pofilter`."""
    package = import_module("harper")
    linter = package.Linter()

    def broken(line: str, source: str) -> frozenset[str]:
        found = linter.lint(line, language=package.Language.PLAINTEXT)
        return frozenset(f"{lint.lint_kind}: {lint.problem_text}" for lint in found)

    return broken


def versions() -> dict[str, str]:
    """What was measured."""
    return {name: version(name) for name in ("translate-toolkit", "harper-py")}
