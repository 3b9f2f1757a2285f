"""The last words of a quotation, torn off into a paragraph of their own: *… will leave.* ¶ *In the end".*"""

from __future__ import annotations

from auditor.checks.grammar.misplaced_stops import shared_beads
from auditor.checks.grammar.quoted_text import CLOSING, OPENING, STRAIGHT
from auditor.checks.grammar.sentence_seams import seam_score
from auditor.checks.subject import Subject
from auditor.core.document import Passage, PassageKind

MARKS = OPENING | CLOSING | frozenset(STRAIGHT + "„‟")
FEW_WORDS, FEW_CHARACTERS = 2, 4
"""Of such an end that nothing else tells. Human news (NTREX, tuning half, 42 languages) has 21 sentences of three or
four words that close what another line opened, and two of two."""
SOME_WORDS, SOME_CHARACTERS = 3, 6
MORE_WORDS, MORE_CHARACTERS = 5, 12
"""The same where a learned model sees no end before it, or none at all; and where one sentence of the counterpart tells
both."""
NEVER_END, NO_END, MAY_END = -5.0, -2.0, 0.0
"""Log-odds of an end (`sentence_seams`): as for `UNLIKELY` and `SHARED` of `misplaced_stops`; from the last on, two
sentences."""
COUNTED = frozenset({"zh", "ja"})
"""Unspaced languages whose characters tell how much is said."""
_TAIL = 3
"""Code points in which the closing mark stands, with the stop on either side of it."""


def is_torn_end(subject: Subject, before: Passage, passage: Passage) -> bool:
    """Whether `passage` is nothing but the end of a quotation that `before` opens and whose sentence it leaves."""
    text, earlier = subject.document.slice(passage.span), subject.document.slice(before.span)
    if before.kind is not PassageKind.PARAGRAPH or len(passage.segments) != 1 or not _closes(text):
        return False
    if sum(map(earlier.count, MARKS)) % 2 == 0 or not _ends(earlier, subject):
        return False
    last, first = before.segments[-1].index, passage.segments[0].index
    score = seam_score(subject.document.segment_text(last), text, subject.language)
    beads = shared_beads(subject)
    shared = last in beads and beads[last] is beads.get(first)
    if not shared and _is_told(subject, first):
        return False
    if shared or (score is not None and score <= NEVER_END):
        return _is_short(text, subject, MORE_WORDS, MORE_CHARACTERS)
    if score is not None and score <= NO_END:
        return _is_short(text, subject, SOME_WORDS, SOME_CHARACTERS)
    may = (score or 0.0) <= MAY_END and not _is_whole(text, subject)
    return may and _is_short(text, subject, FEW_WORDS, FEW_CHARACTERS)


def _is_told(subject: Subject, segment: int) -> bool:
    """Whether a sentence of the counterpart tells this one alone."""
    beads = subject.alignment.beads if subject.alignment is not None else ()
    return any(bead.translation == (segment,) and bead.counterpart for bead in beads)


def _is_whole(text: str, subject: Subject) -> bool:
    """Whether it has its own stop inside the mark: *I am angry."* may be all that a speaker goes on to say."""
    inside = text.rstrip("".join(MARKS))
    return inside != text and inside[-1:] in (*subject.language.sentence_ends, ".")


def _closes(text: str) -> bool:
    """Whether its only quotation mark is at the very end."""
    places = [at for at, char in enumerate(text) if char in MARKS]
    return len(places) == 1 and places[0] >= max(1, len(text) - _TAIL) and text[0].isalpha()


def _ends(text: str, subject: Subject) -> bool:
    """Whether the text ends in a stop with no quotation mark beside it."""
    return text[-1:] in (*subject.language.sentence_ends, ".") and text[-2:-1] not in MARKS and text[-1:] != "…"


def _is_short(text: str, subject: Subject, words: int, characters: int) -> bool:
    if not subject.language.complete:
        return False
    if subject.language.spaced:
        return len(text.split()) <= words
    return subject.language.code in COUNTED and sum(char.isalpha() for char in text) <= characters
