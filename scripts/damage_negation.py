"""Polarity turned round: negations put in or taken out, by rules for English and safe substitutions elsewhere."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from damage_edits import Change, Edit
from damage_negators import ENGLISH, ENGLISH_INSERTIONS, LETTERED, NEGATORS, Rule
from damage_text import Text, deletion, like


def turned(text: Text, rng: Random) -> Change | None:
    """One polarity turned round; a negation that is there goes rather than that another comes."""
    if text.base == "en":
        rules = (ENGLISH, ENGLISH_INSERTIONS) if rng.random() < 0.75 else (ENGLISH_INSERTIONS, ENGLISH)
    else:
        rules = (NEGATORS.get(text.base, ()),)
    for table in rules:
        found = [(edit, rule) for rule in table for edit in _edits(text, rule)]
        if found:
            edits, _ = rng.choice(found)
            return Change(edits, critical=True, weight=0.4)
    return None


def _edits(text: Text, rule: Rule) -> list[tuple[Edit, ...]]:
    """One group of edits for each place where the rule fits."""
    pattern, new = rule
    found: list[tuple[Edit, ...]] = []
    for match in _compiled(pattern, text.base in LETTERED).finditer(text.text):
        groups = [i for i in range(1, (match.re.groups or 0) + 1) if match.start(i) >= 0]
        spans = [match.span(i) for i in groups] or [match.span()]
        if new:
            start, end = spans[0]
            fresh = new if text.text[start] == " " else like(text.text[start:end], new)
            found.append((Edit(start, end, fresh if end > start else new),))
        else:
            found.append(tuple(edit for span in spans for edit in deletion(text, *span)))
    return found


@cache
def _compiled(pattern: str, lettered: bool) -> re.Pattern[str]:
    """The pattern as whole words, or anywhere in scripts that part no words; capitals do not matter."""
    edged = pattern if lettered else rf"(?<![^\W_])(?:{pattern})(?![^\W_]|[\u0900-\u0903\u093a-\u094f])"
    return re.compile(edged, re.IGNORECASE)
