"""The move map as shapes: a bar of passages per article, a ribbon for every link."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.core.alignment import Alignment, DocumentPair
from auditor.core.document import Document
from auditor.core.moves import move_map

WIDTH, BAR, HEIGHT = 1000.0, 10.0, 100.0
"""Units of the drawing's view box; it is stretched to the page."""
SPACE = 2.0
"""Between two passages."""


@dataclass(frozen=True, slots=True)
class Block:
    """A passage on its bar."""

    passage: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link: the polygon between two blocks."""

    translation: int
    counterpart: int
    moved: bool
    points: str


@dataclass(frozen=True, slots=True)
class MoveMap:
    """Widths are proportional to the passages' lengths, both articles stretched to the same width."""

    translation: tuple[Block, ...]
    counterpart: tuple[Block, ...]
    ribbons: tuple[Ribbon, ...]
    """Moved ones last, so that they are drawn on top."""

    @property
    def told(self) -> str:
        """The map in words."""
        moved = sum(ribbon.moved for ribbon in self.ribbons)
        linked = len({ribbon.translation for ribbon in self.ribbons})
        return f"{linked} of {len(self.translation)} passages linked, {moved or 'none'} out of order"


def draw_move_map(pair: DocumentPair, alignment: Alignment) -> MoveMap:
    """The drawing of one pair."""
    ours, theirs = _blocks(pair.translation), _blocks(pair.counterpart)
    ribbons = [
        Ribbon(
            move.translation, move.counterpart, move.moved, _points(ours[move.translation], theirs[move.counterpart])
        )
        for move in move_map(alignment.links)
    ]
    return MoveMap(ours, theirs, tuple(sorted(ribbons, key=lambda ribbon: ribbon.moved)))


def _blocks(document: Document) -> tuple[Block, ...]:
    total = sum(len(passage.span) for passage in document.passages) or 1
    room = WIDTH - SPACE * (len(document.passages) - 1)
    blocks, x = [], 0.0
    for passage in document.passages:
        width = room * len(passage.span) / total
        blocks.append(Block(passage.index, round(x, 1), round(width, 1)))
        x += width + SPACE
    return tuple(blocks)


def _points(above: Block, below: Block) -> str:
    top, bottom = BAR, HEIGHT - BAR
    corners = (
        (above.x, top),
        (above.x + above.width, top),
        (below.x + below.width, bottom),
        (below.x, bottom),
    )
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
