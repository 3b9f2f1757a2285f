"""LNG021 brackets-for-quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.quotes import Quotation, counterpart_quotes, own_quotes
from auditor.checks.punctuation.spacing import weight
from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import PassageKind, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

MOST_WORDS = 8
LONGEST = 60
"""Code points of what is quoted or bracketed: a term, a name, a short utterance; a Chinese character is three."""
LIKE = 2.5
"""How much longer one of the two may be than the other."""
_BRACKETED = re.compile(r"[(（]([^()（）\n]{2,60})[)）]")
_SINGLE = re.compile(r"(?<![\w’])[‘'‚]([^‘’'\n]{2,30})[’'](?!\w)")
_QUOTE_MARKS = frozenset("\"“”„«»‘’'」』")
SURE_LINK = 0.7
"""Confidence of a link."""


class BracketsForQuotes(Check):
    """A word or two stand in brackets where the counterpart quotes them.

    What it finds
        *the (resistance) fired* for *the “resistance” fired*: in linked passages the counterpart quotes a term or a
        short utterance and has no brackets, the translation has brackets around about as much, and fewer quotations.

    Why it matters
        Arabic and Persian newspapers set brackets for emphasis and irony; an English reader takes them for an aside and
        reads the term as the reporter's own.

    What it does not find
        Brackets that the counterpart has too, or with much more or less text than it quotes; glosses, abbreviations,
        figures, another script's spelling of a name; comparable articles; passages that keep all quotations.

    References
        MQM Core, linguistic-conventions/punctuation. NTREX beside its English, a quarter of the documents of 24
        languages: no finding in 11,151 sentences.
    """

    id = "LNG021"
    name = "brackets-for-quotes"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.PAIR
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example(
            "The “resistance” (muqawama) fired on Monday, the army (IDF) said.",
            counterpart="The “resistance” fired on Monday, the army said.",
        ),
        Example(
            "Die Partei (links) nannte es Verrat.", language="de", counterpart="The (left) party called it “treason”."
        ),
        Example("كانت المقاومة (Hamas) هناك.", language="ar", counterpart="The “resistance” was there."),
        Example(
            "Die Partei (die seit vielen Jahren mit am Tisch der Regierung sitzt) nannte es so.",
            language="de",
            counterpart="The party, at the table of government for years, called it “folly”.",
        ),
        Example("会议（2019）谈到“抵抗”。", language="zh", counterpart="The meeting spoke of “resistance”."),
    )
    BAD = (
        Example("The ⟦(resistance)⟧ fired on Monday.", counterpart="The “resistance” fired on Monday."),
        Example("أطلقت ⟦(المقاومة)⟧ النار يوم الاثنين.", language="ar", counterpart="The ‘resistance’ fired."),
        Example("星期一，⟦（抵抗运动）⟧开火了。", language="zh", counterpart="The “resistance” fired on Monday."),
        Example(
            "⟦(זה הולך ומחריף)⟧, הוא אמר.", language="he", counterpart="“It's getting more and more tense,” he said."
        ),
        Example("В понедельник ⟦(сопротивление)⟧ открыло огонь.", language="ru", counterpart="The “resistance” fired."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per bracketed word, as many as there are quotations missing."""
        if subject.alignment is None or subject.counterpart is None or subject.counterpart_language is None:
            return
        if subject.alignment.regime is Regime.COMPARABLE:
            return
        ours = own_quotes(subject).quotations
        theirs = counterpart_quotes(subject).quotations
        for passage in subject.document.passages:
            places = list(_bracketed(subject, passage.span)) if passage.kind is not PassageKind.RESIDUE else []
            linked = subject.linked_spans(passage.index, SURE_LINK) if places else ()
            if not linked or any(mark in subject.counterpart.slice(span) for span in linked for mark in "(（"):
                continue
            terms = [term for span in linked for term in _terms(subject.counterpart.text, span, theirs)]
            places = [place for place in places if _is_quoted(subject, place, terms)]
            own = sum(passage.span.contains(quotation.span) for quotation in ours)
            own += len(_SINGLE.findall(subject.text, passage.span.start, passage.span.end))
            quoted = sum(span.contains(quotation.span) for span in linked for quotation in theirs)
            missing = max(quoted, len(terms)) - own
            if len(places) <= missing:
                yield from (self._finding(subject, place, terms) for place in places)

    def _finding(self, subject: Subject, place: Span, terms: list[Span]) -> Finding:
        assert subject.counterpart is not None
        text = subject.document.slice(place)
        return self.found(
            subject,
            place,
            f"{text} stands in brackets; the counterpart quotes here.",
            confidence=0.7,
            evidence=tuple(Evidence.at(subject.counterpart, term) for term in terms[:2]),
        )


def _bracketed(subject: Subject, within: Span) -> Iterator[Span]:
    """A few words in brackets that are no abbreviation or figure."""
    for match in _BRACKETED.finditer(subject.text, within.start, within.end):
        if len(match[1].split()) > MOST_WORDS or weight(match[1]) > LONGEST or match[1].isupper():
            continue
        before = subject.text[max(within.start, match.start() - 2) : match.start()]
        if before.rstrip()[-1:] in _QUOTE_MARKS or (match[1].isascii() and before[-1:].isalpha()):
            continue  # a gloss of what stands before
        if not any(char.isdecimal() for char in match[1]):
            yield Span(match.start(), match.end())


def _is_quoted(subject: Subject, place: Span, terms: list[Span]) -> bool:
    """Whether one of the counterpart's quotations is about as long as what stands in brackets.

    A foreign spelling is a gloss, unless the counterpart quotes that very word.
    """
    assert subject.counterpart is not None
    inside = subject.text[place.start + 1 : place.end - 1]
    quoted = [subject.counterpart.text[term.start + 1 : term.end - 1].strip(".,!?") for term in terms]
    if not subject.language.cased and inside.isascii():
        return inside.casefold() in [term.casefold() for term in quoted]
    return any(1 / LIKE <= weight(inside) / max(1, weight(term)) <= LIKE for term in quoted)


def _terms(text: str, within: Span, quotations: tuple[Quotation, ...]) -> Iterator[Span]:
    """Quotations of a few words, in double or single marks."""
    for quotation in quotations:
        inside = text[quotation.opening.span.end : quotation.closing.span.start]
        if within.contains(quotation.span) and weight(inside) <= LONGEST and len(inside.split()) <= MOST_WORDS:
            yield quotation.span
    for match in _SINGLE.finditer(text, within.start, within.end):
        if len(match[1].split()) <= MOST_WORDS:
            yield Span(match.start(), match.end())
