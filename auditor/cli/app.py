"""The app and its entry points."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from auditor import __version__
from auditor.cli.align import align
from auditor.cli.batch import batch
from auditor.cli.check import check
from auditor.cli.checks import checks
from auditor.cli.doctor import doctor
from auditor.cli.exit_codes import INTERRUPTED, explain_failure, interrupted
from auditor.cli.explain import explain
from auditor.cli.score import score
from auditor.cli.serve import serve
from auditor.cli.terminal import use_utf8

app = typer.Typer(
    name="auditor",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (check, align, score, checks, explain, serve, doctor):
    app.command()(command)
app.add_typer(batch)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"auditor {__version__}")
        raise typer.Exit


@app.callback()
def auditor(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Spot machine-translation artifacts in news articles, align them with their counterpart, score fidelity.

    Exit codes: 0 complete and clean; 1 findings at or above --fail-on, or fidelity below --min-fidelity; 2 usage or
    configuration; 3 incomplete; 4 internal error; 130 interrupted.
    """


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never raises, never exits."""
    use_utf8()
    try:
        code = app(list(sys.argv[1:] if argv is None else argv), prog_name="auditor", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place where every failure becomes a code
        return explain_failure(error)
    if code == INTERRUPTED:
        return interrupted()
    return code if isinstance(code, int) else 0


def run() -> None:
    """The `auditor` command."""
    sys.exit(main())
