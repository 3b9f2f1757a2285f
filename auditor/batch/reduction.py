"""Checks that compare articles, run over what the parts gathered; their findings are one more part.

An article's own rows stay as they are: they are written before its neighbours are known. One language is held at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyarrow.compute import unique
from pyarrow.dataset import Dataset, dataset, field

from auditor.audit.fingerprint import with_fingerprints
from auditor.audit.overlap import without_overlaps
from auditor.audit.selection import is_kept, selected_checks
from auditor.batch.gathering import from_text
from auditor.batch.ledger import part_name
from auditor.batch.rows import SCHEMAS, parquet
from auditor.batch.store import Store
from auditor.checks import CorpusCheck
from auditor.checks.precision import with_precision
from auditor.config import Settings
from auditor.core.document import Document, Passage, PassageKind, Segment, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity
from auditor.core.report import AuditedDocument
from auditor.fidelity import not_compared
from auditor.languages import get_language
from auditor.reports.json_parts import finding_object
from auditor.reports.located import Located

PART = "findings/across.parquet"


def parts_of(store: Store, table: str, shards: Iterable[int], more: Iterable[str] = ()) -> Dataset:
    """The rows of a table over all shards."""
    files = [part_name(table, shard) for shard in shards]
    return dataset([*files, *more], schema=SCHEMAS[table], filesystem=store.filesystem, format="parquet")


def reduce_parts(store: Store, settings: Settings, shards: Iterable[int]) -> int:
    """Find what shows only between articles and store it as `findings/across.parquet`; the number of findings."""
    shards = sorted(shards)
    checks = [check for check in selected_checks(settings) if isinstance(check, CorpusCheck)]
    gathered = parts_of(store, "gathered", shards)
    rows: list[dict[str, Any]] = []
    for language in sorted(unique(gathered.to_table(columns=["language"])["language"]).to_pylist()):
        own = gathered.to_table(filter=field("language") == language).to_pylist()
        found = [_sure_of(finding, language) for check in checks for finding in _across(check, own)]
        places = {row["document"]: row["lines"] for row in own}
        rows += _kept(found, store, shards, settings, places)
    rows.sort(key=lambda row: (row["document"], row["start"], row["check"]))
    store.write(PART, parquet("findings", rows))
    return len(rows)


def _across(check: CorpusCheck[Any], rows: list[dict[str, Any]]) -> Iterator[Finding]:
    known = {row["document"]: from_text(check, row["data"]) for row in rows if row["check"] == check.id}
    return check.across(known)


def _sure_of(finding: Finding, language: str) -> Finding:
    return with_precision(finding, get_language(language).code)


def _kept(
    found: list[Finding], store: Store, shards: list[int], settings: Settings, places: Mapping[str, list[int]]
) -> list[dict[str, Any]]:
    """Rows of those that are sure and severe enough and that no finding of the article itself explains."""
    shown = [finding for finding in found if is_kept(finding, settings)]
    articles = sorted({finding.document for finding in shown})
    if not articles:
        return []
    wanted = field("document").isin(articles)
    passages = _by_document(parts_of(store, "passages", shards).to_table(filter=wanted).to_pylist())
    others = _by_document(parts_of(store, "findings", shards).to_table(filter=wanted).to_pylist())
    rows = []
    for article in articles:
        document = _document(article, passages[article])
        own = [finding for finding in shown if finding.document == article]
        told = [_finding(row) for row in others[article]]
        apart = without_overlaps([*told, *own], document, settings.confidence)
        left = sorted((f for f in apart if f in own), key=lambda f: (f.span, f.check, f.message))
        rows += [_row(finding, document, _Lines(places[article])) for finding in with_fingerprints(left)]
    return rows


def _by_document(rows: Iterable[dict[str, Any]]) -> defaultdict[str, list[dict[str, Any]]]:
    by_document: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_document[row["document"]].append(row)
    return by_document


def _document(id: str, passages: Iterable[dict[str, Any]]) -> Document:
    """The article as far as overlaps look at it: where its passages are."""
    spans = [(row["index"], PassageKind(row["kind"]), Span(row["start"], row["end"])) for row in passages]
    made = tuple(Passage(i, kind, span, (Segment(i, i, span),)) for i, kind, span in sorted(spans, key=lambda s: s[0]))
    return Document(id, "", "file", "", "und", 0.0, made)


def _finding(row: dict[str, Any]) -> Finding:
    return Finding(
        check=row["check"],
        name=row["name"],
        category=Category(row["category"]),
        severity=Severity(row["severity"]),
        confidence=row["confidence"],
        document=row["document"],
        span=Span(row["start"], row["end"]),
        excerpt=row["excerpt"],
        message=row["message"],
    )


@dataclass(frozen=True)
class _Lines:
    """Where the lines of an article begin."""

    starts: list[int]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def _row(finding: Finding, document: Document, lines: _Lines) -> dict[str, Any]:
    audited = AuditedDocument(document, None, None, not_compared(document), 0.0)
    places = (*lines.at(finding.span.start), *lines.at(finding.span.end))
    return finding_object(Located(finding, audited, *places))
