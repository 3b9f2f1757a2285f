"""How plain text is laid out: where one passage ends and the next begins.

Articles come in three forms, told apart by their lines:

* one paragraph a line, with or without blank lines between: every line is a passage;
* hard-wrapped, paragraphs set apart by blank lines: every group of lines is a passage;
* hard-wrapped without blank lines: a paragraph ends with a line that had room for the next line's first word.

A text is hard-wrapped when no line is longer than `MAX_WIDTH` and nearly every line inside a group is *full*: the
first word of the next line would not have fitted. Paragraphs broken in mid-sentence by a blank line stay apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from auditor.core.document import Span

MAX_WIDTH = 110
"""Longest line, in code points, of text that was wrapped by a program (mail and wires use 60 to 80)."""
MIN_WIDTH = 30
"""Shortest width of wrapped text; Chinese is wrapped at 35 to 40 characters."""
FULL_SHARE = 0.8
"""Share of the lines inside groups that must be full in wrapped text; paragraph ends without blank lines are not."""
FULL_SHARE_UNBROKEN = 0.6
"""The same where no blank lines tell paragraphs apart."""
MIN_INNER_LINES = 3
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its text without outer white space, and whether a blank line stands before it."""

    span: Span
    after_blank: bool


def plain_spans(text: str, sentence_ends: str) -> tuple[Span, ...]:
    """Spans of the passages of a plain text, in order, without outer white space."""
    lines = _lines(text)
    groups = _groups(lines)
    unbroken = len(groups) == 1
    width = max((len(line.span) for line in lines), default=0)
    if not _is_wrapped(text, groups, width, FULL_SHARE_UNBROKEN if unbroken else FULL_SHARE):
        return tuple(line.span for line in lines)
    joined: list[Span] = []
    for group in groups:
        joined += _paragraphs(text, group, width, sentence_ends, unbroken)
    return tuple(joined)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        body = match.group().strip()
        if not body:
            continue
        start = match.start() + match.group().index(body)
        blank = len(_BREAK.findall(text, end, start)) > 1
        lines.append(Line(Span(start, start + len(body)), blank))
        end = start + len(body)
    return lines


def _groups(lines: list[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if line.after_blank or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def _is_wrapped(text: str, groups: list[list[Line]], width: int, share: float) -> bool:
    inner = [pair for group in groups for pair in pairwise(group)]
    if not MIN_WIDTH <= width <= MAX_WIDTH or len(inner) < MIN_INNER_LINES:
        return False
    full = sum(_is_full(text, line, following, width) for line, following in inner)
    return full >= share * len(inner)


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of `following` would not have fitted at the end of `line`."""
    word = text[following.span.start : following.span.end].split(maxsplit=1)[0]
    if len(word) > width // 2:  # no spaces: Chinese, Japanese, Thai
        return len(line.span) >= width - 3
    return len(line.span) + 1 + len(word) > width


def _paragraphs(text: str, group: list[Line], width: int, ends: str, unbroken: bool) -> list[Span]:
    """A group cut after lines that had room left: where they end a sentence, or anywhere if nothing else tells."""
    spans: list[Span] = []
    start = group[0].span.start
    for line, following in pairwise(group):
        stopped = text[line.span.start : line.span.end].rstrip("\"'”’»“)]」』").endswith(tuple(ends))
        if (stopped or unbroken) and not _is_full(text, line, following, width):
            spans.append(Span(start, line.span.end))
            start = following.span.start
    return [*spans, Span(start, group[-1].span.end)]
