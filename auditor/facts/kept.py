"""What is worked out of the facts of one article goes when the article goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from auditor.facts.fact import FactLedger

T = TypeVar("T")


def kept(function: Callable[[FactLedger], T]) -> Callable[[FactLedger], T]:
    """`function` with its result kept as long as the ledger lives. It is shared: return what nobody changes."""
    known: WeakKeyDictionary[FactLedger, T] = WeakKeyDictionary()

    @wraps(function)
    def told(ledger: FactLedger) -> T:
        if ledger not in known:
            known[ledger] = function(ledger)
        return known[ledger]

    return told
