"""LNG033 double-space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import PassageKind, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_WIDE = re.compile(r"(?<=\S)[ \u00a0\u202f]{2,3}(?=\S)")
"""More than three spaces are a table or an indent."""
_STOPS = '.!?:…。！？؟۔।"”»’)'
HABIT = 3
"""Double spaces after stops from which they are the typist's habit, as on a typewriter."""
THROUGHOUT = 8
"""Double spaces in words of text from which the whole article was set so and is told once."""


class DoubleSpace(Check):
    """Two spaces stand where one would do.

    What it finds
        Two or three spaces between words. It is neutral: readers hardly see it.

    Why it matters
        A word was taken out there, or two pieces were put together.

    What it does not find
        Wider gaps (tables), the typist's two spaces after every full stop, line ends. An article with many double
        spaces is told once.

    References
        MQM Core, linguistic-conventions/punctuation. NTREX, 128 languages: 404 gaps in 56,704 human
        sentences, hence neutral.
    """

    id = "LNG033"
    name = "double-space"
    category = Category.PUNCTUATION
    severity = Severity.NEUTRAL
    scope = Scope.DOCUMENT

    GOOD = (
        Example("He left.  She stayed.  They slept.  Nobody spoke."),
        Example("Team A      3      2"),
        Example("Он ушёл. Она осталась.", language="ru"),
        Example("他走了。 她来了。", language="zh"),
    )
    BAD = (
        Example("He left⟦  ⟧the house. She stayed."),
        Example("Он ушёл⟦  ⟧из дома.", language="ru"),
        Example("قال الوزير⟦  ⟧إن العمل مستمر.", language="ar"),
        Example("เขากล่าวว่า⟦  ⟧ถนนจะเปิด", language="th"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per gap, or one for all when there are many."""
        found = [
            Span(match.start(), match.end())
            for passage in subject.document.passages
            if passage.kind is not PassageKind.RESIDUE
            for match in _WIDE.finditer(subject.text, passage.span.start, passage.span.end)
        ]
        after_stops = [span for span in found if subject.text[span.start - 1] in _STOPS]
        if len(after_stops) >= HABIT:
            found = [span for span in found if span not in set(after_stops)]
        many = len(found) >= THROUGHOUT
        for span in found[:1] if many else found:
            message = f"Double spaces, {len(found)} in all." if many else "A double space."
            yield self.found(subject, span, message, confidence=0.9, suggestion=" ")
