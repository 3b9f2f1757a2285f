"""The language of a whole document."""

from __future__ import annotations

from auditor.core.document import Source
from auditor.languages.detection import Detected, detect_language
from auditor.languages.language import UNDETERMINED

DECLARED_CONFIDENCE = 0.9
"""That a page is in the language it declares, where the text neither confirms nor contradicts it."""
CONTRADICTION = 0.8
"""From this confidence on the text is believed over the declaration; templates often declare English."""


def detect_document_language(source: Source) -> Detected:
    """The language of all of `source`: what it declares, unless its text clearly says otherwise."""
    found = detect_language(source.text)
    if source.language is None or found.language == source.language:
        return found
    if found.language != UNDETERMINED and found.confidence >= CONTRADICTION:
        return found
    return Detected(source.language, DECLARED_CONFIDENCE)
