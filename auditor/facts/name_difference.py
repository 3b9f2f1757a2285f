"""Where two spellings part: how many consonants were replaced, lost or put in that no way of spelling explains."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from auditor.facts.romanise import romanise, sounds
from auditor.facts.sound_exchanges import SILENT, SOFT, Exchange, exchange

SOFT_GAP, SOFT_CHANGE, DOUBLED, LAWFUL, MOSTLY_SILENT, UNSPOKEN, GAP, REPLACED = (
    0.05,
    0.05,
    0.05,
    0.12,
    0.15,
    0.45,
    0.8,
    1.0,
)
OWN_ENDING = 0.08
"""Costs of one step; only their order matters: a replaced consonant is cheaper than one lost and one put in."""
COSTS = {Exchange.SAME: 0.0, Exchange.SOFT: SOFT_CHANGE, Exchange.LAWFUL: LAWFUL, Exchange.UNLIKE: REPLACED}
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


_Way = tuple[float, int, int, int]
"""As `NameDifference`; tuples, since this is the inner loop."""


@lru_cache(maxsize=65536)
def name_difference(a: str, b: str, *, across: bool = False) -> NameDifference:
    """From `a` to `b`, names of any scripts; `across`: `b` is a rendering of `a` in another language's letters."""
    first, second = (sounds(romanise(name).replace(" ", "")) for name in (a, b))
    lost, put_in = _gaps(first, across=across), _gaps(second, across=False)
    row: list[_Way] = [(0.0, 0, 0, 0)]
    for gap in put_in:
        row.append(_left_out(row[-1], gap))
    for left, loss in zip(first, lost, strict=True):
        previous, row = row, [_left_out(row[0], loss)]
        for j, right in enumerate(second):
            row.append(
                min(
                    _exchanged(previous[j], left, right, across=across),
                    _left_out(previous[j + 1], loss),
                    _left_out(row[j], put_in[j]),
                )
            )
    return NameDifference(*(_with_ending(row) if across else row[-1]))


def _with_ending(row: list[_Way]) -> _Way:
    """The best of the ways on which the last sounds of a rendering are an ending."""
    return min((way[0] + OWN_ENDING * i, *way[1:]) for i, way in enumerate(reversed(row[-1 - ENDING :])))


def _exchanged(way: _Way, left: str, right: str, *, across: bool) -> _Way:
    cost, replaced, kept = _exchange(left, right, across)
    return way[0] + cost, way[1] + replaced, way[2], way[3] + kept


@lru_cache(maxsize=4096)
def _exchange(left: str, right: str, across: bool) -> tuple[float, int, int]:
    kind = exchange(left, right, across=across)
    unlike = kind is Exchange.UNLIKE
    consonant = left not in SOFT or right not in SOFT
    return COSTS[kind], int(unlike), int(consonant and not unlike)


def _left_out(way: _Way, gap: tuple[float, int]) -> _Way:
    return way[0] + gap[0], way[1], way[2] + gap[1], way[3]


@lru_cache(maxsize=65536)
def _gaps(word: str, *, across: bool) -> tuple[tuple[float, int], ...]:
    """What it costs to leave out each sound, and whether that counts as a gap."""
    return tuple(_gap(sound, before, across=across) for before, sound in zip(" " + word, word, strict=False))


def _gap(sound: str, before: str, *, across: bool) -> tuple[float, int]:
    if sound in SOFT or sound == "h":
        return SOFT_GAP, 0
    if sound == before:
        return DOUBLED, 0
    if not across or sound not in SILENT:
        return GAP, 1
    return (MOSTLY_SILENT if sound == "G" else UNSPOKEN), 0
