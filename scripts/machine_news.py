"""Machine-translated articles, by line: newstest2021 and abstracts with the marks of professionals, and Wikipedia."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from corpora import Lines, read_json_lines
from fidelity_rows import is_even

NEWS = ("newstest2021.zh-en", "newstest2021.en-de")
ABSTRACTS = ("de-en", "es-en", "fr-en", "it-en", "pt-en", "ru-en", "zh-en")
OUTWARD = ("en-de", "en-es", "en-eu", "en-fr", "en-it", "en-pt", "en-ru", "en-zh")
"""Abstracts out of English."""
WIKIPEDIA = ("en-de", "en-zh", "et-en", "ne-en", "ro-en", "ru-en", "si-en")
"""Single sentences of MLQE-PE, poor translations among them."""
SENTENCES = 500
"""Taken of each direction."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a professional marked."""

    start: int
    end: int
    category: str
    severity: str


@dataclass(frozen=True)
class Marked:
    """A machine translation beside its source, line by line."""

    own: Lines
    source: Lines
    marks: tuple[tuple[Mark, ...], ...]
    """Of each line."""


def marked_articles(data: Path, systems: int) -> Iterator[tuple[str, Marked]]:
    """(data set, article): of each document the first `systems` translations in the order of their names."""
    for name in NEWS:
        for article in _articles(_news_rows(data / "mqm" / f"{name}.jsonl.gz"), name, systems):
            yield name, article
    for pair in ABSTRACTS:
        for article in abstracts(data, pair, systems):
            yield f"bio {pair}", article


def abstracts(data: Path, pair: str, systems: int) -> list[Marked]:
    """Abstracts of one direction, of the documents that nothing is trained on."""
    return _articles(_abstract_rows(data / "bio-mqm" / f"{pair}.jsonl.gz"), f"bio.{pair}", systems)


def wikipedia(data: Path, pair: str) -> Iterator[tuple[Lines, Lines]]:
    """(translation, source): each sentence an article of its own, since they come from anywhere."""
    source_language, _, target = pair.partition("-")
    rows = islice(read_json_lines(data / "mlqe-pe" / f"{pair}.dev.jsonl.gz"), SENTENCES)
    for number, row in enumerate(rows):
        name = f"{pair}-{number}"
        yield Lines(name, target, (row["translation"],)), Lines(name, source_language, (row["source"],))


def _articles(rows: Iterator[tuple[tuple[str, str, int], dict, list[Mark]]], name: str, systems: int) -> list[Marked]:
    source_language, _, target = name.rpartition(".")[2].partition("-")
    found: dict[tuple[str, str], dict[int, tuple[dict, list[Mark]]]] = defaultdict(dict)
    for (document, system, number), row, marks in rows:
        found[document, system][number] = (row, marks)
    taken: dict[str, int] = defaultdict(int)
    articles = []
    for (document, system), lines in sorted(found.items()):
        if taken[document] == systems or sorted(lines) != list(range(min(lines), max(lines) + 1)):
            continue
        taken[document] += 1
        ordered = [lines[number] for number in sorted(lines)]
        articles.append(
            Marked(
                Lines(f"{document}.{system}", target, tuple(row["translation"] for row, _ in ordered)),
                Lines(f"{document}.{system}", source_language, tuple(row["source"] for row, _ in ordered)),
                tuple(tuple(marks) for _, marks in ordered),
            )
        )
    return articles


def _news_rows(path: Path) -> Iterator[tuple[tuple[str, str, int], dict, list[Mark]]]:
    for row in read_json_lines(path):
        if row["agreed"] and not row["human"]:
            errors = [error for rater in row["raters"] for error in rater["errors"]]
            yield (row["doc"], row["system"], int(row["segment"])), row, _marks(errors)


def _abstract_rows(path: Path) -> Iterator[tuple[tuple[str, str, int], dict, list[Mark]]]:
    """The documents that nothing is trained on."""
    for row in read_json_lines(path):
        if not is_even(row["doc"]):
            yield (row["doc"], row["system"], int(row["segment"])), row, _marks(row["errors"])


def _marks(errors: list[dict]) -> list[Mark]:
    return [
        Mark(int(e["start"]), int(e["end"]), e["category"], e["severity"].lower())
        for e in errors
        if e.get("start") is not None and e.get("end") is not None and e["severity"].lower() != "neutral"
    ]
