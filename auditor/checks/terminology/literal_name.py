"""TRM005 literal-name."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.other_given_names import other_given_names
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

GIVEN = 0.7
"""Confidence of a word before a surname. Silent on 357 machine translations of Chinese news beside human ones, and in
the languages of NTREX; what it was made for was read in articles with real artifacts."""


class LiteralName(Check):
    """A name is translated as the common word that it also is.

    What it finds
        In English translations a common word in the place of a given name: *Sea Aksoy* for Deniz Aksoy, where linked
        passages, or passages that name one office, have the surname, neither article has the other's given name, and
        the word tells no office (*Coach Smith*).

    Why it matters
        The person is not to be recognised, and readers laugh.

    What it does not find
        Words before a surname that the counterpart gives no given name for, or several; common words that are not
        among the usual ones of English; names in other languages than English.

    References
        MQM Core, accuracy/mistranslation. Words and names: `auditor.facts.english_words`, `auditor.facts.given_names`.
    """

    id = "TRM005"
    name = "literal-name"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.PASSAGE
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    languages = frozenset({"en"})

    GOOD = (
        Example(
            "At noon Coach Aksoy left the stadium.",
            counterpart="The manager, Deniz Aksoy, left the stadium at noon.",
        ),
        Example(
            "The captain, Dawn Aksoy, was questioned with her sister Deniz.",
            counterpart="The captain, Deniz Aksoy, was questioned.",
        ),
        Example(
            "It was said by Urban Investment, a company.", counterpart="It was said by Chengtou Investment, a company."
        ),
    )
    BAD = (
        Example(
            "The captain of the ferry, ⟦Sea⟧ Aksoy, gave a statement.",
            counterpart="The captain of the ferry, Deniz Aksoy, has given a statement.",
        ),
        Example(
            "“Nobody slept,” said ⟦Dawn⟧ Ben-Harush, a nurse.", counterpart="A nurse, Shahar Ben Harush, had no sleep."
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per name."""
        for found in other_given_names(subject):
            if found.literal and subject.counterpart is not None:
                ours, theirs = found.ours.given, found.theirs.given
                yield self.found(
                    subject,
                    ours.span,
                    f"The counterpart calls this person “{theirs.surface}”; the translation has the word "
                    f"“{ours.surface}”.",
                    confidence=GIVEN,
                    suggestion=theirs.surface,
                    evidence=(
                        Evidence.at(subject.document, ours.span),
                        Evidence.at(subject.counterpart, theirs.span),
                    ),
                )
