"""Which checks run, with which options, how sure their findings are, and which are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from auditor.checks import Check, Need, Subject, all_checks, find_check
from auditor.checks.precision import with_precision
from auditor.config import Settings
from auditor.core.finding import Finding
from auditor.errors import ConfigError, UsageError


def selected_checks(settings: Settings) -> tuple[Check, ...]:
    """The checks of a run, ordered by id.

    Raises `UsageError` for a name that no check has and `ConfigError` for options that do not fit.
    """
    options = _by_check(settings.checks)
    chosen = _matching(settings.select) if settings.select else set(all_checks())
    chosen -= _matching(settings.ignore)
    return tuple(_configured(check, options.get(check, {})) for check in all_checks() if check in chosen)


def can_run(check: Check, subject: Subject) -> bool:
    """Whether the check works in the article's language and has what it needs."""
    if not check.speaks(subject.language.code):
        return False
    there = {
        Need.COUNTERPART: subject.counterpart is not None,
        Need.ALIGNMENT: subject.alignment is not None,
        Need.FIDELITY: subject.score is not None and subject.score.fidelity is not None,
    }
    return all(there[need] for need in check.needs)


def findings_of(checks: Iterable[Check], subject: Subject) -> list[Finding]:
    """What those of the checks find that can run, each finding with its measured confidence, in order of place."""
    language = subject.language.code
    found = [
        with_precision(f, language) for check in checks if can_run(check, subject) for f in check.findings(subject)
    ]
    found.sort(key=lambda finding: (finding.span, finding.check, finding.message))
    return found


def is_kept(finding: Finding, settings: Settings) -> bool:
    """Whether a finding is severe and sure enough to be shown."""
    return finding.severity.at_least(settings.severity) and finding.confidence >= settings.confidence


def _matching(words: Iterable[str]) -> set[type[Check]]:
    """Checks named by id, name or the beginning of an id."""
    chosen: set[type[Check]] = set()
    for word in words:
        prefixed = {check for check in all_checks() if check.id.startswith(word.upper())}
        chosen |= prefixed or {find_check(word)}
    return chosen


def _by_check(tables: Mapping[str, Mapping[str, object]]) -> dict[type[Check], Mapping[str, object]]:
    try:
        return {find_check(name): table for name, table in tables.items()}
    except UsageError as error:
        raise ConfigError(f"[checks]: {error}") from error


def _configured(check: type[Check], table: Mapping[str, object]) -> Check:
    try:
        return check(check.Options.model_validate(dict(table)))
    except ValidationError as error:
        details = "; ".join(f"`{'.'.join(map(str, item['loc']))}`: {item['msg']}" for item in error.errors())
        known = ", ".join(sorted(check.Options.model_fields)) or "none"
        raise ConfigError(f"[checks.{check.name}]: {details}. Its options: {known}.") from error
