"""Which sounds the spellings of one name may exchange: learned from Arabic names, listed for other scripts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files

from auditor.facts.romanise import GLIDES, VOWELS

COUNTS = files("auditor.facts") / "arabic_spellings.tsv"
"""How often English writes an Arabic letter how, in 12,877 names; made by `scripts/train_names.py`."""
NOTHING = "-"

LAWFUL_SHARE = 0.03
"""Share of one sound's spellings, by way of the Arabic letters behind it, from which another is a spelling of it."""
RENDERED_SHARE = 0.02
"""Share of a letter's spellings from which a sound is a lawful one."""

SOFT = VOWELS | GLIDES
CONSONANTS = frozenset("bcdfghjklmnpqrstvxzCDGJSTXZ")
"""The others, as `romanise.sounds` writes them."""
SAME_SCRIPT = (
    "kqc", "xk", "vwb", "iy", "sz", "dDz", "tTs", "kqX", "gGq", "JjZc", "ZSJ", "Cc", "hXC",
)  # fmt: skip
"""Consonants that two spellings of a name may exchange in any script: gh and q in Persian, ch and h in Hebrew, dh and z
or th and s in Arabic, c and j in Turkish, b and v in Hebrew and Spanish, zh and sch in Russian, kh and q in Arabic."""
ACROSS = {
    "b": "bvp", "p": "pbf", "v": "vfbw", "f": "fvph", "w": "wvgb", "k": "kqXgcCh", "q": "qkgX", "g": "gGJjkqhXZyCc",
    "J": "JjzZdgSC", "j": "jJgyhXzZdSC", "c": "cskqCSzX", "C": "CcSkXsJtj", "S": "SsCZzJ", "s": "szSZcTJj",
    "z": "zscJjtSC", "T": "TtsdzfD", "D": "DdztT", "d": "dDtTzjJ", "t": "tTdcsSC", "X": "XkhgG", "G": "GghkqfX",
    "h": "hXgGf", "l": "l", "r": "r", "m": "mn", "n": "nm",
}  # fmt: skip
"""Consonants of English and how other scripts render them: g for h in Russian, j for z in Hindi, b for v in Greek."""
KANA = {"l": "r", "t": "jz", "f": "h", "v": "f"}
"""What Japanese adds, which has no l, no ti and no vu."""
SILENT = frozenset("hGwrtdkgl")
"""Written consonants that may go unspoken: Kavanaugh, Leicester, Thompson."""


class Exchange(StrEnum):
    """What stands behind one sound in place of another."""

    SAME = "same"
    SOFT = "soft"
    """Vowels and half vowels, which every spelling writes its own way."""
    LAWFUL = "lawful"
    UNLIKE = "unlike"


@cache
def arabic_spellings() -> Mapping[str, Mapping[str, float]]:
    """The share of each English sound among the spellings of an Arabic letter."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for letter, sound, count in _counts():
        shares[letter][sound] = count
    return {letter: _shares(counts) for letter, counts in shares.items()}


def _counts() -> Iterator[tuple[str, str, float]]:
    for line in COUNTS.read_text(encoding="utf-8").splitlines()[1:]:
        letter, sound, count = line.split("\t")
        if NOTHING not in (letter, sound):
            yield letter, sound, float(count)


def _shares(counts: dict[str, float]) -> dict[str, float]:
    return {key: count / sum(counts.values()) for key, count in counts.items()}


@cache
def exchange(a: str, b: str, *, across: bool) -> Exchange:
    """What `b` in place of `a` is; `across` scripts, where `b` is the rendering, more is lawful."""
    if a == b:
        return Exchange.SAME
    if a in SOFT and b in SOFT:
        return Exchange.SOFT
    if across:
        lawful = b in ACROSS.get(a, "") or _rendered(a, b)
    else:
        lawful = any(a in group and b in group for group in SAME_SCRIPT) or _respelled(a, b)
    return Exchange.LAWFUL if lawful else Exchange.UNLIKE


def _rendered(sound: str, letter: str) -> bool:
    return arabic_spellings().get(letter, {}).get(sound, 0.0) >= RENDERED_SHARE


def _respelled(a: str, b: str) -> bool:
    """Whether some Arabic letter is often enough spelled either way, or some sound by either letter."""
    spellings, letters = arabic_spellings(), _letters_of_sounds()
    return any(
        min(shares.get(a, 0.0), shares.get(b, 0.0)) >= LAWFUL_SHARE
        for shares in (*spellings.values(), *letters.values())
    )


@cache
def _letters_of_sounds() -> Mapping[str, Mapping[str, float]]:
    """The other way about: the share of each Arabic letter among what one sound is written with."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for letter, sound, count in _counts():
        shares[sound][letter] = count
    return {sound: _shares(counts) for sound, counts in shares.items()}
