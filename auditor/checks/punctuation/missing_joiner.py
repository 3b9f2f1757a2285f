"""LNG039 missing-joiner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, CheckOptions, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import PassageKind, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

_JOINED = re.compile("(?<![\\w\u200c])ن?می\u200c(?=[آ-ی])")
_APART = re.compile("(?<![\\w\u200c])(ن?می)[ \u00a0]([آ-ی]{2,12})(?![\\w\u200c])")
_VERB_END = re.compile("(?:[دتم]|ید|یم|ند|ست|ایم|اید|اند|ی)$")
_MONTH_BEFORE = re.compile(r"(?:\d|م|(?<!\w)(?:ماه|در|تا|از|و))\s$")
"""What stands before *می* where it is the month of May, or may be: a day, *month*, a preposition."""


class MissingJoinerOptions(CheckOptions):
    """What counts as a slip rather than as a habit."""

    least: int = 3
    """Verbs that the article writes with the joiner before one without it is a slip."""
    minority: float = 0.2
    """Largest share of verbs without it that still are slips."""


class MissingJoiner(Check):
    """A Persian verb is parted from its prefix by a space where the article otherwise joins them.

    What it finds
        *می شود* in an article that writes *می‌شود* with the zero-width non-joiner. Neutral: readers understand it.

    Why it matters
        The line may break between the two, search does not find the word, and the article looks unread.

    What it does not find
        Articles that write a space throughout, as much of the web does; *می* as the month of May; endings (*ها*).

    References
        The Unicode Standard, chapter 9.2 (joiners in Persian). MQM Core, linguistic-conventions/spelling.
    """

    id = "LNG039"
    name = "missing-joiner"
    category = Category.SPELLING
    severity = Severity.NEUTRAL
    scope = Scope.DOCUMENT
    languages = frozenset({"fa"})
    Options = MissingJoinerOptions
    options: MissingJoinerOptions

    GOOD = (
        Example("او می‌گوید، می‌رود و می‌آید. در ماه می گفت که پنجم می رفت. می‌داند.", language="fa"),
        Example("او می گوید و می رود و نمی آید. می‌داند.", language="fa"),
    )
    BAD = (
        Example("او می‌گوید که می‌رود و نمی‌آید. از آن عکس گرفته ⟦می شود⟧. همه ⟦نمی دانند⟧.", language="fa"),
        Example("مردم می‌آیند، می‌خوانند، می‌نویسند و شب‌ها به خانه ⟦می روند⟧.", language="fa"),
        Example("کارگران می‌گویند که ماشین‌ها می‌آیند و می‌روند ولی کسی ⟦نمی داند⟧ چرا.", language="fa"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per verb that is parted from its prefix."""
        joined = len(_JOINED.findall(subject.text))
        apart = list(_apart(subject))
        if joined < self.options.least or len(apart) > max(2, self.options.minority * joined):
            return
        for span, instead in apart:
            yield self.found(
                subject,
                span,
                f"A space parts the prefix from its verb; the article otherwise joins them: {instead}.",
                confidence=0.8,
                suggestion=instead,
            )


def _apart(subject: Subject) -> Iterator[tuple[Span, str]]:
    """(prefix and verb, how they are joined)."""
    for passage in subject.document.passages:
        if passage.kind is PassageKind.RESIDUE:
            continue
        for match in _APART.finditer(subject.text, passage.span.start, passage.span.end):
            before = subject.text[max(passage.span.start, match.start() - 6) : match.start()]
            may = match[1] == "می" and _MONTH_BEFORE.search(before)
            if _VERB_END.search(match[2]) and not may:
                yield Span(*match.span()), f"{match[1]}\u200c{match[2]}"
