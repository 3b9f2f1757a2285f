"""TRM010 glossary."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, CheckOptions, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.checks.terminology.house_lists import HouseListOptions, Term, occurrences
from auditor.core.document import Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.languages.language import Language

CONFIDENCE = 0.7
"""The list is the newsroom's, but a pronoun or a shorter form may rightly stand for the term."""

_STRIKE = {"terms": ({"term": "general strike", "use": ("Generalstreik",)},)}
_CEASEFIRE = {"terms": ({"term": "ceasefire", "use": ("停火",), "language": "zh"},)}
_CABINET = {"terms": ({"term": "cabinet", "use": ("مجلس الوزراء", "الحكومة")},)}


class Glossary(Check):
    """A term of the house glossary is not translated as the glossary says.

    What it finds
        A passage whose counterpart has a listed term while none of the listed translations, in whatever form, stands
        in it. The list is `glossary.tsv` or `glossary.toml` beside the articles, or `file` or `terms` of the options.

    Why it matters
        Readers know an office, a body or a place by one name; a newsroom has agreed on it.

    What it does not find
        Terms of another language's lines, terms that the linked passages tell between them, anything without a list.

    References
        MQM Core, terminology/wrong-term.
    """

    id = "TRM010"
    name = "glossary"
    category = Category.WRONG_TERM
    severity = Severity.MINOR
    scope = Scope.PASSAGE
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    Options = HouseListOptions

    GOOD = (
        Example(
            "Am Freitag begann ein eintägiger Generalstreik.",
            language="de",
            counterpart="A one-day general strike began on Friday.",
            options=_STRIKE,
        ),
        Example("双方同意停火。", language="zh", counterpart="Both sides agreed to a ceasefire.", options=_CEASEFIRE),
        Example(
            "اجتمعت الحكومة يوم الثلاثاء.", language="ar", counterpart="The cabinet met on Tuesday.", options=_CABINET
        ),
        Example("Am Freitag wurde gestreikt.", language="de", counterpart="A one-day general strike began on Friday."),
    )
    BAD = (
        Example(
            "⟦Am Freitag begann ein eintägiger allgemeiner Ausstand.⟧",
            language="de",
            counterpart="A one-day general strike began on Friday.",
            options=_STRIKE,
        ),
        Example("⟦双方同意休战。⟧", language="zh", counterpart="Both sides agreed to a ceasefire.", options=_CEASEFIRE),
        Example(
            "⟦اجتمعت الخزانة يوم الثلاثاء.⟧", language="ar", counterpart="The cabinet met on Tuesday.", options=_CABINET
        ),
    )

    def __init__(self, options: CheckOptions | None = None) -> None:
        super().__init__(options)
        assert isinstance(self.options, HouseListOptions)
        self._terms = tuple(term for term in self.options.all_terms() if term.use)

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per term and passage."""
        if subject.counterpart is None or subject.counterpart_language is None:
            return
        terms = [term for term in self._terms if term.language in (None, subject.language.code)]
        for passage in subject.document.passages if terms else ():
            for theirs in subject.linked_spans(passage.index)[:1]:
                for term in terms:
                    place = next(
                        occurrences(subject.counterpart.text, theirs, term.term, subject.counterpart_language), None
                    )
                    if place is not None and not _used(subject.text, passage.span, term, subject.language):
                        yield self._finding(subject, passage.span, place, term)

    def _finding(self, subject: Subject, here: Span, there: Span, term: Term) -> Finding:
        assert subject.counterpart is not None
        wanted = " or ".join(f"“{use}”" for use in term.use)
        note = f" ({term.note})" if term.note else ""
        return self.found(
            subject,
            here,
            f"The glossary has {wanted} for “{term.term}”{note}; it is not in this passage.",
            confidence=CONFIDENCE,
            evidence=(Evidence.at(subject.document, here), Evidence.at(subject.counterpart, there)),
        )


def _used(text: str, within: Span, term: Term, language: Language) -> bool:
    return any(next(occurrences(text, within, use, language, loosely=True), None) is not None for use in term.use)
