"""Tells an English sentence from a fragment, from closed word classes and word order alone.

Everything that could be a finite verb is counted as one, so that a fragment is claimed only when no reading of
the words gives it a predicate; what the lists do not know costs a missed fragment more often than a false one.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from auditor.checks.grammar.english_words import english_words, words_of

WINDOW = 4
"""Words between a relative and the verb it claims: *where the regional army killed*."""

_CONJUNCTIONS = frozenset({"and", "or", "but", "nor"})
_RELATIVES_BEFORE_A_SUBJECT = frozenset({"where", "whom", "whose", "which"})
_POINTING = frozenset({"this", "that", "these", "those", "who"})
_AFTER_SHORT_IS = frozenset({"a", "an", "the", "not", "been", "going", "no"})
_COMPLETE_SIGNS = frozenset("?:;–—")


class Fragment(StrEnum):
    """What a fragment consists of; the value completes "this is …"."""

    RELATIVE = "a noun with a relative clause, and no verb of its own"
    PARTICIPLE = "a clause that opens with a participle and has no main verb"
    SUBORDINATE = "a subordinate clause that never gets its main clause"
    OPENER = "a phrase without a verb that belongs to its neighbour"
    VERBLESS = "a phrase without a verb"


def finite_verbs(words: Sequence[str]) -> tuple[int, ...]:
    """Indices of words that may be a finite verb, one for each verb group; an upper bound.

    Verbs joined by *and*, *or*, *but* to the one before count once.
    """
    found: list[int] = []
    for at in range(len(words)):
        if _may_be_finite(words, at) and not _in_group(words, at, found):
            found.append(at)
    return tuple(found)


def fragment_of(sentence: str) -> Fragment | None:
    """The kind of fragment `sentence` is, or None when it may be complete (or an exclamation, a "
    "list, a quotation)."""
    words = words_of(sentence)
    if len(words) < 2:
        return None
    verbs = finite_verbs(words)
    if not verbs:
        return _verbless(words)
    if _COMPLETE_SIGNS & set(sentence):
        return None
    if _is_participle_clause(words, verbs, sentence):
        return Fragment.PARTICIPLE
    if _is_lone_subordinate(words, verbs, sentence):
        return Fragment.SUBORDINATE
    if _is_relative_noun(words, verbs):
        return Fragment.RELATIVE
    return None


def _may_be_finite(words: Sequence[str], at: int) -> bool:
    known = english_words()
    word = words[at]
    if word in known.finite or word in known.past or word.endswith(known.contracted):
        return True
    if word.endswith("'s"):
        return _is_short_is(words, at)
    before = _before(words, at)
    if before in known.articles or before in known.plain_prepositions or before == "to" or before.endswith("'s"):
        return False
    if word in known.past_or_participle or _is_past(word):
        return True
    return word in known.present or (len(word) > 5 and word.endswith(known.verb_endings))


def _is_short_is(words: Sequence[str], at: int) -> bool:
    """Whether 's stands for *is* or *has* rather than a possessive."""
    following = words[at + 1] if at + 1 < len(words) else ""
    return words[at][:-2] in english_words().bearers_of_s or following in _AFTER_SHORT_IS


def _is_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 3 and word not in english_words().not_past


def _before(words: Sequence[str], at: int) -> str:
    """The word before, adverbs skipped; empty at the start."""
    known = english_words()
    at -= 1
    while at >= 0 and (words[at] in known.adverbs or _is_adverb(words[at])):
        at -= 1
    return words[at] if at >= 0 else ""


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in english_words().not_adverbs


def _in_group(words: Sequence[str], at: int, found: Sequence[int]) -> bool:
    """Whether the word continues the verb group before it (*has been said*) or is joined to it by a conjunction."""
    if not found:
        return False
    known = english_words()
    before = _before(words, at)
    if words[at] in known.finite and before not in _CONJUNCTIONS:
        return False
    return before in known.finite or before in ("be", "been", "being", "have", "having") or before in _CONJUNCTIONS


def _verbless(words: Sequence[str]) -> Fragment:
    if words[0] in english_words().reporting_participles:
        return Fragment.PARTICIPLE
    start = " ".join(words[:4]) + " "
    if start.startswith(tuple(f"{opener} " for opener in english_words().fragment_openers)):
        return Fragment.OPENER
    return Fragment.VERBLESS


def _is_participle_clause(words: Sequence[str], verbs: Sequence[int], sentence: str) -> bool:
    """*Adding that the road would open on Monday.*"""
    if words[0] not in english_words().reporting_participles or "," in sentence:
        return False
    return "that" in words[1:3] and len(verbs) == 1


def _is_lone_subordinate(words: Sequence[str], verbs: Sequence[int], sentence: str) -> bool:
    """*Although the ministry had denied it.* One verb group, and no comma that could open a main clause."""
    known = english_words()
    second = words[1]
    if len(verbs) != 1 or "," in sentence or verbs[0] < 2:
        return False
    if words[0] in ("because", "although", "though", "whereas", "unless", "lest", "while", "if"):
        return not (second in known.prepositions or second.endswith(("ing", "ed")) or second == "only")
    if words[0] == "that":
        return second in known.articles or second in known.subjects
    return words[0] in known.subordinators and second in known.subjects and second not in _POINTING


def _is_relative_noun(words: Sequence[str], verbs: Sequence[int]) -> bool:
    """*The drivers who slept for two weeks in their cabins.* Each verb is claimed by a relative before it."""
    if words[0] in english_words().relatives or words[0] in english_words().subjects:
        return False
    return all(_is_claimed(words, verb, verbs) for verb in verbs)


def _is_claimed(words: Sequence[str], verb: int, verbs: Sequence[int]) -> bool:
    """Whether the verb belongs to a relative clause: *who slept*, *where the army killed*."""
    before = _before(words, verb)
    if before in ("who", "which"):
        return True
    if before == "that":
        return _is_relative_that(words, verb)
    nearest = max((other for other in verbs if other < verb), default=0)
    window = words[max(1, nearest + 1, verb - WINDOW) : verb]
    return bool(_RELATIVES_BEFORE_A_SUBJECT & set(window))


def _is_relative_that(words: Sequence[str], verb: int) -> bool:
    """Whether the *that* before the verb follows its noun; *and that was*, *in that case* are another *that*."""
    known = english_words()
    at = max(i for i in range(verb) if words[i] == "that")
    before = words[at - 1] if at else ""
    if words[0] in known.prepositions:
        return False
    return bool(before) and not (
        before in _CONJUNCTIONS
        or before in known.prepositions
        or before in known.subordinators
        or before in known.adverbs
    )
