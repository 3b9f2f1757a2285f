"""A single pronoun of the other gender in an English passage about one person: She has … an alcohol test on him."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditor.checks.accuracy.genders import PRONOUNS, QUOTED, Known, known_people
from auditor.checks.subject import Subject
from auditor.core.document import Passage, Span
from auditor.facts.given_names import Gender, is_given_name
from auditor.facts.name_matching import name_places

OTHERS = {
    Gender.MAN: re.compile(
        r"\b(?:man|men|boys?|husband|father|sons?|brothers?|uncle|king|lord|mr|dad)\b", re.IGNORECASE
    ),
    Gender.WOMAN: re.compile(
        r"\b(?:wom[ae]n|girls?|wife|mother|daughters?|sisters?|aunt|queen|mrs|ms|mum)\b", re.IGNORECASE
    ),
}
"""Words for somebody else of a gender, whom the pronoun may stand for."""
SOMEBODY = re.compile(
    r"\b(?:an?|the|his|her|their|one|another)\s+(?:[\w-]+\s+){0,2}?\w+(?:er|or|ist|ian|ent|ant|man|ee|end|ey)\b(?!['’])"
)
"""Somebody whose gender is not told: her lawyer."""


@dataclass(frozen=True, slots=True)
class PronounSlip:
    """A pronoun and whom it stands for."""

    pronoun: Span
    person: Known


def pronoun_slips(subject: Subject) -> Iterator[PronounSlip]:
    """At most one for a passage that names one person, as its linked passages do, with pronouns of one gender there."""
    other, ledger = subject.counterpart, subject.counterpart_facts
    if other is None or ledger is None or not subject.language.code == other.language == "en":
        return
    known = known_people(other, ledger, enough=1)  # the translation's own pronoun is another
    for passage in subject.document.passages:
        linked = subject.linked_spans(passage.index)
        here = _named(subject, passage, known)
        people = [known[name] for name in here if name in known]
        if len(here) == 1 and people:
            yield from _odd(subject, passage, linked, people[0])


def _named(subject: Subject, passage: Passage, known: Mapping[str, Known]) -> set[str]:
    """Surnames of a passage: last words of full names, or of the counterpart's people."""
    last = [place.words for place in name_places(subject.facts, passage.span)]
    return {words[-1].key for words in last if words[-1].key in known or is_given_name(words[0].key)}


def _odd(subject: Subject, passage: Passage, linked: tuple[Span, ...], person: Known) -> Iterator[PronounSlip]:
    assert subject.counterpart is not None
    wrong = Gender.MAN if person.gender is Gender.WOMAN else Gender.WOMAN
    told = " ".join(subject.counterpart.slice(span) for span in linked)
    if PRONOUNS[wrong].search(told) or OTHERS[wrong].search(told) or not PRONOUNS[person.gender].search(told):
        return
    text = QUOTED.sub(lambda quoted: " " * len(quoted.group()), subject.document.slice(passage.span))
    odd, right = list(PRONOUNS[wrong].finditer(text)), PRONOUNS[person.gender].search(text)
    if len(odd) != 1 or right is None or OTHERS[wrong].search(text):
        return
    between = text[right.end() : odd[0].start()]
    if right.start() < odd[0].start() and not SOMEBODY.search(between):
        yield PronounSlip(Span(*odd[0].span()).shifted(passage.span.start), person)
