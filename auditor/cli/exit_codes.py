"""The one place that turns exceptions into exit codes and words on stderr.

0 complete and clean · 1 findings or low fidelity · 2 usage or configuration · 3 incomplete · 4 internal error ·
130 interrupted.
"""

from __future__ import annotations

import os
import traceback
from pathlib import Path

import typer

from auditor.cli.terminal import say
from auditor.errors import AuditorError, UsageError

USAGE, INCOMPLETE, INTERNAL, INTERRUPTED = 2, 3, 4, 130


def explain_failure(error: BaseException) -> int:
    """Says on stderr what went wrong; the exit code for it."""
    match error:
        case typer.TyperException():
            return _usage(error)
        case UsageError():
            say(f"auditor: {error}")
            return USAGE
        case AuditorError():
            say(f"auditor: {error}")
            return INCOMPLETE
        case KeyboardInterrupt() | typer.Abort():
            return interrupted()
        case _:
            return _internal(error)


def interrupted() -> int:
    """Says that the user stopped it."""
    say("auditor: interrupted")
    return INTERRUPTED


def _usage(error: typer.TyperException) -> int:
    """A wrong command line; typer words these, with the usage line."""
    shown = getattr(error, "show", None)
    if shown is None:
        say(f"auditor: {error.format_message()}")
    else:
        shown()
    return USAGE


def _internal(error: BaseException) -> int:
    if os.environ.get("AUDITOR_DEBUG"):
        say("".join(traceback.format_exception(error)).rstrip())
        return INTERNAL
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    where = f" in {last.name}, line {last.lineno} of {Path(last.filename).name}" if last else ""
    say(f"auditor: internal error: {type(error).__name__}: {error}{where}")
    say("auditor: this is a bug; set AUDITOR_DEBUG=1 for the traceback and report it with the command you gave.")
    return INTERNAL
