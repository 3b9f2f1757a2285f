"""TRM005 literal-name."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.other_given_names import other_given_names
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.checks.terminology.literal_surnames import listed_languages, literal_surnames
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.name_matching import NameWord

GIVEN, SURNAME = 0.7, 0.7
"""Confidence of a word before a surname, and of one in its place. Silent on 357 machine translations of Chinese news
beside human ones, and in the languages of NTREX; what it was made for was read in articles with real artifacts."""


class LiteralName(Check):
    """A name is translated as the common word that it also is.

    What it finds
        In English translations a common word in the place of a given name: *Sea Aksoy* for Deniz Aksoy, where linked
        passages, or passages that name one office, have the surname, neither article has the other's given name, and
        the word tells no office (*Coach Smith*); and one behind *Mr.* where the linked passage has a surname that is
        missing. In translations from English the word for a surname that is one, beside a verb of saying, a title or
        the given name: *אמרה שדה* for Field.

    Why it matters
        The person is not to be recognised, and readers laugh.

    What it does not find
        Words before a surname that the counterpart gives no given name for, or several; common words that are not
        among the usual ones of English; surnames and words that are not listed (some 90 surnames), or that
        stand elsewhere in the sentence.

    References
        MQM Core, accuracy/mistranslation. Words and names: `auditor.facts.english_words`, `auditor.facts.given_names`,
        `data/literal_names.toml`. Silent on NTREX beside its English.
    """

    id = "TRM005"
    name = "literal-name"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.PASSAGE
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    languages = frozenset({"en"}) | listed_languages()

    GOOD = (
        Example(
            "אמרה פילד, והשדה ריק.", language="he", counterpart="So said Grace Field. Field saw that nobody was there."
        ),
        Example(
            "Grace Field dijo que vivía en Campo.", language="es", counterpart="Grace Field said she lived in Campo."
        ),
        Example("Then Mr. Stone left the hall.", counterpart="Then Mr. Kaya left the hall, and so did Mustafa Kaya."),
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
            "גרייס פילד הבחינה בכך. “אף אחד לא מחלים”, אמרה ⟦שדה⟧.",
            language="he",
            counterpart="Dr. Grace Field noticed it. “Nobody is getting better,” Field said.",
        ),
        Example(
            "Dijo que sí Grace ⟦Campo⟧.",
            language="es",
            counterpart="It was agreed by Grace Field, and then Field left.",
        ),
        Example(
            "Then Mr. ⟦Mountain⟧ left the hall.",
            counterpart="The minister, Mustafa Kaya, was there. Then Mr. Kaya left.",
        ),
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
        for given in other_given_names(subject):
            if given.literal:
                yield self._finding(subject, given.ours.given, given.theirs.given, GIVEN)
        for surname in literal_surnames(subject):
            yield self._finding(subject, surname.ours, surname.theirs, SURNAME)

    def _finding(self, subject: Subject, ours: NameWord, theirs: NameWord, confidence: float) -> Finding:
        assert subject.counterpart is not None
        return self.found(
            subject,
            ours.span,
            f"The counterpart calls this person “{theirs.surface}”; the translation has the word “{ours.surface}”.",
            confidence=confidence,
            suggestion=theirs.surface if subject.language.script == "Latn" else None,
            evidence=(Evidence.at(subject.document, ours.span), Evidence.at(subject.counterpart, theirs.span)),
        )
