"""Sentences of a linked passage to which nothing on the other side corresponds, though their neighbours are matched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import Document, Segment, Span

LINKED = 0.8
"""Confidence of a link from which on the passages tell the same."""
ROOM = 0.1
"""Share of the sentence's expected length by which no neighbour's match may be too long: it might hold the sentence.

In 12 languages of NTREX, 4,486 clean lines in paragraphs of three, omission found one line and addition three; of 68
dropped lines 17 were found and of 100 added ones 33 (at .4 25 and 44, but one or two more clean lines)."""
NEAR = 2
"""Sentences on either side that are looked at."""
FEWEST = 3
"""Matches from which the usual ratio of lengths is known."""
LETTERS, CHARACTERS = 25, 10
"""Shorter sentences are skipped: letters, or characters where one is a word or a syllable (Chinese, Japanese)."""
DENSE = frozenset({"zh", "ja", "ko"})
LETTERS_A_CHARACTER = 2.5
"""Letters of English that tell what one character of a dense script does."""
Match = tuple[tuple[int, ...], tuple[int, ...]]
"""Segments of the own side and of the other one."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A sentence of one side without a match."""

    sentence: Span
    beside: Span
    """Where it would stand on the other side: the match of the nearest neighbour."""
    neighbour: Span
    """That neighbour on the sentence's own side."""
    letters: int
    """Its size in letters of English; a character of a dense script counts as 2.5."""


@dataclass(frozen=True)
class _Side:
    """One article seen from the gap: `own` holds the sentence, `other` should."""

    own: Document
    other: Document
    beads: tuple[Match, ...]
    linked: frozenset[int]
    """Passages of `own` that are surely linked."""


def lacking(subject: Subject) -> Iterator[Unmatched]:
    """Sentences of the counterpart that the translation lacks; none in comparable text."""
    alignment, counterpart = subject.alignment, subject.counterpart
    if alignment is None or counterpart is None or alignment.regime is Regime.COMPARABLE:
        return
    beads = tuple((bead.counterpart, bead.translation) for bead in alignment.beads)
    linked = frozenset(link.counterpart for link in alignment.links if link.confidence >= LINKED)
    yield from _unmatched(_Side(counterpart, subject.document, beads, linked))


def surplus(subject: Subject) -> Iterator[Unmatched]:
    """Sentences of the translation that the counterpart lacks; none in comparable text."""
    alignment, counterpart = subject.alignment, subject.counterpart
    if alignment is None or counterpart is None or alignment.regime is Regime.COMPARABLE:
        return
    beads = tuple((bead.translation, bead.counterpart) for bead in alignment.beads)
    linked = frozenset(link.translation for link in alignment.links if link.confidence >= LINKED)
    yield from _unmatched(_Side(subject.document, counterpart, beads, linked))


def _unmatched(side: _Side) -> Iterator[Unmatched]:
    matched = {i: bead for bead in side.beads if bead[0] and bead[1] for i in bead[0]}
    alone = {i for own, other in side.beads if not own for i in other}
    ratio = _ratio(side)
    if ratio is None:
        return
    for own, other in side.beads:
        if not other and len(own) == 1:
            segment = side.own.segments[own[0]]
            found = _judged(side, segment, matched, alone, ratio)
            if found is not None:
                yield found


def _judged(
    side: _Side, segment: Segment, matched: dict[int, Match], alone: set[int], ratio: float
) -> Unmatched | None:
    """The sentence as a gap, unless it is short, its surroundings are unsure or a neighbour may hold it."""
    dense = side.own.language in DENSE
    size = sum(map(str.isalnum, side.own.slice(segment.span)))
    if segment.passage not in side.linked or size < (CHARACTERS if dense else LETTERS):
        return None
    near = [matched.get(i) for i in range(segment.index - NEAR, segment.index + NEAR + 1) if _beside(side, segment, i)]
    if not near or None in near:
        return None
    beads = [bead for bead in near if bead is not None]
    if any(_roomy(side, bead, len(segment.span), ratio) for bead in beads):
        return None
    places = [i for _, other in beads for i in other]
    if any(min(places) - NEAR <= i <= max(places) + NEAR for i in alone):
        return None
    own, other = min(beads, key=lambda bead: min(abs(i - segment.index) for i in bead[0]))
    return Unmatched(
        segment.span,
        _span(side.other, other),
        _span(side.own, own),
        round(size * LETTERS_A_CHARACTER) if dense else size,
    )


def _beside(side: _Side, segment: Segment, index: int) -> bool:
    """Whether the segment of this index is a neighbour in the same passage."""
    if index == segment.index or not 0 <= index < len(side.own.segments):
        return False
    return side.own.segments[index].passage == segment.passage


def _roomy(side: _Side, bead: Match, gap: int, ratio: float) -> bool:
    """Whether a match is so long that it may hold the missing sentence as well."""
    own, other = _length(side.own, bead[0]), _length(side.other, bead[1])
    return other > ratio * (own + ROOM * gap)


def _ratio(side: _Side) -> float | None:
    """Usual length of the other side over that of the own one; None where too little is matched to tell."""
    found = [_length(side.other, other) / max(1, _length(side.own, own)) for own, other in side.beads if own and other]
    return median(found) if len(found) >= FEWEST else None


def _length(document: Document, segments: tuple[int, ...]) -> int:
    return sum(len(document.segments[i].span) for i in segments)


def _span(document: Document, segments: tuple[int, ...]) -> Span:
    return Span(document.segments[segments[0]].span.start, document.segments[segments[-1]].span.end)
