"""What was measured of the checks: `measured.json`.

`scripts/benchmark_checks.py --publish` writes it, the precision apart, which `scripts/read_findings.py publish` does.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from auditor.errors import ConfigError

FILE = "measured.json"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Grave(_Record):
    """A finding of severity major or above in human-written news."""

    check: str
    language: str
    document: str
    line: int
    excerpt: str


class Clean(_Record):
    """Human-written news of one language."""

    sentences: int
    active: int
    """Checks that ran."""
    found: dict[str, tuple[int, int]]
    """By check: findings of severity minor or above, and of those major or above, at the default confidence."""

    graves: tuple[Grave, ...] = ()
    """Those major or above, each."""

    def rate(self) -> float:
        """Findings per 1,000 sentences, all checks together."""
        return 1000 * sum(count for count, _ in self.found.values()) / self.sentences

    def grave_rate(self) -> float:
        """Of those, major or above."""
        return 1000 * sum(grave for _, grave in self.found.values()) / self.sentences


class Machine(_Record):
    """Machine-translated news and abstracts."""

    sentences: int
    found: dict[str, tuple[int, int]]
    """By check: findings, and of those where a professional marked something too."""


class Measured(_Record):
    """What was measured of all checks that need no encoder."""

    alone: dict[str, Clean]
    """By language, without counterpart."""
    paired: dict[str, Clean]
    """Beside the English original."""
    planted: dict[str, dict[str, tuple[int, int]]]
    """By check and language: artifacts found, of how many."""
    machine: Machine
    precision: dict[str, dict[str, tuple[int, int, float]]] = {}
    """By check and situation, as `auditor.checks.precision` names them: findings that were right, that were read, and
    artifacts that would have been found beside them."""

    def recall(self, check: str) -> float | None:
        """Share of planted artifacts found; None where none were planted."""
        counts = self.planted.get(check, {}).values()
        total = sum(count for _, count in counts)
        return sum(found for found, _ in counts) / total if total else None

    def clean_rate(self, check: str) -> float:
        """Findings in 1,000 clean sentences of all languages, the worse of alone and paired."""
        return max(_clean_rate(table, check) for table in (self.alone, self.paired))


@cache
def measured() -> Measured:
    """What lies in the file. `ConfigError` where it does not fit the schema."""
    try:
        return Measured.model_validate(json.loads((files("auditor.checks") / FILE).read_text(encoding="utf-8")))
    except ValueError as error:
        raise ConfigError(f"checks/{FILE}: {error}") from error


def _clean_rate(table: dict[str, Clean], check: str) -> float:
    sentences = sum(clean.sentences for clean in table.values())
    return 1000 * sum(clean.found.get(check, (0, 0))[0] for clean in table.values()) / max(1, sentences)
