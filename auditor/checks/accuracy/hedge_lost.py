"""ACC023 hedge-lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.accuracy.cues import lost_cues, read_cues
from auditor.checks.accuracy.hedging import ENGLISH, Lost, hardened, hedging_languages, lost_across
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
SAME_STATEMENT = 0.4
"""Share of common words from which on a verb with the same words behind it tells the same."""
CONFIDENCE, ACROSS = 0.8, 0.75
"""In one language, and across two."""
LEAST_FIDELITY = 40.0
"""Below it another sentence is told, and that is for low-fidelity."""
QUESTION = "?？"
ALLEGATION = re.compile(r"alleg|report|purport|suppos|suspec|suspic|accus", re.IGNORECASE)
"""Hedges without which somebody is accused: losing one is a major error."""


class HedgeLost(Check):
    """The counterpart hedges a statement that the translation asserts.

    What it finds
        *the mayor took bribes* for *the mayor allegedly took bribes*; *will* or nothing for *may*, *might*, *possibly*.
        Across languages a sentence with no word at all that might hedge, where the English counterpart has *allegedly*,
        *may*, *believe*, *apparently* and the like.

    Why it matters
        A suspicion printed as a fact may be false, and libel.

    What it does not find
        Sentences with any other word that might hedge (*could*, *seems*, *according to*, *if*); a hedge whose verb or
        noun the translation words otherwise; questions; hedges that the translation adds; across languages sentences
        with any word or mood that might stand for it, those that negate, another outlet's version, and counterparts in
        other languages than English.

    References
        MQM Core, accuracy/mistranslation; hedges after Hyland 1998.
    """

    id = "ACC023"
    name = "hedge-lost"
    category = Category.MISTRANSLATION
    severity = Severity.MINOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    languages = frozenset(CUES) | hedging_languages()

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
        Example(
            "Der Bürgermeister soll Geld genommen haben.", language="de", counterpart="The mayor allegedly took money."
        ),
        Example("这名市长据称收了钱。", language="zh", counterpart="The mayor reportedly took money."),
        Example("يعتقد الأطباء أن الماء ملوث.", language="ar", counterpart="Doctors believe the water is polluted."),
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
        Example(
            "⟦Der Bürgermeister nahm Geld von zwei Firmen.⟧",
            language="de",
            counterpart="The mayor allegedly took money from two companies.",
        ),
        Example(
            "⟦取消这项税收使物价上涨。⟧", language="zh", counterpart="Scrapping the tax has probably driven up prices."
        ),
        Example("⟦أثبت الأطباء أن الماء ملوث.⟧", language="ar", counterpart="Doctors believe the water is polluted."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per sentence that asserts what its counterpart hedges."""
        if subject.counterpart is None:
            return
        same = subject.counterpart.language == subject.document.language
        if not same and subject.counterpart.language != ENGLISH:
            return
        for pair in sentence_pairs(subject):
            if not pair.asks(QUESTION):
                lost = _lost(pair, subject.language.code) if same else _lost_across(pair, subject.language.code)
                if lost is not None:
                    yield self._found(subject, pair, lost, CONFIDENCE if same else ACROSS)

    def _found(self, subject: Subject, pair: SentencePair, lost: Lost, confidence: float) -> Finding:
        assert subject.counterpart is not None
        hedge = lost.hedge.shifted(pair.counterpart.start)
        return self.found(
            subject,
            pair.translation,
            f"The counterpart says this with “{subject.counterpart.slice(hedge)}”; the translation asserts it.",
            confidence=confidence,
            severity=Severity.MAJOR if lost.allegation else None,
            evidence=(Evidence.at(subject.counterpart, hedge), Evidence.at(subject.counterpart, pair.counterpart)),
        )


def _lost(pair: SentencePair, language: str) -> Lost | None:
    """Within one language, where the two share most of their words, or a verb and what follows it."""
    known, wording = CUES.get(language), pair.wording or 0.0
    if known is not None and wording >= SAME_WORDS:
        found = lost_cues(pair.text, known, pair.other_text, known, same_language=True)
        if found:
            word = pair.other_text[found[0].start : found[0].end]
            return Lost(Span(*found[0]), allegation=ALLEGATION.match(word) is not None)
    return hardened(pair.text, pair.other_text) if language == ENGLISH and wording >= SAME_STATEMENT else None


def _lost_across(pair: SentencePair, language: str) -> Lost | None:
    """Across languages, in articles that tell the same throughout."""
    if not pair.parallel or (pair.score is not None and pair.score.fidelity < LEAST_FIDELITY):
        return None
    return lost_across(pair.text, language, pair.other_text)
