"""Readers of the corpora under `--data`; their folder's README says what each holds and under which licence."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Lines:
    """An article as lines, one sentence or short passage each."""

    id: str
    language: str
    lines: tuple[str, ...]


def read_lines(path: Path) -> list[str]:
    """Lines of a gzip file without their newline."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file]


def read_json_lines(path: Path) -> Iterator[dict]:
    """Objects of a gzip JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def ntrex_languages(data: Path) -> list[str]:
    """File codes of NTREX, such as `deu` and `zho-CN`, English first."""
    codes = sorted(path.name.removesuffix(".dev.txt.gz") for path in (data / "ntrex").glob("*.dev.txt.gz"))
    return ["eng", *(code for code in codes if code != "eng")]


def ntrex_articles(data: Path, code: str) -> list[Lines]:
    """NTREX dev articles of one language, in file order; line-aligned across languages."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for line in read_lines(data / "ntrex" / f"{code}.dev.txt.gz"):
        doc, _, sentence = line.partition("\t")
        grouped[doc].append(sentence)
    return [Lines(doc, code, tuple(lines)) for doc, lines in grouped.items()]


def mqm_articles(data: Path, name: str) -> dict[str, dict[str, Lines]]:
    """`{doc: {system or "source": article}}` of one MQM file, articles that are agreed throughout and whole.

    Human translations are named `human.*`, whatever the file calls them.
    """
    source_language, _, target = name.rpartition(".")[2].partition("-")
    texts: dict[str, dict[str, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
    broken: set[tuple[str, str]] = set()
    sizes: dict[str, set[int]] = defaultdict(set)
    for row in read_json_lines(data / "mqm" / f"{name}.jsonl.gz"):
        doc, number = row["doc"], int(row["segment"])
        system = f"human.{row['system']}" if row["human"] else row["system"]
        sizes[doc].add(number)
        if not row["agreed"]:
            broken.add((doc, system))
        texts[doc][system][number] = row["translation"]
        texts[doc]["source"][number] = row["source"]
    articles: dict[str, dict[str, Lines]] = {}
    for doc, systems in texts.items():
        whole = {
            system: Lines(doc, source_language if system == "source" else target, _ordered(lines))
            for system, lines in systems.items()
            if set(lines) == sizes[doc] and (doc, system) not in broken
        }
        if "source" in whole and len(whole) > 1:
            articles[doc] = whole
    return articles


def tico_pairs(data: Path, language: str, size: int = 25) -> list[tuple[Lines, Lines]]:
    """TICO-19 lines in runs of `size`, as (translation, English) pseudo-articles."""
    rows = [line.split("\t") for line in read_lines(data / "tico19" / f"en-{language}.tsv.gz")]
    rows = [row for row in rows if len(row) == 2 and all(part.strip() for part in row)]
    pairs = []
    for start in range(0, len(rows) - size + 1, size):
        english, other = zip(*rows[start : start + size], strict=True)
        name = f"tico-{start}"
        pairs.append((Lines(name, language.split("-")[0], other), Lines(name, "en", english)))
    return pairs


def _ordered(lines: dict[int, str]) -> tuple[str, ...]:
    return tuple(lines[number] for number in sorted(lines))
