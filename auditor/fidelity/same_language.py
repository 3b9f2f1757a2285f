"""What two texts in one language tell of each other: shared characters, shared words, negations."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from auditor.fidelity.negation import negations
from auditor.fidelity.pair import TextPair

if TYPE_CHECKING:
    from sacrebleu.metrics import CHRF

SAME_LANGUAGE_FEATURES = ("chrf", "words_kept", "words_supported", "negations_differ")

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def same_language_features(pair: TextPair) -> list[float]:
    """The figures named in `SAME_LANGUAGE_FEATURES`, each 0..1."""
    kept, supported = shared_words(pair.translation, pair.counterpart)
    here = negations(pair.translation, pair.translation_language)
    there = negations(pair.counterpart, pair.counterpart_language)
    return [chrf(pair.translation, pair.counterpart), kept, supported, float((here % 2) != (there % 2))]


def chrf(translation: str, counterpart: str) -> float:
    """Character n-gram F-score (Popović, 2015), 0..1."""
    return float(_chrf().sentence_score(translation, [counterpart]).score) / 100


def shared_words(translation: str, counterpart: str) -> tuple[float, float]:
    """(share of the counterpart's words that the translation has, and the other way round), rare words first.

    Words of up to three letters weigh a quarter: most are grammar. Unspaced scripts count single characters.
    """
    here, there = _words(translation), _words(counterpart)
    common = here & there
    shared = _weight(common)
    return shared / max(_weight(there), 1e-9), shared / max(_weight(here), 1e-9)


def _words(text: str) -> Counter[str]:
    words: Counter[str] = Counter()
    for word in _WORD.findall(text.casefold()):
        words.update(word if _UNSPACED.search(word) else [word])
    return words


def _weight(words: Counter[str]) -> float:
    return sum(count * (0.25 if len(word) <= 3 and word.isascii() else 1.0) for word, count in words.items())


@cache
def _chrf() -> CHRF:
    from sacrebleu.metrics import CHRF

    return CHRF()
