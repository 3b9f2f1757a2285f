"""The finished audit as the page shows it: plain values made from a report, nothing of the server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.audit.decisions import Decision
from auditor.core.finding import Notice
from auditor.core.mqm import Severity
from auditor.core.report import AuditedDocument, Report
from auditor.reports.html_article import Article, Note, article
from auditor.reports.located import LIVE, Located, located
from auditor.web.saved import TextState
from auditor.web.view_fit import Fit, fit_to_publish
from auditor.web.view_why import Why, why

KEY = "a1"
"""Prefix of the anchors: the page shows one article."""


@dataclass(frozen=True, slots=True)
class Card:
    """A finding in the margin."""

    note: Note
    why: Why | None
    """None for a check that this version does not have."""
    passage: int | None
    """The passage it begins in, None outside of them."""
    risk: float
    """Penalty that it is expected to be worth: severity weight times confidence."""
    decision: Decision | None

    @property
    def data(self) -> dict[str, object]:
        """What the page's script needs to act on it."""
        finding = self.note.found.finding
        return {
            "number": self.note.number,
            "fingerprint": finding.fingerprint,
            "start": finding.span.start,
            "end": finding.span.end,
            "suggestion": finding.suggestion,
            "severity": finding.severity.value,
            "category": finding.category.value,
            "check": finding.name,
            "confidence": round(finding.confidence, 4),
            "passage": self.passage,
            "risk": round(self.risk, 4),
        }


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that the list can be filtered by, and how many findings have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class ViewModel:
    """One audited article."""

    article: Article
    version: str
    """Of auditor."""
    cards: tuple[Card, ...]
    """Findings that ask for attention, the riskiest first."""
    decided: tuple[Card, ...]
    """Dismissed ones and those of the baseline, in the order of the text."""
    severities: tuple[Choice, ...]
    """Of `cards`, worst first."""
    checks: tuple[Choice, ...]
    """Of `cards`, most findings first."""
    fit: Fit
    notices: tuple[Notice, ...]
    """About this article or its counterpart, or about the whole run."""
    stale: tuple[tuple[str, TextState], ...]
    """Files of a saved report that are no longer what was audited, by document id."""

    @property
    def audited(self) -> AuditedDocument:
        """What was learned of the article."""
        return self.article.audited


def view_of(
    report: Report, document_index: int, decisions: Mapping[str, Decision], texts: Mapping[str, TextState]
) -> ViewModel:
    """Article `document_index` of `report`.

    `decisions` hold the newest one by fingerprint, `texts` the state of files by document id (absent: as audited).
    """
    audited = report.documents[document_index]
    own = [item for item in located(report) if item.finding.document == audited.document.id]
    live = [item for item in own if item.finding.state in LIVE]
    shown = article(KEY, audited, live)
    cards = [_card(note, audited, decisions) for note in shown.notes]
    return ViewModel(
        article=shown,
        version=report.version,
        cards=tuple(sorted(cards, key=lambda card: (-card.risk, card.note.number))),
        decided=_decided(own, len(live), audited, decisions),
        severities=_severities(live),
        checks=tuple(Choice(*pair) for pair in Counter(item.finding.name for item in live).most_common()),
        fit=fit_to_publish(audited, [item.finding for item in live], _notices(report, audited)),
        notices=_notices(report, audited),
        stale=tuple((name, texts[name]) for name in _names(audited) if _is_stale(texts.get(name))),
    )


def _card(note: Note, audited: AuditedDocument, decisions: Mapping[str, Decision]) -> Card:
    finding = note.found.finding
    home = audited.document.passage_at(finding.span.start) or audited.document.passage_at(finding.span.start - 1)
    return Card(
        note=note,
        why=why(finding.name),
        passage=None if note.outside or home is None else home.index,
        risk=finding.severity.penalty * finding.confidence,
        decision=decisions.get(finding.fingerprint),
    )


def _decided(
    own: list[Located], live: int, audited: AuditedDocument, decisions: Mapping[str, Decision]
) -> tuple[Card, ...]:
    settled = [item for item in own if item.finding.state not in LIVE]
    notes = article(KEY, audited, settled).notes
    return tuple(_card(_renumbered(note, live), audited, decisions) for note in notes)


def _renumbered(note: Note, by: int) -> Note:
    return Note(note.number + by, note.found, note.quoted, note.outside)


def _severities(found: list[Located]) -> tuple[Choice, ...]:
    counts = Counter(item.finding.severity for item in found)
    return tuple(Choice(severity.value, counts[severity]) for severity in reversed(Severity) if counts[severity])


def _names(audited: AuditedDocument) -> tuple[str, ...]:
    pair = audited.pair
    return (audited.document.id,) if pair is None else (audited.document.id, pair.counterpart.id)


def _notices(report: Report, audited: AuditedDocument) -> tuple[Notice, ...]:
    about = {None, *_names(audited)}
    return tuple(notice for notice in report.notices if notice.document in about)


def _is_stale(state: TextState | None) -> bool:
    return state is not None and state is not TextState.AS_AUDITED
