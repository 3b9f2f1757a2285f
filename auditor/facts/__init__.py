"""Facts: numbers, dates, names, quotations and links, found in any language and compared by value."""

from auditor.facts.extract import extract_facts
from auditor.facts.fact import DateValue, Fact, FactKind, FactLedger, NameValue, NumberValue, TextValue

__all__ = [
    "DateValue",
    "Fact",
    "FactKind",
    "FactLedger",
    "NameValue",
    "NumberValue",
    "TextValue",
    "extract_facts",
]
