"""Whether the words on both sides of a full stop stand side by side elsewhere in the article, as one name or phrase."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from auditor.checks.grammar.dangling_words import dangling_words
from auditor.checks.grammar.sentence_edges import opens_sentences
from auditor.checks.subject import Subject

FEWEST_LETTERS = 3
_WORD = r"[^\W\d_][\w'’\u200c]*"
_WORDS = re.compile(_WORD)
_LAST = re.compile(rf"({_WORD})[^\w\s]*$")
_FIRST = re.compile(rf"^[^\w\s]*({_WORD})")


def seen_together(subject: Subject, before: str, after: str, *, shared: bool) -> bool:
    """Whether `before` ends and `after` begins with words that the article or its counterpart writes in one go.

    In Chinese: three characters, two of them on one side of the stop. Without a counterpart sentence that both share
    only names prove something: of 9,170 sentence ends of NTREX in 25 languages 12 others have such words by chance.
    """
    if not subject.language.spaced:
        return shared and subject.language.code == "zh" and _characters_together(subject.text, before, after)
    last, first = _LAST.search(before[-80:]), _FIRST.search(after[:80])
    if last is None or first is None or min(len(last[1]), len(first[1])) < FEWEST_LETTERS:
        return False
    if not shared and not (last[1][0].isupper() and first[1][0].isupper() and subject.language.cased):
        return False
    code = subject.language.code
    if opens_sentences(first[1], code) or first[1].casefold() in dangling_words(code).leading:
        return False
    phrase = (last[1].casefold(), first[1].casefold())
    texts = (subject.text, subject.counterpart.text if subject.counterpart is not None else "")
    return any(phrase in _neighbours(text) for text in texts)


def _characters_together(text: str, before: str, after: str) -> bool:
    left, right = before.rstrip("。！？”’」』）)")[-2:], after[:2]
    if len(left) < 2 or not (left + right).isalpha():
        return False
    return not {left + right[:1], left[1:] + right}.isdisjoint(_threes(text))


@lru_cache(maxsize=4)
def _neighbours(text: str) -> frozenset[tuple[str, str]]:
    """Words, case-folded, with one space or hyphen between."""
    words = list(_WORDS.finditer(text))
    return frozenset(
        (one[0].casefold(), other[0].casefold())
        for one, other in pairwise(words)
        if other.start() - one.end() == 1 and text[one.end()] in " -"
    )


@lru_cache(maxsize=4)
def _threes(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))
