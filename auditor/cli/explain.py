"""`auditor explain`."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli import services
from auditor.cli.output import emit


def explain(
    check: Annotated[str, typer.Argument(metavar="ID|NAME", help="A check, as `auditor checks` lists it.")],
) -> int:
    """Say what a check finds, with examples.

    And why that matters, what it leaves alone, and how often it is right.
    """
    from auditor.reports.check_page import render_check_page
    from auditor.reports.measured_words import measured_lines

    found = services.find_check(check)
    emit(f"{render_check_page(found)}\n{measured_lines(found)}")
    return 0
