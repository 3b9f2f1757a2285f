"""Which decision is about which finding, though the text around, and the finding's twins, may have changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from auditor.audit.decisions import STATES, Decision
from auditor.audit.fingerprint import with_fingerprints
from auditor.audit.occurrences import Occurrence, found_again, occurrences, with_rival
from auditor.core.document import Document
from auditor.core.finding import Finding, State


def matched(
    findings: Sequence[Finding], known: Mapping[str, Decision], document: Document
) -> tuple[Decision | None, ...]:
    """The decision about each finding of `document`, if there is one; `known` are those that hold, by key."""
    if not known:
        return (None,) * len(findings)
    places = {key: decision.place for key, decision in known.items() if decision.place is not None}
    found = found_again(places, occurrences(findings, document))
    by_key = enumerate(ordinal_keys(findings))
    older = {i: key for i, key in by_key if i not in found and key in known and known[key].place is None}
    return tuple(known[key] if (key := (found | older).get(i)) else None for i in range(len(findings)))


def named(
    findings: Sequence[Finding], index: int, known: Mapping[str, Decision], document: Document
) -> tuple[str, Occurrence]:
    """Key and place for a new decision about `findings[index]`: the key that it has, or one that is nobody else's."""
    everyone = occurrences(findings, document)
    place = with_rival(everyone[index], everyone)
    before = matched(findings, known, document)[index]
    if before is not None:
        return before.key, place
    return next(key for key in place.names() if key not in known), place


def decided(findings: Sequence[Finding], known: Mapping[str, Decision], document: Document) -> tuple[Finding, ...]:
    """The findings in the states that decisions gave them, confirmed ones with the editor's category and severity."""
    told = matched(findings, known, document)
    return tuple(_decided(finding, decision) for finding, decision in zip(findings, told, strict=True))


def ordinal_keys(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Keys of lines without a place: the fingerprint under the article's bare name, so that folders do not matter."""
    own = (replace(finding, document=PurePosixPath(finding.document).stem) for finding in findings)
    return tuple(finding.fingerprint for finding in with_fingerprints(own))


def _decided(finding: Finding, decision: Decision | None) -> Finding:
    if decision is None:
        return finding
    state = STATES.get(decision.kind, State.NEW)
    if state is not State.CONFIRMED:
        return replace(finding, state=state)
    category, severity = decision.category or finding.category, decision.severity or finding.severity
    return replace(finding, state=state, category=category, severity=severity)
