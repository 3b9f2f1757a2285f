"""Hard conflicts: two statements that cannot both be true, whatever a model of likeness says."""

from __future__ import annotations

from auditor.core.alignment import Regime
from auditor.core.document import Span
from auditor.facts.compare_dates import compare_dates
from auditor.facts.compare_numbers import NumberComparison, compare_numbers
from auditor.facts.durations import changed_duration
from auditor.facts.fact import Fact, FactLedger
from auditor.fidelity.fact_evidence import stated
from auditor.fidelity.negation import negations
from auditor.fidelity.pair import TextPair
from auditor.fidelity.same_language import shared_words
from auditor.fidelity.statements import Statement
from auditor.fidelity.weights import Thresholds


def in_conflict(
    statement: Statement, ours: FactLedger, theirs: FactLedger, regime: Regime, thresholds: Thresholds
) -> bool:
    """Whether a number, date or span of time was changed or, within one language, a negation dropped or put in."""
    return (
        _number_conflict(statement, ours, theirs, regime, thresholds)
        or _negation_flipped(statement, thresholds)
        or (regime is not Regime.COMPARABLE and _time_conflict(statement, ours, theirs))
    )


def _time_conflict(statement: Statement, ours: FactLedger, theirs: FactLedger) -> bool:
    """Another outlet tells other times of the same events; a translation does not."""
    dates = compare_dates(_within(ours, statement.translation), _within(theirs, statement.counterpart), theirs, ours)
    if next(dates, None) is not None:
        return True
    pair = statement.pair
    here = stated(pair.translation, pair.translation_language)
    changed = changed_duration(here.durations, stated(pair.counterpart, pair.counterpart_language).durations)
    return changed is not None and changed.counted


def _number_conflict(
    statement: Statement, ours: FactLedger, theirs: FactLedger, regime: Regime, thresholds: Thresholds
) -> bool:
    """In comparable text another outlet may have counted anew: there the rest of the sentence must be the same."""
    compared = compare_numbers(
        _within(ours, statement.translation), _within(theirs, statement.counterpart), theirs, ours
    )
    if regime is not Regime.COMPARABLE:
        return bool(compared.changed)
    slipped = any(change.slip is not None for change in compared.changed)
    return slipped and _same_statement(statement.pair, compared, thresholds)


def _same_statement(pair: TextPair, compared: NumberComparison, thresholds: Thresholds) -> bool:
    if pair.same_language:
        return min(shared_words(pair.translation, pair.counterpart)) >= thresholds.same_wording
    return compared.kept > 0


def _negation_flipped(statement: Statement, thresholds: Thresholds) -> bool:
    """One side says `not` and the other does not, in otherwise the same words."""
    pair = statement.pair
    if not pair.same_language or len(statement.translation) != 1 or len(statement.counterpart) != 1:
        return False
    here = negations(pair.translation, pair.translation_language)
    there = negations(pair.counterpart, pair.counterpart_language)
    if {here, there} != {0, 1}:
        return False
    return min(shared_words(pair.translation, pair.counterpart)) >= thresholds.negated_wording


def _within(ledger: FactLedger, spans: tuple[Span, ...]) -> tuple[Fact, ...]:
    return tuple(fact for span in spans for fact in ledger.between(span.start, span.end) if span.contains(fact.span))
