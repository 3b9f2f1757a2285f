"""Articles as data: source text, passages, segments, and the spans that point into the raw text.

Nothing here changes text. A span is a half-open range of Unicode code points in `Source.text`, so
`document.text[span.start:span.end]` is always exactly what was read.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Literal

TextOrigin = Literal["file", "extracted"]
"""Whether spans count in the file as decoded, or in the text a reader extracted from it."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point, or one is empty and lies inside the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same range, moved."""
        return Span(self.start + by, self.end + by)


class PassageKind(StrEnum):
    """What a passage is on the page."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    RESIDUE = "residue"

    @property
    def is_prose(self) -> bool:
        """Whether full sentences are expected, so that missing final punctuation means something."""
        return self is PassageKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that the format itself sets apart, such as `<p>` or a Markdown heading."""

    span: Span
    kind: PassageKind | None = None
    """What the format says it is; None where the format does not say."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader made of one file."""

    id: str
    """POSIX path relative to the audited root: stable across machines."""
    text: str
    origin: TextOrigin
    sha256: str
    """Of the file's bytes, 64 hex digits."""
    blocks: tuple[Block, ...] | None = None
    """In order, not overlapping; None for plain text, whose layout has to be read from its lines."""
    language: str | None = None
    """What the file itself declares (`<html lang>`), if anything; ISO 639 code."""
    remarks: tuple[tuple[str, str], ...] = ()
    """(kind, message) of things a user should know, such as a guessed encoding."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence."""

    index: int
    passage: int
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, caption or list item: what is shown and scored."""

    index: int
    kind: PassageKind
    span: Span
    segments: tuple[Segment, ...]
    """Never empty; indices run on through the document."""


@dataclass(frozen=True)
class Document:
    """A whole article, cut into passages and segments."""

    id: str
    text: str
    origin: TextOrigin
    sha256: str
    language: str
    """ISO 639 code, `und` when it could not be told."""
    language_confidence: float
    passages: tuple[Passage, ...]
    remarks: tuple[tuple[str, str], ...] = field(default=())

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """All segments in order; `segments[i].index == i`."""
        return tuple(segment for passage in self.passages for segment in passage.segments)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, text = [0], self.text
        for i, char in enumerate(text):
            if char == "\n" or (char == "\r" and text[i + 1 : i + 2] != "\n"):
                starts.append(i + 1)
        return starts

    def slice(self, span: Span) -> str:
        """The raw text of a span."""
        return self.text[span.start : span.end]

    def passage_text(self, index: int) -> str:
        """The raw text of passage `index`."""
        return self.slice(self.passages[index].span)

    def segment_text(self, index: int) -> str:
        """The raw text of segment `index`."""
        return self.slice(self.segments[index].span)

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds the code point at `offset`, or None between passages."""
        at = bisect_right(self.passages, offset, key=lambda passage: passage.span.start) - 1
        if at < 0 or offset >= self.passages[at].span.end:
            return None
        return self.passages[at]

    def line_column(self, offset: int) -> tuple[int, int]:
        """1-based line and column (in code points) of `offset`; LF, CRLF and CR end a line."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
