"""Quotation marks that a later passage happens to answer, where the counterpart closes its quotation at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from auditor.checks.punctuation.quote_marks import IMPOSSIBLE, Lean, Mark
from auditor.checks.punctuation.quotes import QuoteScan, scan_quotes
from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import Span

SURE_LINK = 0.7
"""Confidence of a link."""


def lost_partners(subject: Subject, scan: QuoteScan) -> Iterator[tuple[Mark, bool]]:
    """Marks read as part of a quotation over several passages, and whether each opens one, where that cannot be.

    It cannot be where all that the counterpart quotes in the linked passage begins and ends there. Of two marks that
    were taken for one quotation the first is given, unless its own passage does run on; of a passage only one.
    """
    if subject.alignment is None or subject.counterpart is None or subject.counterpart_language is None:
        return
    if subject.alignment.regime is Regime.COMPARABLE:
        return
    theirs: QuoteScan | None = None
    told = answered = -1
    for mark, opens, last in sorted(_running(scan), key=lambda item: item[0].span):
        if mark.passage == told or (mark.passage <= answered and not opens):
            continue
        theirs = theirs or scan_quotes(subject.counterpart, subject.counterpart_language)
        if _closes_at_once(theirs, subject.linked_spans(mark.passage, SURE_LINK)):
            told, answered = mark.passage, max(answered, last)
            yield mark, opens


def _running(scan: QuoteScan) -> Iterator[tuple[Mark, bool, int]]:
    """(mark, whether it opens, passage that its quotation reaches): halves of quotations over passages."""
    across = [one for one in scan.quotations if one.opening.passage != one.closing.passage]
    for one in across:
        yield one.opening, True, one.closing.passage
        yield one.closing, False, one.closing.passage
    known = {mark.span for one in scan.quotations for mark in (one.opening, one.closing)}
    known |= {mark.span for mark in (*scan.unclosed, *scan.unopened)}
    for mark in scan.marks:
        if mark.span not in known and mark.lean is Lean.OPENS and mark.reading.innocent >= IMPOSSIBLE:
            yield mark, True, mark.passage


def _closes_at_once(theirs: QuoteScan, linked: tuple[Span, ...]) -> bool:
    """Whether the counterpart quotes something there, and no quotation runs into these passages or out of them."""
    inside = [mark for mark in theirs.marks if any(span.contains(mark.span) for span in linked)]
    carried = _carried(theirs)
    whole = {
        mark.span
        for one in theirs.quotations
        if one.opening.passage == one.closing.passage and one.opening.span not in carried
        for mark in (one.opening, one.closing)
    }
    return bool(inside) and all(mark.span in whole for mark in inside)


def _carried(scan: QuoteScan) -> set[Span]:
    """Opening marks at the head of a passage that only re-open a quotation which the passages before began.

    The mark that began it is in no pair and is no error either.
    """
    known = {mark.span for one in scan.quotations for mark in (one.opening, one.closing)}
    known |= {mark.span for mark in (*scan.unclosed, *scan.unopened)}
    return {
        mark.span
        for before, mark in pairwise(scan.marks)
        if mark.leads
        and before.passage < mark.passage
        and before.span not in known
        and before.reading.innocent >= IMPOSSIBLE
    }
