"""Good pairs that damage is planted in: human translations, post-edits, system outputs without a marked error."""

from __future__ import annotations

import random
import re
from itertools import islice
from pathlib import Path

from corpora import read_json_lines, read_lines
from fidelity_data import detokenised

Row = tuple[str, str, str, str]

_FILES_OF_TICO = {
    "es-419": "es", "fr": "fr", "hi": "hi", "id": "id", "ku": "ku", "ms": "ms", "ps": "ps", "pt-BR": "pt", "ru": "ru",
    "ur": "ur", "zh": "zh",
}  # fmt: skip
_POST_EDITED = ("en-de", "en-zh", "ro-en", "et-en", "ne-en", "si-en", "ru-en")
_ANNOTATED = ("newstest2020.zh-en", "newstest2020.en-de", "ted2021.zh-en", "ted2021.en-de")
_BETWEEN_HAN = re.compile(r"(?<=[^\x00-\u02ff]) +| +(?=[^\x00-\u02ff])")


def good_rows(data: Path, count: int, seed: int = 30) -> list[Row]:
    """Up to `count` pairs of each file: (translation, counterpart, their languages)."""
    rows = [row for name, code in _FILES_OF_TICO.items() for row in _some(tico_rows(data, name, code), count, seed)]
    rows += [row for pair in _POST_EDITED for row in _some(post_edit_rows(data, pair), count, seed)]
    rows += [row for name in _ANNOTATED for row in _some(faultless_rows(data, name), count, seed)]
    return [row for row in rows if min(len(row[0]), len(row[1])) >= 12]


def tico_rows(data: Path, name: str, code: str) -> list[Row]:
    """Translations of English texts about COVID-19."""
    pairs = [line.split("\t") for line in read_lines(data / "tico19" / f"en-{name}.tsv.gz")]
    return [(pair[1].strip(), pair[0].strip(), code, "en") for pair in pairs if len(pair) == 2]


def post_edit_rows(data: Path, pair: str, split: str = "train", count: int = 7000) -> list[Row]:
    """Corrected machine translations, detokenised."""
    source, target = pair.split("-")
    rows = islice(read_json_lines(data / "mlqe-pe" / f"{pair}.{split}.jsonl.gz"), count)
    return [
        (_joined(row["post_edit"], target), " ".join(row["source"].split()), target, source)
        for row in rows
        if (row.get("post_edit") or "").strip()
    ]


def faultless_rows(data: Path, name: str) -> list[Row]:
    """System outputs and human translations of news and talks in which no rater marked an error."""
    source, target = name.rsplit(".", 1)[1].split("-")
    return [
        (row["translation"].strip(), row["source"].strip(), target, source)
        for row in read_json_lines(data / "mqm" / f"{name}.jsonl.gz")
        if row["agreed"] and row["raters"] and not any(rater["errors"] for rater in row["raters"])
    ]


def _joined(tokens: str, language: str) -> str:
    return _BETWEEN_HAN.sub("", " ".join(tokens.split())) if language in ("zh", "ja") else detokenised(tokens)


def _some(rows: list[Row], count: int, seed: int) -> list[Row]:
    shuffled = list(rows)
    random.Random(seed).shuffle(shuffled)
    return shuffled[:count]
