"""What the counterpart knows of the names of a translation: which it has, and where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.facts.name_matching import InflectedNames, NameWord, name_places, text_words
from auditor.facts.rendering import NamesByEar

SHORTEST = 4
"""Letters of a name that is looked for."""
ENDING = 2
"""Letters by which a spelling may be longer than a name that it plainly is."""
ADDED, CUT = 3, 2
"""Letters that English adds to a name, and takes from it: Bolivia, Bolivians; Olympics, Olympic."""
SURE_NAME = 0.5


def has_name(stems: frozenset[str], name: str) -> bool:
    """Whether one of the words behind the stems is the name, in English forms of it."""
    return any(name[: len(name) - cut] in stems for cut in range(CUT + 1))


@once
def counterpart_names(subject: Subject) -> CounterpartNames:
    """What the counterpart of a subject knows."""
    return CounterpartNames(subject)


@dataclass(frozen=True)
class CounterpartNames:
    """The names of a counterpart; empty without one, or where its script shows none."""

    subject: Subject

    @cached_property
    def all(self) -> frozenset[str]:
        """Every name word, romanised."""
        return self._within(None)

    @cached_property
    def _inflected(self) -> InflectedNames:
        return InflectedNames(self.all)

    @cached_property
    def _by_ear(self) -> NamesByEar:
        return NamesByEar(self.all)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word, romanised."""
        other, language = self.subject.counterpart, self.subject.counterpart_language
        if other is None or language is None or not language.spaced:
            return frozenset()
        return frozenset(word.key for word in text_words(other, Span(0, len(other.text))) if len(word.key) > 2)

    @cached_property
    def by_passage(self) -> tuple[frozenset[str], ...]:
        """The names of what each passage of the translation is linked to."""
        return tuple(
            frozenset().union(*(self._within(span) for span in self.subject.linked_spans(passage.index)))
            for passage in self.subject.document.passages
        )

    @cached_property
    def stems_by_passage(self) -> tuple[frozenset[str], ...]:
        """`words_by_passage` with and without their last letters."""
        return tuple(
            frozenset(word[: len(word) - left_out] for word in words for left_out in range(ADDED + 1))
            for words in self.words_by_passage
        )

    @cached_property
    def words_by_passage(self) -> tuple[frozenset[str], ...]:
        """All words of what each passage of the translation is linked to; headlines show no names."""
        other = self.subject.counterpart
        if other is None:
            return (frozenset(),) * len(self.subject.document.passages)
        return tuple(
            frozenset(
                word.key
                for span in self.subject.linked_spans(passage.index)
                for word in text_words(other, span)
                if len(word.key) >= SHORTEST
            )
            for passage in self.subject.document.passages
        )

    def at(self, word: NameWord) -> frozenset[str] | None:
        """The names linked to the place of a word; None where its passage has no link."""
        passage = self.subject.document.passage_at(word.span.start)
        if passage is None or not self.subject.linked_spans(passage.index):
            return None
        return self.by_passage[passage.index]

    def meant(self, spellings: frozenset[str], *, plainly: bool = False) -> frozenset[str]:
        """The names that one of the romanised spellings is, inflected or rendered by ear; as it stands, if it does.

        `plainly`: only those that it is almost letter by letter.
        """
        same = spellings & self.words
        return same or frozenset(name for form in spellings for name in self._meant_by(form, plainly))

    def plainly_heard(self, word: str) -> frozenset[str]:
        """The names that the word renders by their very sound."""
        return self._by_ear.rendered_by(word, plainly=True)

    def forms_of(self, names: frozenset[str]) -> frozenset[str]:
        """The names with other forms of them that the counterpart has: Bolivia, Bolivian."""
        return names.union(*(self._inflected.forms_of(name) for name in names))

    def _meant_by(self, form: str, plainly: bool) -> frozenset[str]:
        found = self._inflected.forms_of(form) | self._by_ear.rendered_by(form, plainly=plainly)
        return frozenset(name for name in found if not plainly or abs(len(form) - len(name)) <= ENDING)

    def _within(self, span: Span | None) -> frozenset[str]:
        facts = self.subject.counterpart_facts
        if facts is None:
            return frozenset()
        return frozenset(
            word.key
            for name in name_places(facts, span)
            if name.confidence >= SURE_NAME
            for word in name.words
            if len(word.key) >= SHORTEST
        )
