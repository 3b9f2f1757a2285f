"""Rows to train and measure the fidelity network on: two texts and whatever people said about them.

Word labels stay spans of code points per rater, so that each use decides how to soften them.
"""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpora import read_json_lines, read_lines
from fidelity_data import MLQE_PAIRS, TICO_LANGUAGES, detokenised

from auditor.fidelity.pair import TextPair

Spans = tuple[tuple[int, int], ...]
CRITICAL_PAIRS = ("en-cs", "en-de", "en-ja", "en-zh")
BIO_PAIRS = (
    "de-en", "en-de", "en-es", "en-eu", "en-fr", "en-it", "en-pt", "en-ru", "en-zh", "es-en", "fr-en", "it-en",
    "pt-en", "ru-en", "zh-en",
)  # fmt: skip
NO_SPACES = ("ja", "zh")
SERIOUS = ("major", "critical")
REFERENCE_WORDS = 25
"""Length of a segment, in words, to which its MQM penalty is scaled."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of texts with what people said about it; fields are None where nobody was asked."""

    pair: TextPair
    dataset: str
    """Data set and language pair: whose raters' severity is one nuisance."""
    quality: float | None = None
    """Mean 0 and deviation 1 within its data set, higher is better."""
    critical: float | None = None
    """Share of the votes for a critical error."""
    major: float | None = None
    """Share of the raters that marked a major or critical error."""
    words: tuple[Spans, ...] | None = None
    """Per rater what was marked in the translation."""
    lost: tuple[Spans, ...] | None = None
    """Per rater what was marked in the counterpart."""
    document: str = ""
    human: bool = False
    raw: float | None = None
    """The judgement itself, higher is better: da_z, or -log(1 + MQM penalty at the reference length)."""
    da: float | None = None
    """Mean direct assessment, 0..100."""
    hter: float | None = None
    """Share of the words that were edited."""


def mlqe_rows(data: Path, pair: str, split: str) -> list[Row]:
    """Direct assessments and word tags of MLQE-PE (CC0)."""
    source, target = pair.split("-")
    raw = read_json_lines(data / "mlqe-pe" / f"{pair}.{split}.jsonl.gz")
    rows = [
        Row(
            TextPair(row["translation"], row["source"], target, source),
            f"mlqe {pair}",
            words=_tagged(row),
            document=f"{pair} {split} {i}",
            raw=row["da_z"],
            da=row["da"],
            hter=row["hter"],
        )
        for i, row in enumerate(raw)
    ]
    return _standardised(rows)


def post_edit_rows(data: Path, pair: str, split: str) -> list[Row]:
    """Translations held against their own post-edits: one language on both sides."""
    target = pair.split("-")[1]
    raw = [row for row in read_json_lines(data / "mlqe-pe" / f"{pair}.{split}.jsonl.gz") if row.get("post_edit")]
    rows = []
    for i, row in enumerate(raw):
        text = row["translation"]
        edited = _joined(row["post_edit"], target)
        rows.append(
            Row(TextPair(text, edited, target, target), f"edit {target}", words=_tagged(row), raw=-row["hter"],
                document=f"{pair} {split} {i}")
        )  # fmt: skip
    return _standardised(rows)


def critical_rows(data: Path, pair: str, split: str) -> list[Row]:
    """Comments with votes on critical errors (CC0); votes for `not understandable` count as errors by the label."""
    source, target = pair.split("-")
    rows = []
    for i, row in enumerate(read_json_lines(data / "critical-errors" / f"{pair}.{split}.jsonl.gz")):
        texts = TextPair(_joined(row["translation"], target), _joined(row["source"], source), target, source)
        votes = [vote for vote in row["votes"] if vote in (0, 1)]
        share = statistics.fmean(votes) if votes else float(row["label"] == "ERR")
        soft = (share + float(row["label"] == "ERR")) / 2
        rows.append(Row(texts, f"critical {pair}", critical=soft, document=f"{pair} {split} {i}",
                        raw=float(row["label"] == "ERR")))  # fmt: skip
    return rows


def mqm_rows(data: Path, name: str) -> list[Row]:
    """News or talks with error spans by professionals (Apache-2.0), those on which raters read one text."""
    source, target = name.rsplit(".", 1)[1].split("-")
    rows = []
    for row in read_json_lines(data / "mqm" / f"{name}.jsonl.gz"):
        if not row["agreed"] or not row["translation"].strip() or not row["raters"]:
            continue
        marks = [[e for e in rater["errors"] if e["severity"] != "neutral"] for rater in row["raters"]]
        rows.append(
            Row(
                TextPair(row["translation"], row["source"], target, source),
                f"mqm {name}",
                major=statistics.fmean(any(e["severity"] in SERIOUS for e in errors) for errors in marks),
                words=tuple(_spans(errors, "start", "end", len(row["translation"])) for errors in marks),
                lost=_source_marks(name, row, marks),
                document=f"{row['doc']}",
                human=row["human"],
                raw=-_scaled(row["mqm"], row["translation"], target),
            )
        )
    return _standardised(rows)


def same_language_rows(rows: list[Row], data: Path, name: str) -> list[Row]:
    """Each machine translation of `rows` held against a person's translation of the same segment."""
    people: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.human:
            people[row.document, row.pair.counterpart].append(row)
    found = []
    for row in rows:
        others = people.get((row.document, row.pair.counterpart), [])
        others = [other for other in others if other.pair.translation != row.pair.translation]
        if not row.human and others:
            best = max(others, key=lambda other: other.raw or 0.0)
            language = row.pair.translation_language
            pair = TextPair(row.pair.translation, best.pair.translation, language, language)
            found.append(replace(row, pair=pair, dataset=f"{row.dataset} same", lost=None))
    return found


def bio_rows(data: Path, pair: str, even: bool) -> list[Row]:
    """Abstracts with error spans (Apache-2.0): documents whose hash is even, or the others."""
    source, target = pair.split("-")
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in read_json_lines(data / "bio-mqm" / f"{pair}.jsonl.gz"):
        if row["translation"].strip() and is_even(row["doc"]) is even:
            grouped[row["source"], row["translation"]].append(row)
    rows = []
    for (original, translation), readings in grouped.items():
        marks = [[e for e in row["errors"] if e["severity"].lower() != "neutral"] for row in readings]
        sides = [[e for e in row["source_errors"] if e["severity"].lower() != "neutral"] for row in readings]
        both = list(zip(marks, sides, strict=True))
        rows.append(
            Row(
                TextPair(translation, original, target, source),
                f"bio {pair}",
                major=statistics.fmean(any(e["severity"].lower() in SERIOUS for e in a + b) for a, b in both),
                words=tuple(_spans(errors, "start", "end", len(translation)) for errors in marks),
                lost=tuple(_spans(errors, "start", "end", len(original)) for errors in sides),
                document=readings[0]["doc"],
                raw=-_scaled(statistics.fmean(sum(map(_weight, a + b)) for a, b in both), translation, target),
            )
        )
    return _standardised(rows)


def tico_rows(data: Path, language: str) -> list[TextPair]:
    """Professional translations about COVID-19 (CC0), both ways by turns: good pairs to damage."""
    lines = [line.split("\t") for line in read_lines(data / "tico19" / f"en-{TICO_LANGUAGES[language]}.tsv.gz")]
    pairs = [TextPair(parts[1], parts[0], language, "en") for parts in lines if len(parts) == 2]
    pairs = [pair for pair in pairs if min(len(pair.translation), len(pair.counterpart)) > 20]
    return [pair.turned() if i % 2 else pair for i, pair in enumerate(pairs)]


def is_even(document: str) -> bool:
    """The half of the documents that may be trained on."""
    return sha256(document.encode()).digest()[0] % 2 == 0


def word_spans(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where each of the tokens `words` stands in `text`, in order; empty spans where one is written otherwise."""
    found = []
    at = 0
    for word in words:
        start = text.find(word, at)
        if start < 0 or start > at + 12:
            found.append((at, at))
        else:
            at = start + len(word)
            found.append((start, at))
    return found


def _tagged(row: dict[str, Any]) -> tuple[Spans, ...]:
    spans = word_spans(row["translation"], row["tokens"])
    return (tuple(span for span, tag in zip(spans, row["tags"], strict=True) if tag == "BAD" and span[0] < span[1]),)


def _joined(tokens: str, language: str) -> str:
    return "".join(tokens.split()) if language in NO_SPACES else detokenised(tokens)


def _spans(errors: list[dict[str, Any]], start: str, end: str, length: int) -> Spans:
    found = [(int(e[start]), int(e[end])) for e in errors if e.get(start) is not None and e.get(end) is not None]
    return tuple((a, min(b, length)) for a, b in found if a < min(b, length))


def _source_marks(name: str, row: dict[str, Any], marks: list[list[dict[str, Any]]]) -> tuple[Spans, ...] | None:
    """None for 2020, whose raters could not mark the source."""
    if name.startswith("newstest2020"):
        return None
    return tuple(_spans(errors, "source_start", "source_end", len(row["source"])) for errors in marks)


def _weight(error: dict[str, Any]) -> float:
    severity = error["severity"].lower()
    if severity in SERIOUS:
        return 5.0
    return 0.1 if "punctuation" in error["category"].lower() else 1.0


def _scaled(penalty: float, text: str, language: str) -> float:
    """log(1 + penalty at the reference length): long segments collect more of it without being worse."""
    words = len(text) / 1.7 if language in NO_SPACES else len(text.split())
    return math.log1p(penalty * REFERENCE_WORDS / max(8.0, words))


def _standardised(rows: list[Row]) -> list[Row]:
    values = [row.raw for row in rows if row.raw is not None]
    mean, deviation = statistics.fmean(values), statistics.pstdev(values) or 1.0
    return [row if row.raw is None else replace(row, quality=(row.raw - mean) / deviation) for row in rows]


SOURCES: dict[str, Callable[[Path], list[Row]]] = {
    "mlqe": lambda data: [row for pair in MLQE_PAIRS for row in mlqe_rows(data, pair, "train")],
    "critical": lambda data: [row for pair in CRITICAL_PAIRS for row in critical_rows(data, pair, "train")],
    "edits": lambda data: [row for pair in MLQE_PAIRS for row in post_edit_rows(data, pair, "train")],
    "news": lambda data: [row for pair in ("zh-en", "en-de") for row in mqm_rows(data, f"newstest2020.{pair}")],
    "same": lambda data: [
        row
        for pair in ("zh-en", "en-de")
        for row in same_language_rows(mqm_rows(data, f"newstest2020.{pair}"), data, pair)
    ],
    "talks": lambda data: [row for pair in ("zh-en", "en-de") for row in mqm_rows(data, f"ted2021.{pair}")],
    "bio": lambda data: [row for pair in BIO_PAIRS for row in bio_rows(data, pair, even=True)],
}
"""What may be trained on, by name."""
