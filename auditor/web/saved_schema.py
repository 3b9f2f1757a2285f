"""`auditor.report/v1` as it is read back; what a page does not need is not looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.core.alignment import GapKind, PairedBy, Regime
from auditor.core.document import PassageKind, Span, TextOrigin
from auditor.core.finding import Level, State
from auditor.core.mqm import Category, Severity
from auditor.core.score import Verdict
from auditor.errors import ConfigError
from auditor.reports.json_report import SCHEMA

REPORT_BYTES = 500_000_000
"""A report on some ten thousand articles; a larger file is something else."""
Index = Annotated[int, Field(ge=0)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Range(_Part):
    start: Index
    end: Index

    @property
    def span(self) -> Span:
        """Raises `ValueError` for an end before the start."""
        return Span(self.start, self.end)


class SavedLink(_Part):
    passage: Index
    similarity: float
    confidence: float


class SavedWords(_Range):
    probability: float


class SavedPassage(_Range):
    index: Index
    kind: PassageKind
    verdict: Verdict
    fidelity: float | None
    risk: float | None
    critical_probability: float | None
    links: tuple[SavedLink, ...]
    suspicious: tuple[SavedWords, ...]


class SavedGap(_Range):
    passage: Index
    kind: GapKind


class SavedCoverage(_Part):
    supported: float
    contradicted: float
    not_in_counterpart: float
    not_compared: float


class SavedDocument(_Part):
    id: str
    sha256: str
    text: TextOrigin
    language: str
    counterpart: str | None
    counterpart_sha256: str | None
    paired_by: PairedBy | None
    pair_confidence: float | None
    regime: Regime | None
    fidelity: float | None
    fidelity_interval: tuple[float, float] | None
    penalty: float
    coverage: SavedCoverage
    passages: tuple[SavedPassage, ...]
    omitted: tuple[SavedGap, ...]


class SavedEvidence(_Range):
    document: str
    excerpt: str


class SavedFinding(_Range):
    fingerprint: str
    check: str
    name: str
    category: Category
    severity: Severity
    confidence: float
    document: str
    excerpt: str
    message: str
    suggestion: str | None
    evidence: tuple[SavedEvidence, ...]
    state: State


class SavedNotice(_Part):
    document: str | None
    level: Level
    kind: str
    message: str


class SavedTool(_Part):
    version: str


class SavedFile(_Part):
    """The whole file."""

    schema_: Literal["auditor.report/v1"] = Field(alias="schema")
    tool: SavedTool
    signature: str
    documents: tuple[SavedDocument, ...]
    findings: tuple[SavedFinding, ...]
    notices: tuple[SavedNotice, ...]


def read_saved(path: Path) -> SavedFile:
    """Raises `ConfigError` that names the file and the key."""
    try:
        if path.stat().st_size > REPORT_BYTES:
            raise ConfigError(f"{path}: larger than {REPORT_BYTES:,} bytes; give a report that `auditor check` wrote.")
        return SavedFile.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); check the path.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "its beginning"
        message = f"{path}: no report of schema {SCHEMA}: at {place}: {first['msg']}."
        raise ConfigError(f"{message} Write one with `auditor check PATH --format json -o {path.name}`.") from error
