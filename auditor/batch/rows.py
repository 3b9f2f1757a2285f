"""The rows of an archive: the objects of `auditor.report/v1`, key by key, as Parquet tables of schema version 1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
from pyarrow.parquet import write_table

from auditor.audit.fingerprint import with_fingerprints
from auditor.audit.judge import Judged
from auditor.audit.penalty import count_words
from auditor.batch.entry import Entry
from auditor.batch.gathering import to_text
from auditor.core.document import Document
from auditor.core.finding import Finding, Notice
from auditor.core.report import AuditedDocument
from auditor.reports.json_parts import document_object, finding_object, notice_object
from auditor.reports.located import Located

SCHEMA_NAME = "auditor.batch/v1"
_TEXT, _WHOLE, _REAL = pa.string(), pa.int64(), pa.float64()
_SPAN = [("start", _WHOLE), ("end", _WHOLE)]
_COVERAGE = ("supported", "contradicted", "not_in_counterpart", "not_compared")
SCHEMAS: dict[str, Any] = {
    "documents": pa.schema(
        [
            ("id", _TEXT),
            ("sha256", _TEXT),
            ("text", _TEXT),
            ("language", _TEXT),
            ("counterpart", _TEXT),
            ("counterpart_sha256", _TEXT),
            ("paired_by", _TEXT),
            ("pair_confidence", _REAL),
            ("regime", _TEXT),
            ("fidelity", _REAL),
            ("fidelity_interval", pa.list_(_REAL)),
            ("penalty", _REAL),
            ("coverage", pa.struct([(name, _REAL) for name in _COVERAGE])),
            (
                "omitted",
                pa.list_(pa.struct([("passage", _WHOLE), *_SPAN, ("kind", _TEXT), ("excerpt", _TEXT)])),
            ),
            ("outlet", _TEXT),
            ("date", _TEXT),
            ("words", _REAL),
            ("segments", _WHOLE),
            ("suppressed", _WHOLE),
        ]
    ),
    "passages": pa.schema(
        [
            ("document", _TEXT),
            ("index", _WHOLE),
            ("kind", _TEXT),
            *_SPAN,
            ("verdict", _TEXT),
            ("fidelity", _REAL),
            ("risk", _REAL),
            ("critical_probability", _REAL),
            ("links", pa.list_(pa.struct([("passage", _WHOLE), ("similarity", _REAL), ("confidence", _REAL)]))),
            ("suspicious", pa.list_(pa.struct([*_SPAN, ("probability", _REAL)]))),
        ]
    ),
    "findings": pa.schema(
        [
            ("fingerprint", _TEXT),
            ("check", _TEXT),
            ("name", _TEXT),
            ("category", _TEXT),
            ("severity", _TEXT),
            ("confidence", _REAL),
            ("document", _TEXT),
            *_SPAN,
            ("line", _WHOLE),
            ("column", _WHOLE),
            ("excerpt", _TEXT),
            ("message", _TEXT),
            ("suggestion", _TEXT),
            ("evidence", pa.list_(pa.struct([("document", _TEXT), *_SPAN, ("excerpt", _TEXT)]))),
            ("state", _TEXT),
        ]
    ),
    "notices": pa.schema([("document", _TEXT), ("level", _TEXT), ("kind", _TEXT), ("message", _TEXT)]),
    "gathered": pa.schema(
        [("document", _TEXT), ("language", _TEXT), ("check", _TEXT), ("data", _TEXT), ("lines", pa.list_(_WHOLE))]
    ),
}
"""By table. `gathered` is what checks that compare articles must know of each; the others are for readers."""
NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass
class Rows:
    """The rows of an article or a shard, table by table."""

    tables: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {name: [] for name in SCHEMAS})

    @classmethod
    def joined(cls, parts: Iterable[Rows]) -> Rows:
        """The rows of all, in order."""
        whole = cls()
        for part in parts:
            for table, rows in part.tables.items():
                whole.tables[table] += rows
        return whole

    def add_article(self, entry: Entry, judged: Judged) -> None:
        """Everything about one audited article."""
        audited = judged.audited
        document = document_object(audited)
        passages = document.pop("passages")
        extra = {
            "outlet": entry.outlet,
            "date": entry.date,
            "words": count_words(audited.document),
            "segments": len(audited.document.segments),
            "suppressed": judged.suppressed,
        }
        self.tables["documents"].append({**document, **extra})
        self.tables["passages"] += [{"document": audited.document.id, **passage} for passage in passages]
        self.tables["findings"] += finding_rows(judged.findings, audited)
        lines = line_starts(audited.document)
        self.tables["gathered"] += [
            {
                "document": audited.document.id,
                "language": audited.document.language,
                "check": check.id,
                "data": to_text(data),
                "lines": lines,
            }
            for check, data in judged.gathered
        ]

    def add_notices(self, notices: Iterable[Notice]) -> None:
        """What is to say about articles."""
        self.tables["notices"] += map(notice_object, notices)

    def parts(self) -> Iterator[tuple[str, int, bytes]]:
        """(table, rows, file) of every table, empty ones too."""
        for table, rows in self.tables.items():
            yield table, len(rows), parquet(table, rows)


def finding_rows(findings: Iterable[Finding], audited: AuditedDocument) -> list[dict[str, Any]]:
    """Findings of one article as rows, with their fingerprints."""
    document = audited.document
    return [
        finding_object(
            Located(
                finding, audited, *document.line_column(finding.span.start), *document.line_column(finding.span.end)
            )
        )
        for finding in with_fingerprints(findings)
    ]


def line_starts(document: Document) -> list[int]:
    """Where lines begin."""
    return [0, *(match.end() for match in NEWLINE.finditer(document.text))]


def parquet(table: str, rows: list[dict[str, Any]]) -> bytes:
    """The rows as one Parquet file."""
    made = pa.Table.from_pylist([_storable(row) for row in rows], SCHEMAS[table].with_metadata({"schema": SCHEMA_NAME}))
    sink = pa.BufferOutputStream()
    write_table(made, sink, compression="zstd")
    return bytes(sink.getvalue())


def _storable(value: Any) -> Any:  # noqa: ANN401
    """Lone surrogates, which UTF-8 has no bytes for, become `?`; all else stays."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
        case dict():
            return {key: _storable(inner) for key, inner in value.items()}
        case list():
            return [_storable(inner) for inner in value]
        case _:
            return value
