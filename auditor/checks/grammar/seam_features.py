"""What the words (or characters) on both sides of a place say about whether a sentence ends there.

Case is folded and marks beside the place are left out, so that a sentence cut by a full stop shows itself by its words
alone. `scripts/train_sentence_seams.py` learns a weight for each feature.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.checks.grammar.english_clauses import finite_verbs
from auditor.checks.grammar.english_words import words_of
from auditor.languages.language import Language

WORDS = 8
"""Words on either side that are looked at."""
CHARACTERS = 9
"""The same in scripts without spaces."""
REACH = 300
"""Code points of either side that are read at all."""
CLAUSE = 40
"""Words of an English side in which finite verbs are counted."""
MANY = 2
"""Verbs from which there are simply several."""
COMMA_REACH = 5
EDGES = "\"'“”‘’«»„「」『』《》〈〉（）()[]{},，、;；:：.!?！？…。۔।،؛؟ \t\n\u200f\u200e–—-"
_PAUSES = ",،、，;:；："


def seam_features(before: str, after: str, language: Language) -> Iterator[str]:
    """Names of what is there; an empty `after` leaves only what the end of `before` says."""
    before, after = before[-REACH:].rstrip(EDGES), after[:REACH].lstrip(EDGES)
    if not language.spaced:
        yield from _by_character(before, after)
        return
    ours, theirs = before.split(), after.split()
    if ours:
        yield from _of_the_end(ours)
    if theirs:
        yield from _of_the_beginning(theirs)
    if ours and theirs:
        yield f"lf:{_bare(ours[-1])} {_bare(theirs[0])}"
    if language.code == "en":
        for name, words in (("av", ours[-CLAUSE:]), ("bv", theirs[:CLAUSE])):
            if words:
                yield f"{name}:{min(MANY, len(finite_verbs(words_of(' '.join(words)))))}"


def _of_the_end(words: Sequence[str]) -> Iterator[str]:
    bare = [_bare(word) for word in words[-WORDS:]]
    last = bare[-1]
    yield f"l:{last}"
    yield from (f"l{size}:{last[-size:]}" for size in (1, 2, 3, 4))
    if len(bare) > 1:
        yield from (f"m:{bare[-2]}", f"m3:{bare[-2][-3:]}", f"lm:{bare[-2]} {last}")
    for word in set(bare[:-1]):
        yield f"a:{word}"
    for ending in {word[-3:] for word in bare[:-1]}:
        yield f"a3:{ending}"
    yield from (f"ac:{at}" for at in range(2, COMMA_REACH + 1) if len(words) >= at and words[-at][-1] in _PAUSES)
    yield from _capital("l", words[-1:])
    yield from _capital("m", words[-2:-1])
    if last[:1].isdigit():
        yield "lD"


def _of_the_beginning(words: Sequence[str]) -> Iterator[str]:
    bare = [_bare(word) for word in words[:WORDS]]
    first = bare[0]
    yield f"f:{first}"
    yield from (f"f2:{first[-2:]}", f"f3:{first[-3:]}", f"fp:{first[:3]}")
    if len(bare) > 1:
        yield from (f"g:{bare[1]}", f"g3:{bare[1][-3:]}", f"fg:{first} {bare[1]}")
    for word in set(bare[1:]):
        yield f"b:{word}"
    for ending in {word[-3:] for word in bare[1:]}:
        yield f"b3:{ending}"
    yield from (f"bc:{at}" for at in range(COMMA_REACH + 1) if len(words) > at and words[at][-1] in _PAUSES)
    yield from _capital("g", words[1:2])
    if first[:1].isdigit():
        yield "fD"


def _by_character(before: str, after: str) -> Iterator[str]:
    for size in (1, 2, 3, 4):
        if len(before) >= size:
            yield f"l{size}:{before[-size:]}"
        if len(after) >= size:
            yield f"f{size}:{after[:size]}"
    if before and after:
        yield from (f"x{a}{b}:{before[-a:]}{after[:b]}" for a in (1, 2) for b in (1, 2))
    near, next_ones = before[-CHARACTERS - 1 : -1], after[1 : CHARACTERS + 1]
    yield from {f"a:{near[at : at + 2]}" for at in range(len(near) - 1)}
    yield from {f"b:{next_ones[at : at + 2]}" for at in range(len(next_ones) - 1)}
    yield from (f"ac:{at}" for at in range(1, COMMA_REACH + 1) if near[-at : len(near) - at + 1] in tuple(_PAUSES))
    yield from (f"bc:{at}" for at in range(COMMA_REACH) if next_ones[at : at + 1] in tuple(_PAUSES))


def _capital(place: str, words: Sequence[str]) -> Iterator[str]:
    if any(word.strip(EDGES)[:1].isupper() for word in words):
        yield f"{place}C"


def _bare(word: str) -> str:
    return word.strip(EDGES).casefold()
