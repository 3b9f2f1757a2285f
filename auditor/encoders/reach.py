"""How well the bundled encoders find translations in each language, as measured; `reach.toml` holds the figures."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from auditor.languages.language import ALIASES

REACH_FILE = Path(__file__).with_name("reach.toml")
SENTENCES = 1007
"""Sentences of each language, among which the right one was looked for."""
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one encoder in one language, beside English; 0..1."""

    retrieval: float
    """Share of sentences whose translation is the nearest of all, mean of both ways."""
    alignment: float | None = None
    """Strict F1 of sentence beads in rewritten articles whose order is kept."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What was measured in one language, by encoder."""

    tag: str
    name: str
    figures: Mapping[str, Figures]


def all_reach() -> tuple[Reach, ...]:
    """Every language that was measured, by tag."""
    return tuple(_table().values())


def reach_of(language: str) -> Reach | None:
    """What is known of `language`, a code or tag in any spelling; None where it was not measured.

    A tag that is not in the table stands for its language. Where a language was measured in several scripts or regions
    only (`zh`, `sr`), the one that fares worst speaks for it.
    """
    tag = language.replace("_", "-").lower()
    primary = tag.partition("-")[0]
    for candidate in (tag, ALIASES.get(tag, tag), primary, ALIASES.get(primary, primary)):
        if candidate in _table():
            return _table()[candidate]
    variants = [reach for key, reach in _table().items() if key.partition("-")[0] == primary]
    return min(variants, key=_best, default=None)


def _best(reach: Reach) -> float:
    return max((figures.retrieval for figures in reach.figures.values()), default=0.0)


@cache
def _table() -> dict[str, Reach]:
    rows = tomllib.loads(REACH_FILE.read_text(encoding="utf-8"))
    return {tag.lower(): _reach(tag, row) for tag, row in rows.items()}


def _reach(tag: str, row: dict[str, object]) -> Reach:
    figures = {key: Figures(**value) for key, value in row.items() if isinstance(value, dict)}
    return Reach(tag, str(row["name"]), figures)
