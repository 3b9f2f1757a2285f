"""`--statistics`: one line per check instead of one per finding."""

from __future__ import annotations

from collections import Counter

from auditor.core.mqm import Severity
from auditor.core.report import Report
from auditor.reports.located import live
from auditor.reports.options import PLAIN, RenderOptions
from auditor.reports.table import table
from auditor.reports.wording import summary_line

ROWS = tuple(reversed(Severity))


def render_statistics(report: Report, options: RenderOptions = PLAIN) -> str:
    """Findings per check by severity and how many articles they are in, the most frequent first."""
    found = [item.finding for item in live(report)]
    counts = Counter((finding.check, finding.name) for finding in found)
    rows = []
    for (check, name), total in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        own = [finding for finding in found if finding.check == check]
        severities = Counter(finding.severity for finding in own)
        articles = len({finding.document for finding in own})
        rows.append((str(total), *(str(severities[severity]) for severity in ROWS), str(articles), check, name))
    header = ("findings", *map(str, ROWS), "articles", "id", "check")
    body = table(header, rows, right=range(len(ROWS) + 2)) + "\n" if rows else ""
    return f"{body}{summary_line(report)}\n"
