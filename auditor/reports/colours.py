"""ANSI colours for terminals; severity is always said in words too."""

from __future__ import annotations

from auditor.core.mqm import Severity

RESET = "\x1b[0m"
BOLD, DIM = "\x1b[1m", "\x1b[2m"
SEVERITIES = {
    Severity.CRITICAL: "\x1b[1;31m",
    Severity.MAJOR: "\x1b[31m",
    Severity.MINOR: "\x1b[33m",
    Severity.NEUTRAL: "\x1b[36m",
}


def painted(text: str, code: str, colour: bool) -> str:
    """`text` in the colour `code` when `colour` is wanted."""
    return f"{code}{text}{RESET}" if colour and text else text
