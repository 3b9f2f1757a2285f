"""Full stops in the middle of a sentence, told by the words around them and by the counterpart's sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.checks.grammar.quoted_text import depth, has_quotation
from auditor.checks.grammar.seen_together import seen_together
from auditor.checks.grammar.sentence_edges import Edge, edge_between, leads_on
from auditor.checks.grammar.sentence_seams import seam_score
from auditor.checks.grammar.unbroken import seam_evidence, unbroken_there
from auditor.checks.subject import Subject
from auditor.core.alignment import Bead, Regime
from auditor.core.document import Passage, Segment, Span
from auditor.core.mqm import Severity
from auditor.languages.language import Language

EDGE_CONFIDENCE, EDGE_SHARED_CONFIDENCE = 0.6, 0.8
"""A full stop between two words that no sentence ends or begins with, alone and where both parts tell one sentence of
the counterpart."""
SEAM_CONFIDENCE = 0.5
UNLIKELY_CONFIDENCE, UNLIKELY_SHARED_CONFIDENCE = 0.7, 0.7
UNLIKELY, UNLIKELY_SHARED = -5.5, -2.0
"""Log-odds of an end below which a stop is misplaced, alone and where a counterpart sentence is shared."""
ABBREVIATION = 40
"""Code points in which the last two words are sought."""
EDGE_WORDS, EDGE_CHARACTERS = 4, 8
"""Shorter sentences are exclamations and labels."""
_INITIAL = re.compile(r"\w{1,3}\.")
_QUESTION_MARKS = ("?", "？", "؟")
_UNBROKEN = "a stop where the counterpart's sentence goes on"
_UNLIKELY = "a stop between words that stand in one sentence"


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a sentence was cut."""

    span: Span
    why: str
    confidence: float
    severity: Severity | None = None
    bead: Bead | None = None
    """Whose one counterpart sentence both parts tell."""


def shared_beads(subject: Subject) -> Mapping[int, Bead]:
    """By segment, beads that tell fewer sentences of the counterpart than they are; none in comparable text."""
    if subject.alignment is None or subject.alignment.regime is Regime.COMPARABLE:
        return {}
    return {
        segment: bead
        for bead in subject.alignment.beads
        if 0 < len(bead.counterpart) < len(bead.translation)
        for segment in bead.translation
    }


def misplaced_stop(subject: Subject, passage: Passage, place: int, shared: Mapping[int, Bead]) -> Cut | None:
    """The full stop after this sentence of the passage, if it cannot be where it is."""
    if place + 1 >= len(passage.segments):
        return None
    segment, following = passage.segments[place], passage.segments[place + 1]
    text, after = subject.document.slice(segment.span), subject.document.slice(following.span)
    if not _stops(text, subject.language) or is_abbreviation(text[-ABBREVIATION:], subject.language):
        return None
    both = segment.index in shared and following.index in shared
    bead = shared[segment.index] if both else None
    edge = edge_between(text, after, subject.language, shared=both)
    if edge in (None, Edge.NO_VERB) and seen_together(subject, text, after, shared=both):
        edge = Edge.PARTED
    if edge is Edge.NO_START and (after.endswith(_QUESTION_MARKS) or _INITIAL.match(after)):
        return None
    if edge is None:
        return _unlikely(subject, passage, segment, following, bead)
    span = following.span if edge is Edge.NO_START else segment.span
    if both and edge is not Edge.NO_VERB:
        return Cut(span, edge.value, EDGE_SHARED_CONFIDENCE, Severity.MINOR, bead)
    return Cut(span, edge.value, EDGE_CONFIDENCE, Severity.MINOR, bead)


def is_abbreviation(before: str, language: Language) -> bool:
    """Whether the text before ends in an abbreviation or initial, so that no sentence ended there."""
    last = before.split()[-2:]
    if not last:
        return False
    letter = last[-1].rstrip(".")
    if len(letter) == 1 and letter.isalpha() and not letter.isupper() and leads_on(letter, language.code):
        return re.fullmatch(r"[IVXLC\d]+", last[0]) is not None  # Russian: в XX в.
    return last[-1].casefold() in language.abbreviations or len(letter) < 2


def _unlikely(
    subject: Subject, passage: Passage, segment: Segment, following: Segment, bead: Bead | None
) -> Cut | None:
    """A stop that no single word forbids, but all words together, or the course of the counterpart's sentence."""
    text, after = subject.document.slice(segment.span), subject.document.slice(following.span)
    score = None if after.endswith(_QUESTION_MARKS) else seam_score(text, after, subject.language)
    if score is not None and _tells(after, subject.language) and not _is_quoted(subject, following):
        if score <= UNLIKELY and depth(subject.text[passage.span.start : following.span.start]) <= 0:
            return Cut(segment.span, _UNLIKELY, UNLIKELY_CONFIDENCE, Severity.MINOR, bead)
        if bead is not None and score + seam_evidence(subject, segment, bead) <= UNLIKELY_SHARED:
            return Cut(segment.span, _UNLIKELY, UNLIKELY_SHARED_CONFIDENCE, Severity.MINOR, bead)
    if bead is not None and unbroken_there(subject, segment, bead):
        return Cut(segment.span, _UNBROKEN, SEAM_CONFIDENCE, Severity.NEUTRAL, bead)
    return None


def _stops(text: str, language: Language) -> bool:
    """Whether a sentence of some length ends in the language's own full stop."""
    stop = "।" if "।" in language.sentence_ends else "." if language.spaced else "。"
    return _tells(text, language) and text.endswith((stop, "۔")) and not text[-2].isdigit()


def _tells(text: str, language: Language) -> bool:
    return len(text.split()) >= EDGE_WORDS if language.spaced else len(text) >= EDGE_CHARACTERS


def _is_quoted(subject: Subject, following: Segment) -> bool:
    """Whether a quotation ends or begins at the stop: what people say begins and breaks off as they like."""
    at = following.span.start
    return has_quotation(subject.text[max(0, at - 3) : at + 1])
