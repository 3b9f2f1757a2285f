"""`--select` and `--ignore`: names, ids or beginnings of ids, separated by commas or repeated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.cli import services


def chosen_checks(given: Sequence[str] | None) -> tuple[str, ...] | None:
    """The single words of the option, each known to mean a check; None when the option was not given.

    Raises `UsageError` with the nearest names for a word that means none.
    """
    if not given:
        return None
    words = tuple(word.strip() for option in given for word in option.split(",") if word.strip())
    confirm_checks(words)
    return words


def confirm_checks(words: Iterable[str]) -> None:
    """Raises `UsageError` unless every word is a check's name or id or the beginning of an id."""
    ids = [check.id.casefold() for check in services.checks()]
    for word in words:
        if not any(known.startswith(word.casefold()) for known in ids):
            services.find_check(word)
