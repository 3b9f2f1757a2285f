"""Words that turn a statement round, for the languages in which flips are looked for."""

from __future__ import annotations

import re
from functools import cache

NEGATIONS = {
    "en": r"\b(?:not(?! only| just| least)|never|no(?! matter)|none|nobody|nothing|neither|nor|without|cannot"
    r"|\w+n['’]t)\b",
    "de": r"\b(?:nicht(?! nur)|nie|niemals|kein(?:e[mnrs]?|erlei)?|niemand(?:e[mn])?|nichts|weder|ohne)\b",
    "fr": r"\b(?:ne|n['’](?=\w)|jamais|aucune?|sans|ni)(?=\W|\b)",
    "es": r"\b(?:no|nunca|jamás|ning[uú]n[ao]?|nadie|nada|sin|tampoco)\b",
    "pt": r"\b(?:não|nunca|jamais|nenhuma?|ninguém|nada|sem|nem)\b",
    "it": r"\b(?:non|mai|nessun[oa]?|niente|nulla|senza|né)\b",
    "ru": r"\b(?:не|нет|никогда|ни|никто|ничто|ничего|без)\b",
    "ar": r"\b(?:لا|لم|لن|ليس|ليست|ليسوا|غير|دون|بدون)\b",
}
"""One pattern per language, case-insensitive. A language that is not here makes no claims."""


def negations(text: str, language: str) -> int:
    """How many negating words `text` has; 0 in languages without a pattern."""
    pattern = _pattern(language)
    return len(pattern.findall(text)) if pattern else 0


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    known = NEGATIONS.get(language)
    return re.compile(known, re.IGNORECASE) if known else None
