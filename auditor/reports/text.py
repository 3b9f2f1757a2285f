"""`--format text`: one line per finding, as compilers print them, grouped by article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from auditor.core.report import AuditedDocument, Report
from auditor.reports.colours import BOLD, DIM, SEVERITIES, painted
from auditor.reports.located import Located, live
from auditor.reports.one_line import one_line
from auditor.reports.options import PLAIN, RenderOptions
from auditor.reports.wording import PAIRINGS, REGIMES, compared, language_name, summary_line

SEVERITY_WIDTH = len("critical")


def render_text(report: Report, options: RenderOptions = PLAIN) -> str:
    """Per article what it was held against and its findings; a summary at the end."""
    found = {key: tuple(group) for key, group in groupby(live(report), lambda item: item.finding.document)}
    lines: list[str] = []
    for audited in report.documents:
        lines += heading(audited, options)
        lines += finding_lines(found.get(audited.document.id, ()), options)
        lines.append("")
    lines.append(painted(summary_line(report), BOLD, options.colour))
    return "\n".join(lines) + "\n"


def heading(audited: AuditedDocument, options: RenderOptions) -> list[str]:
    """Two lines: the article and its counterpart, then what came of comparing them."""
    document, pair = audited.document, audited.pair
    first = f"{options.prefix}{document.id} ({language_name(document.language)})"
    if document.origin == "extracted":
        first += ", lines count in the text extracted from the file"
    first = painted(one_line(first), BOLD, options.colour)
    if pair is None:
        return [first, painted("  no counterpart: not compared", DIM, options.colour)]
    held = f"against {pair.counterpart.id} ({language_name(pair.counterpart.language)}), {PAIRINGS[pair.paired_by]}"
    return [first, painted(f"  {one_line(held)}", DIM, options.colour), *_comparison(audited, options)]


def _comparison(audited: AuditedDocument, options: RenderOptions) -> Iterator[str]:
    if audited.alignment is not None:
        yield painted(f"  {REGIMES[audited.alignment.regime]}", DIM, options.colour)
    yield painted(f"  {compared(audited)}; penalty {audited.penalty:.1f}", DIM, options.colour)


def finding_lines(found: tuple[Located, ...], options: RenderOptions) -> Iterator[str]:
    """`path:line:column  severity check-name  message`, in columns."""
    places = [one_line(f"{options.prefix}{item.finding.document}:{item.line}:{item.column}") for item in found]
    place_width = max(map(len, places), default=0)
    name_width = max((len(item.finding.name) for item in found), default=0)
    for place, item in zip(places, found, strict=True):
        finding = item.finding
        severity = painted(f"{finding.severity:<{SEVERITY_WIDTH}}", SEVERITIES[finding.severity], options.colour)
        yield f"{place:<{place_width}}  {severity} {finding.name:<{name_width}}  {one_line(finding.message)}"
