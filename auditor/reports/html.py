"""`--format html`: one self-contained page that needs no script and no network."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from functools import cache
from hashlib import sha256
from itertools import groupby

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from auditor.core.mqm import Severity
from auditor.core.report import Report
from auditor.reports.html_article import Article, article
from auditor.reports.html_environment import SHARED_STYLE, environment, style
from auditor.reports.located import live
from auditor.reports.options import PLAIN, RenderOptions


def render_html(report: Report, options: RenderOptions = PLAIN) -> str:
    """Both articles of every pair side by side in reading order, findings marked in the text and told beside it.

    Everything that comes from articles is escaped; the content policy allows the page's own style sheet and nothing
    else.
    """
    found = {key: tuple(group) for key, group in groupby(live(report), lambda item: item.finding.document)}
    articles = [
        article(f"a{number}", audited, found.get(audited.document.id, ()))
        for number, audited in enumerate(report.documents, 1)
    ]
    css = _css()
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            report=report,
            articles=articles,
            by_need=sorted(articles, key=_need),
            css=Markup(css),
            style_hash=b64encode(sha256(css.encode()).digest()).decode(),
        )
    )


def _need(entry: Article) -> tuple[tuple[int, ...], str]:
    """Sorts the articles that most need an editor first: most critical findings, then most major ones, and so on."""
    counts = Counter(note.found.finding.severity for note in entry.notes)
    return tuple(-counts[severity] for severity in reversed(Severity)), entry.audited.document.id


@cache
def _css() -> str:
    return style(SHARED_STYLE) + style("report.css")


@cache
def _environment() -> Environment:
    return environment(PackageLoader("auditor.reports"))
