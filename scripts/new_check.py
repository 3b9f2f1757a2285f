"""Starts a check: `python scripts/new_check.py grammar fused-sentences LNG055`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from auditor.checks import all_checks
from auditor.checks.registry import DIMENSIONS

TEMPLATE = '''"""`{name}`."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity


class {klass}(Check):
    """One sentence that says what it finds.

    What it finds
        …

    Why it matters
        …

    What it does not find
        …

    References
        …
    """

    id = "{id}"
    name = "{name}"
    category = Category.GRAMMAR
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    BAD = (Example("A bad ⟦example⟧."),)
    GOOD = (Example("A near miss of it."),)

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """See the class."""
        yield from ()
'''


def main() -> int:
    """Write the file; say what is wrong with the arguments otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dimension", choices=DIMENSIONS)
    parser.add_argument("name", help="reads well after `allow`: doubled-word")
    parser.add_argument("id", help="LNG055")
    arguments = parser.parse_args()
    for check in all_checks():
        if arguments.id == check.id or arguments.name == check.name:
            print(f"{check.name} ({check.id}) already has that name or id.", file=sys.stderr)
            return 2
    stem = arguments.name.replace("-", "_")
    path = Path(__file__).resolve().parent.parent / "auditor" / "checks" / arguments.dimension / f"{stem}.py"
    klass = "".join(part.title() for part in arguments.name.split("-"))
    path.write_text(TEMPLATE.format(name=arguments.name, klass=klass, id=arguments.id), encoding="utf-8")
    print(f"{path}: now fill in the docstring, the examples and findings().")
    return 0


if __name__ == "__main__":
    sys.exit(main())
