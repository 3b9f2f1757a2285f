"""What two texts tell of each other without a model: lengths, numbers, marks, copied words, repetition.

Every figure is a share or a log-ratio, so that it means the same for a sentence and for a paragraph.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from auditor.facts.numbers import find_numbers
from auditor.fidelity.pair import TextPair
from auditor.languages import get_language

TEXT_FEATURES = (
    "too_short",
    "too_long",
    "numbers_lost",
    "numbers_added",
    "ends_differ",
    "marks_differ",
    "copied_words",
    "repetition",
    "length",
)
LENGTH_RANGE = (12, 400)
"""Code points of the counterpart between which `length` is read; beyond them it stays as at the limit."""
NEAREST = {"Hans": "zh", "Hant": "zh", "Hani": "zh", "Jpan": "ja", "Kore": "ja", "Hang": "ja"}
"""Measured language whose length stands for a script that is dense; all others are near English."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_TERMINAL = frozenset(".!?…。！？؟۔।॥።᙮។჻։")
_MARKS = re.compile(r"[,;:،؛，；：、—–(（\"“”„«»「」]")


def text_features(pair: TextPair, length_norms: Mapping[str, float]) -> list[float]:
    """The figures named in `TEXT_FEATURES`. `length_norms` says how long a language is beside English (log)."""
    gap = length_gap(pair, length_norms)
    lost, added = number_shares(pair)
    low, high = LENGTH_RANGE
    return [
        max(0.0, -gap),
        max(0.0, gap),
        lost,
        added,
        float(_ends(pair.translation) != _ends(pair.counterpart)),
        abs(_density(pair.translation) - _density(pair.counterpart)),
        copied_words(pair),
        max(0.0, repetition(pair.translation) - repetition(pair.counterpart)),
        math.log(min(high, max(low, len(pair.counterpart)))),
    ]


def length_gap(pair: TextPair, length_norms: Mapping[str, float]) -> float:
    """Log of the translation's length over what is usual for such a counterpart; 0 where it is as usual."""
    ratio = math.log((len(pair.translation) + 1) / (len(pair.counterpart) + 1))
    if pair.translation_language == pair.counterpart_language:
        return ratio
    return ratio - _norm(pair.translation_language, length_norms) + _norm(pair.counterpart_language, length_norms)


def number_shares(pair: TextPair) -> tuple[float, float]:
    """(share of the counterpart's numerals whose value the translation lacks, and the other way round)."""
    if not any(char.isdigit() for text in (pair.translation, pair.counterpart) for char in text):
        return 0.0, 0.0
    here = _numbers(pair.translation, pair.translation_language)
    there = _numbers(pair.counterpart, pair.counterpart_language)
    return _unmatched(there, here), _unmatched(here, there)


def copied_words(pair: TextPair) -> float:
    """Share of the translation's uncapitalised words that stand in the counterpart too; 0 within one language."""
    if pair.translation_language == pair.counterpart_language:
        return 0.0
    words = [word for word in _WORD.findall(pair.translation) if word == word.lower()]
    there = set(_WORD.findall(pair.counterpart))
    return sum(word in there for word in words) / len(words) if words else 0.0


def repetition(text: str) -> float:
    """Share of six-character runs that were seen before in the text: near 0 for prose, near 1 for a loop."""
    flat = "".join(char for char in text.casefold() if char.isalnum())
    runs = [flat[i : i + 6] for i in range(len(flat) - 5)]
    return 1 - len(set(runs)) / len(runs) if runs else 0.0


def _norm(language: str, length_norms: Mapping[str, float]) -> float:
    """Log of the language's usual length over that of English; the nearest measured script's where it is unknown."""
    known = length_norms.get(language)
    return length_norms.get(NEAREST.get(get_language(language).script, ""), 0.0) if known is None else known


def _numbers(text: str, language: str) -> list[tuple[bool, frozenset[Fraction]]]:
    """(whether written in digits, its readings) of every number."""
    found = []
    for fact in find_numbers(text, get_language(language)):
        value = fact.value
        found.append((not value.spelled, frozenset((value.value, *value.also))))  # type: ignore[union-attr]
    return found


def _unmatched(
    wanted: list[tuple[bool, frozenset[Fraction]]], present: list[tuple[bool, frozenset[Fraction]]]
) -> float:
    """Share of the numbers in digits of `wanted` that have no equal in `present`."""
    counts = Counter(value for _, readings in present for value in readings)
    numerals = [readings for digits, readings in wanted if digits]
    missing = sum(not any(counts[value] for value in readings) for readings in numerals)
    return missing / len(numerals) if numerals else 0.0


def _ends(text: str) -> bool:
    stripped = text.rstrip().rstrip("\"'”’»」』)]）")
    return stripped[-1:] in _TERMINAL


def _density(text: str) -> float:
    """Clause marks per 100 letters and digits, at most 10."""
    return min(10.0, 100 * len(_MARKS.findall(text)) / max(20, sum(map(str.isalnum, text))))
