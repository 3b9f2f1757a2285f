"""One article pair of an archive: where its texts lie and what is known of it, without the texts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from auditor.core.alignment import PairedBy

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the plan. `translation` and `counterpart` are paths, or None where the texts lie in `table`."""

    id: str
    translation: str | None = None
    counterpart: str | None = None
    counterpart_id: str | None = None
    table: str | None = None
    """The JSON-lines or Parquet file that holds the texts."""
    row_group: int = NOWHERE
    at: int = NOWHERE
    """Byte where the line begins (JSON lines), or row in its row group (Parquet)."""
    translation_language: str | None = None
    counterpart_language: str | None = None
    outlet: str | None = None
    date: str | None = None
    """YYYY-MM-DD, perhaps with a time behind it."""
    paired_by: PairedBy | None = None
    pair_confidence: float = 1.0
    problem: str | None = None
    """Why there is nothing to read; becomes a notice."""

    @classmethod
    def of(cls, row: dict[str, Any]) -> Entry:
        """From a row of the stored plan."""
        return cls(**{field.name: row[field.name] for field in fields(cls)})

    def row(self) -> dict[str, Any]:
        """As a row of the stored plan."""
        return asdict(self)
