"""Planted damage in texts that nothing was trained on: does the original rank above it, by kind and language?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from damage_rows import curriculum
from fidelity_data import ntrex
from fidelity_plants import FLAWS
from fidelity_rows import mqm_rows

from auditor.fidelity import FidelityScorer, TextPair

LANGUAGES = ("ar", "de", "es", "fa", "fr", "hi", "ja", "ru", "tr", "zh")
SEED = 77


def planted_pairs(data: Path, count: int) -> dict[str, list[TextPair]]:
    """Human translations into ten languages and into English, and two human translations of one text."""
    found = {language: [row.pair for row in ntrex(data, language, count)] for language in LANGUAGES}
    found = {k: [p if i % 2 else p.turned() for i, p in enumerate(pairs)] for k, pairs in found.items()}
    people: dict[str, list[str]] = defaultdict(list)
    for row in mqm_rows(data, "newstest2021.zh-en"):
        if row.human and row.pair.translation not in people[row.pair.counterpart]:
            people[row.pair.counterpart].append(row.pair.translation)
    both = [TextPair(texts[0], texts[1], "en", "en") for texts in people.values() if len(texts) > 1]
    return {**found, "en-en": both[:count]}


def planted(data: Path, scorer: FidelityScorer, count: int) -> Iterator[str]:
    """Share of the damaged texts that score below their original, by kind and by language."""
    won: dict[str, list[bool]] = defaultdict(list)
    by_language: dict[str, list[bool]] = defaultdict(list)
    for language, pairs in planted_pairs(data, count).items():
        plain = [(p.translation, p.counterpart, p.translation_language, p.counterpart_language) for p in pairs]
        cases = [
            (pair, made[0], made[1])
            for seed in (SEED, SEED + 1, SEED + 2)
            for pair, made in zip(pairs, curriculum(plain, seed), strict=True)
            if made is not None and not (made[0] == "counterpart" and made[1].kind in FLAWS)
        ]
        before = scorer.score([pair for pair, _, _ in cases])
        after = scorer.score([_changed(pair, side, made.text) for pair, side, made in cases])
        for (_, _, made), good, bad in zip(cases, before, after, strict=True):
            won[made.kind].append(good.fidelity > bad.fidelity)
            by_language[language].append(good.fidelity > bad.fidelity)
    everything = [x for found in won.values() for x in found]
    yield f"planted damage, {len(everything)} cases: original above damaged in {np.mean(everything):.3f}"
    yield "  " + ", ".join(f"{name} {np.mean(x):.3f}" for name, x in by_language.items())
    for kind, found in sorted(won.items(), key=lambda item: float(np.mean(item[1]))):
        yield f"  {kind:18} {np.mean(found):.3f} of {len(found)}"


def _changed(pair: TextPair, side: str, text: str) -> TextPair:
    if side == "translation":
        return TextPair(text, pair.counterpart, pair.translation_language, pair.counterpart_language)
    return TextPair(pair.translation, text, pair.translation_language, pair.counterpart_language)
