"""Blocks of a Markdown file; the text stays the file itself, markup and all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from auditor.core.document import Block, PassageKind, Span

_FRONT_MATTER = re.compile(r"---[ \t]*(?:\r\n?|\n)(?:.*?(?:\r\n?|\n))??(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)", re.DOTALL)
_NEWLINE = re.compile(r"\r\n?|\n")
_LINES = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_CELL = re.compile(r"(?:\\.|[^|\\])+")


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """Headings, paragraphs, list items, table cells and lone images' alternative texts of `text`, in order.

    Spans are trimmed of the marks around a block (`#`, `>`, `-`, `|`); marks and link targets inside stay. Front
    matter, code, rules, reference definitions and HTML comments are no blocks.
    """
    from markdown_it import MarkdownIt

    source = _Lines(text)
    stack: list[str] = []
    blocks: list[Block] = []
    for token in MarkdownIt("commonmark").enable("table").parse(_without_front_matter(text)):
        if token.nesting == 1:
            stack.append(token.type)
        elif token.nesting == -1:
            stack.pop()
        elif token.type == "inline" and token.map is not None:
            blocks += _of_inline(source, token.map[0], token.content, stack)
        elif token.type == "html_block" and token.map is not None and re.search(r">\s*[^\s<]", token.content):
            blocks += _of_inline(source, token.map[0], token.content.strip(), stack)
    return tuple(_in_order(blocks))


class _Lines:
    """The file's lines as the parser counts them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = _LINES.findall(text)
        self.starts = [0, *accumulate(map(len, self.lines))]

    def span_of(self, line: int, content: str) -> Span:
        """Where the block `content`, whose first line is `line`, stands in the file."""
        rows = content.split("\n")
        last = line + len(rows) - 1
        start = self.starts[line] + max(self.lines[line].find(rows[0].strip()), 0)
        found = self.lines[last].rfind(rows[-1].strip())
        if found < 0:
            return Span(start, self.starts[last] + len(self.lines[last].rstrip()))
        return Span(start, self.starts[last] + found + len(rows[-1].strip()))


def _of_inline(source: _Lines, line: int, content: str, stack: list[str]) -> Iterator[Block]:
    if not content.strip():
        return
    if "th_open" in stack or "td_open" in stack:
        yield from _cells(source, line, content)
        return
    span = source.span_of(line, content)
    images = list(_IMAGE.finditer(source.text, span.start, span.end))
    if images and not _IMAGE.sub("", content).strip():
        yield from (Block(Span(*image.span("alt")), PassageKind.CAPTION) for image in images if image["alt"].strip())
        return
    yield Block(span, _kind(stack))


def _kind(stack: list[str]) -> PassageKind:
    if "heading_open" in stack:
        return PassageKind.HEADLINE
    return PassageKind.LIST_ITEM if "list_item_open" in stack else PassageKind.PARAGRAPH


def _cells(source: _Lines, line: int, content: str) -> Iterator[Block]:
    """The cell of table row `line` that reads `content`; equal cells are told apart by `_in_order`."""
    for cell in _CELL.finditer(source.lines[line]):
        if cell.group().strip() == content.strip():
            start = source.starts[line] + cell.start() + cell.group().index(content.strip())
            yield Block(Span(start, start + len(content.strip())), PassageKind.PARAGRAPH)


def _in_order(blocks: list[Block]) -> Iterator[Block]:
    end = 0
    for block in sorted(blocks, key=lambda block: (block.span.start, block.span.end)):
        if block.span.start >= end and len(block.span):
            yield block
            end = block.span.end


def _without_front_matter(text: str) -> str:
    """`text` with YAML front matter blanked, so that line numbers stay."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return text
    return "\n" * len(_NEWLINE.findall(found.group())) + text[found.end() :]
