"""Words of a translation that show the gender of the person they stand beside: сказала, القاضية, la fiscal."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from auditor.core.document import Span
from auditor.facts.given_names import Gender

REACH = 80
"""Characters before a name in which a mark stands."""
MAN, WOMAN = "man", "woman"
PREFIXES = {"ar": "[وف]?", "he": "[ושכ]?"}
"""What is written together with a verb."""
_LOWER = r"[^\W\d_A-ZА-ЯЁІЇЄҐŁŚŻŹĆČŠŽŘĐÁÉÍÓÚÝŤĎŇ][^\W\d_]{3,}"
BETWEEN = {
    "ar": r"(?:ال\w+\s+){0,3}",
    "he": r"(?:(?:ה\w{2,}|\w+[\"״'׳’]\w*)\s+){0,3}",
    "hi": "",
    "ur": "",
}
"""What may stand between a verb and its subject: definite nouns, which no other noun governs; abbreviated titles. Words
in lower case elsewhere, where a governed name has another ending, and no short ones: on a meeting with somebody."""
LOWER = rf"(?:(?:{_LOWER}|[dд]-?[rр]|prof)\.?\s+){{0,3}}"
AUXILIARY = r"(?:\s+(?:je|је))?"
"""The perfect's, in the languages of the South Slavs."""
STARTS = frozenset({"he", "ar"})
"""Languages without cases, where a name that begins no clause may belong to the noun before it."""
_CLAUSE = re.compile(r"(?:^|[.!?,:;\"“”«»„‟—–־-])\s*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of one gender."""

    span: Span
    gender: Gender
    governed: bool
    """Whether other words stand between it and the name, so that the name may depend on one of them."""


def marks_gender(language: str) -> bool:
    """Whether words that show gender are known in the language."""
    return language in _data()


def gendered_languages() -> frozenset[str]:
    """All in which they are known."""
    return frozenset(_data())


def marks_beside(text: str, name: Span, within: Span, language: str, *, full: bool) -> Iterator[Mark]:
    """The words right before or behind a name, in its clause; titles only before a full name."""
    start = max(within.start, name.start - REACH)
    before, behind = text[start : name.start], text[name.end : min(within.end, name.end + REACH)]
    for gender in Gender:
        words = _words(language, gender)
        found = words.before.search(before) if words.before else None
        if found and (full or found["between"] == ""):
            yield Mark(Span(start + found.start("mark"), start + found.end("mark")), gender, bool(found["between"]))
        found = words.title.search(before) if words.title and full else None
        if found:
            yield Mark(Span(start + found.start("mark"), start + found.end("mark")), gender, governed=False)
        found = words.behind.match(behind) if words.behind else None
        if found and (language not in STARTS or _CLAUSE.search(before)):
            yield Mark(Span(name.end + found.start("mark"), name.end + found.end("mark")), gender, governed=True)


@dataclass(frozen=True, slots=True)
class _Words:
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    title: re.Pattern[str] | None


@cache
def _words(language: str, gender: Gender) -> _Words:
    data = _data()[language]
    verbs, titles = (_any(_forms(data, field, gender)) for field in ("said", "title"))
    between = BETWEEN.get(language, LOWER)
    head = rf"(?<![\w-]){PREFIXES.get(language, '')}"
    ends = r"ال\w+\s+" if language == "ar" else r"ה\w+\s+" if language == "he" else r"(?!)"
    return _Words(
        _compiled(rf"{head}(?P<mark>{verbs}){AUXILIARY}\s+(?P<between>{between})$")
        if verbs and not data.get("after")
        else None,
        _compiled(rf"{AUXILIARY}\s+(?P<mark>{verbs})(?![\w-])") if verbs else None,
        _compiled(rf"(?<![\w-])[ولبف]?(?P<mark>{titles})\s+(?:{ends})?$") if titles else None,
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _any(forms: list[str]) -> str:
    return "|".join(rf"[{form[0].upper()}{form[0]}]{re.escape(form[1:])}" for form in forms)


def _forms(data: dict[str, Any], field: str, gender: Gender) -> list[str]:
    side = 0 if gender is Gender.MAN else 1
    forms = [pair.split("/")[side] for pair in data.get(field, ())]
    if field == "said":
        forms += [verb + (data["woman"] if side else "") for verb in data.get("said_and", ())]
    return forms


@cache
def _data() -> dict[str, dict[str, Any]]:
    path = files("auditor.checks.accuracy") / "data" / "gender_marks.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
