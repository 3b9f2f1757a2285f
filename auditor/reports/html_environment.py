"""The template engine of the HTML report and of the editors' page, and the style sheet that both share."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import BaseLoader, Environment, StrictUndefined

from auditor.reports import wording
from auditor.reports.html_text import direction, shown

SHARED_STYLE = "shared.css"


def environment(loader: BaseLoader) -> Environment:
    """Everything from articles is escaped, and a name that a template misspells is an error."""
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"shown": shown, "dir": direction, "language": wording.language_name}
    made.globals |= {"words": wording}
    return made


def style(name: str) -> str:
    """A style sheet that lies beside the report's templates."""
    return (files("auditor.reports") / "templates" / name).read_text(encoding="utf-8")
