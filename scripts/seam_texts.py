"""Sentences of many languages for learning where sentences end: from corpora whose licences allow weights to ship.

TICO-19, MLQE-PE and its critical errors (CC0), MQM newstest2020 and ted2021 and the Bio-MQM documents with an even hash
(Apache-2.0). What people wrote, but for the Czech and Japanese comments, which are machine translations.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpora import read_json_lines, read_lines
from fidelity_data import detokenised
from fidelity_rows import is_even

TICO = {
    "es": "es-419", "fr": "fr", "hi": "hi", "id": "id", "ms": "ms",
    "pt": "pt-BR", "ru": "ru", "ur": "ur", "zh": "zh",
}  # fmt: skip
WIKIPEDIA = ("et", "ro", "ru")
"""Sources of MLQE-PE; the Russian ones are proverbs and Reddit too."""
POST_EDITED = ("de", "zh")
CORRECTED = ("et", "ne", "ro", "ru", "si")
"""Machine translations into English of MLQE-PE that people corrected."""
COMMENTS = ("cs", "ja")
BIOMEDICAL = ("de", "es", "fr", "it", "pt", "ru", "zh")
YEARS = ("newstest2020", "ted2021")
LANGUAGES = ("cs", "de", "en", "es", "et", "fr", "hi", "id", "ja", "ms", "pt", "ro", "ru", "ur", "zh")
"""Kurdish and Pashto of TICO-19 were tried: lawful divisions of NTREX score as low as cuts."""


def texts(data: Path, language: str) -> list[str]:
    """Lines of one language, each once, in the order of the corpora."""
    lines = [*_tico(data, language), *_mlqe(data, language), *_comments(data, language)]
    lines += [*_biomedical(data, language), *_mqm(data, language)]
    return list(dict.fromkeys(line.strip() for line in lines if line and line.strip()))


def _tico(data: Path, language: str) -> Iterator[str]:
    side = 0 if language == "en" else 1
    if language == "en" or language in TICO:
        for line in read_lines(data / "tico19" / f"en-{TICO.get(language, TICO['fr'])}.tsv.gz"):
            yield line.split("\t")[side]


def _mlqe(data: Path, language: str) -> Iterator[str]:
    if language in WIKIPEDIA:
        yield from (row["source"] for row in read_json_lines(data / "mlqe-pe" / f"{language}-en.train.jsonl.gz"))
    for target in POST_EDITED:
        for row in read_json_lines(data / "mlqe-pe" / f"en-{target}.train.jsonl.gz"):
            if language == "en":
                yield row["source"]
            elif language == target:
                yield _joined(row["post_edit"], language)
    for source in CORRECTED if language == "en" else ():
        for row in read_json_lines(data / "mlqe-pe" / f"{source}-en.train.jsonl.gz"):
            yield _joined(row["post_edit"], language)


def _comments(data: Path, language: str) -> Iterator[str]:
    if language in COMMENTS:
        for row in read_json_lines(data / "critical-errors" / f"en-{language}.train.jsonl.gz"):
            yield _joined(row["translation"], language)


def _biomedical(data: Path, language: str) -> Iterator[str]:
    for source in BIOMEDICAL:
        if language in (source, "en"):
            for row in read_json_lines(data / "bio-mqm" / f"{source}-en.jsonl.gz"):
                if is_even(row["doc"]) and (language == source or row["system"].startswith("ref")):
                    yield row["source" if language == source else "translation"]


def _mqm(data: Path, language: str) -> Iterator[str]:
    for year in YEARS:
        for pair in ("zh-en", "en-de"):
            source, _, target = pair.partition("-")
            if language in (source, target):
                for row in read_json_lines(data / "mqm" / f"{year}.{pair}.jsonl.gz"):
                    if language == source:
                        yield row["source"]
                    elif row["human"]:
                        yield row["translation"]


def _joined(tokens: str, language: str) -> str:
    return "".join(tokens.split()) if language in ("zh", "ja") else detokenised(tokens)
