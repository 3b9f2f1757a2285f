"""Quotations: what stands inside a language's quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.core.document import Document, Span
from auditor.facts.fact import Fact, FactKind, TextValue
from auditor.languages.language import Language, QuotePair


def find_quotations(document: Document, language: Language) -> Iterator[Fact]:
    """Outermost quotations, each inside one passage; the span is the text between the marks.

    A passage whose quotation is never closed yields nothing for it: pairing marks is a check's task.
    """
    opening: dict[str, list[QuotePair]] = {}
    for pair in language.quotes:
        opening.setdefault(pair.open, []).append(pair)
    if not opening:
        return
    marks = re.compile(f"[{re.escape(''.join(opening))}]")
    for passage in document.passages:
        yield from _in_passage(document.text, passage.span, opening, marks)


def _in_passage(text: str, span: Span, opening: dict[str, list[QuotePair]], marks: re.Pattern[str]) -> Iterator[Fact]:
    at, hopeless = span.start, set[str]()
    while mark := marks.search(text, at, span.end):
        at = mark.start()
        end = _closing(text, at, span.end, opening[text[at]]) if text[at] not in hopeless else None
        if end is None and not _inside_word(text, at):
            hopeless.add(text[at])  # nothing closes it from here on: a long line is read once
        if end is None:
            at += 1
            continue
        inner = Span(at + 1, end)
        surface = text[inner.start : inner.end]
        if surface.strip():
            yield Fact(FactKind.QUOTATION, inner, surface, TextValue(" ".join(surface.split())))
        at = end + 1


def _closing(text: str, start: int, limit: int, pairs: list[QuotePair]) -> int | None:
    """Where the quotation that opens at `start` closes: the nearest closing mark that is no apostrophe."""
    if _inside_word(text, start):
        return None
    closing = {pair.close for pair in pairs}
    return next((at for at in range(start + 1, limit) if text[at] in closing and not _inside_word(text, at)), None)


def _inside_word(text: str, at: int) -> bool:
    """Whether letters touch both sides, as an apostrophe's or gershayim's do."""
    return 0 < at < len(text) - 1 and text[at] in "'’\"″‘" and text[at - 1].isalnum() and text[at + 1].isalnum()
