"""What the detector of word salad learns from: human sentences, and the same with their words in disorder."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpora import read_json_lines, read_lines

TICO = ("ckb", "es-419", "fr", "hi", "id", "ku", "ms", "ps", "pt-BR", "ru", "ur", "zh")
MLQE = ("en-de", "en-zh", "et-en", "ne-en", "ro-en", "ru-en", "si-en")
BIO = ("de-en", "es-en", "fr-en", "it-en", "pt-en", "ru-en", "zh-en", "en-de")
NEWS = ("zh-en", "en-de")
FAULTLESS = 0.4
"""MQM penalty up to which a machine translation is taken for well formed."""
LEAST, MOST = 50, 320
"""Code points of a sentence; a third of `LEAST` in Chinese."""
FEWEST = 8
"""Words that can be disordered."""
LEADING, TRAILING = "([{“„«‹\"'‘「『（《¿¡", ")]}”»›\"'’」』）》.,;:!?…،؛؟。，、；：？！।۔"

Split = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the marks that keep their place when the words change theirs."""

    before: str
    core: str
    after: str
    displaced: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence; `spans` are its words with whether they are out of place."""

    text: str
    garbled: bool
    spans: tuple[tuple[int, int, bool], ...] = ()


def sentences(data: Path) -> dict[str, list[str]]:
    """Well-formed sentences by language."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for language, text in _all(data):
        least = LEAST // 3 if language == "zh" else LEAST
        if least <= len(text.strip()) <= MOST:
            found[language][text.strip()] = None
    return {language: list(texts) for language, texts in sorted(found.items())}


def rows(texts: Sequence[str], language: str, split: Split | None, rng: random.Random) -> Iterator[Row]:
    """Each sentence, and once more in disorder; `split` parts the words of languages without spaces."""
    glue = "" if split else " "
    parted = [_words((split or str.split)(text)) for text in texts]
    cores = [word.core for words in parted for word in words]
    for text, words in zip(texts, parted, strict=True):
        yield Row(text, garbled=False)
        if len(words) >= FEWEST:
            way = rng.choice((_shuffled, _shuffled_part, _phrases, _jostled, _intruded))
            yield _row(way(_small_start(words, language), cores, rng), glue)


def _all(data: Path) -> Iterator[tuple[str, str]]:
    yield from _tico(data)
    yield from _wikipedia(data)
    yield from _abstracts(data)
    yield from _news(data)


def _tico(data: Path) -> Iterator[tuple[str, str]]:
    for name in TICO:
        for line in read_lines(data / "tico19" / f"en-{name}.tsv.gz"):
            english, _, other = line.partition("\t")
            yield name.split("-")[0], other
            if name == TICO[0]:
                yield "en", english


def _wikipedia(data: Path) -> Iterator[tuple[str, str]]:
    for pair in MLQE:
        for row in read_json_lines(data / "mlqe-pe" / f"{pair}.train.jsonl.gz"):
            yield pair[:2], row["source"]
            if pair == "en-de":
                yield "de", re.sub(r" ([.,;:!?%)\]”»])|([(\[„«]) ", r"\1\2", row["post_edit"])
            if pair == "en-zh":
                yield "zh", row["post_edit"].replace(" ", "")


def _abstracts(data: Path) -> Iterator[tuple[str, str]]:
    for pair in BIO:
        for row in read_json_lines(data / "bio-mqm" / f"{pair}.jsonl.gz"):
            if sha256(row["doc"].encode()).digest()[0] % 2 == 0:
                yield pair[:2], row["source"]


def _news(data: Path) -> Iterator[tuple[str, str]]:
    """Sources, people's translations, and those of engines with next to no fault."""
    for pair in NEWS:
        for row in read_json_lines(data / "mqm" / f"newstest2020.{pair}.jsonl.gz"):
            if row["agreed"]:
                yield pair[:2], row["source"]
                if row["human"] or (row["mqm"] is not None and row["mqm"] <= FAULTLESS):
                    yield pair[3:], row["translation"]


def _words(units: Sequence[str]) -> list[Word]:
    found = []
    for unit in units:
        core = unit.lstrip(LEADING).rstrip(TRAILING) or unit
        at = unit.index(core)
        found.append(Word(unit[:at], core, unit[at + len(core) :]))
    return found


def _small_start(words: list[Word], language: str) -> list[Word]:
    first = words[0]
    small = first.core[:1].lower() + first.core[1:] if language != "de" and first.core[1:].islower() else first.core
    return [Word(first.before, small, first.after), *words[1:]]


def _placed(words: list[Word], order: Sequence[int]) -> list[Word]:
    """The cores in another order; marks stay where they were."""
    return [Word(w.before, words[i].core, w.after, i != at) for at, (w, i) in enumerate(zip(words, order, strict=True))]


def _shuffled(words: list[Word], others: Sequence[str], rng: random.Random) -> list[Word]:
    return _placed(words, rng.sample(range(len(words)), len(words)))


def _shuffled_part(words: list[Word], others: Sequence[str], rng: random.Random) -> list[Word]:
    size = rng.randint(FEWEST, len(words))
    start = rng.randint(0, len(words) - size)
    part = rng.sample(range(start, start + size), size)
    return _placed(words, [*range(start), *part, *range(start + size, len(words))])


def _phrases(words: list[Word], others: Sequence[str], rng: random.Random) -> list[Word]:
    phrases: list[range] = []
    while not phrases or phrases[-1].stop < len(words):
        start = phrases[-1].stop if phrases else 0
        phrases.append(range(start, min(len(words), start + rng.choice((1, 1, 2, 2, 3)))))
    return _placed(words, [i for phrase in rng.sample(phrases, len(phrases)) for i in phrase])


def _jostled(words: list[Word], others: Sequence[str], rng: random.Random) -> list[Word]:
    reach = rng.choice((2, 3, 4, 5))
    return _placed(words, sorted(range(len(words)), key=lambda i: i + rng.uniform(0, reach)))


def _intruded(words: list[Word], others: Sequence[str], rng: random.Random) -> list[Word]:
    return [Word(w.before, rng.choice(others), w.after, displaced=True) if rng.random() < 0.35 else w for w in words]


def _row(words: list[Word], glue: str) -> Row:
    text, spans = "", []
    for word in words:
        text += glue if text else ""
        core = word.core[:1].upper() + word.core[1:] if not spans else word.core
        start = len(text)
        text += word.before + core + word.after
        spans.append((start, len(text), word.displaced))
    return Row(text, any(displaced for _, _, displaced in spans), tuple(spans))
