"""Places in a sentence where a stop may have been lost: a word with a capital after one without any mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from auditor.checks.grammar.capitals import CAPITAL_NOUNS, WORD, Capitals
from auditor.checks.grammar.dangling_words import dangling_words
from auditor.checks.grammar.english_clauses import finite_verbs
from auditor.checks.grammar.english_words import words_of
from auditor.checks.grammar.sentence_edges import opens_sentences
from auditor.checks.grammar.sentence_seams import seam_score
from auditor.checks.grammar.told_apart import Apart
from auditor.checks.subject import Subject
from auditor.core.document import Segment, Span
from auditor.facts.romanise import skeleton

FEWEST_BEFORE = 3
"""Words of a sentence before the seam; fewer are a label or the beginning of a title."""
FEWEST_AFTER = 3
NO_END, SURE_END = -2.0, 2.5
"""Log-odds of an end (`sentence_seams`) below which no stop was lost, whatever word follows, and from which on one was,
though the word before has a capital too. Of ends of sentences of seven languages (NTREX, tuning half) 92 to 98 in 100
are above the one and 20 to 60 above the other; of 46 capitals of small words inside English ones two."""
NAME_REACH = 120
"""Code points in which the name of a subject and its verb are sought."""
TITLE_REACH = 3
"""Words after a preposition within which a title shows its next capital: *On the Road*."""
NEAR, ABOUT = 0.08, 0.2
"""How far from the counterpart's stop, as a share of the sentences, a name or a word that is small elsewhere begins."""
FIRST_WORDS = 3
"""Words of the counterpart's next sentence among which a name may be the one that begins ours."""
CLAUSE_REACH = 40
"""Code points before the seam in which German verb forms are sought."""
_TOKENS = re.compile(r"\S+")
_MARKS = "\"'“”‘’«»„,.;:!?()"
_CLAUSE_ENDS = re.compile(
    r"(?:\b(?:ge\w{2,}t|\w{3,}iert|(?:be|er|ver|zer)\w{3,}t|(?:an|auf|aus|ein|ab|vor|zu)ge\w+t|worden)"
    r"|\w(?:t|en) (?:hat|haben|hatte|ist|sind|war|wurde|wurden|wird|werden|kann|können|soll|sollen|muss|müssen)"
    r"|\bzu \w+en)$"
)
"""Verb forms that close a German clause and stand before no noun, which has a capital too."""


@dataclass(frozen=True, slots=True)
class Seam:
    """A word with a capital in mid-sentence."""

    earlier: str
    before: str
    word: str
    after: tuple[str, ...]
    """The next words, marks included."""
    span: Span
    """Of both words."""
    start: int
    """Of the second."""
    sentence: Span
    """The whole, as it is segmented."""


def seams(subject: Subject, segment: Segment) -> Iterator[Seam]:
    """All places of a sentence where a capital follows a letter and a space."""
    english = subject.language.code == "en"
    tokens = list(_TOKENS.finditer(subject.text, segment.span.start, segment.span.end))
    for at in range(FEWEST_BEFORE - 1, len(tokens) - FEWEST_AFTER):
        before, word = tokens[at][0], tokens[at + 1][0].rstrip(",")
        word = re.split("['’]", word)[0] if english else word
        if _is_seam(before, word) and not _in_brackets(subject.text[segment.span.start : tokens[at].end()]):
            after = tuple(token[0] for token in tokens[at + 2 : at + 2 + TITLE_REACH])
            span = Span(tokens[at].start(), tokens[at + 1].end())
            yield Seam(tokens[at - 1][0], before, word, after, span, tokens[at + 1].start(), segment.span)


def begins_sentence(subject: Subject, seam: Seam, known: Capitals) -> bool:
    """Whether the word is one that begins sentences, its capital is not the article's habit, and no title begins."""
    language = subject.language.code
    opens = opens_sentences(seam.word, language) and not known.is_habit(seam.word)
    begins = known.begins(seam.word) and (language in CAPITAL_NOUNS or _is_small(seam.after[0]))
    if not (opens or begins or seam.word == "The"):
        return False  # most words; saves time only
    score = _score(subject, seam)
    if score is not None and score < NO_END:
        return False
    if not seam.before.islower():
        return opens and score is not None and score >= SURE_END and all(map(_is_small, seam.after))
    if begins:
        return True
    if seam.word == "The" and score is not None and score >= SURE_END:
        return _is_named_subject(subject, seam)
    return opens and _no_title(seam, language)


def _score(subject: Subject, seam: Seam) -> float | None:
    """Log-odds that a sentence ends before the seam's second word."""
    before = subject.text[seam.sentence.start : seam.start]
    return seam_score(before, subject.text[seam.start : seam.sentence.end], subject.language)


def _is_named_subject(subject: Subject, seam: Seam) -> bool:
    """Whether a name with its article and then its verb follow: *… the crash The Metropolitan Police said …*"""
    words = words_of(subject.text[seam.start : seam.sentence.end][:NAME_REACH])
    name = list(takewhile(lambda word: word[0].isupper(), words[1:]))
    if not name or finite_verbs((words_of(seam.earlier)[-1:] or ("",)) + (seam.before,)):
        return False  # said The Hill, told The Hill
    return 1 + len(name) in finite_verbs(words)


def begins_in_counterpart(subject: Subject, seam: Seam, known: Capitals, apart: Apart) -> bool:
    """Whether the counterpart begins a sentence at about this word, and tells the word in none before."""
    assert subject.counterpart is not None
    language = subject.language.code
    score = _score(subject, seam)
    if seam.before.casefold() in dangling_words(language).leading or (score is not None and score < NO_END):
        return False
    small = known.is_small(seam.word)
    if not (small or seam.before.islower()):
        return False
    for place, (ended, begun) in zip(apart.places, pairwise(apart.theirs), strict=True):
        distance = abs((seam.start - apart.span.start) / len(apart.span) - place)
        first, second = (WORD.findall(subject.counterpart.segment_text(i)) for i in (ended, begun))
        if distance <= ABOUT and (small or seam.word in second[:FIRST_WORDS]):
            return True
        if distance <= NEAR and _closes(subject, seam) and skeleton(seam.word) not in map(skeleton, first):
            return True
    return False


def _is_seam(before: str, word: str) -> bool:
    """Whether a capitalised word follows a letter without any mark."""
    if not (
        before[-1].isalpha()
        and before[-1].islower()
        and "." not in before
        and word[:1].isupper()
        and WORD.fullmatch(word)
    ):
        return False
    return len(word) == 1 or word[1:].islower()


def _in_brackets(text: str) -> bool:
    """Whether a bracket is still open: sentences are seldom lost in an aside."""
    return text.count("(") > text.count(")")


def _is_small(word: str) -> bool:
    return word.strip(_MARKS)[:1].islower()


def _no_title(seam: Seam, language: str) -> bool:
    """Whether small words follow up to the next mark, and no title ends here: *the Good of All*.

    One is enough where nouns have a capital.
    """
    if language in CAPITAL_NOUNS:
        return _is_small(seam.after[0])
    if seam.earlier[0].isupper():
        return False
    for word in seam.after:
        if not _is_small(word):
            return False
        if word[-1] in ",;:.!?":
            return True
    return True


def _closes(subject: Subject, seam: Seam) -> bool:
    """Whether a clause may end before the seam: always, except in German."""
    if subject.language.code not in CAPITAL_NOUNS:
        return True
    return _CLAUSE_ENDS.search(subject.text[max(0, seam.start - CLAUSE_REACH) : seam.start].rstrip()) is not None
