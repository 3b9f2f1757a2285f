"""Words of English that are no mere names: sea, dawn, finance."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

WORDS = Path(str(files("auditor.facts") / "data" / "english_words.txt"))
"""Made by `scripts/train_common_words.py` from English texts; no inflected forms."""


def common_in_english(word: str) -> bool:
    """Whether a romanised word is a common one of English."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(WORDS.read_text(encoding="utf-8").split())
