"""What was measured of a check, in words, for `auditor checks` and `auditor explain`."""

from __future__ import annotations

from auditor.checks.check import Check
from auditor.checks.measured import measured
from auditor.checks.precision import ENOUGH, UNREAD, whole_check

NOT_MEASURED = "not measured"


def precision_cell(check: type[Check]) -> str:
    """`0.91 (24)`: the share that an editor would accept, and how many findings were read."""
    read = whole_check(check.name)
    return NOT_MEASURED if read is None else f"{read.share:.2f} ({read.read})"


def measured_lines(check: type[Check]) -> str:
    """A section for the check's page: precision, recall and how often it speaks in human-written news."""
    recall = measured().recall(check.name)
    lines = [f"- right: {_precision(check)}"]
    if recall is not None:
        lines.append(f"- found of planted artifacts: {recall:.2f}")
        rate = f"{measured().clean_rate(check.name):.2f}"
        lines.append(f"- findings of minor or above in 1,000 sentences of human-written news: {rate}")
    return "\n".join(["## Measured", "", *lines]) + "\n"


def _precision(check: type[Check]) -> str:
    read = whole_check(check.name)
    if read is None:
        return f"{NOT_MEASURED}; its confidence is held at {UNREAD} at most"
    told = f"{read.share:.2f}, of {read.read} findings read {read.right} were right"
    return told if read.read >= ENOUGH else f"{told}; too few, so its confidence is held at {UNREAD} at most"
