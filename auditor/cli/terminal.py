"""What the standard streams are: terminals or not, coloured or not, always UTF-8."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour `stream`: `NO_COLOR` forbids, `FORCE_COLOR` asks, when not empty; else only on a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def use_utf8() -> None:
    """Write UTF-8 and bare line feeds whatever the locale, so that a redirected report is the same everywhere.

    File names that are no valid UTF-8 come out as `\\udcxx`, which JSON reads back.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def say(message: str) -> None:
    """One line on stderr; a reader that has gone away is no reason to fail."""
    try:
        print(message, file=sys.stderr, flush=True)
    except BrokenPipeError:
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Send the rest of `stream` nowhere, so that the interpreter's last flush does not fail either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    finally:
        os.close(nowhere)
