"""TRM004 name-added."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.checks.terminology.people import both_scripts_known, unmatched_people
from auditor.core.alignment import Regime
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

CONFIDENCE = 0.4
"""Hidden by default: of what it finds on clean NTREX beside its English (2 in 1,000 sentences, where endings are many)
nearly all are names that the language has its own form of (Inggris, Oroszország)."""


class NameAdded(Check):
    """A person is named whom the counterpart does not name.

    What it finds
        A surname that no word of the counterpart can be, in whatever spelling; reported where it first stands.

    Why it matters
        An engine that makes up a name accuses or quotes somebody.

    What it does not find
        People of whom only the full name or only the surname is given; scripts without capitals, and pairs of scripts
        whose letters cannot be compared; another outlet's version.

    References
        MQM Core, accuracy/addition.
    """

    id = "TRM004"
    name = "name-added"
    category = Category.ADDITION
    severity = Severity.MINOR
    scope = Scope.PASSAGE
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example(
            "Das sagte Richterin Anna Hollander. Hollanders Urteil steht aus.",
            language="de",
            counterpart="So said Judge Anna Hollander. Hollander has yet to rule.",
        ),
        Example(
            "Об этом сказала Анна Петрова. Петрова ещё не решила.",
            language="ru",
            counterpart="So said Judge Anna Petrova, who has yet to rule.",
        ),
        Example("法官说，判决尚未作出。", language="zh", counterpart="So said the judge, who has yet to rule."),
    )
    BAD = (
        Example(
            "Lo dijo la jueza Anna ⟦Hollander⟧. Tampoco lo sabe la propia Hollander.",
            language="es",
            counterpart="So said the judge. She does not know either.",
        ),
        Example(
            "Об этом сказала Анна ⟦Голландер⟧. Ждут и того, что решит Голландер.",
            language="ru",
            counterpart="So said the judge. It is awaited what she will decide.",
        ),
        Example(
            "So said Judge Anna ⟦Hollander⟧. It is not known what Hollander will decide.",
            counterpart="So said the judge. It is not known what she will decide.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per surname."""
        if subject.counterpart is None or subject.alignment is None or not both_scripts_known(subject):
            return
        if subject.alignment.regime is Regime.COMPARABLE or not subject.language.cased:
            return
        ours, theirs = subject.document, subject.counterpart
        links = (
            (ours.passages[link.translation].span, theirs.passages[link.counterpart].span)
            for link in subject.alignment.links
        )
        for person in unmatched_people(ours, subject.facts, theirs, links):
            yield self.found(
                subject,
                person.word.span,
                f"The translation names {person.word.surface}; the counterpart names no such person.",
                confidence=CONFIDENCE,
                evidence=(Evidence.at(ours, person.word.span), Evidence.at(theirs, person.here)),
            )
