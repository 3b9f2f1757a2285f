"""`fused-sentences`: two sentences with no stop between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.grammar.dangling_words import dangling_words
from auditor.checks.grammar.english_words import english_words
from auditor.checks.subject import Subject
from auditor.core.document import PassageKind, Segment, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

FEWEST_BEFORE = 3
"""Words of a sentence before the seam; fewer are a label or the beginning of a title."""
FEWEST_AFTER = 3
HABIT = 2
"""Sentences that begin with a word before it counts as one that begins them."""
CONFIRMED, ALONE = 0.8, 0.6
"""Confidence with two counterpart sentences for the one, and without a counterpart that tells."""
_WORDS = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TITLE_NOUNS = frozenset({"de", "lb"})
"""Languages that write nouns with a capital: what follows the seam may be one too."""


class FusedSentences(Check):
    """Two sentences follow each other with no stop between.

    **What it finds.** A small word that begins sentences (*The*, *Но*, *Als*), written with a capital in mid-sentence
    after a word in small letters: *…in the city The minister said*. Where two counterpart sentences are told in the
    one, any word counts that the article elsewhere writes small.

    **Why it matters.** The stop was lost, and the reader stumbles at the seam.

    **What it does not find.** Titles and names (*in The Hague*, *Die Zeit*): the word after must be small too, and the
    capital must not be the article's habit; seams with a mark but no space (`missing-space-after-punctuation`); scripts
    without capitals; headlines in title case.

    **References.** MQM Core, linguistic conventions / grammar. NTREX, 128 languages: two false alarms in 56,704
    human sentences.
    """

    id = "LNG053"
    name = "fused-sentences"
    category = Category.GRAMMAR
    severity = Severity.MINOR
    scope = Scope.SEGMENT

    GOOD = (
        Example("He went to The Hague on Monday. The play was called In the Beginning of the End by all."),
        Example("He read it in Die Zeit and said that Mr. A went home with the Virgin and the child."),
        Example("Er fragte sie, ob Sie für die Wahl antreten. Laut Der Spiegel war es so.", language="de"),
        Example("Он сказал, что Она — это роман. В городе тихо, и никто не спит.", language="ru"),
        Example("وقال الوزير إن العمل مستمر وأضاف أنه سيعود.", language="ar"),
        Example("部长说会议结束了大家都走了没有人问。", language="zh"),
    )
    BAD = (
        Example("The trucks were kept waiting in the ⟦city The⟧ minister said nothing about it on Monday."),
        Example("Никто не спал в эту ночь в ⟦городе Но⟧ министр ничего не сказал об этом.", language="ru"),
        Example(
            "Die Lastwagen warteten lange in der kleinen ⟦stadt Er⟧ sagte dazu am Montag nichts. So ist er.",
            language="de",
            counterpart="The trucks waited long in the small town. He said nothing about it on Monday. So he is.",
            beads=(((0,), (0, 1), None), ((1,), (2,), None)),
        ),
        Example("Le pont est resté fermé toute la ⟦nuit Dans⟧ la ville, personne ne dormait encore.", language="fr"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per seam: the words on both sides."""
        if not subject.language.cased:
            return
        told_apart = _told_apart(subject)
        known = _Capitals(subject)
        for segment in subject.document.segments:
            kind = subject.document.passages[segment.passage].kind
            if kind is PassageKind.PARAGRAPH:
                yield from self._in_segment(subject, segment, known, told_apart.get(segment.index, ()))

    def _in_segment(
        self, subject: Subject, segment: Segment, known: _Capitals, theirs: tuple[int, ...]
    ) -> Iterator[Finding]:
        tokens = list(_WORDS.finditer(subject.text, segment.span.start, segment.span.end))
        for at in range(FEWEST_BEFORE - 1, len(tokens) - FEWEST_AFTER):
            before, word, after = (match[0] for match in tokens[at : at + 3])
            if not _is_seam(before, word, after, subject.language.code):
                continue
            if known.begins(word) or (theirs and known.is_small(word)):
                span = Span(tokens[at].start(), tokens[at + 1].end())
                yield self._finding(subject, span, word, theirs)

    def _finding(self, subject: Subject, span: Span, word: str, theirs: tuple[int, ...]) -> Finding:
        evidence: tuple[Evidence, ...] = ()
        if theirs and subject.counterpart is not None:
            other = subject.counterpart
            evidence = tuple(Evidence.at(other, other.segments[i].span) for i in theirs)
        return self.found(
            subject,
            span,
            f"A new sentence seems to begin with “{word}”, and no stop stands before it.",
            confidence=CONFIRMED if theirs else ALONE,
            evidence=evidence,
        )


@dataclass(frozen=True)
class _Capitals:
    """Which words of the article may begin a sentence, and which own their capital."""

    subject: Subject

    @cached_property
    def _starters(self) -> frozenset[str]:
        starters = dangling_words(self.subject.language.code).leading
        if self.subject.language.code == "en":
            starters |= english_words().subjects | english_words().articles
        return frozenset(word for word in starters if len(word) > 1) | self._begun

    @cached_property
    def _begun(self) -> frozenset[str]:
        """Words with which several sentences of the article begin and that are small inside others."""
        document = self.subject.document
        firsts = (_WORD.match(document.text, one.span.start, one.span.end) for one in document.segments)
        times = Counter(first[0] for first in firsts if first is not None)
        return frozenset(word.lower() for word, count in times.items() if count >= HABIT) & self._small

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(word for word in _WORD.findall(self.subject.text) if word.islower())

    def begins(self, word: str) -> bool:
        """Whether `word` is a function word with which sentences begin and that is small elsewhere in them."""
        return word.lower() in self._starters and not self._is_habit(word)

    def is_small(self, word: str) -> bool:
        """Whether the article writes `word` small elsewhere."""
        return word.lower() in self._small and not self._is_habit(word)

    def _is_habit(self, word: str) -> bool:
        """Whether the capital stands in mid-sentence more than once."""
        return len(re.findall(rf"(?<=[^\W\d_] ){re.escape(word)}\b", self.subject.text)) > 1


def _is_seam(before: str, word: str, after: str, language: str) -> bool:
    """Whether a capital stands between two small words without any mark."""
    if not (before.islower() and before[-1].isalpha() and word[:1].isupper() and _WORD.fullmatch(word)):
        return False
    if len(word) > 1 and not word[1:].islower():
        return False
    bare = after.strip("\"'“”‘’«»„,.;:!?()")
    return bare[:1].islower() or language in _TITLE_NOUNS


def _told_apart(subject: Subject) -> dict[int, tuple[int, ...]]:
    """Segments in which two or more counterpart sentences are told as one."""
    if subject.alignment is None:
        return {}
    return {
        segment: bead.counterpart
        for bead in subject.alignment.beads
        if 0 < len(bead.translation) < len(bead.counterpart)
        for segment in bead.translation
    }
