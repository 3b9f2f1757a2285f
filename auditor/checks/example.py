"""Good and bad examples of a check: they run as tests and become its documentation page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.core.document import Span

OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Example:
    """An article in miniature; paragraphs are separated by a blank line, expected spans marked ⟦ ⟧.

    The first paragraph is a headline when it has no final punctuation and more follow.
    A counterpart passage with the same index is linked to each passage, unless `links` says otherwise.
    """

    text: str
    language: str = "en"
    counterpart: str | None = None
    counterpart_language: str = "en"
    links: tuple[tuple[int, int], ...] | None = None
    beads: tuple[tuple[tuple[int, ...], tuple[int, ...], float | None], ...] | None = None
    """(translation segments, counterpart segments, join gain); None links segments by index."""
    options: Mapping[str, object] | None = None
    """Options of the check that the example is about, as they would stand in `[checks.<name>]`."""
    others: tuple[str, ...] = ()
    """Further articles of the same run, for checks that look at all of them."""
    fidelity: float | None = None
    """The fidelity given to every linked passage, for checks that need a score."""
    disorder: float | None = None
    """Log-odds given to every sentence with a fidelity that its words stand in no order; a critical error is then as
    probable as a major one."""

    def unmarked(self) -> tuple[str, tuple[Span, ...]]:
        """The plain text and the spans that stood between the marks."""
        plain: list[str] = []
        spans: list[Span] = []
        length, start = 0, 0
        for char in self.text:
            if char == OPEN:
                start = length
            elif char == CLOSE:
                spans.append(Span(start, length))
            else:
                plain.append(char)
                length += 1
        return "".join(plain), tuple(spans)
