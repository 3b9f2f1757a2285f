"""ACC016 currency-changed."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.statements import Statement, passages, sentences
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.fact import Fact, NumberValue
from auditor.facts.measures import Money, find_money

CONFIDENCE = 0.85


class CurrencyChanged(Check):
    """A sum of money stands in another currency than in the counterpart.

    What it finds
        *500 million euros* for 500 million dollars: the same figure beside another currency.

    Why it matters
        The sum is wrong by the rate of exchange, and nothing in the sentence shows it.

    What it does not find
        Sums that were converted, since the figure is another then; signs and words that several currencies share ($, ¥,
        £, rupee, 元 may be any of theirs); a sum that the counterpart's sentence gives in this currency too.

    References
        MQM Core, accuracy/mistranslation. Codes: ISO 4217.
    """

    id = "ACC016"
    name = "currency-changed"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example("Die Kosten lagen bei 460 Millionen Euro.", language="de", counterpart="It cost $500 million."),
        Example("该公司获得20亿美元。", language="zh", counterpart="The company received $2bn."),
        Example("وبلغت التكلفة 9 مليارات جنيه إسترليني.", language="ar", counterpart="It cost £9 billion."),
        Example("Он получил 15 000 долларов.", language="ru", counterpart="He was paid A$15,000."),
    )
    BAD = (
        Example("Die Kosten lagen bei ⟦500 Millionen Euro⟧.", language="de", counterpart="It cost $500 million."),
        Example("该公司获得⟦20亿日元⟧。", language="zh", counterpart="The company received $2bn."),
        Example("وبلغت التكلفة ⟦9 مليارات يورو⟧.", language="ar", counterpart="It cost £9 billion."),
        Example("Он получил ⟦15 000 рублей⟧.", language="ru", counterpart="He was paid 15,000 dollars."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per sum, from the sentence where possible."""
        if subject.counterpart is None:
            return
        seen: set[int] = set()
        for statement in (*sentences(subject), *passages(subject)):
            ours, theirs = statement.facts()
            sums = tuple(find_money(subject.counterpart.text, theirs))
            for money in find_money(subject.text, ours) if sums else ():
                changed = _changed(money, sums)
                if changed is not None and money.span.start not in seen:
                    seen.add(money.span.start)
                    yield self._finding(subject, statement, money, changed)

    def _finding(self, subject: Subject, statement: Statement, ours: Money, theirs: Money) -> Finding:
        assert subject.counterpart is not None
        said, says = subject.counterpart.slice(theirs.span), subject.document.slice(ours.span)
        return self.found(
            subject,
            ours.span,
            f"The counterpart says {said} here; the translation says {says}, in another currency.",
            confidence=CONFIDENCE,
            evidence=(
                Evidence.at(subject.document, ours.span),
                Evidence.at(subject.counterpart, theirs.span),
                *(Evidence.at(subject.counterpart, span) for span in statement.counterpart),
            ),
        )


def _changed(money: Money, sums: tuple[Money, ...]) -> Money | None:
    """The sum of the same figure in another currency; None when one of the sums of this figure is in the same."""
    same = [other for other in sums if _figures(money.fact) & _figures(other.fact)]
    if not same or any(money.currencies & other.currencies for other in same):
        return None
    return same[0]


def _figures(fact: Fact) -> frozenset[object]:
    assert isinstance(fact.value, NumberValue)
    return frozenset((fact.value.value, *fact.value.also))
