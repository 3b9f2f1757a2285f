"""Files with one segment per line."""

from __future__ import annotations

import sys
from pathlib import Path

from auditor.cli.targets import STDOUT
from auditor.errors import ReadError


def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a file, or of standard input for `-`: UTF-8, ended by LF or CRLF only.

    Other characters that some tools take for line ends (U+2028, form feed) stay inside their line, so that line
    numbers agree with every other tool's. Raises `ReadError` naming the file.
    """
    try:
        data = sys.stdin.buffer.read() if name == STDOUT else Path(name).read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise ReadError(f"{name}: cannot be read ({error.strerror}); check the path.", "unreadable") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(f"{name}: line {line} is not valid UTF-8; convert it first.", "undecodable") from error
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return tuple(line.removesuffix("\r") for line in lines)
