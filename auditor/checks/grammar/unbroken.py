"""Stops that the counterpart's one sentence has nothing for."""

from __future__ import annotations

import re

from auditor.checks.subject import Subject
from auditor.core.document import Segment

SEAM_REACH = 0.2
"""A stop where the English sentence has no seam within a fifth of its length: 4 of 520 lawful splits in 22 languages of
NTREX, in 9,700 sentences."""
SEAM_LETTERS = 60
"""In a shorter English sentence a fifth is a word or two."""
MOST_PARTS = 4
"""Sentences of ours that may tell one; more are an alignment that failed."""
_SEAM = re.compile(
    r"[,;:–—\"“”()]| - |\b(?:and|but|which|who|that|when|while|as|after|before|because|where|if|or|so|than|with|to)\b"
)


def unbroken_there(subject: Subject, segment: Segment) -> bool:
    """Whether the one counterpart sentence goes on where this one stops, with no mark or linking word anywhere near."""
    if subject.alignment is None or subject.counterpart is None or subject.counterpart.language != "en":
        return False
    for bead in subject.alignment.beads:
        if len(bead.counterpart) == 1 and len(bead.translation) <= MOST_PARTS and segment.index in bead.translation:
            lengths = [len(subject.document.segment_text(i)) for i in bead.translation]
            place = sum(lengths[: bead.translation.index(segment.index) + 1]) / sum(lengths)
            other = subject.counterpart.segment_text(bead.counterpart[0])
            if len(other) < SEAM_LETTERS:
                return False
            return all(abs(place - seam.start() / len(other)) > SEAM_REACH for seam in _SEAM.finditer(other))
    return False
