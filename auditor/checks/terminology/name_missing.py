"""TRM003 name-missing."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.checks.terminology.people import both_scripts_known, unmatched_people
from auditor.core.alignment import Regime
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

ONE_SCRIPT, TWO_SCRIPTS = 0.45, 0.4
"""Confidence, below what is shown: nothing was found yet in a machine translation to read. With every rendering of a
surname struck out of clean NTREX in German, Russian and Arabic, 58 of 109 were found; a word that may be the name but
for one consonant counts as told, which leaves no false alarm in six languages (2,719 sentences) that had 11 before."""


class NameMissing(Check):
    """A person whom the counterpart names is named nowhere in the translation.

    What it finds
        *the judge said* throughout, where the counterpart names Judge Hollander: a surname of the counterpart that no
        word of the translation can be, in whatever spelling; reported where the counterpart first has it.

    Why it matters
        Who said or did it is the news; engines that paraphrase lose names.

    What it does not find
        A name that is told elsewhere in the translation (a pronoun is enough there), people of whom only the full name
        or only the surname is given, places and bodies, pairs of scripts whose letters cannot be compared (Chinese,
        Japanese, Korean, Indic); another outlet's version.

    References
        MQM Core, accuracy/omission.
    """

    id = "TRM003"
    name = "name-missing"
    category = Category.OMISSION
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
            "Об этом сказала Анна Голландер. Она ещё не решила.",
            language="ru",
            counterpart="So said Judge Anna Hollander. Hollander has yet to rule.",
        ),
        Example(
            "法官说，判决尚未作出。",
            language="zh",
            counterpart="So said Judge Anna Hollander. Hollander has yet to rule.",
        ),
    )
    BAD = (
        Example(
            "⟦Das sagte die Richterin. Ihr Urteil steht aus.⟧",
            language="de",
            counterpart="So said Judge Anna Hollander. Hollander has yet to rule.",
        ),
        Example(
            "⟦Об этом сказала судья. Она ещё не решила.⟧",
            language="ru",
            counterpart="So said Judge Anna Hollander. Hollander has yet to rule.",
        ),
        Example(
            "⟦قالت القاضية ذلك. لم تصدر حكمها بعد.⟧",
            language="ar",
            counterpart="So said Judge Anna Hollander. Hollander has yet to rule.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per surname, over the passage that lacks it."""
        if subject.counterpart is None or subject.counterpart_facts is None or subject.alignment is None:
            return
        if subject.alignment.regime is Regime.COMPARABLE or not both_scripts_known(subject):
            return
        one_script = (
            subject.counterpart_language is None or subject.language.script == subject.counterpart_language.script
        )
        ours, theirs = subject.document, subject.counterpart
        links = (
            (theirs.passages[link.counterpart].span, ours.passages[link.translation].span)
            for link in subject.alignment.links
        )
        for person in unmatched_people(theirs, subject.counterpart_facts, ours, links):
            yield self.found(
                subject,
                person.here,
                f"The counterpart names {person.word.surface} here; the translation names no such person anywhere.",
                confidence=ONE_SCRIPT if one_script else TWO_SCRIPTS,
                evidence=(Evidence.at(ours, person.here), Evidence.at(theirs, person.word.span)),
            )
