"""Web and e-mail addresses of linked passages: which one was changed into which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from auditor.checks.accuracy.statements import Statement, passages, sentences
from auditor.checks.check import Check
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Evidence, Finding
from auditor.facts.fact import Fact, FactKind, FactLedger, TextValue

SLIP = 3
"""Letters that mangle an address; where more differ, it is another one."""
_LOCALE = re.compile(r"(?<=/)[a-z]{2}(?:[-_][a-z]{2})?(?=/|$)|^[a-z]{2}\.(?=[^/]*\.)", re.IGNORECASE)
_PREFIX = re.compile(r"[a-z]{1,4}(?=[A-Z])")
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
    if not theirs_all:
        return
    seen: set[int] = set()
    for statement in (*sentences(subject), *passages(subject)):
        if not statement.parallel:
            continue
        mine, other = (_addresses(facts, email=email) for facts in statement.facts())
        own = [fact for fact in mine if not _forms(fact) & theirs_all]
        lost = [fact for fact in other if not _forms(fact) & ours_all]
        here = frozenset().union(*map(_forms, mine))
        for fact in other:
            broken = _broken(subject.text, statement.translation, fact.surface)
            if broken is not None and _text(fact) not in here:
                own = [mine_ for mine_ in own if not mine_.span.overlaps(broken)]
                if broken.start not in seen:
                    seen.add(broken.start)
                    yield ChangedAddress(statement, broken, fact, slip=True)
                continue
            found = _replacement(fact, own) if fact in lost else _slip(fact, own) if _text(fact) not in here else None
            if found is not None:
                own.remove(found)
                if found.span.start not in seen:
                    seen.add(found.span.start)
                    yield ChangedAddress(statement, found.span, fact, slip=_near(found, fact))


def address_findings(
    check: Check, subject: Subject, *, email: bool, mangled: float, another: float
) -> Iterator[Finding]:
    """A finding of `check` for every changed address, with the confidence of either kind."""
    for changed in changed_addresses(subject, email=email):
        assert subject.counterpart is not None
        theirs = changed.counterpart
        yield check.found(
            subject,
            changed.span,
            f"The counterpart gives {theirs.surface} here; the translation {subject.document.slice(changed.span)}.",
            confidence=mangled if changed.slip else another,
            suggestion=theirs.surface if changed.slip else None,
            evidence=(Evidence.at(subject.document, changed.span), Evidence.at(subject.counterpart, theirs.span)),
        )


def _replacement(lost: Fact, own: list[Fact]) -> Fact | None:
    """The mangled form of a lost address, else the one other address in its place unless it is a localised page."""
    if any(_near(fact, lost) for fact in own):
        return _slip(lost, own)
    return own[0] if len(own) == 1 and _brand(own[0]) != _brand(lost) else None


def _slip(theirs: Fact, own: list[Fact]) -> Fact | None:
    """The mangled form of an address that stands as it is elsewhere in the translation."""
    return next((fact for fact in own if _near(fact, theirs) and _unlocalised(fact) != _unlocalised(theirs)), None)


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
    return frozenset().union(*map(_forms, _addresses(ledger.of(FactKind.LINK), email=email)))


def _forms(fact: Fact) -> frozenset[str]:
    """The address, and without a preposition that is written together with its capital: Shona neLiverpoolFC.com."""
    text, prefix = _text(fact), _PREFIX.match(fact.surface)
    return frozenset({text} if prefix is None else {text, text[prefix.end() :]})


def _text(fact: Fact) -> str:
    assert isinstance(fact.value, TextValue)
    return fact.value.text
