"""Where two spellings part: how many consonants were replaced, lost or put in that no way of spelling explains."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from auditor.facts.romanise import romanise, sounds
from auditor.facts.sound_exchanges import SILENT, SOFT, Exchange, exchange

SOFT_GAP, SOFT_CHANGE, DOUBLED, LAWFUL, MOSTLY_SILENT, UNSPOKEN, GAP, REPLACED = 5, 5, 5, 12, 15, 45, 80, 100
OWN_ENDING = 8
"""Costs of one step, in hundredths; only their order matters: a replaced consonant is cheaper than one lost and one put
in."""
COSTS = {Exchange.SAME: 0, Exchange.SOFT: SOFT_CHANGE, Exchange.LAWFUL: LAWFUL, Exchange.UNLIKE: REPLACED}
ENDING = 3
"""Sounds at the end of a rendering that may be its language's own ending: Трамп, Трампом."""
FEWEST = 3
"""Consonants in place without which two spellings are of two names."""


@dataclass(frozen=True, slots=True)
class NameDifference:
    """The cheapest way from one spelling to the other."""

    cost: float = 0.0
    replaced: int = 0
    """Consonants in the place of unlike ones, or of vowels."""
    gaps: int = 0
    """Consonants lost or put in."""
    kept: int = 0
    """Consonants in place, alike or exchanged lawfully."""

    @property
    def lawful(self) -> bool:
        """Whether the two can be spellings of one name."""
        return not self.replaced and not self.gaps

    @property
    def slip(self) -> bool:
        """Whether exactly one consonant stands between the two, and enough others agree."""
        return self.replaced + self.gaps == 1 and self.kept >= FEWEST


_COST, _REPLACED, _GAP, _FIELD = 1 << 36, 1 << 24, 1 << 12, (1 << 12) - 1
"""A way is one number, cost first, then what `NameDifference` counts: the inner loop only adds and compares."""


@lru_cache(maxsize=16384)
def name_difference(a: str, b: str, *, across: bool = False) -> NameDifference:
    """From `a` to `b`, names of any scripts; `across`: `b` is a rendering of `a` in another language's letters."""
    first, second = (sounds(romanise(name).replace(" ", "")) for name in (a, b))
    put_in = _gaps(second, across=False)
    row = [0, *accumulate(put_in)]
    for left, loss in zip(first, _gaps(first, across=across), strict=True):
        costs = _exchanges(left, across)
        diagonal, best = row[0], row[0] + loss
        below = [best]
        for right, above, gap in zip(second, row[1:], put_in, strict=True):
            way = diagonal + costs[right]
            lost, best = above + loss, best + gap
            if lost < way:
                way = lost
            if way < best:
                best = way
            below.append(best)
            diagonal = above
        row = below
    return _told(_with_ending(row) if across else row[-1])


def _told(way: int) -> NameDifference:
    replaced, gaps, kept = way // _REPLACED & _FIELD, way // _GAP & _FIELD, way & _FIELD
    return NameDifference(way // _COST / 100, replaced, gaps, kept)


def _with_ending(row: list[int]) -> int:
    """The best of the ways on which the last sounds of a rendering are an ending."""
    return min(way + OWN_ENDING * _COST * i for i, way in enumerate(reversed(row[-1 - ENDING :])))


class _Exchanges(dict[str, int]):
    """What each sound in the place of one adds to a way; filled as it is asked for."""

    def __init__(self, sound: str, across: bool) -> None:
        super().__init__()
        self._sound, self._across = sound, across

    def __missing__(self, other: str) -> int:
        kind = exchange(self._sound, other, across=self._across)
        unlike = kind is Exchange.UNLIKE
        consonant = self._sound not in SOFT or other not in SOFT
        self[other] = COSTS[kind] * _COST + unlike * _REPLACED + (consonant and not unlike)
        return self[other]


_exchanges = lru_cache(maxsize=256)(_Exchanges)


@lru_cache(maxsize=16384)
def _gaps(word: str, *, across: bool) -> tuple[int, ...]:
    """What it adds to a way to leave out each sound."""
    return tuple(_gap(sound, before, across=across) for before, sound in zip(" " + word, word, strict=False))


def _gap(sound: str, before: str, *, across: bool) -> int:
    if sound in SOFT or sound == "h":
        return SOFT_GAP * _COST
    if sound == before:
        return DOUBLED * _COST
    if not across or sound not in SILENT:
        return GAP * _COST + _GAP
    return (MOSTLY_SILENT if sound == "G" else UNSPOKEN) * _COST
