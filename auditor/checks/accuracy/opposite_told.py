"""ACC027 opposite-told."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.opposites import opposite_languages
from auditor.checks.accuracy.sentence_pairs import SentencePair, sentence_pairs
from auditor.checks.accuracy.turned import Told, Turned, turned
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

CONFIDENCE = 0.8
SAME_WORDS = 0.5
"""Share of common words from which on two sentences of one language tell the same thing."""
LEAST_FIDELITY = 30.0
"""Below it another sentence is told, and that is for low-fidelity."""
QUESTION = "?？؟;"


class OppositeTold(Check):
    """A word says the opposite of the counterpart's, in otherwise the same statement.

    What it finds
        *31 dead and 9 wounded* for nine dead and 31 wounded; *rose by 3 %* for *fell by 3 %*; *more than 40* for *less
        than 40*; *two days before* for *two days after*; *north of the city* for south of it; *acquitted* for
        *convicted*; *lent, not borrowed* for *borrowed, not lent*.

    Why it matters
        Engines and tired editors swap such words; the sentence reads as well as before and tells the contrary.

    What it does not find
        Words that are in no table (`data/opposites.toml`); sentences in which either side asks or has both words, or
        negates what can be denied; words that translators often recast (*rises*, *after*) unless the same number stands
        beside both; *bought* for *sold*; another outlet's version, unless the same number stands beside both words.

    References
        MQM Core, accuracy/mistranslation.
    """

    id = "ACC027"
    name = "opposite-told"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    languages = opposite_languages()

    GOOD = (
        Example(
            "Die Zahl der Toten stieg auf 9, 31 wurden verletzt.",
            language="de",
            counterpart="The attack left 31 people wounded and nine dead.",
        ),
        Example("The company bought 12 planes.", counterpart="The builder sold the company 12 planes."),
        Example("Los precios no subieron un 3 %.", language="es", counterpart="Prices fell by 3 percent."),
        Example("该村位于首都以北的山谷中。", language="zh", counterpart="The village lies in a valley in the north."),
        Example("غادر بعد 3 أيام من التصويت.", language="ar", counterpart="He left 3 days after the vote."),
    )
    BAD = (
        Example(
            "Bei dem Angriff wurden 31 Menschen ⟦getötet⟧ und 9 verletzt.",
            language="de",
            counterpart="The attack killed nine people and wounded 31.",
        ),
        Example(
            "Los precios ⟦subieron⟧ un 3 % en mayo.", language="es", counterpart="Prices fell by 3 percent in May."
        ),
        Example(
            "该村位于首都⟦以北⟧的山谷中。", language="zh", counterpart="The village lies in a valley in the south."
        ),
        Example("غادر ⟦قبل⟧ 3 أيام من التصويت.", language="ar", counterpart="He left 3 days after the vote."),
        Example(
            "Суд в понедельник ⟦оправдал⟧ бывшего министра.",
            language="ru",
            counterpart="The court convicted the former minister on Monday.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per word that is turned round."""
        if subject.counterpart is None or subject.counterpart_language is None or subject.counterpart_facts is None:
            return
        for pair in sentence_pairs(subject):
            if not pair.asks(QUESTION) and _one_statement(pair):
                mine = subject.facts.between(pair.translation.start, pair.translation.end)
                other = subject.counterpart_facts.between(pair.counterpart.start, pair.counterpart.end)
                ours = Told(pair.text, subject.language, mine, pair.translation.start)
                theirs = Told(pair.other_text, subject.counterpart_language, other, pair.counterpart.start)
                for found in sorted(turned(ours, theirs, alone=pair.parallel), key=lambda found: found.ours):
                    yield self._found(subject, pair, found)

    def _found(self, subject: Subject, pair: SentencePair, found: Turned) -> Finding:
        assert subject.counterpart is not None
        ours, theirs = found.ours.shifted(pair.translation.start), found.theirs.shifted(pair.counterpart.start)
        return self.found(
            subject,
            ours,
            _message(found, subject.document.slice(ours), subject.counterpart.slice(theirs)),
            confidence=CONFIDENCE,
            evidence=(Evidence.at(subject.counterpart, theirs), Evidence.at(subject.counterpart, pair.counterpart)),
        )


def _one_statement(pair: SentencePair) -> bool:
    """Whether the two tell the same, as far as can be told."""
    if pair.score is not None and pair.score.fidelity < LEAST_FIDELITY:
        return False
    return pair.wording is None or pair.wording >= SAME_WORDS


def _message(found: Turned, ours: str, theirs: str) -> str:
    if found.exchanged and found.number is None:
        return f"The translation affirms what the counterpart denies: “{ours}” for “{theirs}”."
    if found.exchanged:
        return f"The counterpart gives “{ours}” another number: the two have changed places."
    beside = "" if found.number is None else f" beside {found.number}"
    return f"The counterpart says “{theirs}” here; the translation says the opposite{beside}, “{ours}”."
