"""TRM011 forbidden-term."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, CheckOptions, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.checks.terminology.house_lists import HouseListOptions, occurrences
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

CONFIDENCE = 0.9
"""The list is the newsroom's own word."""

_CRASH = {"terms": ({"term": "tragic accident", "use": ("crash",)},)}
_EN_DE = {"terms": ({"term": "Handy", "use": ("Mobiltelefon",), "language": "de"},)}
_ZH = {"terms": ({"term": "老百姓", "use": ("民众",)},)}
_AR = {"terms": ({"term": "الكيان", "use": ()},)}


class ForbiddenTerm(Check):
    """A term stands in the article that the house does not use.

    What it finds
        Every listed term, inflected or with a prefix written together. The list is `forbidden.tsv` or
        `forbidden.toml` beside the articles, or `file` or `terms` of the options.

    Why it matters
        House style keeps loaded, outdated and foreign words out; engines do not know it.

    What it does not find
        Lines for another language, a listed word inside a longer one, anything without a list.

    References
        MQM Core, terminology/wrong-term.
    """

    id = "TRM011"
    name = "forbidden-term"
    category = Category.WRONG_TERM
    severity = Severity.MINOR
    scope = Scope.DOCUMENT
    Options = HouseListOptions

    GOOD = (
        Example("The accident was no tragedy.", options=_CRASH),
        Example("Er war handysüchtig und griff zum Mobiltelefon.", language="de", options=_EN_DE),
        Example("当地民众表示欢迎。", language="zh", options=_ZH),
        Example("A tragic accident killed two people."),
    )
    BAD = (
        Example("Two ⟦tragic accidents⟧ killed four people.", options=_CRASH),
        Example("Er griff zum ⟦Handy⟧.", language="de", options=_EN_DE),
        Example("当地⟦老百姓⟧表示欢迎。", language="zh", options=_ZH),
        Example("وقال إن ⟦والكيان⟧ رفض ذلك.", language="ar", options=_AR),
    )

    def __init__(self, options: CheckOptions | None = None) -> None:
        super().__init__(options)
        assert isinstance(self.options, HouseListOptions)
        self._terms = self.options.all_terms()

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per place."""
        for term in self._terms:
            if term.language not in (None, subject.language.code):
                continue
            for passage in subject.document.passages:
                for span in occurrences(subject.text, passage.span, term.term, subject.language):
                    better = " or ".join(f"“{use}”" for use in term.use)
                    note = f" ({term.note})" if term.note else ""
                    yield self.found(
                        subject,
                        span,
                        f"The house does not write “{term.term}”{note}" + (f"; it writes {better}." if better else "."),
                        confidence=CONFIDENCE,
                        suggestion=term.use[0] if len(term.use) == 1 else None,
                    )
