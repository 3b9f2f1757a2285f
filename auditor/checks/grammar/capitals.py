"""What an article shows of its words with a capital: which begin sentences, and which own it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from auditor.checks.grammar.dangling_words import dangling_words
from auditor.checks.grammar.english_words import english_words
from auditor.checks.subject import Subject

HABIT = 2
"""Sentences that begin with a word before it counts as one that begins them."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_AFTER_A_WORD = re.compile(r"(?<=[^\W\d_] )[^\W\d_]+")
CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that write nouns with a capital."""

_POLITE = frozenset(
    {
        "sie",
        "ihr",
        "ihre",
        "ihrem",
        "ihren",
        "ihrer",
        "ihres",
        "ihnen",
        "sein",
        "seine",
        "seinem",
        "seinen",
        "seiner",
        "seines",
        "er",
        "ihm",
        "ihn",
    }
)
"""German words that have a capital of their own where a reader is addressed, or God is named."""


@dataclass(frozen=True)
class Capitals:
    """Which words of the article may begin a sentence, and which own their capital."""

    subject: Subject

    @cached_property
    def _starters(self) -> frozenset[str]:
        starters = dangling_words(self.subject.language.code).leading
        if self.subject.language.code == "en":
            starters |= english_words().subjects | english_words().articles
        polite = _POLITE if self.subject.language.code == "de" else frozenset()
        return frozenset(word for word in starters | self._begun if len(word) > 1) - polite

    @cached_property
    def _begun(self) -> frozenset[str]:
        """Words with which several sentences of the article begin and that are small inside others."""
        document = self.subject.document
        firsts = (WORD.match(document.text, one.span.start, one.span.end) for one in document.segments)
        times = Counter(first[0] for first in firsts if first is not None)
        return frozenset(word.lower() for word, count in times.items() if count >= HABIT) & self._small

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(word for word in WORD.findall(self.subject.text) if word.islower())

    def begins(self, word: str) -> bool:
        """Whether `word` is a function word with which sentences begin and that is small elsewhere in them."""
        return word.lower() in self._starters and not self.is_habit(word)

    def is_small(self, word: str) -> bool:
        """Whether the article writes `word` small elsewhere."""
        polite = self.subject.language.code == "de" and word.lower() in _POLITE
        return word.lower() in self._small and not (polite or self.is_habit(word))

    def is_habit(self, word: str) -> bool:
        """Whether the capital stands in mid-sentence more than once, not counting titles (*The Hill*)."""
        return self._inside[word] > 1

    @cached_property
    def _inside(self) -> Counter[str]:
        """How often each word stands with a capital after another word, titles not counted."""
        text, german = self.subject.text, self.subject.language.code in CAPITAL_NOUNS
        found: Counter[str] = Counter()
        for match in _AFTER_A_WORD.finditer(text):
            end = match.end()
            if match[0][0].isupper() and (
                german or not (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper())
            ):
                found[match[0]] += 1
        return found
