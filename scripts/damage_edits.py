"""Edits on a text and what comes of them: the damaged text with the places that are wrong and those that are lost."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Damaged:
    """A text with damage of a known kind. What stands outside `spans` is, in order, the original outside `lost`."""

    text: str
    kind: str
    spans: tuple[Range, ...]
    """Half-open code point ranges of `text` that are wrong: inserted or replaced words; none for a pure deletion."""
    lost: tuple[Range, ...]
    """Ranges of the original text that are gone or replaced."""
    critical: bool
    """Whether a reader would be misled: a wrong number, name, polarity, role; not for repeats or a cut end."""
    severity: float
    """0..1, roughly the share of the meaning that is touched; another sentence altogether is 1."""


@dataclass(frozen=True, slots=True)
class Edit:
    """`original[start:end]` becomes `new`; a quiet edit changes only the case of letters and is not damage."""

    start: int
    end: int
    new: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Edits that belong together and how much they matter."""

    edits: tuple[Edit, ...]
    critical: bool
    weight: float
    """Severity on top of the share of characters that is touched."""


def applied(text: str, change: Change, kind: str) -> Damaged | None:
    """The damaged text; None where the edits overlap, change nothing or leave nothing."""
    edits = sorted(change.edits, key=lambda edit: (edit.start, edit.end))
    if any(after.start < before.end for before, after in itertools.pairwise(edits)):
        return None
    parts, spans, lost, at, length = [], [], [], 0, 0
    for edit in edits:
        kept = text[at : edit.start]
        parts += [kept, edit.new]
        length += len(kept)
        if not edit.quiet:
            if edit.new:
                spans.append((length, length + len(edit.new)))
            if edit.end > edit.start:
                lost.append((edit.start, edit.end))
        length += len(edit.new)
        at = edit.end
    new = "".join([*parts, text[at:]])
    if new == text or not new.strip():
        return None
    touched = max(size(spans) / len(new), size(lost) / len(text))
    severity = round(min(1.0, change.weight + touched), 3)
    return Damaged(new, kind, merged(spans), merged(lost), change.critical, severity)


def size(ranges: Iterable[Range]) -> int:
    """Code points in the ranges together."""
    return sum(end - start for start, end in ranges)


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges in order, touching and overlapping ones as one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def outside(length: int, ranges: Sequence[Range]) -> list[int]:
    """Places of 0..length that no range covers, in order."""
    covered = {place for start, end in ranges for place in range(start, end)}
    return [place for place in range(length) if place not in covered]


def as_ranges(places: Iterable[int]) -> tuple[Range, ...]:
    """Single places as ranges."""
    return merged((place, place + 1) for place in places)


def places(ranges: Iterable[Range]) -> list[int]:
    """Every place that the ranges cover."""
    return [place for start, end in ranges for place in range(start, end)]
