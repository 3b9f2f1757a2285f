"""Writes `auditor/facts/data/english_words.txt`: words that English prints in lower case, so that none is a mere name.

    python scripts/train_common_words.py --data PATH

Counted in the English sides of MLQE-PE and TICO-19 (CC0), MQM news and talks and Bio-MQM (Apache-2.0). A word is kept
that came in lower case often enough, and at least half as often as with a capital inside a sentence. Inflected forms of
other words are left out: a name is translated by the word itself.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from auditor.facts.english_words import WORDS

LEAST, SHARE, LETTERS = 8, 0.5, (3, 11)
"""Times in lower case; of the times with a capital; letters of a word that is kept."""
TO_ENGLISH = re.compile(r"-en\.")
ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("ly", ""))
_WORD = re.compile(r"(?<![\w'’-])[A-Za-z]+(?![\w-])")
_VOWEL = re.compile("[aeiouy]")


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    words = common(frozenset(sentences(parser.parse_args().data)))
    WORDS.write_text("\n".join(textwrap.wrap(" ".join(words), 118)) + "\n", encoding="utf-8")
    print(len(words), "words")


def sentences(folder: Path) -> Iterator[str]:
    """English sentences."""
    for path in sorted((folder / "tico19").glob("*.gz")):
        yield from (line.partition("\t")[0] for line in _lines(path))
    for path in sorted(x for name in ("mlqe-pe", "mqm", "bio-mqm") for x in (folder / name).glob("*.gz")):
        field = "translation" if TO_ENGLISH.search(path.name) else "source" if "en-" in path.name else ""
        yield from (json.loads(line)[field] for line in _lines(path) if field)


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def common(texts: frozenset[str]) -> list[str]:
    """The words that are kept, in order."""
    lower, capital = Counter[str](), Counter[str]()
    for text in texts:
        for match in _WORD.finditer(text):
            word = match.group()
            if word.islower():
                lower[word] += 1
            elif word.istitle() and text[: match.start()][-2:-1].isalpha():
                capital[word.lower()] += 1
    often = {word for word, count in lower.items() if count >= max(LEAST, SHARE * capital[word])}
    return sorted(word for word in often if _kept(word) and not _inflected(word, often))


def _kept(word: str) -> bool:
    return LETTERS[0] <= len(word) <= LETTERS[1] and bool(_VOWEL.search(word))


def _inflected(word: str, known: set[str]) -> bool:
    return any(word.endswith(end) and word.removesuffix(end) + put in known for end, put in ENDINGS)


if __name__ == "__main__":
    main()
