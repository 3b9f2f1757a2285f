"""One renderer per format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from auditor.core.report import Report
from auditor.reports.formats import Format
from auditor.reports.options import PLAIN, RenderOptions

Renderer = Callable[[Report, RenderOptions], str]

RENDERERS: dict[Format, tuple[str, str]] = {
    Format.TEXT: ("auditor.reports.text", "render_text"),
    Format.FULL: ("auditor.reports.full", "render_full"),
    Format.JSON: ("auditor.reports.json_report", "render_json"),
    Format.JSONL: ("auditor.reports.json_report", "render_jsonl"),
    Format.STATISTICS: ("auditor.reports.statistics", "render_statistics"),
    Format.SARIF: ("auditor.reports.sarif", "render_sarif"),
    Format.GITHUB: ("auditor.reports.github", "render_github"),
    Format.JUNIT: ("auditor.reports.junit", "render_junit"),
    Format.HTML: ("auditor.reports.html", "render_html"),
}
"""Where each renderer lives; loaded when first asked for, so that plain text never pays for the template engine."""


def render(report: Report, form: Format, options: RenderOptions = PLAIN) -> str:
    """The report in one format: a pure function of its arguments, ending in a newline unless empty."""
    module, name = RENDERERS[form]
    renderer: Renderer = getattr(import_module(module), name)
    return renderer(report, options)
