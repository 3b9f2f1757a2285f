"""Full stops in the middle of a sentence, told by the words around them and by the counterpart's sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.checks.grammar.counterpart_seams import seam_evidence
from auditor.checks.grammar.english_clauses import finite_verbs
from auditor.checks.grammar.english_words import english_words, words_of
from auditor.checks.grammar.quoted_text import depth, has_quotation
from auditor.checks.grammar.seen_together import seen_together
from auditor.checks.grammar.sentence_edges import Edge, edge_between, joins_sentences, leads_on
from auditor.checks.grammar.sentence_seams import seam_score
from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.core.alignment import Bead, Regime
from auditor.core.document import Passage, Segment, Span
from auditor.core.mqm import Severity
from auditor.languages.language import Language

EDGE_CONFIDENCE, EDGE_SHARED_CONFIDENCE = 0.6, 0.8
"""A full stop between two words that no sentence ends or begins with, alone and where both parts tell one sentence of
the counterpart."""
UNLIKELY_CONFIDENCE, UNLIKELY_SHARED_CONFIDENCE = 0.7, 0.7
UNLIKELY = {"en": -4.0, "de": -5.0, "ru": -6.0, "zh": -6.0}
"""Log-odds of an end from which down a stop is misplaced whatever the counterpart tells. None of 5,600 ends of English
sentences (NTREX, MQM newstest2021) is as low, of 1,600 of the others none; of cuts anywhere 49, 28, 13 and 14 in 100.
The other languages were learned from fewer sentences and abstain."""
NEVER = -100.0
SHARED, SHARED_SPOKEN, SHARED_UNSEEN = -2.0, -3.0, -4.5
"""The same with what the counterpart's sentence adds, where both parts tell one; inside a quotation; and where the
counterpart is not English and adds nothing. Below the first are 1 of 202 lawful splits in 15 languages (NTREX, tuning
half) and 53 to 97 of 100 cuts anywhere; of lawful splits from the Chinese three of four that were read lay between."""
SHARED_SURE = {"de": -1.2, "hi": -1.2, "ja": -1.2, "ru": -1.2, "ur": -1.2}
"""In place of the first where none of 97 lawful splits (NTREX, tuning half) is below -1, but 63 to 98 of 100 cuts."""
FEWEST_WORDS = 6
"""Of the sentence before such a stop: *We have a goal. We want to win.*"""
QUOTED_NEAR = 30
"""Code points beside a stop in which a quotation keeps it from being judged alone."""
ABBREVIATED = 3
ABBREVIATION = 40
"""Code points in which the last two words are sought."""
EDGE_WORDS, EDGE_CHARACTERS = 4, 8
"""Shorter sentences are exclamations and labels."""
FOREIGN_WORDS = 2
"""The same before a Latin full stop where the language has a danda: mostly an abbreviation's (यू.के.), so only behind a
word that leads on."""
_INITIAL = re.compile(r"\w{1,3}\.")
_QUESTION_MARKS = ("?", "？", "؟")
_CLOSED = frozenset("»”’\"')）」』")
"""Before a stop, what ends a phrase whatever its last word."""
_FINITE = {"ja": ("た。", "だ。", "です。", "ます。", "ない。")}
"""How sentences of a language end that seldom goes on there."""
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


@once
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
    if not ends_in_a_stop(text, subject.language) or is_abbreviation(text[-ABBREVIATION:], subject.language):
        return None
    both = segment.index in shared and following.index in shared
    bead = shared[segment.index] if both else None
    edge = None if text[-2] in _CLOSED else edge_between(text, after, subject.language, shared=both)
    if edge in (None, Edge.NO_VERB) and seen_together(subject, text, after, shared=both):
        edge = Edge.PARTED
    if edge is Edge.NO_START and (after.endswith(_QUESTION_MARKS) or _INITIAL.match(after)):
        return None
    if edge is None:
        return _unlikely(subject, passage, segment, following, bead)
    if edge is Edge.NO_VERB and len(text.split()[-1].rstrip(".")) <= ABBREVIATED:
        return None
    span = following.span if edge is Edge.NO_START else segment.span
    if both and edge is not Edge.NO_VERB:
        return Cut(span, edge.value, EDGE_SHARED_CONFIDENCE, Severity.MINOR, bead)
    return Cut(span, edge.value, EDGE_CONFIDENCE, Severity.MINOR, bead)


def ends_in_a_stop(text: str, language: Language) -> bool:
    """Whether a sentence of some length ends in the language's own full stop."""
    if "।" in language.sentence_ends and text.endswith("."):
        return _tells(text, language, FOREIGN_WORDS) and leads_on(text.split()[-1].rstrip("."), language.code)
    stop = "।" if "।" in language.sentence_ends else "." if language.spaced else "。"
    return _tells(text, language) and text.endswith((stop, "۔")) and not text[-2].isdigit() and text[-2] != "."


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
    language = subject.language
    if not _tells(text, language, FEWEST_WORDS) or not _tells(after, language):
        return None
    if (
        after[-1].isalnum()
        or after.endswith(_QUESTION_MARKS)
        or _is_quoted(subject, following)
        or joins_sentences(after, language)
    ):
        return None
    if language.code == "en" and not (finite_verbs(words_of(text)) or finite_verbs(words_of(after))):
        return None  # titles and lists of them
    spoken = depth(subject.text[passage.span.start : following.span.start]) > 0
    score = seam_score(text, after, language)
    quoting = spoken or has_quotation(text[-QUOTED_NEAR:]) or has_quotation(after[:QUOTED_NEAR])
    if score is not None and score <= UNLIKELY.get(language.code, NEVER) and not quoting:
        return Cut(segment.span, _UNLIKELY, UNLIKELY_CONFIDENCE, Severity.MINOR, bead)
    if bead is None or _is_abbreviated(text, language) or text.endswith(_FINITE.get(language.code, ())):
        return None
    evidence = seam_evidence(subject, segment, bead)
    limit = SHARED_SURE.get(language.code, SHARED)
    limit = SHARED_UNSEEN if evidence is None else SHARED_SPOKEN if spoken else limit
    limit = SHARED if _lacks_subject(after, language) else limit
    if score is None or score + (evidence or 0.0) > limit:
        return None
    return Cut(segment.span, _UNLIKELY, UNLIKELY_SHARED_CONFIDENCE, Severity.MINOR, bead)


def _lacks_subject(text: str, language: Language) -> bool:
    """Whether an English sentence is a predicate in the past and nothing before it: *Increased to 25 cases.*"""
    if language.code != "en" or "," in text:
        return False
    words = words_of(text)
    return finite_verbs(words) == (0,) and (words[0].endswith("ed") or words[0] in english_words().past)


def _is_abbreviated(text: str, language: Language) -> bool:
    """Whether the stop may be that of an abbreviation the language's data does not hold: *Sen.*, *St.*"""
    return language.spaced and len(text.split()[-1].rstrip(".")) <= ABBREVIATED


def _tells(text: str, language: Language, words: int = EDGE_WORDS) -> bool:
    return len(text.split()) >= words if language.spaced else len(text) >= EDGE_CHARACTERS


def _is_quoted(subject: Subject, following: Segment) -> bool:
    """Whether a quotation ends or begins at the stop: what people say begins and breaks off as they like."""
    at = following.span.start
    return has_quotation(subject.text[max(0, at - 3) : at + 1])
