"""The quotations of an article, judged as a whole: what the quote checks read.

Pure: the text is tokenised by `quote_marks` and paired by `quote_pairing`, one family of marks at a time; what is
left over in two families of one passage (`«text"`) is then taken as one ill-matched quotation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.checks.once import once
from auditor.checks.punctuation.quote_marks import STRAIGHT, Family, Lean, Mark, find_marks
from auditor.checks.punctuation.quote_pairing import pair_marks
from auditor.checks.subject import Subject
from auditor.core.document import Document, PassageKind, Span
from auditor.languages.language import Language


class Style(StrEnum):
    """How a mark is drawn; the words are the editor's."""

    STRAIGHT = "straight"
    CURLY = "curly"
    GUILLEMETS = "guillemets"
    BRACKETS = "corner brackets"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of marks and what stands between."""

    opening: Mark
    closing: Mark
    depth: int
    """0 when it is in no other quotation of its family."""

    @property
    def span(self) -> Span:
        """From the opening mark to the closing one, both included."""
        return Span(self.opening.span.start, self.closing.span.end)


@dataclass(frozen=True, slots=True)
class QuoteScan:
    """All quotations of an article and the marks that belong to none."""

    quotations: tuple[Quotation, ...]
    """Ordered by opening mark."""
    unclosed: tuple[Mark, ...]
    unopened: tuple[Mark, ...]
    marks: tuple[Mark, ...]


def style_of(mark: Mark) -> Style:
    """The style a mark is drawn in."""
    if mark.glyph in STRAIGHT:
        return Style.STRAIGHT
    if mark.family is Family.DOUBLE:
        return Style.CURLY
    return Style.GUILLEMETS if mark.family is Family.GUILLEMET else Style.BRACKETS


@once
def own_quotes(subject: Subject) -> QuoteScan:
    """The quotations of the translation; many checks read them."""
    return scan_quotes(subject.document, subject.language)


@once
def counterpart_quotes(subject: Subject) -> QuoteScan:
    """The quotations of the counterpart, which must be there."""
    assert subject.counterpart is not None
    assert subject.counterpart_language is not None
    return scan_quotes(subject.counterpart, subject.counterpart_language)


def scan_quotes(document: Document, language: Language) -> QuoteScan:
    """Find and pair every double quotation mark of the article; titles in 《》 pair within their passage."""
    marks = find_marks(document, language)
    quotations: list[Quotation] = []
    unclosed: list[Mark] = []
    unopened: list[Mark] = []
    runs_on = [passage.kind not in _CLOSED_KINDS for passage in document.passages]
    for family in Family:
        mine = [mark for mark in marks if mark.family is family]
        if not mine:
            continue
        carries = [False] * len(runs_on) if family is Family.TITLE else runs_on
        pairing = pair_marks(mine, carries)
        quotations += [Quotation(mine[a], mine[b], depth) for a, b, depth in pairing.pairs]
        unclosed += [mine[i] for i in pairing.unclosed]
        unopened += [mine[i] for i in pairing.unopened]
    quotations += _ill_matched(unclosed, unopened)
    return QuoteScan(
        quotations=tuple(sorted(quotations, key=lambda quotation: quotation.span)),
        unclosed=_in_order(unclosed),
        unopened=_in_order(unopened),
        marks=marks,
    )


_CLOSED_KINDS = frozenset({PassageKind.HEADLINE, PassageKind.DATELINE, PassageKind.CAPTION, PassageKind.RESIDUE})
"""A quotation does not run on from these into the next passage."""


def beside_its_word(document: Document, mark: Mark, language: Language, *, opens: bool) -> Span:
    """The mark with the word it touches, so that a finding shows and survives as more than one character."""
    text, within = document.text, document.passages[mark.passage].span
    reach = WORD_REACH if language.spaced else 2
    start, end = mark.span.start, mark.span.end
    if opens:
        limit = min(within.end, end + reach)
        while end < limit and not text[end].isspace():
            end += 1
    else:
        limit = max(within.start, start - reach)
        while start > limit and not text[start - 1].isspace():
            start -= 1
    return Span(start, end)


WORD_REACH = 16
"""Code points of a word that are shown beside a mark."""


def _in_order(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _ill_matched(unclosed: list[Mark], unopened: list[Mark]) -> list[Quotation]:
    """Pairs leftovers of one passage across families, and takes them off the lists."""
    found: list[Quotation] = []
    for opening in sorted(unclosed, key=lambda mark: mark.span, reverse=True):
        partners = [mark for mark in unopened if mark.passage == opening.passage and opening.span < mark.span]
        partners = [mark for mark in partners if mark.family is not opening.family and mark.lean is not Lean.OPENS]
        if partners:
            closing = min(partners, key=lambda mark: mark.span)
            unclosed.remove(opening)
            unopened.remove(closing)
            found.append(Quotation(opening, closing, 0))
    return found
