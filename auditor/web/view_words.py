"""The words of the page that no report needs: choices to pick from and keys."""

from __future__ import annotations

from types import SimpleNamespace

from auditor.core.mqm import Category, Severity

REASONS = (
    "It is correct as it stands",
    "It is a quotation and was said so",
    "It is our house style",
    "The counterpart is wrong or older",
)
"""Why findings are dismissed; the editor can write another."""

KEYS = (
    ("j", "n", "next finding"),
    ("k", "p", "previous finding"),
    ("Enter", "", "open or close the finding"),
    ("a", "", "accept the suggestion"),
    ("d", "", "dismiss the finding, with a reason"),
    ("c", "", "confirm it as an error, with category and severity"),
    ("e", "", "edit the passage of the finding"),
    ("u", "", "undo the last change"),
    ("b", "", "show what stands in the counterpart"),
    ("l", "", "go to the list of findings"),
    ("t", "", "go to the place in the text"),
    ("?", "", "this help"),
    ("Esc", "", "close, cancel"),
)
"""(key, another key or nothing, what it does)."""

SEVERITIES = {
    Severity.CRITICAL: "critical: harms readers or people in the story",
    Severity.MAJOR: "major: the meaning or the style suffers badly",
    Severity.MINOR: "minor: a slip that readers see",
    Severity.NEUTRAL: "neutral: no error, a matter of taste",
}
"""In the words of MQM, for the form in which an editor grades an error."""


def category_name(category: Category) -> str:
    """`accuracy: mistranslation`."""
    dimension, kind = category.value.replace("-", " ").split("/", 1)
    return f"{dimension}: {kind}"


page_words = SimpleNamespace(
    REASONS=REASONS,
    KEYS=KEYS,
    SEVERITIES=SEVERITIES,
    CATEGORIES={category.value: category_name(category) for category in Category},
)
"""For the templates."""
