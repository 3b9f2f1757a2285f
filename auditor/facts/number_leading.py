"""Numbers of languages that name the magnitude first: Swahili `milioni sita`, `elfu mbili na kumi`."""

from __future__ import annotations

from fractions import Fraction

from auditor.facts.number_pieces import Kind, Piece

VALUED = (Kind.DIGITS, Kind.WORD)
HUNDRED = 100


class LeadingStack:
    """Parts of a number, largest first; what stands behind a magnitude is multiplied by it.

    A magnitude behind its numeral, as in `20 milioni`, is understood too where nothing else follows it.
    """

    def __init__(self) -> None:
        self._parts: list[Fraction] = []
        self._also: tuple[Fraction, ...] = ()
        self._open: Fraction | None = None
        """A magnitude whose factor has not come yet."""
        self._least: Fraction | None = None
        """The smallest magnitude so far; what is added to it is smaller."""
        self._multiplied = False
        self._last: Kind | None = None

    def take(self, pieces: tuple[Piece, ...], at: int, following: Piece | None) -> bool:
        """Adds the piece at `at`, which `following` touches; False when it belongs to no number begun so far."""
        piece = pieces[at]
        match piece.kind:
            case Kind.JOINER:
                taken = self._last in (Kind.WORD, Kind.MAGNITUDE)
            case Kind.MAGNITUDE:
                taken = self._magnitude(piece.value, following)
            case Kind.DIGITS | Kind.WORD:
                taken = self._factor(piece)
            case _:
                taken = not self._parts and self._open is None
                self._parts = [piece.value] if taken else self._parts
        if taken:
            self._last = piece.kind
        return taken

    def values(self) -> tuple[Fraction, ...]:
        """The value, and other readings of its digits when they are all that is multiplied."""
        return (sum(self._parts, Fraction(0)) + (self._open or 0), *self._also)

    def _magnitude(self, value: Fraction, following: Piece | None) -> bool:
        if self._open is not None or (self._least is not None and value >= self._least):
            return False
        if self._last in VALUED and not self._multiplied:
            if following is not None and following.kind in VALUED:
                return False  # watu 200 elfu mbili
            self._parts[-1] *= value
            self._also = tuple(reading * value for reading in self._also)
        else:
            self._open = value
        self._least, self._multiplied = value, True
        return True

    def _factor(self, piece: Piece) -> bool:
        if self._open is not None:
            first = not self._parts
            self._parts.append(piece.value * self._open)
            self._also = tuple(value * self._open for value in piece.values[1:]) if first else ()
            self._open = None
            return True
        if not self._parts:
            self._parts, self._also = [piece.value], piece.values[1:]
        elif piece.kind is Kind.DIGITS or self._least is None or piece.value >= self._least:
            return False
        else:
            self._parts.append(piece.value)
            self._also = ()
        if piece.kind is Kind.WORD and (piece.value >= HUNDRED or self._least is not None):
            self._least = _unit(piece.value)
        return True


def _unit(value: Fraction) -> Fraction:
    """The largest power of ten that divides it: 100 of 900."""
    digits = str(value)
    return Fraction(10 ** (len(digits) - len(digits.rstrip("0"))))
