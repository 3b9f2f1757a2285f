"""Names of linked passages that differ by a letter: behind an agreeing first name, or on their own in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from auditor.facts.english_words import common_in_english
from auditor.facts.name_difference import GAP, REPLACED, NameDifference, name_difference
from auditor.facts.name_matching import NamePlace, NameWord, inflected
from auditor.facts.rendering import DEAREST, PLAIN, renderings, renders, stems
from auditor.facts.romanise import spoken_letters

SHORTEST, SHORTEST_FIRST, SHORTEST_ALONE = 5, 3, 6
"""Romanised letters of a name beside a first name, of that first name, and of a name on its own."""
KEPT, FEW = 3, 2
"""Consonants that agree beside the one that does not; the fewest, where all else sounds just like the name."""
SPARE = 0.04
"""Cost per letter of all but that consonant."""

_AMERICAN = {
    "isation": "ization", "ise": "ize", "ising": "izing", "our": "or", "ours": "ors", "re": "er", "res": "ers",
    "ence": "ense", "ogue": "og", "amme": "am",
}  # fmt: skip
_BRITISH = re.compile(f"(?:{'|'.join(_AMERICAN)})$")


@dataclass(frozen=True, slots=True)
class NamePair:
    """A name word of the translation and the counterpart's word for it."""

    ours: NameWord
    theirs: NameWord
    variant: bool = False
    """Whether both spellings are lawful ones of the same name."""


def beside(names: tuple[NamePlace, ...], words: tuple[NameWord, ...], *, cased: bool) -> Iterator[NamePair]:
    """The counterpart's names whose first name a word of the translation renders, and the next word but one consonant.

    For scripts that render names by ear: on clean NTREX beside its English, in Russian, Ukrainian, Arabic, Hebrew,
    Persian and Hindi (2,800 sentences), the only one was *אנגרסון* for Anderson.
    """
    pairs = [pair for pair in pairwise(words) if not cased or pair[1].surface[:1].isupper()]
    spoken = {before.surface for before, _ in pairs}
    for first, last in (pair for name in names for pair in pairwise(name.words)):
        if len(last.key) < SHORTEST or len(first.key) < SHORTEST_FIRST:
            continue
        rendered = renderings(first.key, spoken)
        for before, after in pairs:
            if (before.key == first.key or before.surface in rendered) and _one_consonant(last, after):
                yield NamePair(after, last)


def _one_consonant(name: NameWord, word: NameWord) -> bool:
    if word.key == name.key or inflected(word.key, name.key) or renders(name.key, word.surface):
        return False
    found = [name_difference(name.key, spoken_letters(stem), across=True) for stem in stems(word.surface)]
    return _replaced(min(found, key=lambda difference: difference.cost), name)


def _replaced(found: NameDifference, name: NameWord) -> bool:
    """Whether all is plain but one consonant that no rendering has there."""
    if (found.replaced, found.gaps) != (1, 0) or found.kept < FEW:
        return False
    return found.cost - REPLACED / 100 <= (SPARE if found.kept >= KEPT else PLAIN) * len(name.key)


def alone(names: tuple[NamePlace, ...], others: tuple[NamePlace, ...]) -> Iterator[NamePair]:
    """Names of one language, word by word: one changed consonant, or a lawful variant."""
    for ours in (word for name in names for word in name.words):
        for theirs in (word for name in others for word in name.words):
            if ours.key == theirs.key or ours.key[:1] != theirs.key[:1] or inflected(ours.key, theirs.key):
                continue
            if min(len(ours.key), len(theirs.key)) < SHORTEST_ALONE:
                continue
            found = name_difference(theirs.key, ours.key)
            spare = DEAREST * min(len(ours.key), len(theirs.key))
            if found.lawful and found.cost <= spare and not _word_of_english(ours, theirs):
                yield NamePair(ours, theirs, variant=True)
            elif found.slip and found.cost - (REPLACED if found.replaced else GAP) / 100 <= spare:
                yield NamePair(ours, theirs)


def _word_of_english(ours: NameWord, theirs: NameWord) -> bool:
    """Whether it is no name at all but a word, British and American: Organisation, Organization."""
    first, second = (_BRITISH.sub(lambda found: _AMERICAN[found.group()], word.key) for word in (ours, theirs))
    return first == second or common_in_english(ours.key) or common_in_english(theirs.key)
