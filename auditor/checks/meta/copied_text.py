"""Which passages and sentences of the translation are the counterpart's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from auditor.checks.once import once
from auditor.checks.plain_passages import counterpart_plain, own_plain
from auditor.checks.subject import Subject
from auditor.core.document import Document, Passage, Span
from auditor.facts.fact import FactKind
from auditor.facts.fold import letters_and_digits
from auditor.languages.kinship import are_kin

NEARLY_EQUAL = 0.85
"""Shared character trigrams (Dice) from which two passages are one text with small changes. On TICO-19, lists of
viruses and terms with a few translated words in between reach 0.84."""
SAME_LETTERS = 0.88
"""The same for single letters, compared first because that is cheap."""
LEAST_LETTERS = 40
LEAST_LETTERS_UNSPACED = 12
LEAST_RUNNING_WORDS = 4
"""Words in small letters; without them a passage is names, titles and figures, which look alike in every language."""


@dataclass(frozen=True, slots=True)
class Copy:
    """`span` of the translation repeats `source` of the counterpart."""

    span: Span
    source: Span
    whole_passage: bool


@once
def copies(subject: Subject) -> tuple[Copy, ...]:
    """Passages and sentences that equal one of the counterpart, and passages nearly equal to a linked one.

    Nothing when both articles are in one language or in close ones, where equal sentences are no surprise.
    """
    return tuple(_copies(subject))


def _copies(subject: Subject) -> Iterator[Copy]:
    other, other_language = subject.counterpart, subject.counterpart_language
    if other is None or other_language is None or are_kin(subject.language.code, other_language.code):
        return
    theirs = counterpart_plain(subject)
    sentences = {plain: span for passage in other.passages for plain, span in _sentences(other, passage, theirs)}
    passages = {plain: passage.span for plain, passage in zip(theirs, other.passages, strict=True)}
    for passage in subject.document.passages:
        text = subject.document.slice(passage.span)
        if not is_running_text(text):
            continue
        source = passages.get(own_plain(subject)[passage.index])
        left = [] if source is not None else list(_copied_sentences(subject, passage, sentences))
        if source is None and not left:
            source = _nearly_equal(subject, passage.index, text)
        if source is not None:
            yield Copy(passage.span, source, whole_passage=True)
        yield from left


def _copied_sentences(subject: Subject, passage: Passage, sentences: dict[str, Span]) -> Iterator[Copy]:
    for plain, span in _sentences(subject.document, passage, own_plain(subject)):
        source = sentences.get(plain)
        if source is not None and _stands_for_itself(subject, span):
            yield Copy(span, source, whole_passage=len(passage.segments) == 1)


def _sentences(document: Document, passage: Passage, plain: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """The letters and digits of each sentence of a passage; `plain` are those of all passages."""
    if len(passage.segments) == 1:
        yield plain[passage.index], passage.segments[0].span
        return
    for segment in passage.segments:
        yield letters_and_digits(document.slice(segment.span)), segment.span


def is_running_text(text: str) -> bool:
    """Whether there are enough words, not only names, to say what language this is."""
    letters = sum(map(str.isalpha, text))
    words = text.split()
    if letters < LEAST_LETTERS_UNSPACED or (letters < LEAST_LETTERS and len(words) > letters / 12):
        return False
    return has_running_words(text)


def has_running_words(text: str) -> bool:
    """Whether enough words are in small letters, where the script has any."""
    small = islice(filter(str.islower, text.split()), LEAST_RUNNING_WORDS)
    return len(list(small)) == LEAST_RUNNING_WORDS or not any(map(str.islower, text))


def _stands_for_itself(subject: Subject, span: Span) -> bool:
    """Running text outside quotation marks: a quotation may be left in its language on purpose."""
    quoted = any(fact.span.overlaps(span) for fact in subject.facts.of(FactKind.QUOTATION))
    return not quoted and is_running_text(subject.document.slice(span))


def _nearly_equal(subject: Subject, passage: int, text: str) -> Span | None:
    """The linked passage, or any one where nothing is linked, that differs from `text` by a word or two."""
    if subject.counterpart is None:
        return None
    spans = subject.linked_spans(passage) or [other.span for other in subject.counterpart.passages]
    for span in spans:
        other = subject.counterpart.slice(span)
        if 2 * min(len(text), len(other)) < SAME_LETTERS * (len(text) + len(other)):
            continue  # even if the shorter one were part of the other
        letters = Counter(text), Counter(other)
        if _dice(*letters) >= SAME_LETTERS and _dice(_trigrams(text), _trigrams(other)) >= NEARLY_EQUAL:
            return span
    return None


def _dice(one: Counter[str], other: Counter[str]) -> float:
    """Twice what they share over what they hold."""
    shared = sum(min(one[item], other[item]) for item in one.keys() & other.keys())
    return 2 * shared / max(1, one.total() + other.total())


def _trigrams(text: str) -> Counter[str]:
    folded = letters_and_digits(text)
    return Counter(folded[i : i + 3] for i in range(len(folded) - 2))
