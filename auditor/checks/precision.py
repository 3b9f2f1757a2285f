"""How often an editor would accept what a check says: counted from findings that were read, `scripts/readings.tsv`.

A finding's situation is its check, its severity, how sure the check itself is (to the tenth), and whether its language
has a data file of its own. The narrowest situation in which enough was read speaks for a finding.

Human text is the pessimistic case: there is little in it to find. So what was read in it is counted together with the
artifacts that would have been found in as much text, had they stood in it at the rate at which right findings were met
in machine translations: `ARTIFACTS` of each kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from auditor.checks.measured import Measured, measured
from auditor.core.finding import Finding
from auditor.core.mqm import Severity
from auditor.languages import known_languages

ARTIFACTS = 0.2
"""Artifacts of one kind in 1,000 sentences of machine translation: 0.24 right findings a check were read in 10,100
sentences of news, abstracts and Wikipedia, mean over 62 checks; most systems leave far fewer than web pages hold."""
ENOUGH = 10
"""Findings that must have been read before their share replaces the check's own figure."""
UNREAD = 0.75
"""Highest confidence of what nobody, or hardly anybody, has read."""


@dataclass(frozen=True, slots=True)
class Precision:
    """What was read in one situation."""

    right: int
    read: int
    planted: float = 0.0
    """Artifacts that would have been found beside them."""

    @property
    def share(self) -> float:
        """Of the findings, those that an editor would accept; Laplace's rule, so that few readings say little."""
        return (self.right + self.planted + 1) / (self.read + self.planted + 2)


def situations(severity: Severity, confidence: float, language: str) -> tuple[str, ...]:
    """Names of the situations that a finding belongs to, the narrowest first; the last is the whole check."""
    place = "known" if language in known_languages() else "other"
    own = f"{int(confidence * 10 + 1e-9) / 10:.1f}"
    return (f"{severity} {own} {place}", f"{severity} {own}", f"{severity}", "")


def precision_of(
    check: str, severity: Severity, confidence: float, language: str, table: Measured | None = None
) -> Precision | None:
    """What was read of the narrowest situation with enough readings, else of the whole check; None if nothing was."""
    known = _of_check(check, table)
    for situation in situations(severity, confidence, language):
        if situation in known and known[situation].read >= ENOUGH:
            return known[situation]
    return known.get("")


def whole_check(check: str, table: Measured | None = None) -> Precision | None:
    """What was read of a check in all situations; None if nothing was."""
    return _of_check(check, table).get("")


def with_precision(finding: Finding, language: str, table: Measured | None = None) -> Finding:
    """The finding with its measured confidence.

    Where too little was read, the check's own figure stays, but no higher than `UNREAD` and than what was read. What a
    check itself holds too unsure to be shown stays so.
    """
    own = finding.confidence
    read = precision_of(finding.name, finding.severity, own, language, table)
    if read is None:
        confidence = min(own, UNREAD)
    elif read.read < ENOUGH:
        confidence = min(own, UNREAD, read.share)
    else:
        confidence = read.share if own >= SHOWN else min(own, read.share)
    return replace(finding, confidence=round(confidence, 2))


SHOWN = 0.5
"""From here on a check holds its finding sure enough to be shown; the default of the setting `confidence`."""


def _of_check(check: str, table: Measured | None) -> Mapping[str, Precision]:
    counts = (measured() if table is None else table).precision.get(check, {})
    return {situation: Precision(*row) for situation, row in counts.items()}
