"""All facts of one document."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.core.document import Document
from auditor.facts.digits import find_numerals
from auditor.facts.fact import Fact, FactKind, FactLedger, NumberValue
from auditor.facts.links import find_links
from auditor.facts.quotations import find_quotations
from auditor.languages.language import Language


def extract_facts(document: Document, language: Language) -> FactLedger:
    """The numbers, dates, names, quotations and links of `document`, in order of their place."""
    return FactLedger(_facts(document, language))


def _facts(document: Document, language: Language) -> Iterator[Fact]:
    yield from find_links(document.text)
    yield from find_quotations(document, language)
    for numeral in find_numerals(document.text, language):
        surface = document.slice(numeral.span)
        yield Fact(FactKind.NUMBER, numeral.span, surface, NumberValue(numeral.values[0]))
