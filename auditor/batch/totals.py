"""Totals over the rows of a run, counted by DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auditor.batch.ledger import Record, done
from auditor.batch.reduction import PART, parts_of
from auditor.batch.run import PLAN_NOTICES
from auditor.batch.run_facts import RunFacts, read_facts
from auditor.batch.store import Store, open_existing
from auditor.errors import NothingToAuditError

WEIGHTS = "CASE severity WHEN 'critical' THEN 25 WHEN 'major' THEN 5 WHEN 'minor' THEN 1 ELSE 0 END"
"""Penalties of `auditor.core.mqm.Severity`; a test holds them together."""
DECIMALS = {"fidelity": 1, "penalty": 2}
"""Of the columns whose figures are no counts."""
_GROUPS = {
    "language": "language",
    "outlet": "coalesce(outlet, '')",
    "day": "coalesce(substr(date, 1, 10), '')",
}
_ARTICLES = """
SELECT {key} AS key, count(*) AS articles, sum(words)::BIGINT AS words,
       round(avg(fidelity), 1) AS fidelity, round(sum(weight) * 100 / nullif(sum(words), 0), 2) AS penalty,
       sum(found)::BIGINT AS findings
FROM weighed GROUP BY key ORDER BY {order}
"""


@dataclass(frozen=True)
class Totals:
    """Tables of a run; rows are plain dictionaries with the named columns."""

    input: str
    articles: int
    done: int
    """Shards."""
    shards: int
    by: dict[str, list[dict[str, Any]]]
    """`language`, `outlet` and `day`: key, articles, words, fidelity (mean), penalty (per 100 words), findings."""
    checks: list[dict[str, Any]]
    """name, severity, findings, articles."""
    worst: list[dict[str, Any]]
    """id, language, outlet, fidelity, penalty, findings: the greatest penalty first."""
    fidelity: list[tuple[int, int]]
    """(lower end, articles) of classes of ten points."""
    notices: list[dict[str, Any]]
    """level, kind, notices."""


def totals(output: str, worst: int = 20) -> Totals:
    """Of what is done so far. `NothingToAuditError` where nothing is."""
    store, facts, records = _run_at(output)
    import duckdb

    with duckdb.connect() as db:
        _register(db, store, records)
        return Totals(
            input=facts.input,
            articles=facts.articles,
            done=len(records),
            shards=facts.shards,
            by={name: _rows(db, _by(name)) for name in _GROUPS},
            checks=_rows(
                db,
                "SELECT name, severity, count(*) AS findings, count(DISTINCT document) AS articles FROM findings "
                "GROUP BY ALL ORDER BY findings DESC, name, severity",
            ),
            worst=_rows(
                db,
                "SELECT id, language, outlet, fidelity, round(weight * 100 / nullif(words, 0), 2) AS penalty, "
                "found::BIGINT AS findings FROM weighed WHERE weight > 0 OR fidelity IS NOT NULL "
                f"ORDER BY penalty DESC NULLS LAST, fidelity NULLS LAST, id LIMIT {int(worst)}",
            ),
            fidelity=_classes(db),
            notices=_rows(
                db, "SELECT level, kind, count(*) AS notices FROM notices GROUP BY ALL ORDER BY notices DESC, kind"
            ),
        )


def render_totals(found: Totals) -> str:
    """As text."""
    lines = [f"{found.input}: {found.articles:,} articles, {found.done:,} of {found.shards:,} shards done", ""]
    for name, rows in found.by.items():
        if len(rows) > 1 or name == "language":
            lines += _table([{name: row["key"] or "(none)", **_without_key(row)} for row in rows])
    for rows in (found.checks, found.worst, found.notices):
        lines += _table(rows)
    return "\n".join(lines).rstrip() + "\n"


def _run_at(output: str) -> tuple[Store, RunFacts, dict[int, Record]]:
    store = open_existing(output)
    facts = None if store is None else read_facts(store)
    records = {} if store is None or facts is None else done(store, facts.digest)
    if store is None or facts is None or not records:
        raise NothingToAuditError(f"{output}: no shard of a run is done there; `auditor batch run` begins one.")
    return store, facts, records


def _register(db: Any, store: Store, records: dict[int, Record]) -> None:  # noqa: ANN401 - duckdb has no types
    across = (PART,) if store.exists(PART) else ()
    db.register("documents", parts_of(store, "documents", records))
    db.register("findings", parts_of(store, "findings", records, across))
    db.register("notices", parts_of(store, "notices", records, (PLAN_NOTICES,)))
    db.execute(
        f"CREATE TEMP TABLE cost AS SELECT document, sum({WEIGHTS}) AS weight, count(*) AS found "
        "FROM findings GROUP BY 1"
    )
    db.execute(
        "CREATE TEMP TABLE weighed AS SELECT id, language, outlet, date, fidelity, words, "
        "coalesce(weight, 0) AS weight, coalesce(found, 0) AS found FROM documents LEFT JOIN cost ON id = document"
    )


def _by(name: str) -> str:
    return _ARTICLES.format(key=_GROUPS[name], order="key" if name == "day" else "articles DESC, key")


def _rows(db: Any, query: str) -> list[dict[str, Any]]:  # noqa: ANN401
    cursor = db.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _classes(db: Any) -> list[tuple[int, int]]:  # noqa: ANN401
    query = (
        "SELECT least(9, floor(fidelity / 10))::INT * 10, count(*) FROM weighed WHERE fidelity IS NOT NULL GROUP BY 1"
    )
    known = dict(db.execute(query).fetchall())
    return [(low, known.get(low, 0)) for low in range(0, 100, 10)]


def _without_key(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "key"}


def _table(rows: list[dict[str, Any]]) -> list[str]:
    if not rows:
        return []
    names = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    columns = [[name, *(shown(name, row[name]) for row in rows)] for name in names]
    laid = [_aligned(column, [row[column[0]] for row in rows]) for column in columns]
    return [*("  ".join(cells).rstrip() for cells in zip(*laid, strict=True)), ""]


def _aligned(cells: list[str], values: Sequence[object]) -> list[str]:
    """Figures to the right, all else to the left."""
    width = max(map(len, cells))
    figures = all(value is None or isinstance(value, int | float) for value in values)
    return [cell.rjust(width) if figures else cell.ljust(width) for cell in cells]


def shown(column: str, value: object) -> str:
    """A cell as a reader sees it."""
    match value:
        case None:
            return "–"
        case int() | float():
            return f"{value:,.{DECIMALS.get(column, 0)}f}"
        case _:
            return str(value)
