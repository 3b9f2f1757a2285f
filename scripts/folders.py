"""Builds folders of articles from the corpora, with scrambled file names and the true pairs kept aside."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from corpora import Lines, mqm_articles, ntrex_articles, ntrex_languages

NTREX_LANGUAGES = ("arb", "fas", "heb", "zho-CN", "rus", "spa", "deu", "tur", "hin", "jpn", "fra", "ukr")
"""The twelve languages of the audit benchmark."""
CLEAN_LANGUAGES = ("eng", "arb", "fas", "heb", "zho-CN", "rus", "spa", "deu", "tur", "hin", "jpn", "fra")
"""English and the eleven languages of the false-alarm benchmark."""
FEWEST_LINES = 5
"""Shorter articles are left out: nothing is there to align."""


@dataclass(frozen=True)
class Folder:
    """A folder to audit and what belongs together in it."""

    path: Path
    pairs: dict[str, str]
    """Translation id to counterpart id."""


def mqm_folder(data: Path, out: Path, documents: int = 30, systems: int = 2, seed: int = 1) -> Folder:
    """Chinese wire stories and English machine translations of two systems each, in role folders."""
    rng = random.Random(seed)
    articles = mqm_articles(data, "newstest2021.zh-en")
    names = _Names(rng)
    pairs = {}
    whole = [doc for doc in sorted(articles) if len(_machine(articles[doc])) >= systems]
    for doc in rng.sample(whole, min(documents, len(whole))):
        versions = articles[doc]
        counterpart = f"counterpart/{names.new()}.txt"
        _write(out / counterpart, versions["source"])
        for system in rng.sample(_machine(versions), systems):
            translation = f"translation/{names.new()}.txt"
            _write(out / translation, versions[system])
            pairs[translation] = counterpart
    return Folder(out, pairs)


def ntrex_folder(data: Path, out: Path, per_language: int = 8, seed: int = 1) -> Folder:
    """Human translations of English news into twelve languages, all in one folder without any hint in the names."""
    rng = random.Random(seed)
    names = _Names(rng)
    english = {article.id: article for article in ntrex_articles(data, "eng") if len(article.lines) >= FEWEST_LINES}
    chosen: dict[str, str] = {}
    pairs = {}
    for code in NTREX_LANGUAGES:
        own = {article.id: article for article in ntrex_articles(data, code)}
        for doc in rng.sample(sorted(english), per_language):
            if doc not in chosen:
                chosen[doc] = f"{names.new()}.txt"
                _write(out / chosen[doc], english[doc])
            name = f"{names.new()}.txt"
            _write(out / name, own[doc])
            pairs[name] = chosen[doc]
    return Folder(out, pairs)


def clean_folder(data: Path, out: Path, code: str) -> Folder:
    """All NTREX dev articles of one language beside their English originals, paired by name."""
    assert code in ntrex_languages(data)
    english = {article.id: article for article in ntrex_articles(data, "eng")}
    pairs = {}
    for article in ntrex_articles(data, code):
        name = article.id.replace("/", "-")
        _write(out / "translation" / f"{name}.txt", article)
        if code != "eng":
            _write(out / "counterpart" / f"{name}.txt", english[article.id])
            pairs[f"translation/{name}.txt"] = f"counterpart/{name}.txt"
    return Folder(out, pairs)


def _machine(versions: dict[str, Lines]) -> list[str]:
    return sorted(name for name in versions if name != "source" and not name.startswith("human."))


def _write(path: Path, article: Lines) -> None:
    """One paragraph per line, as both corpora have it, with blank lines between."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(line.strip() for line in article.lines) + "\n", encoding="utf-8")


class _Names:
    """File names that say nothing."""

    def __init__(self, rng: random.Random) -> None:
        self._numbers = rng.sample(range(10_000, 99_999), 2_000)

    def new(self) -> str:
        return f"article-{self._numbers.pop()}"
