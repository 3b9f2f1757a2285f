"""How far to trust an encoder in a language, in plain words with the figures they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.encoders.reach import ENGLISH, SENTENCES, Figures, reach_of
from auditor.encoders.trained_on import E5_LANGUAGES, USE_LANGUAGES, primary_code
from auditor.languages.language import UNDETERMINED, get_language

DEPENDABLE = 0.9
"""Retrieval from which matches are as good as the aligner makes them: strict F1 of beads .91 to .98 with `use`."""
MISLEADING = 0.6
"""Retrieval below which an audit carries a notice. With `use`, whose figures are spread widest, strict F1 of beads is
.73 at most in the 95 languages below it, a match in four wrong or missing, and .83 at least in the 32 above."""
_TRAINED_ON = {"use": USE_LANGUAGES, "e5": E5_LANGUAGES}


@dataclass(frozen=True, slots=True)
class Caution:
    """Why an audit should be read with care. `kind` is a stable word."""

    kind: str
    message: str


def trust(encoder: str, language: str) -> str:
    """One line for `auditor doctor`: a judgement and its figures, or that none were taken."""
    figures = _figures(encoder, language)
    if figures is None:
        return f"not measured{_trained(encoder, language)}"
    if figures.retrieval >= DEPENDABLE:
        judged = "dependable"
    else:
        judged = "usable with care" if figures.retrieval >= MISLEADING else "not to be trusted"
    return f"{judged}: {_found(figures)}{_matched(figures)}"


def caution(encoder: str, language: str) -> Caution | None:
    """What an audit of articles in `language` should say when `encoder` compares them; None where all is well.

    Encoders that are not bundled were not measured by us and are the user's own choice: nothing is said of them.
    """
    if encoder not in _TRAINED_ON or primary_code(language) in (ENGLISH, UNDETERMINED, ""):
        return None
    figures, name = _figures(encoder, language), _named(language)
    if figures is None:
        text = f"how well the encoder {encoder} matches it with English was not measured{_trained(encoder, language)}; "
        return Caution("language-not-measured", f"{name}: {text}look at some matches before you rely on them.")
    if figures.retrieval >= MISLEADING:
        return None
    text = f"with the encoder {encoder} many matches are wrong: {_found(figures)}{_matched(figures)}. "
    return Caution("language-out-of-reach", f"{name}: {text}Verdicts, scores and findings that compare can mislead.")


def _figures(encoder: str, language: str) -> Figures | None:
    reach = reach_of(language)
    return None if reach is None else reach.figures.get(encoder)


def _found(figures: Figures) -> str:
    share = f"{100 * figures.retrieval:.0f} of 100"
    return f"the right translation is found among {SENTENCES:,} sentences of English news for {share}"


def _matched(figures: Figures) -> str:
    if figures.alignment is None:
        return ""
    return f", and about {100 * figures.alignment:.0f} of 100 sentence matches are right in slightly rewritten articles"


def _trained(encoder: str, language: str) -> str:
    known = _TRAINED_ON.get(encoder)
    if known is None:
        return ""
    return f" (it was {'' if primary_code(language) in known else 'not '}trained on this language)"


def _named(language: str) -> str:
    reach = reach_of(language)
    name = get_language(language).name if reach is None else reach.name
    return name if name == language else f"{name} ({language})"
