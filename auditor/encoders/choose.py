"""Which bundled encoder suits the languages of a run, and which are there at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.encoders.bundled import E5_FILES, USE_FILES
from auditor.encoders.reach import reach_of
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
    """`use` where every language is among its 16 or does no worse with it, else `e5`; the other where one is missing.

    On its own languages `use` finds translations as well as `e5`, many times as fast, and separates passages that have
    a counterpart from those that have none far better; on most others it is useless (Hindi .11, Hebrew .10). Which
    languages it manages besides its own was measured (`reach`).
    """
    wanted, reason = _wanted(frozenset(languages))
    there = available_encoders()
    other = "use" if wanted == "e5" else "e5"
    if wanted not in there and other in there:
        lost = f"; {BUNDLED[wanted].distribution}, which holds {wanted}, is not installed"
        return Choice(other, reason + lost, fallback=True)
    return Choice(wanted, reason)


def _wanted(languages: frozenset[str]) -> tuple[str, str]:
    if not languages:
        return "e5", "no language is known"
    strange = sorted(language for language in languages if primary_code(language) not in USE_LANGUAGES)
    beaten = sorted({primary_code(language) for language in strange if not _use_does_no_worse(language)})
    if beaten:
        return "e5", f"not among the 16 languages of use: {', '.join(beaten)}"
    if strange:
        names = ", ".join(_compared(language) for language in strange)
        return "use", f"not all are among its 16 languages, but it does as well as e5 there: {names}"
    return "use", "all languages are among its 16"


def _use_does_no_worse(language: str) -> bool:
    reach = reach_of(language)
    if reach is None or not {"use", "e5"} <= reach.figures.keys():
        return False
    return reach.figures["use"].retrieval >= reach.figures["e5"].retrieval


def _compared(language: str) -> str:
    reach = reach_of(language)
    assert reach is not None
    ours, theirs = (f"{reach.figures[name].retrieval:.3f}".lstrip("0") for name in ("use", "e5"))
    return f"{reach.name} ({ours} against {theirs})"
