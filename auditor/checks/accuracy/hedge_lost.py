"""ACC023 hedge-lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.accuracy.cues import lost_cues, read_cues
from auditor.checks.accuracy.sentence_pairs import SentencePair, sentence_pairs
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

CUES = read_cues("hedges")
SAME_WORDS = 0.75
"""Share of common words from which on two sentences are one statement but for the hedge.

Of 31,263 machine translations of newstest 2020 and 2021 beside a person's, four of different sources are found even at
.7: *may*, *possibly*, and twice *suspected* cases that are not mentioned; of 3,062 pairs of people's versions and 1,007
lines of NTREX in two Englishes none; of 52 planted losses 44."""
CONFIDENCE = 0.8
QUESTION = "?？"
ALLEGATION = re.compile(r"alleg|report|purport|suppos|suspec|suspic|accus", re.IGNORECASE)
"""Hedges without which somebody is accused: losing one is a major error."""


class HedgeLost(Check):
    """The counterpart hedges a statement that the translation asserts.

    What it finds
        *the mayor took bribes* for *the mayor allegedly took bribes*; *will* or nothing for *may*, *might*, *possibly*.

    Why it matters
        A suspicion printed as a fact may be false, and libel.

    What it does not find
        Sentences with any other word that might hedge (*could*, *seems*, *according to*, *if*); a hedge whose verb or
        noun the translation words otherwise; questions; hedges that the translation adds; articles in two languages,
        whose hedges are not yet compared; any language but English.

    References
        MQM Core, accuracy/mistranslation; hedges after Hyland 1998.
    """

    id = "ACC023"
    name = "hedge-lost"
    category = Category.MISTRANSLATION
    severity = Severity.MINOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    languages = frozenset(CUES)

    GOOD = (
        Example(
            "The mayor is said to have taken money from two companies.",
            counterpart="The mayor allegedly took money from two companies.",
        ),
        Example(
            "The storm could flood the villages by the river.",
            counterpart="The storm may flood the villages by the river.",
        ),
        Example("He came back to the village in May.", counterpart="He came back to the village in May last year."),
    )
    BAD = (
        Example(
            "⟦The mayor took money from two companies in the town.⟧",
            counterpart="The mayor allegedly took money from two companies in the town.",
        ),
        Example(
            "⟦The storm will flood the villages by the river.⟧",
            counterpart="The storm may flood the villages by the river.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per sentence that asserts what its counterpart hedges."""
        known = CUES.get(subject.language.code)
        if known is None or subject.counterpart is None or subject.counterpart.language != subject.document.language:
            return
        for pair in sentence_pairs(subject):
            if (pair.wording or 0.0) >= SAME_WORDS and not pair.asks(QUESTION):
                lost = lost_cues(pair.text, known, pair.other_text, known, same_language=True)
                if lost:
                    yield self._found(subject, pair, Span(*lost[0]).shifted(pair.counterpart.start))

    def _found(self, subject: Subject, pair: SentencePair, hedge: Span) -> Finding:
        assert subject.counterpart is not None
        word = subject.counterpart.slice(hedge)
        return self.found(
            subject,
            pair.translation,
            f"The counterpart says this with “{word}”; the translation asserts it.",
            confidence=CONFIDENCE,
            severity=Severity.MAJOR if ALLEGATION.match(word) else None,
            evidence=(Evidence.at(subject.counterpart, hedge), Evidence.at(subject.counterpart, pair.counterpart)),
        )
