"""Templates of the editors' page; what it shares with the HTML report lies beside that."""

from __future__ import annotations

import json
import re
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from auditor import __version__
from auditor.reports.html_environment import environment
from auditor.web.assets import address
from auditor.web.view_words import page_words

_CODE = re.compile(r"`([^`]+)`")


def render(name: str, **context: object) -> str:
    """Template `name` filled in: everything escaped, a missing name is an error."""
    return _environment().get_template(name).render(context)


def compile_pages() -> None:
    """Before anybody waits for them: that takes a quarter of a second."""
    for name in (
        "start.html.j2",
        "audit.html.j2",
        "view.html.j2",
        "margin.html.j2",
        "parts.html.j2",
        "refusal.html.j2",
    ):
        _environment().get_template(name)


@cache
def _environment() -> Environment:
    made = environment(ChoiceLoader([PackageLoader("auditor.web"), PackageLoader("auditor.reports")]))
    made.filters |= {"as_json": as_json, "coded": coded}
    made.globals |= {"address": address, "page_words": page_words, "auditor_version": __version__}
    return made


def coded(text: Markup) -> Markup:
    """Escaped text with what stands between backticks as code: a command to be typed."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(text)))


def as_json(value: object) -> str:
    """JSON that survives an HTML attribute to the last code point: what the parser or UTF-8 would change is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(f"\\u{ord(char):04x}" if _is_fragile(char) else char for char in text)


def _is_fragile(char: str) -> bool:
    return "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff" or char in "\u2028\u2029\ufeff\ufffe\uffff"
