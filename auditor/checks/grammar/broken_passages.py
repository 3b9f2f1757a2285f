"""Passages that end in the middle of a sentence, and whether the next one carries it on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from auditor.checks.grammar.endings import OPENERS, Ending, ending_of, last_word
from auditor.checks.grammar.english_clauses import finite_verbs
from auditor.checks.grammar.english_words import english_words, words_of
from auditor.checks.grammar.misplaced_stops import NEVER, UNLIKELY, shared_beads
from auditor.checks.grammar.sentence_edges import Edge, edge_between
from auditor.checks.grammar.sentence_seams import seam_score
from auditor.checks.once import once
from auditor.checks.subject import Subject
from auditor.core.document import Document, Passage, PassageKind, Span
from auditor.core.finding import Evidence
from auditor.languages.language import Language

MIN_WORDS = 4
"""Shorter passages are labels, bylines, list items."""
MIN_CHARACTERS = 12
"""The same for scripts without spaces."""
OPEN_WORDS = 8
"""Of a passage with no mark at its end that is carried on by what the words say alone; shorter ones are subheads."""
TOLD_AS_ONE = -2.0
"""Log-odds of an end (`sentence_seams`) from which down two passages that tell one of the counterpart are one sentence:
as for `SHARED` of `misplaced_stops`."""
VERSE_RUN = 3
"""So many open passages in a row are verse, a table or a list."""
_CLAUSE_OPENERS = frozenset(
    {"that", "because", "and", "but", "or", "which", "if", "unless", "although", "whereas", "whether"}
)
"""English words after which a whole clause with its subject may follow on the next line."""
_ITEM = re.compile(r"[(（]?(?:\d{1,2}|[ivx]{1,4}|[a-zа-яا-ي])[)）]\s|\d{1,2}[.、]\s")
"""The next item of a list that one sentence runs through: *1) better pumps; and*, *2) a second shaft*."""
_PARAGRAPH_OPENERS = {"Arab": "و"}
"""What most news paragraphs of a script begin with: *and* opens a new sentence in Arabic."""


class Sequel(StrEnum):
    """What comes after a passage that stops in mid-sentence."""

    CONTINUES = "continues"
    BREAKS_OFF = "breaks off"


@dataclass(frozen=True, slots=True)
class BrokenPassage:
    """A passage without an end."""

    passage: Passage
    following: Passage | None
    ending: Ending
    sequel: Sequel
    lower: bool
    """Whether the next passage begins with a small letter."""


@once
def broken_passages(subject: Subject) -> tuple[BrokenPassage, ...]:
    """Prose passages that end on a leading word, a comma, a hyphen, or openly before a small letter."""
    return tuple(_broken(subject))


def _broken(subject: Subject) -> Iterator[BrokenPassage]:
    document, language = subject.document, subject.language
    endings = [_prose_ending(document, passage, language) for passage in document.passages]
    for at, ending in enumerate(endings):
        if ending is Ending.CLOSED or _in_verse(endings, at):
            continue
        passage = document.passages[at]
        following = document.passages[at + 1] if at + 1 < len(document.passages) else None
        broken = _judge(subject, passage, following, ending)
        if broken is not None:
            yield broken


def seam(subject: Subject, passage: Passage, words: int = 3) -> Span:
    """The last `words` words of a passage; in scripts without spaces the last six characters."""
    span = passage.span
    if not subject.language.spaced:
        return Span(max(span.start, span.end - 6), span.end)
    starts = [match.start() for match in re.finditer(r"\S+", subject.document.passage_text(passage.index))]
    return Span(span.start + starts[max(0, len(starts) - words)], span.end)


def head(subject: Subject, passage: Passage, words: int = 2) -> Span:
    """The first `words` words of a passage; in scripts without spaces the first four characters."""
    span = passage.span
    if not subject.language.spaced:
        return Span(span.start, min(span.end, span.start + 4))
    ends = [match.end() for match in re.finditer(r"\S+", subject.document.passage_text(passage.index))]
    return Span(span.start, span.start + ends[min(words, len(ends)) - 1])


def counterpart_evidence(subject: Subject, passage: int) -> tuple[Evidence, ...]:
    """The best linked counterpart passage, if there is one."""
    if subject.counterpart is None:
        return ()
    return tuple(Evidence.at(subject.counterpart, span) for span in subject.linked_spans(passage)[:1])


def is_prose_sentence(document: Document, passage: Passage, language: Language, min_words: int) -> bool:
    """Whether an open passage reads as running text: several sentences or many words, not in title "
    "case, no address."""
    text = document.passage_text(passage.index)
    last = document.segment_text(passage.segments[-1].index)
    if not language.spaced:
        return len(text) >= 2 * min_words
    words = last.split()
    if len(text.split()) < min_words or len(words) < MIN_WORDS or any(mark in last for mark in "@#|/©"):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return not language.cased or capitals <= len(words) / 2


def _prose_ending(document: Document, passage: Passage, language: Language) -> Ending:
    if passage.kind is not PassageKind.PARAGRAPH:
        return Ending.CLOSED
    return ending_of(document.passage_text(passage.index), language)


def _in_verse(endings: list[Ending], at: int) -> bool:
    """Whether the passage is one of several open ones in a row."""
    low = at
    while low > 0 and endings[low - 1] is not Ending.CLOSED:
        low -= 1
    high = at
    while high + 1 < len(endings) and endings[high + 1] is not Ending.CLOSED:
        high += 1
    return high - low + 1 >= VERSE_RUN


def _judge(subject: Subject, passage: Passage, following: Passage | None, ending: Ending) -> BrokenPassage | None:
    text = subject.document.passage_text(passage.index)
    if not _is_long(text, subject.language):
        return None
    after = "" if following is None else subject.document.passage_text(following.index)
    if following is not None and following.kind is not PassageKind.PARAGRAPH:
        following, after = None, ""
    lower = _starts_small(after)
    continues = lower or (following is not None and _continues(subject, ending, passage, following))
    if ending is Ending.OPEN and not continues:
        return None
    if ending is Ending.COMMA and (not after or after[0] in OPENERS):
        return None
    if _ITEM.match(after):
        return None
    return BrokenPassage(passage, following, ending, Sequel.CONTINUES if continues else Sequel.BREAKS_OFF, lower)


def _is_long(text: str, language: Language) -> bool:
    return len(text.split()) >= MIN_WORDS if language.spaced else len(text) >= MIN_CHARACTERS


def _starts_small(text: str) -> bool:
    """Whether `text` begins with a small letter that is no web address or brand (chinanews.com, eBay)."""
    first = text.split(maxsplit=1)[0] if text else ""
    small = first[:1].islower() and first[0].title() != first[0]
    return small and not any(mark in first[:-1] for mark in "./@") and first[1:] == first[1:].lower()


def _continues(subject: Subject, ending: Ending, passage: Passage, following: Passage) -> bool:
    """Whether `following`, which starts with a capital or in a script without case, carries `passage` on."""
    document, language = subject.document, subject.language
    text, after = document.passage_text(passage.index), document.passage_text(following.index)
    if after[0] in OPENERS:
        return False
    shorter = len(following.segments) == 1 and len(after) < len(text)
    shared = _shares_counterpart(subject, passage.index, following.index)
    if shared is not None:
        return shared and (shorter or ending is Ending.DANGLING or _is_one_sentence(subject, passage, following))
    if ending is Ending.OPEN and is_prose_sentence(document, passage, language, OPEN_WORDS):
        return _seam(subject, passage, following) <= UNLIKELY.get(language.code, NEVER)
    if ending is Ending.OPEN or (ending is Ending.COMMA and language.cased):
        return False
    if language.code == "en":
        return _continues_in_english(last_word(text, language), after)
    if language.cased and not _is_name(document.text, after.split(maxsplit=1)[0]):
        return False
    return shorter and not after.startswith(_PARAGRAPH_OPENERS.get(language.script, "\0"))


def _is_one_sentence(subject: Subject, passage: Passage, following: Passage) -> bool:
    """Whether no sentence ends between two passages that tell one of the counterpart."""
    last, first = passage.segments[-1].index, following.segments[0].index
    if any(
        len(bead.counterpart) == 1 and {last, first} <= {*bead.translation} for bead in shared_beads(subject).values()
    ):
        return True
    sides = _sides(subject, passage, following)
    edge = edge_between(*sides, subject.language, shared=True)
    return edge not in (None, Edge.NO_VERB) or _seam(subject, passage, following) <= TOLD_AS_ONE


def _seam(subject: Subject, passage: Passage, following: Passage) -> float:
    """Log-odds that a sentence ends between the passages; 0 where the language has no model."""
    return seam_score(*_sides(subject, passage, following), subject.language) or 0.0


def _sides(subject: Subject, passage: Passage, following: Passage) -> tuple[str, str]:
    return subject.document.slice(passage.segments[-1].span), subject.document.slice(following.segments[0].span)


def _is_name(text: str, word: str) -> bool:
    """Whether the capitalised `word` also stands inside a sentence of the article, so that its capital is its own."""
    return word[:1].isupper() and re.search(rf"\w {re.escape(word)}\b", text) is not None


def _shares_counterpart(subject: Subject, one: int, other: int) -> bool | None:
    """Whether both passages tell the same counterpart passage; None when links say nothing."""
    first, second = set(subject.linked_spans(one)), set(subject.linked_spans(other))
    return bool(first & second) if first and second else None


def _continues_in_english(last: str, after: str) -> bool:
    """`after` begins with a capital: a name goes on, unless a new sentence starts there."""
    known = english_words()
    words = words_of(after.split(". ", 1)[0])
    if not words or words[0] in _sentence_starters():
        return False
    if last in _CLAUSE_OPENERS:
        return True
    verbs = finite_verbs(words)
    return not (verbs and verbs[0] <= 2) and words[0] not in known.reporting_participles


def _sentence_starters() -> frozenset[str]:
    known = english_words()
    return known.articles | known.prepositions | known.subjects | known.subordinators | known.adverbs | known.finite
