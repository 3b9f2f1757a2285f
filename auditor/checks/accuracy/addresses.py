"""Web and e-mail addresses of linked passages: which one was changed into which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from auditor.checks.accuracy.statements import Statement, passages, sentences
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.facts.fact import Fact, FactKind, FactLedger, TextValue

SLIP = 3
"""Letters that mangle an address; where more differ, it is another one."""
_LOCALE = re.compile(r"(?<=/)[a-z]{2}(?:[-_][a-z]{2})?(?=/|$)|^[a-z]{2}\.(?=[^/]*\.)", re.IGNORECASE)
_MARK = re.compile(r"([./@:_-])")


@dataclass(frozen=True, slots=True)
class ChangedAddress:
    """What stands in the translation for an address of the counterpart."""

    statement: Statement
    span: Span
    counterpart: Fact
    slip: bool
    """Whether it is the same address, mangled."""


def changed_addresses(subject: Subject, *, email: bool) -> Iterator[ChangedAddress]:
    """Every address of linked passages that is not the counterpart's, e-mail or web."""
    ledger = subject.counterpart_facts or FactLedger(())
    ours_all, theirs_all = _texts(subject.facts, email=email), _texts(ledger, email=email)
    seen: set[int] = set()
    for statement in (*sentences(subject), *passages(subject)):
        if not statement.parallel:
            continue
        mine, other = (_addresses(facts, email=email) for facts in statement.facts(subject))
        own = [fact for fact in mine if not any(_prefixed(_text(fact), text) for text in theirs_all)]
        lost = [fact for fact in other if not any(_prefixed(text, _text(fact)) for text in ours_all)]
        here = {_text(fact) for fact in mine}
        for fact in other:
            broken = _broken(subject.text, statement.translation, fact.surface)
            if broken is not None and not any(_prefixed(text, _text(fact)) for text in here):
                own = [mine_ for mine_ in own if not mine_.span.overlaps(broken)]
                if broken.start not in seen:
                    seen.add(broken.start)
                    yield ChangedAddress(statement, broken, fact, slip=True)
                continue
            found = _replacement(fact, own) if fact in lost else None
            if found is not None:
                own.remove(found)
                if found.span.start not in seen:
                    seen.add(found.span.start)
                    yield ChangedAddress(statement, found.span, fact, slip=_near(found, fact))


def _replacement(lost: Fact, own: list[Fact]) -> Fact | None:
    """The mangled form of a lost address, else the one other address in its place unless it is a localised page."""
    near = next((fact for fact in own if _near(fact, lost)), None)
    if near is not None:
        return near if _unlocalised(near) != _unlocalised(lost) else None
    return own[0] if len(own) == 1 and _brand(own[0]) != _brand(lost) else None


def _prefixed(ours: str, theirs: str) -> bool:
    """Whether it is the same address, or that with a preposition written before it: Shona neLiverpoolFC.com."""
    before = ours.removesuffix(theirs)
    return ours == theirs or (before != ours and before.isalpha())


def _near(a: Fact, b: Fact) -> bool:
    return Levenshtein.distance(_text(a), _text(b), score_cutoff=SLIP) <= SLIP


def _unlocalised(fact: Fact) -> str:
    """Without a language code: ru.example.org, example.org/ru."""
    return _LOCALE.sub("", _text(fact))


def _brand(fact: Fact) -> str:
    """The longest label of the host: bbc.com and bbc.co.uk/arabic are one house."""
    host = _text(fact).rpartition("@")[2].partition("/")[0]
    return max(host.split(".")[:-1] or [host], key=len)


def _broken(text: str, within: Span, address: str) -> Span | None:
    """Where the address stands with spaces in it: `www. example .org`."""
    parts = [re.escape(part) for part in _MARK.split(address) if part]
    pattern = r"\s?".join(parts)
    for match in re.compile(pattern, re.IGNORECASE).finditer(text, within.start, within.end):
        if re.search(r"\s", match.group()):
            return Span(*match.span())
    return None


def _addresses(facts: tuple[Fact, ...], *, email: bool) -> list[Fact]:
    return [fact for fact in facts if fact.kind is FactKind.LINK and ("@" in _text(fact)) == email]


def _texts(ledger: FactLedger, *, email: bool) -> frozenset[str]:
    return frozenset(map(_text, _addresses(ledger.of(FactKind.LINK), email=email)))


def _text(fact: Fact) -> str:
    assert isinstance(fact.value, TextValue)
    return fact.value.text
