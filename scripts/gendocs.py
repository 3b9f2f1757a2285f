"""Writes docs/checks: a page per check and a table of all of them; with --check only compares.

Usage: python scripts/gendocs.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from auditor.checks import Check, all_checks
from auditor.reports.check_page import render_check_page

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "checks"


def pages() -> dict[Path, str]:
    """Every generated file and what it should hold."""
    made = {FOLDER / f"{check.name}.md": render_check_page(check) for check in all_checks()}
    return made | {FOLDER / "README.md": index(all_checks())}


def index(checks: tuple[type[Check], ...]) -> str:
    """The table of all checks, in Markdown."""
    rows = [f"| {c.id} | [{c.name}]({c.name}.md) | {c.severity} | {c.summary()} |" for c in checks]
    head = [
        "# Checks",
        "",
        "Written by `scripts/gendocs.py`.",
        "",
        "| id | name | severity | finds |",
        "|---|---|---|---|",
    ]
    return "\n".join([*head, *rows]) + "\n"


def stale(wanted: dict[Path, str]) -> list[Path]:
    """Files that are missing, differ, or belong to no check any more."""
    there = set(FOLDER.glob("*.md"))
    differing = {path for path, text in wanted.items() if path not in there or path.read_text("utf-8") != text}
    return sorted(differing | (there - wanted.keys()))


def main(arguments: list[str]) -> int:
    """0 when the pages are up to date or were written, 1 when `--check` finds that they are not."""
    wanted = pages()
    changed = stale(wanted)
    if arguments == ["--check"]:
        for path in changed:
            print(f"{path.relative_to(FOLDER.parent.parent)}: not up to date; run `python scripts/gendocs.py`")
        return 1 if changed else 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in changed:
        if path in wanted:
            path.write_text(wanted[path], "utf-8")
        else:
            path.unlink()
    print(f"{len(changed)} of {len(wanted)} pages changed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
