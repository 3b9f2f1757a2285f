"""Planted damage: what a translation engine gets wrong, put into a good text, with the places known.

`damaged` makes one error of a kind; `worse` puts another on top, so that the three texts are ordered.
"""

from __future__ import annotations

import random

from damage_antonyms import opposite
from damage_disorder import cut_short, repeated, shuffled
from damage_edits import Damaged, Range, applied, as_ranges, merged, outside, places
from damage_english import dropped_adjective, exchanged_roles
from damage_names import dropped_entity, wrong_name
from damage_negation import turned
from damage_numbers import wrong_date, wrong_number
from damage_speech import other_attribution, other_quotation
from damage_structure import (
    added_clause,
    added_phrase,
    dropped_clause,
    dropped_phrase,
    dropped_word,
    misspelt,
    swapped_words,
)
from damage_text import Maker, Text
from damage_units import wrong_unit
from damage_whole import copied, left_over, likeness, replaced
from damage_words import other_gender, other_modality, other_pronoun

__all__ = ["ENGLISH_KINDS", "KINDS", "WHOLE", "Damaged", "damaged", "worse"]

_MAKERS: dict[str, Maker] = {
    "number": wrong_number,
    "date": wrong_date,
    "name": wrong_name,
    "entity-drop": dropped_entity,
    "negation": turned,
    "antonym": opposite,
    "modality": other_modality,
    "role": exchanged_roles,
    "unit": wrong_unit,
    "quotation": other_quotation,
    "attribution": other_attribution,
    "pronoun": other_pronoun,
    "gender": other_gender,
    "drop-phrase": dropped_phrase,
    "drop-clause": dropped_clause,
    "drop-word": dropped_word,
    "drop-adjective": dropped_adjective,
    "add-phrase": added_phrase,
    "add-clause": added_clause,
    "swap-words": swapped_words,
    "repeat": repeated,
    "truncate": cut_short,
    "source-words": left_over,
    "copy-source": copied,
    "similar-sentence": replaced,
    "unrelated": replaced,
    "word-salad": shuffled,
    "misspell": misspelt,
}

KINDS: tuple[str, ...] = tuple(_MAKERS)
"""Every kind of damage."""
ENGLISH_KINDS: frozenset[str] = frozenset({"gender", "drop-adjective"})
"""Kinds that exist for English text alone."""
WHOLE: frozenset[str] = frozenset({"copy-source", "similar-sentence", "unrelated"})
"""Kinds that leave nothing of the text, so that nothing can be worse."""
UNRELATED_LIKENESS = 0.4
"""Trigram overlap above which a donor is no unrelated text. Of random pairs of TICO-19, MLQE-PE and MQM under 1 % of
the English and 4 % of the Spanish reach it; of 1,710 pairs of translations of one Chinese text 1 % stay below .41."""

_FURTHER = (
    "drop-clause", "drop-phrase", "add-clause", "add-phrase", "number", "name", "antonym", "negation", "source-words",
    "swap-words", "repeat", "truncate", "entity-drop", "drop-word", "word-salad",
)  # fmt: skip
"""Kinds that are put on top of others."""


def damaged(
    text: str,
    language: str,
    kind: str,
    rng: random.Random,
    other: str = "",
    source: str = "",
    source_language: str = "",
) -> Damaged | None:
    """`text` with one error of the kind; None where the kind does not apply.

    `other`: another text of the language and domain, the donor of names, phrases and whole sentences. `source`: the
    text on the other side where that is another language, else empty. `source_language`: where given, he and she are
    exchanged only if it tells them apart. Raises `KeyError` for a kind not in `KINDS`.
    """
    change = _MAKERS[kind](Text(text, language, other, source, source_language), rng)
    found = applied(text, change, kind) if change else None
    if found and kind == "unrelated" and likeness(text, other) > UNRELATED_LIKENESS:
        return None
    return found


def worse(first: Damaged, language: str, rng: random.Random, other: str = "", source: str = "") -> Damaged | None:
    """`first` with a second error elsewhere in it, of the same original; None where nothing more can go wrong.

    `spans` and `lost` cover both errors; the kind stays the first one's.
    """
    if first.kind in WHOLE:
        return None
    for kind in rng.sample(_FURTHER, 6):
        second = None if kind == first.kind else damaged(first.text, language, kind, rng, other, source)
        if second and (kind == "word-salad" or not _touches(first.spans, second.lost)):
            both = _together(first, second)
            if both.severity >= first.severity + 0.03:
                return both
    return None


def _touches(spans: tuple[Range, ...], lost: tuple[Range, ...]) -> bool:
    """Whether the second error would undo, or take away, part of the first."""
    return any(start < end_lost and start_lost < end for start, end in spans for start_lost, end_lost in lost)


def _together(first: Damaged, second: Damaged) -> Damaged:
    """Both errors as places of the original and of the final text, by the characters that either error kept."""
    original = len(first.text) - sum(b - a for a, b in first.spans) + sum(b - a for a, b in first.lost)
    to_original = dict(zip(outside(len(first.text), first.spans), outside(original, first.lost), strict=True))
    to_final = dict(zip(outside(len(first.text), second.lost), outside(len(second.text), second.spans), strict=True))
    lost = as_ranges(to_original[place] for place in places(second.lost) if place in to_original)
    spans = as_ranges(to_final[place] for place in places(first.spans) if place in to_final)
    severity = 1 - (1 - first.severity) * (1 - second.severity)
    return Damaged(
        second.text,
        first.kind,
        merged((*second.spans, *spans)),
        merged((*first.lost, *lost)),
        first.critical or second.critical,
        round(severity, 3),
    )
