"""Puts the pieces of numbers together: `two hundred and five`, `1.2 million`, `ثلاثة وعشرون`, `3万5千`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from auditor.core.document import Span
from auditor.facts.number_leading import LeadingStack
from auditor.facts.number_pieces import Kind, Lexicon, Piece

GAPS = frozenset({"", "-", "‑", "־", "\u200c", ".", "多", "余", "餘", "几", "幾"})
"""What may stand between two pieces of one number, spaces apart: `550多万`, `12 тыс. человек`."""
BEFORE_MAGNITUDE = frozenset({"$", "€", "£", "+"})
"""What may stand between a numeral and its magnitude: `11 $ بلين`, `300+ billion`; not `1.8 billion and $870`."""

LONGEST_GAP = 3
THOUSAND = 1000
"""The one magnitude after which bare digits go on after a space: Turkish `3 bin 500`."""
MOST_PARTS = 24
"""Summands of the longest number in words; more are a list, and as one number it would cost its length squared."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A number as assembled from adjacent pieces."""

    span: Span
    values: tuple[Fraction, ...]
    pieces: tuple[Piece, ...]

    @property
    def spelled(self) -> bool:
        """Whether no digit is in it."""
        return all(piece.kind is not Kind.DIGITS for piece in self.pieces)


def assemble(pieces: tuple[Piece, ...], text: str, lexicon: Lexicon) -> Iterator[Assembled]:
    """The numbers that `pieces` make up, in order; a lone joiner is none."""
    at = 0
    while at < len(pieces):
        if pieces[at].kind is Kind.JOINER:
            at += 1
            continue
        stack = LeadingStack() if lexicon.leading else _Stack(lexicon)
        end = at
        while end < len(pieces) and (
            end == at
            or _touch(text, pieces[end - 1], pieces[end])
            or _counted(text, pieces[end - 1], pieces[end], lexicon.partitives)
        ):
            if not stack.take(pieces, end, _following(pieces, end, text)):
                break
            end += 1
        while pieces[end - 1].kind is Kind.JOINER:
            end -= 1
        used = pieces[at:end]
        yield Assembled(Span(used[0].span.start, used[-1].span.end), stack.values(), used)
        at = end


def _following(pieces: tuple[Piece, ...], at: int, text: str) -> Piece | None:
    """The next piece, where nothing parts it from the one at `at`."""
    if at + 1 == len(pieces) or not _touch(text, pieces[at], pieces[at + 1]):
        return None
    return pieces[at + 1]


class _Stack:
    """Parts of a number, largest first; a magnitude multiplies the smaller parts before it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._teens = lexicon.composes_teens
        self._by_letter = lexicon.by_letter
        self._parts: list[Fraction] = []
        self._last: Piece | None = None
        self._joined = False
        self._magnitude: Fraction | None = None
        self._numeral = False
        self._also: tuple[Fraction, ...] = ()

    def take(self, pieces: tuple[Piece, ...], at: int, following: Piece | None) -> bool:
        """Adds the piece at `at`, which `following` touches; False when it belongs to no number begun so far."""
        piece = pieces[at]
        if len(self._parts) > MOST_PARTS:
            return False
        match piece.kind:
            case Kind.JOINER:
                taken = self._last is not None and self._last.kind in (Kind.WORD, Kind.MAGNITUDE) and not self._joined
                self._joined = True
                return taken
            case Kind.DIGITS:
                taken = self._digits(piece, following)
            case Kind.MAGNITUDE:
                taken = self._multiply(piece.value)
            case Kind.ORDINAL:
                taken = self._add(piece, after_digits=False)
            case _ if self._approximates(pieces, at):
                self._parts[-1] = piece.value
                taken = True
            case _:
                taken = self._add(piece, after_digits=self._by_letter)
        if taken:
            self._last, self._joined = piece, False
        return taken

    def values(self) -> tuple[Fraction, ...]:
        """The value, and other readings of its digits when they are all of it."""
        return (sum(self._parts, Fraction(0)), *self._also)

    def _digits(self, piece: Piece, following: Piece | None) -> bool:
        self._numeral = True
        if self._last is None:
            self._parts, self._also = [piece.value], piece.values[1:]
            return True
        smaller = (
            following is not None
            and following.kind is Kind.MAGNITUDE
            and self._magnitude is not None
            and following.value < self._magnitude
        )
        glued = self._magnitude == THOUSAND or self._last.span.end == piece.span.start
        if self._magnitude is None or piece.value >= self._magnitude or not (smaller or glued):
            return False
        self._parts.append(piece.value)
        return True

    def _multiply(self, magnitude: Fraction) -> bool:
        if self._last is not None and self._last.kind is Kind.ORDINAL:
            return False
        lower = [part for part in self._parts if part < magnitude]
        kept = self._parts[: len(self._parts) - len(lower)]
        if self._parts and not lower and (kept[-1] < THOUSAND or magnitude >= THOUSAND):
            return False
        self._parts = [*kept, (sum(lower, Fraction(0)) if lower else Fraction(1)) * magnitude]
        self._also = tuple(value * magnitude for value in self._also)
        self._magnitude = magnitude
        return True

    def _approximates(self, pieces: tuple[Piece, ...], at: int) -> bool:
        """五六百, five or six hundred: two neighbouring digits before a magnitude; the larger counts."""
        last, piece = self._last, pieces[at]
        return (
            self._by_letter
            and last is not None
            and last.kind is Kind.WORD
            and last.span.end == piece.span.start
            and piece.value == last.value + 1 < 10
            and at + 1 < len(pieces)
            and pieces[at + 1].kind is Kind.MAGNITUDE
            and pieces[at + 1].span.start == piece.span.end
        )

    def _add(self, piece: Piece, *, after_digits: bool) -> bool:
        value = piece.value
        if self._last is None:
            self._parts = [value]
            return True
        if self._last.kind is Kind.ORDINAL and not (self._teens and value == 10):
            return False
        if self._numeral and not after_digits:
            return False
        last = self._parts[-1]
        if self._by_letter and self._last.kind is Kind.WORD and value < 10 and self._last.span.end == piece.span.start:
            self._parts[-1] = last * 10 + value
            return True
        if self._fits(last, value, piece.joined or self._joined):
            self._parts.append(value)
            return True
        return False

    def _fits(self, last: Fraction, value: Fraction, joined: bool) -> bool:
        if last >= 10 and value > 0 and last % 10 ** len(str(int(value))) == 0:
            return True
        if last in (60, 80) and 10 <= value < 20:
            return True  # soixante-douze, quatre-vingt-treize
        if last < 10 and 20 <= value < 100 and value % 10 == 0:
            return joined  # dreiundzwanzig, ثلاثة وعشرون
        return self._teens and last < 10 and value == 10 and not joined


def _counted(text: str, before: Piece, after: Piece, partitives: frozenset[str]) -> bool:
    """Whether a word between a numeral and its magnitude parts them: 120 de milioane."""
    if before.kind is not Kind.DIGITS or after.kind is not Kind.MAGNITUDE or not partitives:
        return False
    return text[before.span.end : after.span.start].strip(" \u00a0").casefold() in partitives


def _touch(text: str, before: Piece, after: Piece) -> bool:
    if before.span == after.span:
        return True
    gap = text[before.span.end : after.span.start]
    mark = gap.strip(" \u00a0\u202f\u2009\u200e\u200f")
    if len(gap) > LONGEST_GAP or "\n" in gap:
        return False
    if mark in BEFORE_MAGNITUDE:
        return before.kind is Kind.DIGITS and after.kind is Kind.MAGNITUDE
    if mark not in GAPS:
        return False
    if mark in ("-", "‑", "־"):
        return gap == mark and Kind.DIGITS not in (before.kind, after.kind)
    return mark != "." or before.kind is Kind.MAGNITUDE
