"""The brackets of an article and which of them have no partner, judged over neighbouring passages.

Pure and linear: each bracket is pushed and popped once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from auditor.core.document import Document, Passage, PassageKind

_OPENINGS = {"(": 0, "（": 0, "[": 1, "［": 1, "{": 2, "｛": 2, "【": 3, "〔": 4, "〖": 5}
_CLOSINGS = {")": 0, "）": 0, "]": 1, "］": 1, "}": 2, "｝": 2, "】": 3, "〕": 4, "〗": 5}
_BRACKET = re.compile(r"[()（）\[\]［］{}｛｝【】〔〕〖〗]")
_ITEM = re.compile(r"(?:^|[\s;,:،؛、。，；：“”\"«»¿¡/—–])(?:[^\W\d_]{1,2}|[ivxIVX]{1,5}|\d{1,3}\.?[^\W\d_]?)$")
"""What stands before the bracket of an enumeration: *a)*, *12)*, *iv)*, *أ)*; not *0.05)* nor *1-3)*."""
_EYES = re.compile(r"(?:^|[^\w(])[:;=xX8]['’]?[-oO^]?[()\[\]]*$")
_BEFORE = 8
"""Code points before a bracket that tell an enumeration or a smiley."""
REACH = 3
"""Passages over which an editor's note may run."""
MOST = 10_000
"""A file with more is a program or a table."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """One bracket."""

    at: int
    glyph: str
    passage: int

    @property
    def opens(self) -> bool:
        """Whether it opens."""
        return self.glyph in _OPENINGS

    @property
    def family(self) -> int:
        """Brackets of one family close each other, full-width or not."""
        return _OPENINGS[self.glyph] if self.opens else _CLOSINGS[self.glyph]


@dataclass(frozen=True, slots=True)
class LoneBrackets:
    """What is left when all pairs are made."""

    alone: tuple[Bracket, ...]
    mismatched: tuple[tuple[Bracket, Bracket], ...]
    """An opening and a closing of two families in one passage that belong together: `(…]`."""


def find_lone_brackets(document: Document) -> LoneBrackets:
    """Brackets without a partner; smileys and enumerations left out; nothing above `MOST` brackets."""
    every = list(islice(chain.from_iterable(_in_passage(document, one) for one in document.passages), MOST + 1))
    if len(every) > MOST:
        return LoneBrackets((), ())
    stacks: defaultdict[int, list[Bracket]] = defaultdict(list)
    lone: list[Bracket] = []
    for bracket in every:
        stack = stacks[bracket.family]
        if bracket.opens:
            stack.append(bracket)
        elif stack and bracket.passage - stack[-1].passage <= REACH:
            stack.pop()
        else:
            lone.append(bracket)
    lone += [bracket for stack in stacks.values() for bracket in stack]
    return _matched_up([b for b in sorted(lone, key=lambda b: b.at) if not _EYES.search(_before(document.text, b.at))])


def _in_passage(document: Document, passage: Passage) -> Iterator[Bracket]:
    """The brackets of a passage without those of *a)* and *:)*, which stay only where an opening one waits for them."""
    if passage.kind is PassageKind.RESIDUE:
        return
    found = [
        Bracket(match.start(), match[0], passage.index)
        for match in _BRACKET.finditer(document.text, passage.span.start, passage.span.end)
    ]
    items = [b for b in found if b.glyph in ")）" and _is_ornament(_before(document.text, b.at, passage.span.start))]
    plain = sum(b.family == 0 and not b.opens for b in found) - len(items)
    waiting = sum(b.family == 0 and b.opens for b in found) - plain
    dropped = set(items[: len(items) - waiting] if waiting > 0 else items)
    yield from (bracket for bracket in found if bracket not in dropped)


def _is_ornament(before: str) -> bool:
    return _ITEM.search(before) is not None or _EYES.search(before) is not None


def _before(text: str, at: int, start: int = 0) -> str:
    return text[max(start, at - _BEFORE) : at]


def _matched_up(lone: list[Bracket]) -> LoneBrackets:
    """Neighbours of two families in one passage, the first opening and the second closing, are one slip."""
    alone: list[Bracket] = []
    mismatched: list[tuple[Bracket, Bracket]] = []
    for bracket in lone:
        before = alone[-1] if alone else None
        if before is not None and before.opens and not bracket.opens and before.passage == bracket.passage:
            alone.pop()
            mismatched.append((before, bracket))
        else:
            alone.append(bracket)
    return LoneBrackets(tuple(alone), tuple(mismatched))
