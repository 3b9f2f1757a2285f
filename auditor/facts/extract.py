"""All facts of one document."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakValueDictionary

from auditor.core.document import Document
from auditor.facts.dates import find_dates
from auditor.facts.fact import Fact, FactLedger
from auditor.facts.links import find_links
from auditor.facts.names import find_names
from auditor.facts.numbers import find_numbers
from auditor.facts.quotations import find_quotations
from auditor.languages import get_language
from auditor.languages.language import Language

_KNOWN: WeakValueDictionary[tuple[str, Document], FactLedger] = WeakValueDictionary()
"""Facts that somebody still holds, by language and article: they go with the last audit of it."""


def extract_facts(document: Document, language: Language) -> FactLedger:
    """The numbers, dates, names, quotations and links of `document`, in order of their place.

    A number inside a date or link belongs to that, and is no number of its own.
    """
    if language is not get_language(language.code):
        return FactLedger(_facts(document, language))
    known = _KNOWN.get((language.code, document))
    if known is None:
        known = _KNOWN[language.code, document] = FactLedger(_facts(document, language))
    return known


def _facts(document: Document, language: Language) -> Iterator[Fact]:
    text = document.text
    links, dates = tuple(find_links(text)), tuple(find_dates(text, language))
    yield from links
    yield from dates
    yield from find_quotations(document, language)
    yield from _outside(find_names(document, language), links + dates)
    yield from _outside(find_numbers(text, language), links + dates)


def _outside(facts: Iterator[Fact], others: tuple[Fact, ...]) -> Iterator[Fact]:
    """Those of `facts` that overlap none of `others`."""
    taken = {offset for other in others for offset in range(other.span.start, other.span.end)}
    return (fact for fact in facts if taken.isdisjoint(range(fact.span.start, fact.span.end)))
