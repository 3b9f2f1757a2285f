"""`auditor checks`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from auditor.cli import services
from auditor.cli.output import emit


class ListFormat(StrEnum):
    """How to list."""

    TEXT = "text"
    JSON = "json"


def checks(form: Annotated[ListFormat, typer.Option("--format", help="Output format.")] = ListFormat.TEXT) -> int:
    """List all checks."""
    from auditor.reports.checks_table import render_checks_json, render_checks_table

    render = render_checks_json if form is ListFormat.JSON else render_checks_table
    emit(render(services.checks()))
    return 0
