"""TRM012 inconsistent-translation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.plain_passages import counterpart_plain, own_plain
from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import Passage
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

TWO_WAYS, ONE_WAY = 0.6, 0.7
"""Confidence: one passage of the counterpart told two ways; two passages of it told one way."""
SHORTEST = 12
"""Characters, without spaces and marks, of a passage that is more than a label (*Yes*, *Photo*); fewer in scripts
whose signs are words."""
SIGNS = 3
"""How many letters of an alphabet a Chinese or Japanese sign stands for."""
_SIGN = re.compile("[\u3040-\u9fff]")


class InconsistentTranslation(Check):
    """The same passage is translated two ways, or two passages one way.

    What it finds
        A subheading, caption or refrain that the counterpart repeats word for word and the translation words
        differently; and a passage that stands twice in the translation where the counterpart has two different ones, as
        when an engine gives one sentence for another.

    Why it matters
        Readers take two wordings for two things; and of two passages told in one, one is lost.

    What it does not find
        Differences in case, spaces and marks, passages of a word or two, passages linked to several; another outlet's
        version.

    References
        MQM Core, terminology/inconsistent-use-of-terminology.
    """

    id = "TRM012"
    name = "inconsistent-translation"
    category = Category.INCONSISTENT_TERM
    severity = Severity.MINOR
    scope = Scope.PAIR
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example(
            "Was geschah am Freitag?\n\nWas geschah am Freitag?",
            language="de",
            counterpart="What happened on Friday?\n\nWhat happened on Friday?",
        ),
        Example("是的。\n\n对。", language="zh", counterpart="Yes.\n\nYes."),
        Example(
            "ماذا حدث يوم الجمعة؟\n\nماذا حدث يوم الجمعة ؟",
            language="ar",
            counterpart="What happened on Friday?\n\nWhat happened on Friday?",
        ),
    )
    BAD = (
        Example(
            "Was geschah am Freitag?\n\n⟦Was ist am Freitag passiert?⟧",
            language="de",
            counterpart="What happened on Friday?\n\nWhat happened on Friday?",
        ),
        Example(
            "周五发生了什么事？\n\n⟦周五发生了什么事？⟧",
            language="zh",
            counterpart="What happened on Friday?\n\nWho will pay for the damage?",
        ),
        Example(
            "ماذا حدث يوم الجمعة؟\n\n⟦ما الذي جرى يوم الجمعة؟⟧",
            language="ar",
            counterpart="What happened on Friday?\n\nWhat happened on Friday?",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per later passage that differs from, or wrongly equals, the first."""
        pairs = tuple(_linked(subject))
        if subject.counterpart is None or not pairs:
            return
        yield from self._differing(subject, pairs, two_ways=True)
        yield from self._differing(subject, pairs, two_ways=False)

    def _differing(
        self, subject: Subject, pairs: tuple[tuple[Passage, Passage], ...], *, two_ways: bool
    ) -> Iterator[Finding]:
        """Pairs that agree on one side with an earlier one and differ on the other."""
        assert subject.counterpart is not None
        ours_in, theirs_in = own_plain(subject), counterpart_plain(subject)
        first: dict[str, tuple[Passage, Passage]] = {}
        for ours, theirs in pairs:
            mine, other = ours_in[ours.index], theirs_in[theirs.index]
            same, differing = (other, mine) if two_ways else (mine, other)
            if _weight(same) < SHORTEST:
                continue
            before = first.setdefault(same, (ours, theirs))
            earlier = ours_in[before[0].index] if two_ways else theirs_in[before[1].index]
            if earlier != differing:
                yield self._finding(subject, (ours, theirs), before, two_ways=two_ways)

    def _finding(
        self, subject: Subject, pair: tuple[Passage, Passage], before: tuple[Passage, Passage], *, two_ways: bool
    ) -> Finding:
        assert subject.counterpart is not None
        message = (
            "The counterpart has the same passage twice; the translation words it differently the second time."
            if two_ways
            else "The same passage stands twice in the translation for two different ones of the counterpart."
        )
        return self.found(
            subject,
            pair[0].span,
            message,
            confidence=TWO_WAYS if two_ways else ONE_WAY,
            evidence=(
                Evidence.at(subject.document, before[0].span),
                Evidence.at(subject.counterpart, before[1].span),
                Evidence.at(subject.counterpart, pair[1].span),
            ),
        )


def _linked(subject: Subject) -> Iterator[tuple[Passage, Passage]]:
    """Passages linked one to one, in the order of the translation."""
    if subject.alignment is None or subject.counterpart is None or subject.alignment.regime is Regime.COMPARABLE:
        return
    ours, theirs = defaultdict[int, int](int), defaultdict[int, int](int)
    for link in subject.alignment.links:
        ours[link.translation] += 1
        theirs[link.counterpart] += 1
    for link in subject.alignment.links:
        if ours[link.translation] == theirs[link.counterpart] == 1:
            yield subject.document.passages[link.translation], subject.counterpart.passages[link.counterpart]


def _weight(plain: str) -> int:
    return len(plain) + (SIGNS - 1) * len(_SIGN.findall(plain))
