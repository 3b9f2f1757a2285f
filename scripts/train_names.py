"""Fits the spelling counts in `auditor/facts/arabic_spellings.tsv`: how often English writes an Arabic letter how.

    python scripts/train_names.py --data PATH

Arabic names with their English spellings (google/transliteration, Apache-2.0) are aligned letter by letter by
expectation maximisation over edit alignments: a letter is spelled by one sound or not at all, and a sound (a short
vowel, mostly) may come without a letter. The file holds expected counts of the last round. Figures for the names held
out: how often one consonant replaced by an unlike one is told from the right spelling.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora import read_lines

from auditor.facts.name_difference import name_difference
from auditor.facts.romanise import romanise, sounds
from auditor.facts.sound_exchanges import COUNTS, arabic_spellings

ROUNDS, LEAST = 8, 20.0
"""Rounds of fitting; expected count below which a spelling is noise and not kept."""
NOTHING = "-"
AGREE = 8.0
"""How much likelier a letter's own sound is at the beginning."""
UNLIKE = {
    "b": "dglmr", "d": "bklm", "f": "gmtr", "g": "bfmr", "k": "bdmn", "l": "dkmt", "m": "bkts", "n": "lrkb",
    "p": "dlgr", "r": "nmkb", "s": "lnkm", "t": "lmgr", "v": "dklm", "z": "lmkb",
}  # fmt: skip

Counts = dict[tuple[str, str], float]
Pair = tuple[str, str]


def main() -> None:
    """Fit, write, evaluate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data / "names"
    counts = fit(list(pairs(folder / "ar-en.train.tsv.gz")))
    kept = sorted((pair, round(count)) for pair, count in counts.items() if count >= LEAST)
    lines = [f"{letter}\t{sound}\t{count}" for (letter, sound), count in kept]
    COUNTS.write_text("\n".join(["letter\tsound\tcount", *lines]) + "\n", encoding="utf-8")
    arabic_spellings.cache_clear()
    evaluate(read_lines(folder / "ar-en.eval.tsv.gz"))


def pairs(path: Path) -> Iterator[Pair]:
    """(Arabic letters by their sounds, English sounds) of each name."""
    for line in read_lines(path):
        arabic, _, english = line.partition("\t")
        yield sounds(romanise(arabic)), sounds(romanise(english))


def fit(names: list[Pair]) -> Counts:
    """Expected counts of each letter and sound; `NOTHING` on either side."""
    letters = {letter for arabic, _ in names for letter in arabic} | {NOTHING}
    spelled = {sound for _, english in names for sound in english} | {NOTHING}
    counts = {(a, e): AGREE if a == e else 1.0 for a in letters for e in spelled}
    for _ in range(ROUNDS):
        total = sum(counts.values())
        chance = {pair: count / total for pair, count in counts.items()}
        counts = defaultdict(lambda: 1e-6)
        for arabic, english in names:
            for pair, share in _expected(arabic, english, chance):
                counts[pair] += share
        counts = {pair: counts[pair] for pair in chance}
    return counts


def _expected(arabic: str, english: str, chance: Counts) -> Iterator[tuple[Pair, float]]:
    """The share of each step in all alignments of one name."""
    forward = _table(arabic, english, chance)
    backward = _table(arabic[::-1], english[::-1], chance)
    rows, columns = len(arabic), len(english)
    whole = forward[rows][columns]
    if whole <= 0:
        return
    for i in range(rows + 1):
        for j in range(columns + 1):
            for pair, (k, m) in _steps(arabic, english, i, j):
                share = forward[k][m] * chance[pair] * backward[rows - i][columns - j] / whole
                if share > 0:
                    yield pair, share


def _table(arabic: str, english: str, chance: Counts) -> list[list[float]]:
    table = [[0.0] * (len(english) + 1) for _ in range(len(arabic) + 1)]
    table[0][0] = 1.0
    for i in range(len(arabic) + 1):
        for j in range(len(english) + 1):
            for pair, (k, m) in _steps(arabic, english, i, j):
                table[i][j] += table[k][m] * chance[pair]
    return table


def _steps(arabic: str, english: str, i: int, j: int) -> Iterator[tuple[Pair, tuple[int, int]]]:
    """The steps that lead to cell (i, j), each with the cell it comes from."""
    if i and j:
        yield (arabic[i - 1], english[j - 1]), (i - 1, j - 1)
    if i:
        yield (arabic[i - 1], NOTHING), (i - 1, j)
    if j:
        yield (NOTHING, english[j - 1]), (i, j - 1)


def evaluate(lines: Iterable[str]) -> None:
    """Print how often right spellings pass and replaced consonants are told."""
    rng = random.Random(5)
    right = wrong = tried = names = 0
    for line in lines:
        arabic, _, english = line.partition("\t")
        names += 1
        right += not name_difference(english, arabic, across=True).slip
        places = [i for i, letter in enumerate(english) if letter in UNLIKE and 0 < i < len(english) - 1]
        if len(english) >= 6 and places:
            at = rng.choice(places)
            slip = english[:at] + rng.choice(UNLIKE[english[at]]) + english[at + 1 :]
            tried += 1
            wrong += name_difference(slip, arabic, across=True).slip
    print(f"{names} right spellings, {right / names:.3f} pass; {tried} with a slip, {wrong / tried:.3f} told")


if __name__ == "__main__":
    main()
