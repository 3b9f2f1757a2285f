"""What must not sway fidelity: copies, wrong languages, length, the order of sentences, arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from calibrate_fidelity import NEWS, news, news_same
from fidelity_data import NTREX_LANGUAGES, ntrex, read_lines
from fidelity_fit import Array, pearson

from auditor.core.score import SegmentScore
from auditor.fidelity import FidelityScorer, TextPair

LOW = 35.0
"""Fidelity below which unfit texts should be."""
LENGTHS = (0, 60, 120, 180, 10_000)
JOINED = (1, 2, 4, 8, 16)


def unfit(data: Path, scorer: FidelityScorer) -> Iterator[str]:
    """Unrelated, copied, empty and mislabelled texts."""
    pairs = [row.pair for language in NTREX_LANGUAGES for row in ntrex(data, language, 20)]
    english = [row.pair for row in news_same(data, "zh-en", False, 300)]
    cases = {
        "unrelated": _unrelated(pairs),
        "unrelated, within English": _unrelated(english),
        "copied": [replace(p, translation=p.counterpart) for p in pairs],
        "empty": [replace(p, translation="") for p in pairs],
        "wrong language": [replace(p, translation_language="de" if p.translation_language == "ru" else "ru")
                           for p in pairs],
    }  # fmt: skip
    for name, changed in cases.items():
        fidelity = np.array([x.fidelity for x in scorer.score(changed)])
        share = (fidelity < LOW).mean()
        yield f"{name}, {len(changed)} pairs: mean {fidelity.mean():.1f}, below {LOW:.0f}: {share:.3f}"


def people(data: Path, scorer: FidelityScorer, count: int) -> Iterator[str]:
    """Professional translations by language and by length of a sentence, and joined into long passages.

    Each language has lines of its own: what is hard about one line is no matter of its length.
    """
    yield f"NTREX professional translations, {count} rows a language, others in each: into the language, into English"
    lengths: list[int] = []
    values: list[float] = []
    for i, language in enumerate(NTREX_LANGUAGES):
        pairs = [row.pair for row in ntrex(data, language, (i + 1) * count)[i * count :]]
        there = [x.fidelity for x in scorer.score(pairs)]
        here = [x.fidelity for x in scorer.score([pair.turned() for pair in pairs])]
        lengths += [len(pair.counterpart) for pair in pairs]
        values += there
        yield f"  {language}  {np.mean(there):5.1f} {np.mean(here):5.1f}"
    size, fidelity = np.array(lengths, dtype=float), np.array(values)
    correlation = pearson(np.log(size).tolist(), values)
    yield f"  all {fidelity.mean():.1f}; correlation with log length {correlation:.3f}"
    for low, high in pairwise(LENGTHS):
        chosen = (size >= low) & (size < high)
        yield f"  {low} to {high} code points: {chosen.sum()} rows, {fidelity[chosen].mean():.1f}"
    yield from _joined(data, scorer)
    for pair in NEWS:
        rows = [row for row in news(data, pair, False, None) if row.human]
        found = np.mean([x.fidelity for x in scorer.score([row.pair for row in rows[:600]])])
        yield f"newstest2021 {pair}, {len(rows[:600])} professional translations: {found:.1f}"


def _joined(data: Path, scorer: FidelityScorer) -> Iterator[str]:
    """The same text sentence by sentence, in passages of several, and with the sentences of one side turned round."""
    for language in ("de", "zh"):
        name = NTREX_LANGUAGES[language]
        english = [line.split("\t")[1] for line in read_lines(data / "ntrex" / "eng.dev.txt.gz")][:64]
        other = [line.split("\t")[1] for line in read_lines(data / "ntrex" / f"{name}.dev.txt.gz")][:64]
        glue = "" if language == "zh" else " "
        means = []
        for size in JOINED:
            blocks = [slice(i, i + size) for i in range(0, 64, size)]
            pairs = [TextPair(glue.join(other[b]), " ".join(english[b]), language, "en") for b in blocks]
            means.append(float(np.mean([x.fidelity for x in scorer.score(pairs)])))
        turned = [TextPair(glue.join(reversed(other[i : i + 2])), " ".join(english[i : i + 2]), language, "en")
                  for i in range(0, 64, 2)]  # fmt: skip
        swapped = float(np.mean([x.fidelity for x in scorer.score(turned)]))
        shown = ", ".join(f"{n}: {mean:.1f}" for n, mean in zip(JOINED, means, strict=True))
        yield f"  {language}, sentences joined {shown}; two with their order turned {swapped:.1f}"


def arithmetic(data: Path, scorers: Sequence[FidelityScorer], count: int) -> Iterator[str]:
    """Differences of fidelity between the first scorer and each other, on news and on clean text."""
    pairs = [row.pair for pair in NEWS for row in news(data, pair, False, count)]
    pairs += [row.pair for language in NTREX_LANGUAGES for row in ntrex(data, language, count // 10)]
    first, *others = [_fidelity(scorer.score(pairs)) for scorer in scorers]
    for scorer, found in zip(scorers[1:], others, strict=True):
        gap = abs(found - first)
        yield (
            f"{scorer.signature} beside {scorers[0].signature}, {len(pairs)} pairs: mean difference {gap.mean():.2f}, "
            f"99th percentile {np.percentile(gap, 99):.2f}, largest {gap.max():.2f}"
        )


def _fidelity(scores: Sequence[SegmentScore]) -> Array:
    return np.array([x.fidelity for x in scores])


def _unrelated(pairs: list[TextPair]) -> list[TextPair]:
    """Each translation beside the counterpart of the next pair of its languages."""
    found = []
    for here, there in pairwise(pairs):
        same = (here.translation_language, here.counterpart_language) == (
            there.translation_language,
            there.counterpart_language,
        )
        if same and here.counterpart != there.counterpart:
            found.append(replace(here, counterpart=there.counterpart))
    return found
