"""The report of a run as one HTML page, with plots, without script or anything from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from auditor.batch.plots import bars, columns
from auditor.batch.totals import DECIMALS, Totals, shown

SHOWN = 25
"""Bars of one plot; the table below has all."""
STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
h1 { overflow-wrap: anywhere; }
table { border-collapse: collapse; display: block; margin: .5rem 0 1.5rem; overflow-x: auto; }
th, td { padding: .15rem .8rem .15rem 0; text-align: left; border-bottom: 1px solid #8884; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
svg { max-width: 100%; height: auto; font-size: 12px; fill: currentColor; }
rect { fill: #3b6ea5; }
@media (prefers-color-scheme: dark) { body { background: #16181c; color: #e3e3e3; } rect { fill: #7aa7d8; } }
"""
NAMES = {"language": "Languages", "outlet": "Outlets", "day": "Days"}


def render_page(found: Totals) -> str:
    """The whole page."""
    head = Markup(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><style>{}</style></head><body>'
    ).format(f"Audit of {found.input}", Markup(STYLE))
    return str(head + Markup("\n").join(_sections(found)) + Markup("</body></html>\n"))


def _sections(found: Totals) -> Iterator[Markup]:
    yield Markup("<h1>Audit of {}</h1><p>{} articles; {} of {} shards are done.</p>").format(
        found.input, f"{found.articles:,}", f"{found.done:,}", f"{found.shards:,}"
    )
    if any(count for _, count in found.fidelity):
        rows = [(f"{low}–{low + 10}", float(count), f"{count:,}") for low, count in found.fidelity]
        plot = columns(rows, figures=True)
        yield Markup("<h2>Fidelity</h2><p>Articles by fidelity, classes of ten points.</p>") + plot
    for name, title in NAMES.items():
        yield from _group(name, title, found.by[name])
    if found.checks:
        rows = [
            (f"{row['name']} ({row['severity']})", float(row["findings"]), f"{row['findings']:,}")
            for row in found.checks
        ]
        yield Markup("<h2>Checks</h2><p>Findings by check.</p>") + bars(rows[:SHOWN]) + _table(found.checks)
    if found.worst:
        yield Markup("<h2>Worst articles</h2><p>By penalty per 100 words.</p>") + _table(found.worst)
    if found.notices:
        yield Markup("<h2>Notices</h2>") + _table(found.notices)


def _group(name: str, title: str, rows: Sequence[dict[str, Any]]) -> Iterator[Markup]:
    if not rows or (name != "language" and all(row["key"] == "" for row in rows)):
        return
    drawn = [(row["key"] or "(none)", float(row["penalty"] or 0), shown("penalty", row["penalty"])) for row in rows]
    plot = columns(drawn) if name == "day" else bars(drawn[:SHOWN])
    named = [{name: row["key"] or "(none)", **{k: v for k, v in row.items() if k != "key"}} for row in rows]
    yield Markup("<h2>{}</h2><p>Penalty per 100 words.</p>").format(title) + plot + _table(named)


def _table(rows: Sequence[dict[str, Any]]) -> Markup:
    """Without columns in which there is nothing."""
    names = [name for name in rows[0] if any(row[name] is not None for row in rows)]
    head = Markup("").join(_cell("th", name, rows[0][name], name) for name in names)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(_cell("td", name, row[name], shown(name, row[name])) for name in names)
        )
        for row in rows
    )
    return Markup("<table><tr>{}</tr>{}</table>").format(head, body)


def _cell(tag: str, name: str, value: object, text: str) -> Markup:
    figure = name in DECIMALS or isinstance(value, int | float)
    kind = Markup(' class="figure"') if figure else ""
    return Markup("<{}{}>{}</{}>").format(Markup(tag), kind, text, Markup(tag))
