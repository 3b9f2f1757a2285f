"""Rows of human judgements for fitting and measuring fidelity, read from the folder given as `--data`.

Every sample is drawn with a fixed seed, so that two runs see the same rows.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from auditor.fidelity.pair import TextPair

MLQE_PAIRS = ("en-de", "en-zh", "ro-en", "et-en", "ne-en", "si-en", "ru-en")
NTREX_LANGUAGES = {
    "ar": "arb", "fa": "fas", "de": "deu", "fr": "fra", "es": "spa",
    "ru": "rus", "zh": "zho-CN", "ja": "jpn", "tr": "tur", "hi": "hin",
}  # fmt: skip
TICO_LANGUAGES = {
    "es": "es-419", "pt": "pt-BR", "ru": "ru", "zh": "zh", "id": "id", "ms": "ms",
    "hi": "hi", "ur": "ur", "ps": "ps", "ku": "ku",
}  # fmt: skip
"""Those that the bundled e5 was trained on, French apart: its lines 150 to 950 stand beside other English ones (cosine
of `use` .5 against .8 elsewhere)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of texts with what people said about it; fields are None where nobody was asked."""

    pair: TextPair
    group: str
    """Data set and language pair."""
    da: float | None = None
    """Mean direct assessment, 0..100."""
    z: float | None = None
    """Mean of the annotators' z-scores."""
    hter: float | None = None
    mqm: float | None = None
    """Mean MQM penalty over raters."""
    major: float | None = None
    """Share of raters that marked a major or critical error."""
    human: bool = False
    """A person's translation, not a system's."""
    segment: str = ""
    """Document and segment, equal for all translations of one source."""


def read_lines(path: Path) -> list[str]:
    """The lines of a gzip file, without their ends."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file]


def sample(rows: list[Any], count: int | None, seed: int = 20) -> list[Any]:
    """The first `count` rows of a fixed shuffle, so that a smaller sample is the beginning of a larger one."""
    shuffled = list(rows)
    random.Random(seed).shuffle(shuffled)
    return shuffled[:count]


def mlqe(data: Path, pair: str, split: str, count: int | None) -> list[Judged]:
    """Machine translations with direct assessments: MLQE-PE, CC0."""
    source, target = pair.split("-")
    rows = [json.loads(line) for line in read_lines(data / "mlqe-pe" / f"{pair}.{split}.jsonl.gz")]
    return [
        Judged(
            TextPair(row["translation"], row["source"], target, source),
            f"mlqe {pair}",
            da=row["da"],
            z=row["da_z"],
            hter=row["hter"],
        )
        for row in sample(rows, count)
    ]


def mqm(data: Path, name: str, count: int | None) -> list[Judged]:
    """News segments with error spans by professionals: WMT MQM, Apache-2.0. `name` such as `newstest2020.zh-en`."""
    source, target = name.rsplit(".", 1)[1].split("-")
    return [
        Judged(TextPair(row["translation"], row["source"], target, source), **_judgement(name, row))
        for row in sample(list(_agreed(data, name)), count)
    ]


def mqm_same_language(data: Path, name: str, count: int | None) -> list[Judged]:
    """System outputs held against another human translation of the same segment, both in the target language."""
    target = name.rsplit("-", 1)[1]
    rows = list(_agreed(data, name))
    references: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row["human"]:
            references.setdefault(_key(row), []).append(row)
    judged = [
        Judged(TextPair(row["translation"], other["translation"], target, target), **_judgement(name, row))
        for row in rows
        for other in references.get(_key(row), ())
        if other["system"] != row["system"]
    ]
    return sample(judged, count)


def mlqe_post_edits(data: Path, pair: str, split: str, count: int | None) -> list[Judged]:
    """Machine translations held against their own post-edits, with the direct assessments of the translations."""
    target = pair.split("-")[1]
    rows = [json.loads(line) for line in read_lines(data / "mlqe-pe" / f"{pair}.{split}.jsonl.gz")]
    rows = [row for row in rows if row.get("post_edit")]
    return [
        Judged(
            TextPair(detokenised(" ".join(row["tokens"])), detokenised(row["post_edit"]), target, target),
            f"post-edit {pair}",
            da=row["da"],
            hter=row["hter"],
        )
        for row in sample(rows, count)
    ]


def tico(data: Path, language: str, count: int | None) -> list[Judged]:
    """Professional translations of English texts about COVID-19: TICO-19, CC0. Every second pair is turned round.

    What a person wrote is as faithful read either way; read one way only, the direction would tell people from systems.
    """
    name = TICO_LANGUAGES[language]
    lines = [line.split("\t") for line in read_lines(data / "tico19" / f"en-{name}.tsv.gz")]
    pairs = [(parts[0], parts[1]) for parts in lines if len(parts) == 2 and min(map(len, parts)) > 20]
    found = [TextPair(there, here, language, "en") for here, there in sample(pairs, count)]
    turned = [pair.turned() if i % 2 else pair for i, pair in enumerate(found)]
    return [Judged(pair, f"tico {language}", human=True) for pair in turned]


def ntrex(data: Path, language: str, count: int | None) -> list[Judged]:
    """Professional translations of English news: NTREX-128, for thresholds and measuring only (CC BY-SA 4.0)."""
    english = [line.split("\t") for line in read_lines(data / "ntrex" / "eng.dev.txt.gz")]
    other = [line.split("\t") for line in read_lines(data / "ntrex" / f"{NTREX_LANGUAGES[language]}.dev.txt.gz")]
    pairs = [(here[1], there[1]) for here, there in zip(english, other, strict=True)]
    return [
        Judged(TextPair(there, here, language, "en"), f"ntrex {language}", human=True)
        for here, there in sample(pairs, count)
    ]


def critical_errors(data: Path, pair: str, count: int | None) -> list[Judged]:
    """Machine translations of comments, tokenised; here for the lengths of languages that no other set has (CC0)."""
    source, target = pair.split("-")
    rows = [json.loads(line) for line in read_lines(data / "critical-errors" / f"{pair}.dev.jsonl.gz")]
    glue = "" if target in ("ja", "zh") else " "
    return [
        Judged(
            TextPair(glue.join(row["translation"].split()), detokenised(row["source"]), target, source),
            f"critical {pair}",
        )
        for row in sample(rows, count)
    ]


def biomedical(data: Path, pair: str, count: int | None) -> list[Judged]:
    """Abstracts with error spans: Bio-MQM, Apache-2.0."""
    source, target = pair.split("-")
    rows = [json.loads(line) for line in read_lines(data / "bio-mqm" / f"{pair}.jsonl.gz")]
    return [
        Judged(TextPair(row["translation"], row["source"], target, source), f"bio {pair}")
        for row in sample([row for row in rows if row["translation"].strip()], count)
    ]


def shortened(rows: list[Judged], seed: int = 22) -> list[tuple[Judged, float]]:
    """Translations of which only the first part is left, with the share that is left."""
    generator = random.Random(seed)
    found: list[tuple[Judged, float]] = []
    for row in rows:
        share = generator.uniform(0.3, 0.8)
        text = row.pair.translation
        end = round(len(text) * share)
        cut = text[:end] if " " not in text[:end] else text[:end].rsplit(" ", 1)[0]
        if cut.strip():
            pair = replace(row.pair, translation=cut)
            found.append((Judged(pair, f"shortened {row.group}"), len(cut) / len(text)))
    return found


def misnumbered(rows: list[Judged], seed: int = 23) -> list[Judged]:
    """Translations in which one numeral says another number."""
    generator = random.Random(seed)
    found: list[Judged] = []
    for row in rows:
        text = row.pair.translation
        digits = [i for i, char in enumerate(text) if char in "123456789"]
        if digits:
            at = generator.choice(digits)
            other = generator.choice([digit for digit in "123456789" if digit != text[at]])
            pair = replace(row.pair, translation=f"{text[:at]}{other}{text[at + 1 :]}")
            found.append(Judged(pair, f"misnumbered {row.group}"))
    return found


def unrelated(rows: list[Judged], seed: int = 21) -> list[Judged]:
    """Each translation of `rows` against the counterpart of another row of the same group."""
    changed: list[Judged] = []
    for group in sorted({row.group for row in rows}):
        members = [row for row in rows if row.group == group]
        random.Random(seed).shuffle(members)
        for row, other in zip(members, members[1:] + members[:1], strict=True):
            if row.pair.counterpart != other.pair.counterpart:
                pair = TextPair(
                    row.pair.translation,
                    other.pair.counterpart,
                    row.pair.translation_language,
                    row.pair.counterpart_language,
                )
                changed.append(Judged(pair, f"unrelated {group}"))
    return changed


def altered(rows: list[Judged], change: Callable[[TextPair], TextPair], name: str) -> list[Judged]:
    """`rows` with every pair changed, nothing said about them."""
    return [Judged(change(row.pair), f"{name} {row.group}") for row in rows]


def detokenised(text: str) -> str:
    """Tokens joined as print would: no space before closing marks or inside quotation marks."""
    words: list[str] = []
    open_quote, glue = False, True
    for token in text.split():
        closing = token in {
            ".",
            ",",
            "!",
            "?",
            ":",
            ";",
            ")",
            "]",
            "%",
            "”",
            "’",
            "'s",
            "n't",
            "'t",
            "'re",
            "'ve",
            "'ll",
        }
        is_quote = token in {'"', "''", "``"}
        closing = closing or token == "'" or (is_quote and open_quote)
        words.append(token if glue or closing else f" {token}")
        glue = token in {"(", "[", "“", "‘", "$", "#"} or (is_quote and not open_quote)
        open_quote ^= is_quote
    return "".join(words)


def _agreed(data: Path, name: str) -> Iterator[dict[str, Any]]:
    for line in read_lines(data / "mqm" / f"{name}.jsonl.gz"):
        row = json.loads(line)
        if row["agreed"] and row["translation"].strip() and row["raters"]:
            yield row


def _key(row: dict[str, Any]) -> str:
    return f"{row['doc']} {row['segment']}"


def _judgement(name: str, row: dict[str, Any]) -> dict[str, Any]:
    serious = [any(e["severity"] in ("major", "critical") for e in rater["errors"]) for rater in row["raters"]]
    return {
        "group": f"mqm {name}",
        "mqm": row["mqm"],
        "major": sum(serious) / len(serious),
        "human": row["human"],
        "segment": _key(row),
    }
