"""Good pairs and what is made of them by planted damage: a pair, its damaged form and, where there is one, a worse one.

Damaged on the translation's side, the wrong words are known and labelled; damaged on the counterpart's side, it is what
the translation lacks that is known.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from damage import Damaged
from damage_rows import curriculum
from fidelity_data import MLQE_PAIRS, TICO_LANGUAGES
from fidelity_rows import Row, mlqe_rows, mqm_rows, post_edit_rows, same_language_rows, tico_rows

from auditor.fidelity.pair import TextPair

GOOD_EDITED = 0.15
"""HTER up to which a translation and its post-edit say the same."""
DATASET = "planted"
FLAWS = frozenset({"misspell", "repeat", "source-words", "word-salad", "copy-source"})
"""Damage that says nothing against the translation where the counterpart has it."""
Planted = tuple[Row, tuple[int, float] | None]
"""A row with (places back to the better one, by how much that is better), None for the best."""


def good_pairs(data: Path, seed: int) -> list[TextPair]:
    """Pairs that say the same, by people's word: post-edits, TICO-19, news without a marked error; in seeded order."""
    found: list[TextPair] = []
    for pair in MLQE_PAIRS:
        machine = mlqe_rows(data, pair, "train")
        for row, edit in zip(machine, post_edit_rows(data, pair, "train"), strict=True):
            found.append(replace(row.pair, translation=edit.pair.counterpart))
            if edit.raw is not None and -GOOD_EDITED <= edit.raw < 0:
                found.append(edit.pair)
    for language in TICO_LANGUAGES:
        found += tico_rows(data, language)
    for name in ("newstest2020.zh-en", "newstest2020.en-de", "ted2021.zh-en", "ted2021.en-de"):
        rows = mqm_rows(data, name)
        found += [row.pair for row in rows if row.words is not None and not any(row.words)]
        if name.startswith("newstest"):
            same = same_language_rows(rows, data, name)
            found += [row.pair for row in same if row.words is not None and not any(row.words)]
    random.Random(f"{seed}:good").shuffle(found)
    return found


def planted(pairs: list[TextPair], seed: int, kinds: Mapping[str, float]) -> Iterator[tuple[str, list[Planted]]]:
    """For each pair the kind of damage, and it with its damaged forms."""
    plain = [(p.translation, p.counterpart, p.translation_language, p.counterpart_language) for p in pairs]
    for pair, made in zip(pairs, curriculum(plain, seed, kinds=kinds), strict=True):
        if made is None or (made[0] == "counterpart" and made[1].kind in FLAWS):
            continue
        side, first, further = made
        rows: list[Planted] = [(_good(pair), None)]
        rows.append((_bad(pair, side, first), (1, first.severity)))
        if further is not None:
            rows.append((_bad(pair, side, further), (1, max(0.0, further.severity - first.severity))))
        yield first.kind, rows


def _good(pair: TextPair) -> Row:
    return Row(pair, DATASET, critical=0.0, words=((),), lost=((),))


def _bad(pair: TextPair, side: str, damaged: Damaged) -> Row:
    critical = 1.0 if damaged.critical else None
    if side == "translation":
        changed = replace(pair, translation=damaged.text)
        return Row(changed, DATASET, critical=critical, words=(damaged.spans,))
    changed = replace(pair, counterpart=damaged.text)
    return Row(changed, DATASET, critical=critical, lost=(damaged.spans,))
