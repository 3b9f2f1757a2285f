"""What decoders do when they fail: loops, cut ends, words in any order."""

from __future__ import annotations

from random import Random

from damage_edits import Change, Edit, Range
from damage_text import CLOSING, STOPS, Text


def repeated(text: Text, rng: Random) -> Change | None:
    """A few words or a clause stand once more, or again and again."""
    if len(text.words) < 4:
        return None
    start, end = rng.choice(text.pieces)
    inside = [word for word in text.words if start <= word[0] and word[1] <= end]
    if (len(inside) > 3 and rng.random() < 0.7) or len(text.pieces) == 1:
        count = min(rng.choice((2, 2, 3, 4, 5)), len(inside))
        at = rng.randrange(len(inside) - count + 1)
        start, end = inside[at][0], inside[at + count - 1][1]
    if end - start < 4 or _marks(text.text[start:end]):
        return None
    times = rng.choice((1, 1, 2, 3)) if end - start < 60 else 1
    new = ((" " if text.spaced else "") + text.text[start:end]) * times
    return Change((Edit(end, end, new),), critical=False, weight=0.05 * times)


def _marks(part: str) -> bool:
    """Whether brackets or quotation marks stand in it."""
    return any(char in '()[]（）“”„«»「」『』"' for char in part)


def cut_short(text: Text, rng: Random) -> Change | None:
    """The end is missing, from the middle of a sentence; sometimes a stop hides it."""
    words = text.words
    if len(words) < 5:
        return None
    at = rng.randrange(max(2, len(words) // 4), max(3, len(words) - 2))
    end = words[at - 1][1]
    final = text.text.rstrip()
    stop = final[len(final.rstrip(STOPS + CLOSING)) :] if rng.random() < 0.5 else ""
    gone = Edit(end, len(text.text) - len(stop)) if final == text.text else Edit(end, len(text.text))
    return Change((gone,), critical=False, weight=0.1) if gone.end - gone.start > 3 else None


def shuffled(text: Text, rng: Random) -> Change | None:
    """The words of a sentence in any order."""
    start, end = max(text.sentences, key=lambda found: found[1] - found[0], default=(0, 0))
    words = [word for word in text.words if start <= word[0] and word[1] <= end]
    if len(words) < 6:
        return None
    parts = [text.part(word) for word in words]
    parts[0] = parts[0][0].lower() + parts[0][1:] if parts[0][1:].islower() and text.base != "de" else parts[0]
    rng.shuffle(parts)
    parts[0] = parts[0][0].upper() + parts[0][1:]
    whole: Range = (words[0][0], words[-1][1])
    glue = " " if text.spaced else ""
    return Change((Edit(*whole, glue.join(parts)),), critical=True, weight=0.3 if len(words) < 10 else 0.4)
