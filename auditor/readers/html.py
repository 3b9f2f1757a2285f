"""The article in an HTML page: its text is extracted, block by block, as a browser would show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.core.document import Block, PassageKind, Span
from auditor.errors import ReadError
from auditor.languages.names import normalise_code
from auditor.readers.html_walk import Piece, text_pieces

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAIN_SHARE = 0.5
"""An `<article>` or `<main>` stands for the page when it holds this share of the page's text."""
BETWEEN_BLOCKS = "\n\n"


GENERATOR = "auditor"
"""What our own pages say in `<meta name="generator">`."""
OWN_REPORT = "own-report"
"""Remark on such a page: it often lies in the folder that it is about."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says."""

    text: str
    blocks: tuple[Block, ...]
    language: str | None
    remarks: tuple[tuple[str, str], ...]


def read_html(text: str, name: str) -> Page:
    """Extract the article of a page; broken markup is read as a browser would.

    Raises `ReadError` of kind `empty` when the page holds no text; `name` is for the message.
    """
    root, remarks = _parsed(text, name)
    if root.xpath("boolean(//head/meta[@name='generator' and @content=$us])", us=GENERATOR):
        remarks += ((OWN_REPORT, "is a report of this tool, not an article; left out"),)
    pieces = text_pieces(_main_part(root))
    if not any(piece.heading == 1 for piece in pieces):
        pieces = _title(root) + pieces
    if not pieces:
        raise _no_text(name)
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        blocks.append(Block(Span(at, at + len(piece.text)), piece.kind))
        at += len(piece.text) + len(BETWEEN_BLOCKS)
    language = normalise_code(root.get("lang") or root.get("xml:lang") or "")
    return Page(BETWEEN_BLOCKS.join(piece.text for piece in pieces), tuple(blocks), language, remarks)


def _parsed(text: str, name: str) -> tuple[HtmlElement, tuple[tuple[str, str], ...]]:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.ParserError as error:
        raise _no_text(name) from error
    fatal = [entry.message for entry in parser.error_log if entry.level_name == "FATAL"]
    if fatal:
        return root, (("html", f"the page could not be read to its end ({fatal[0]}); simplify its markup"),)
    return root, ()


def _main_part(root: HtmlElement) -> HtmlElement:
    """The `<article>` or `<main>` that holds most of the page's text, else the whole page."""
    whole = _weight(root)
    for tag in ("article", "main"):
        found = sorted(root.iter(tag), key=_weight)
        if found and _weight(found[-1]) >= MAIN_SHARE * whole:
            return found[-1]
    return root


def _weight(element: HtmlElement) -> int:
    return sum(len(piece.text) for piece in text_pieces(element) if piece.kind is not PassageKind.RESIDUE)


def _title(root: HtmlElement) -> list[Piece]:
    """The page's headline where the article has none: a heading outside it, else the title."""
    for piece in text_pieces(root):
        if piece.heading == 1:
            return [Piece(piece.text, PassageKind.HEADLINE, 1)]
    title = " ".join((root.findtext(".//title") or "").split())
    return [Piece(title, PassageKind.HEADLINE, 1)] if title else []


def _no_text(name: str) -> ReadError:
    return ReadError(f"{name}: the page holds no text; save the article itself, not a frame or a script", "empty")
