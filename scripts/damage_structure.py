"""Omissions, additions and disorder that need no knowledge of a language beyond where its words and commas are."""

from __future__ import annotations

import re
from random import Random

from damage_edits import Change, Edit, Range
from damage_english import phrases
from damage_function_words import FUNCTION_WORDS
from damage_text import CLOSING, COMMAS, STOPS, Text, deletion, enclosed, like, other_text

SHORTEST_PHRASE, LONGEST_PHRASE, SHORTEST_CLAUSE = 2, 7, 5
"""Words; two characters are one where no spaces part them."""


def dropped_phrase(text: Text, rng: Random) -> Change | None:
    """A short piece between commas is gone, or in English a prepositional phrase."""
    found = [piece for piece in _bounded(text, SHORTEST_PHRASE + 1, LONGEST_PHRASE) if _spare(text, piece, 0.4)]
    if text.base == "en":
        found += [phrase for phrase in phrases(text) if _spare(text, phrase, 0.4)]
    return Change(deletion(text, *rng.choice(found)), critical=False, weight=0.08) if found else None


def dropped_clause(text: Text, rng: Random) -> Change | None:
    """A long piece between commas is gone, a run of them to the end of the sentence, or a whole sentence."""
    found = [piece for piece in _bounded(text, SHORTEST_CLAUSE, 40) if _spare(text, piece, 0.7)]
    found += [run for run in _tails(text) if text.long_enough(run, SHORTEST_CLAUSE) and _spare(text, run, 0.7)]
    if len(text.sentences) > 1:
        found += [
            sentence for sentence in text.sentences if text.long_enough(sentence, 3) and _spare(text, sentence, 0.8)
        ]
    if not found:
        return None
    start, end = rng.choice(found)
    return Change(deletion(text, start, end), critical=3 * (end - start) > len(text.text), weight=0.15)


def dropped_word(text: Text, rng: Random) -> Change | None:
    """A word with meaning of its own is gone."""
    found = [word for word in content_words(text) if not enclosed(text, word)]
    if len(found) < 2:
        return None
    return Change(deletion(text, *rng.choice(found)), critical=False, weight=0.1)


def added_phrase(text: Text, rng: Random) -> Change | None:
    """A phrase of the donor stands where none belongs."""
    donor = other_text(text)
    found = _bounded(donor, SHORTEST_PHRASE, LONGEST_PHRASE, ends=False)
    if text.base == "en":
        found = phrases(donor) or found
    return _added(text, donor, found, 0.15, rng)


def added_clause(text: Text, rng: Random) -> Change | None:
    """A clause or sentence of the donor is added."""
    donor = other_text(text)
    if rng.random() < 0.4:
        sentences = [
            found for found in donor.sentences if donor.long_enough(found, 4) and donor.part(found)[-1] in STOPS
        ]
        if sentences and text.text.rstrip()[-1:] in STOPS:
            fresh = donor.part(rng.choice(sentences))
            glue = " " if text.spaced else ""
            at = rng.choice([0, len(text.text)] if len(text.sentences) < 2 else [text.sentences[0][1], len(text.text)])
            return Change(
                (Edit(at, at, f"{fresh}{glue}" if at == 0 else f"{glue}{fresh}"),), critical=True, weight=0.25
            )
    return _added(text, donor, _bounded(donor, SHORTEST_CLAUSE, 25, ends=False), 0.25, rng)


def swapped_words(text: Text, rng: Random) -> Change | None:
    """Two words with meaning, at some distance, change places; never two members of one list."""
    found = content_words(text)
    pairs = [(a, b) for i, a in enumerate(found) for b in found[i + 1 :] if _far_apart(text, a, b)]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    first = any(one[0] == start for start, _ in text.sentences)
    new = like(text.part(one), text.part(other)) if first else text.part(other)
    edits = Edit(*one, new), Edit(*other, _inside(text, one))
    return Change(edits, critical=False, weight=0.15)


def misspelt(text: Text, rng: Random) -> Change | None:
    """Noise in the letters of one to three long words."""
    found = [word for word in text.words if word[1] - word[0] >= 5 and _plain(text.part(word))]
    if not text.spaced or not found:
        return None
    chosen = rng.sample(found, min(len(found), rng.choice((1, 1, 2, 3))))
    edits = [Edit(*word, _noisy(text.part(word), rng)) for word in chosen]
    real = tuple(edit for edit in edits if edit.new != text.text[edit.start : edit.end])
    return Change(real, critical=False, weight=0.02) if real else None


def content_words(text: Text) -> list[Range]:
    """Words that mean something: no function words, short words or bare marks."""
    found = []
    shared = FUNCTION_WORDS.get(text.base, frozenset())
    for start, end in text.words:
        word = text.text[start:end]
        if not text.spaced:
            if end - start >= 2 and not ("぀" <= word[0] <= "ゟ") and word not in shared:
                found.append((start, end))
        elif (
            len(word) >= (4 if text.base == "en" else 5)
            and word.casefold() not in shared
            and any(map(str.isalpha, word))
        ):
            found.append((start, end))
    return found


def _bounded(text: Text, least: int, most: int, ends: bool = True) -> list[Range]:
    """Comma-parted pieces of so many words; `ends` lets in those that begin or end a sentence."""
    found = []
    for piece in text.pieces:
        if not text.long_enough(piece, least) or text.long_enough(piece, most + 1):
            continue
        inner = text.text[piece[1] : piece[1] + 1] in tuple(COMMAS) and _led(text, piece[0])
        at_edge = ends and (_led(text, piece[0]) or text.text[piece[1] : piece[1] + 1] in tuple(COMMAS))
        if (inner or at_edge) and _balanced(text.part(piece)):
            found.append(piece)
    return found


def _led(text: Text, start: int) -> bool:
    return text.text[:start].rstrip()[-1:] in tuple(COMMAS)


def _balanced(part: str) -> bool:
    """Whether a stretch can go without leaving half a pair of brackets or quotation marks."""
    pairs = ("()", "（）", "“”", "«»", "「」", "『』", "[]", "《》")
    return all(part.count(a) == part.count(b) for a, b in pairs) and part.count('"') % 2 == 0 and "„" not in part


def _tails(text: Text) -> list[Range]:
    """From a comma to the end of the sentence."""
    found = []
    for start, end in text.sentences:
        while end > start and text.text[end - 1] in STOPS + CLOSING:
            end -= 1
        found += [
            (piece[0], end) for piece in text.pieces if start < piece[0] < end and _balanced(text.text[piece[0] : end])
        ]
    return found


def _spare(text: Text, found: Range, share: float) -> bool:
    return found[1] - found[0] <= share * len(text.text)


def _added(text: Text, donor: Text, found: list[Range], weight: float, rng: Random) -> Change | None:
    """One of the donor's stretches, put before a comma or the final stop."""
    usable = [donor.part(span) for span in found if donor.part(span).casefold() not in text.text.casefold()]
    places = [end for _, end in text.pieces if text.text[end : end + 1] in (*COMMAS, *STOPS, "")]
    usable = [part for part in usable if _balanced(part)]
    if not usable or not places:
        return None
    at, new = rng.choice(places), rng.choice(usable)
    prepositional = text.base == "en" and re.match(r"[a-z]+ ", new) and len(new.split()) <= LONGEST_PHRASE
    comma = (
        " "
        if prepositional
        else ", "
        if text.spaced and text.base not in ("ar", "fa", "ur", "ps", "ckb")
        else "، "
        if text.spaced
        else ""
    )
    if not text.spaced:
        comma = "、" if text.base == "ja" else "，" if text.base in ("zh", "yue") else " "
    return Change((Edit(at, at, f"{comma}{new}"),), critical=True, weight=weight)


def _far_apart(text: Text, one: Range, other: Range) -> bool:
    """Words apart by three or more others, inside one sentence and no list, unlike in writing."""
    between = text.text[one[1] : other[0]]
    if any(char in STOPS for char in between) or text.part(one).casefold() == text.part(other).casefold():
        return False
    return (
        text.long_enough((one[1], other[0]), 3)
        and len(between) < 80
        and not any(char in COMMAS + "/" for char in between)
    )


def _inside(text: Text, word: Range) -> str:
    """The word as it would stand inside a sentence."""
    part = text.part(word)
    begins = any(word[0] == start for start, _ in text.sentences)
    return part[0].lower() + part[1:] if begins and part[1:].islower() and text.base != "de" else part


def _plain(word: str) -> bool:
    return word.isalpha() or (not word.isascii() and not any(map(str.isdigit, word)))


def _noisy(word: str, rng: Random) -> str:
    """Two letters exchanged, one lost, doubled or replaced by its neighbour; the first stays."""
    places = [
        i for i in range(1, len(word) - 1) if word[i].isalpha() and word[i + 1].isalpha() and word[i] != word[i + 1]
    ]
    if not places:
        return word
    at = rng.choice(places)
    way = rng.choice(("exchange", "lose", "double", "replace"))
    if way == "exchange":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if way == "lose":
        return word[:at] + word[at + 1 :]
    if way == "double":
        return word[:at] + word[at] + word[at:]
    return word[:at] + chr(ord(word[at]) + (1 if word[at] not in "zяي" else -1)) + word[at + 1 :]
