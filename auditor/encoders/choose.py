"""Which bundled encoder suits the languages of a run, and which are there at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.encoders.bundled import E5_FILES, USE_FILES
from auditor.encoders.trained_on import USE_LANGUAGES, primary_code

BUNDLED = {"e5": E5_FILES, "use": USE_FILES}


@dataclass(frozen=True, slots=True)
class Choice:
    """An encoder's name and why it was taken. `fallback` is true where a better one is not installed: tell the user."""

    name: str
    reason: str
    fallback: bool = False


def available_encoders() -> tuple[str, ...]:
    """The bundled encoders whose weights are installed, and `hash`, which needs none."""
    return (*(name for name, files in BUNDLED.items() if files.folder() is not None), "hash")


def choose_encoder(languages: Iterable[str]) -> Choice:
    """`use` where every language is among its 16, else `e5`; the other of the two where one is not installed.

    On its own languages `use` finds translations as well as `e5`, four times as fast, and separates passages that
    have a counterpart from those that have none far better; on others it is useless (Hindi .13, Hebrew .15).
    """
    codes = {primary_code(language) for language in languages}
    foreign = sorted(codes - USE_LANGUAGES)
    wanted, reason = "use", "all languages are among its 16"
    if foreign or not codes:
        wanted = "e5"
        reason = f"not among the 16 languages of use: {', '.join(foreign)}" if foreign else "no language is known"
    there = available_encoders()
    other = "use" if wanted == "e5" else "e5"
    if wanted not in there and other in there:
        lost = f"; {BUNDLED[wanted].distribution}, which holds {wanted}, is not installed"
        return Choice(other, reason + lost, fallback=True)
    return Choice(wanted, reason)
