"""Marks that a script has of its own beside the ASCII ones, and which letters are of that script."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScriptMarks:
    """One script: its letters and the marks that belong to them."""

    letters: str
    """Ranges for a character class of a regular expression, vowel signs included."""
    own: dict[str, str]
    """ASCII mark to the script's own; where a script has several, the commonest first."""
    together: str
    """ASCII marks that are judged together: an article has few questions, and its commas tell how it writes them."""


SCRIPT_MARKS = (
    ScriptMarks(
        "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ed\u06fa-\u06ff", {",": "،", "?": "؟", ";": "؛", ".": "۔"}, ",?;"
    ),
    ScriptMarks(
        "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〇",
        {",": "，、", "?": "？", "!": "！", ";": "；", ".": "。", ":": "："},
        ",?!;.",
    ),
    ScriptMarks("\u0900-\u0963\u0970-\u097f", {".": "।"}, ""),
    ScriptMarks("\u0980-\u09e3\u09f0-\u09ff", {".": "।"}, ""),
    ScriptMarks("\u0a01-\u0a5e\u0a70-\u0a75", {".": "।"}, ""),
    ScriptMarks("\u0b01-\u0b63\u0b71", {".": "।"}, ""),
    ScriptMarks("\u1200-\u135f\u1380-\u139f", {",": "፣", ".": "።", ";": "፤"}, ",;."),
    ScriptMarks("\u0370-\u037d\u037f-\u03ff\u1f00-\u1fff", {"?": ";\u037e"}, ""),
    ScriptMarks("\u1780-\u17d3\u17d7", {".": "។"}, ""),
    ScriptMarks("\u1000-\u103f\u1050-\u109f", {",": "၊", ".": "။"}, ",."),
)
"""Unicode blocks and the punctuation chapters of the Unicode Standard; Armenian is left out, where `:` and `։` are
both typed, and Urdu's `۔` only counts in articles that use it."""


def after_letter(script: ScriptMarks) -> re.Pattern[str]:
    """An ASCII mark with an own counterpart, right after a letter of the script and not inside a figure or address."""
    marks = re.escape("".join(script.own).replace(".", ""))
    every = re.escape(".,;:?!" + "".join(script.own.values()))
    shapes = [rf"[{marks}](?![\dA-Za-z{every}])"] if marks else []
    shapes += [r"\.(?=[\s\"'”’»)]|$)"] if "." in script.own else []
    return re.compile(rf"(?<=[{script.letters}])(?:{'|'.join(shapes)})")
