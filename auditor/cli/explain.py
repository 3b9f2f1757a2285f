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

    And why that matters, and what it leaves alone.
    """
    from auditor.reports.check_page import render_check_page

    emit(render_check_page(services.find_check(check)))
    return 0
