"""A walk over an HTML tree that gathers text block by block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.core.document import PassageKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SKIPPED = "title script style noscript template svg math iframe object canvas audio video select textarea datalist map"
_BLOCKS = (
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table"
    " tbody td tfoot th thead tr ul"
)
SKIPPED = frozenset(_SKIPPED.split())
"""`head` is not among them: the parser puts an article there when a page has no `<body>`."""
BLOCKS = frozenset(_BLOCKS.split())
RESIDUE = frozenset(["nav", "footer", "aside", "form", "button", "menu", "dialog", "search"])
KINDS = {
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6"], PassageKind.HEADLINE),
    **dict.fromkeys(["figcaption", "caption"], PassageKind.CAPTION),
    **dict.fromkeys(["li", "dt", "dd"], PassageKind.LIST_ITEM),
}
_BREAK = "\x00"
"""Stands for `<br>` until a block is complete; text never holds it."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_PARAGRAPH_BREAK = re.compile(rf" *{_BREAK}(?: *{_BREAK})+ *")


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one block, white space collapsed."""

    text: str
    kind: PassageKind
    heading: int = 0
    """1 to 6 in a heading."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What the elements around a text say it is."""

    kind: PassageKind = PassageKind.PARAGRAPH
    heading: int = 0
    in_article: bool = False

    def inside(self, element: HtmlElement) -> _Place:
        tag = str(element.tag)
        in_article = self.in_article or tag in ("article", "main")
        if self.kind is PassageKind.RESIDUE or tag in RESIDUE or (tag == "header" and not in_article):
            heading = 1 if tag == "h1" else self.heading
            return _Place(PassageKind.RESIDUE, heading, in_article)
        if tag in KINDS:
            return _Place(KINDS[tag], int(tag[1]) if tag[0] == "h" else 0, in_article)
        return _Place(self.kind, self.heading, in_article)


def text_pieces(root: HtmlElement) -> list[Piece]:
    """The blocks of text in `root`, in order; `<br><br>` parts them, inline elements do not."""
    walk = _Walk(root)
    stack: list[tuple[HtmlElement, _Place, bool]] = [(root, _Place(), False)]
    while stack:
        element, place, done = stack.pop()
        if done:
            walk.leave(element, place)
            continue
        if not isinstance(element.tag, str) or element.tag in SKIPPED or element.get("hidden") is not None:
            walk.add(element.tail if element is not root else None)
            continue
        stack.append((element, place, True))
        inner = walk.enter(element, place)
        stack.extend((child, inner, False) for child in reversed(element))
    walk.flush(_Place())
    return walk.pieces


class _Walk:
    """Text gathered so far."""

    def __init__(self, root: HtmlElement) -> None:
        self.pieces: list[Piece] = []
        self.parts: list[str] = []
        self.root = root

    def add(self, text: str | None) -> None:
        self.parts.append(text or "")

    def enter(self, element: HtmlElement, place: _Place) -> _Place:
        inner = place.inside(element)
        if element.tag in BLOCKS:
            self.flush(place)
        self.add(_BREAK if element.tag == "br" else element.text)
        return inner

    def leave(self, element: HtmlElement, place: _Place) -> None:
        if element.tag in BLOCKS:
            self.flush(place.inside(element))
        if element is not self.root:
            self.add(element.tail)

    def flush(self, place: _Place) -> None:
        """End the block that is being gathered; it stood at `place`."""
        flat = _SPACE.sub(" ", "".join(self.parts))
        self.parts = []
        for part in _PARAGRAPH_BREAK.split(flat):
            text = "\n".join(line.strip(" ") for line in part.split(_BREAK)).strip()
            if text:
                self.pieces.append(Piece(text, place.kind, place.heading))
