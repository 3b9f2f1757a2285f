"""What the network makes of professional translations and of unrelated texts, language by language.

It knows some languages better than others: the raw quality of professional translations of the same lines differs by
five points between German and Kurdish, as much as between a good and a bad translation.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from clean_news import ENGLISH, in_half, language_of
from corpora import ntrex_articles, ntrex_languages
from fidelity_readings import Read
from fidelity_rows import Row
from numpy.typing import NDArray

from auditor.fidelity.joint_calibration import group_of
from auditor.fidelity.joint_levels import Level
from auditor.fidelity.pair import TextPair

LINES = 24
"""Of NTREX in each language; means over two disjoint sets of 44 agree at r = .99 over 57 languages."""
SHORTEST = 15
PEOPLE, UNRELATED = "people", "unrelated"


def level_rows(data: Path, half: str = "tune", lines: int = LINES) -> Iterator[Row]:
    """The same lines of NTREX in every language beside English, both ways; every second also beside another line."""
    english = _lines(data, ENGLISH)
    drawn = [key for key, line in english.items() if len(line) > SHORTEST and in_half(key[0], half)]
    random.Random(7).shuffle(drawn)
    drawn = drawn[:lines]
    for code in ntrex_languages(data):
        if language_of(code) == "en":
            continue
        other = _lines(data, code)
        for at, key in enumerate(drawn):
            yield from _both_ways(other[key], english[key], code, PEOPLE)
            foreign = drawn[(at + 1) % len(drawn)]
            if at % 2 and foreign[0] != key[0]:
                yield from _both_ways(other[foreign], english[key], code, UNRELATED)


def fit_levels(reads: Sequence[Read]) -> dict[str, Level]:
    """By group of language pairs, such as `tr-en`, of counterpart and translation; files of one language pooled."""
    found: dict[tuple[str, str], list[Read]] = defaultdict(list)
    for read in reads:
        found[group_of(read.row.pair), read.row.dataset].append(read)
    return {
        group: Level(
            people=_mean(found[group, PEOPLE], 0),
            unrelated=_mean(found[group, UNRELATED], 0),
            critical=_mean(found[group, PEOPLE], 1),
            major=_mean(found[group, PEOPLE], 2),
            marked=_often([read.marked for read in found[group, PEOPLE]]),
            lost=_often([read.lost for read in found[group, PEOPLE]]),
            told=_told(found[group, PEOPLE], found[group, UNRELATED]),
        )
        for group in sorted({group for group, _ in found})
    }


def _lines(data: Path, code: str) -> dict[tuple[str, int], str]:
    return {(article.id, i): line for article in ntrex_articles(data, code) for i, line in enumerate(article.lines)}


def _both_ways(other: str, english: str, code: str, dataset: str) -> Iterator[Row]:
    pair = TextPair(other, english, language_of(code), "en")
    if other.strip():
        yield Row(pair, dataset, document=code, human=True)
        yield Row(pair.turned(), dataset, document=code, human=True)


def _mean(reads: Sequence[Read], figure: int) -> float:
    return round(float(np.mean([read.figures[figure] for read in reads])), 3)


def _told(people: Sequence[Read], unrelated: Sequence[Read]) -> float:
    """The area under the curve of quality."""
    gaps = np.subtract.outer([read.figures[0] for read in people], [read.figures[0] for read in unrelated])
    return round(float((gaps > 0).mean()), 3)


def _often(odds: Sequence[NDArray[np.float32]]) -> float:
    """Exceeded by one in twenty pieces."""
    return round(float(np.percentile(np.concatenate(odds), 95)), 3)
