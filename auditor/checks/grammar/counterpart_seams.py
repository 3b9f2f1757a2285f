"""Where the counterpart's one sentence has a seam at which ours might end."""

from __future__ import annotations

import re

from auditor.checks.subject import Subject
from auditor.core.alignment import Bead
from auditor.core.document import Segment

SEAM_LETTERS = 60
"""In a shorter English sentence a fifth is a word or two."""
AT_A_SEAM, PER_SENTENCE, FAR = 0.5, 10.5, 0.25
"""Of the stops of 565 lawful splits in 26 languages (NTREX, tuning half) half stand within .03 of a seam and 1 in 100
beyond .25; of 14,352 places taken at random 30 and 8 in 100. The line is the logarithm of the ratio."""
MOST_PARTS = 4
"""Sentences of ours that may tell one; more are an alignment that failed."""
_SEAM = re.compile(
    r"[,;:–—\"“”()]| - |\b(?:and|but|which|who|that|when|while|as|after|before|because|where|if|or|so|than|with|to)\b"
)


def seam_evidence(subject: Subject, segment: Segment, bead: Bead) -> float | None:
    """What the counterpart's sentence adds to the log-odds that ours may end here; None where it says nothing."""
    distance = _seam_distance(subject, segment, bead)
    return None if distance is None else AT_A_SEAM - PER_SENTENCE * min(FAR, distance)


def _seam_distance(subject: Subject, segment: Segment, bead: Bead) -> float | None:
    """How far from a seam of the one English sentence this stop would fall, as a share of its length."""
    if subject.counterpart is None or subject.counterpart.language != "en":
        return None
    if len(bead.counterpart) != 1 or len(bead.translation) > MOST_PARTS:
        return None
    lengths = [len(subject.document.segment_text(i)) for i in bead.translation]
    place = sum(lengths[: bead.translation.index(segment.index) + 1]) / sum(lengths)
    other = subject.counterpart.segment_text(bead.counterpart[0])
    if len(other) < SEAM_LETTERS:
        return None
    return min((abs(place - seam.start() / len(other)) for seam in _SEAM.finditer(other)), default=1.0)
