"""The wrong text: the other side copied or left in, another sentence in place of this one."""

from __future__ import annotations

import re
from random import Random

from damage_edits import Change, Edit, Range
from damage_text import STOPS, Text

_UNSPACED_LETTER = re.compile(r"[぀-ヿ㐀-鿿\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def left_over(text: Text, rng: Random) -> Change | None:
    """A few words of the other side stand where their translation would."""
    if not text.source or same_language(text.text, text.source) or len(text.words) < 5:
        return None
    source = Text(text.source, "zh" if _unspaced(text.source) else "und")
    chosen = _foreign_words(text, source, rng)
    if chosen is None:
        return None
    start, end = chosen
    share = len(text.words) / max(1, len(source.words))
    first = round(sum(word[0] < start for word in source.words) * share)
    count = max(1, round(sum(start <= word[0] < end for word in source.words) * share))
    mine = text.words[min(first, len(text.words) - 1) :][:count]
    place = (mine[0][0], mine[-1][1])
    if any(char in STOPS + ",，、()" for char in text.part(place)):
        place = mine[0]
    return Change((Edit(*place, _spaced_out(text, place, source.part(chosen))),), critical=False, weight=0.2)


def copied(text: Text, rng: Random) -> Change | None:
    """The other side itself, untranslated."""
    del rng
    if not text.source.strip() or same_language(text.text, text.source):
        return None
    return Change((Edit(0, len(text.text), text.source.strip()),), critical=True, weight=1.0)


def replaced(text: Text, rng: Random) -> Change | None:
    """The donor in place of the text."""
    del rng
    if not text.other.strip() or likeness(text.text, text.other) > 0.55:
        return None
    return Change((Edit(0, len(text.text), text.other.strip()),), critical=True, weight=1.0)


def likeness(one: str, other: str) -> float:
    """Overlap of two texts' letter trigrams as a share of the smaller set, 0..1."""
    mine, theirs = trigrams(one), trigrams(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def trigrams(text: str) -> frozenset[str]:
    """Runs of three letters, two where words are not spaced."""
    folded = text.casefold()
    n = 2 if _unspaced(text) else 3
    return frozenset(folded[i : i + n] for i in range(len(folded) - n + 1))


def same_language(one: str, other: str) -> bool:
    """Whether two texts share so many short words, or letters where none are spaced, that one language is likely."""
    if _unspaced(one) and _unspaced(other):
        return len(set(one) & set(other)) > 0.3 * min(len(set(one)), len(set(other)))
    mine, theirs = ({word for word in text.split() if len(word) <= 4 and word.islower()} for text in (one, other))
    return len(mine & theirs) > 0.3 * max(1, min(len(mine), len(theirs)))


def _unspaced(text: str) -> bool:
    return 3 * len(_UNSPACED_LETTER.findall(text)) > len(text)


def _foreign_words(text: Text, source: Text, rng: Random) -> Range | None:
    """One to three neighbouring words of the other side that this side does not hold anyway."""
    runs = []
    for i in range(len(source.words)):
        for count in (1, 2, 3):
            run = source.words[i : i + count]
            part = text.source[run[0][0] : run[-1][1]]
            if len(run) == count and _leftover(part, text.text):
                runs.append((run[0][0], run[-1][1]))
    return rng.choice(runs) if runs else None


def _leftover(part: str, text: str) -> bool:
    """Whether a stretch is words, not marks or names that both sides share."""
    known = any(word.casefold() in text.casefold() for word in part.split())
    plain = all(char.isalpha() or char.isspace() or char in "-’'" or ord(char) > 0x300 for char in part)
    return (
        not known
        and plain
        and len(part) >= (2 if _unspaced(part) else 4)
        and not any(char in ",，、" + STOPS for char in part)
    )


def _spaced_out(text: Text, place: Range, new: str) -> str:
    """Foreign letters in text without spaces stand alone, as engines leave them."""
    if text.spaced or not new.isascii():
        return new
    before, after = text.text[: place[0]][-1:], text.text[place[1] :][:1]
    return (" " if before.isalnum() else "") + new + (" " if after.isalnum() else "")
