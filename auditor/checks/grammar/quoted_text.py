"""Where double quotation marks of a passage open and close, as far as a sentence check needs it."""

from __future__ import annotations

OPENING = frozenset("“«„「『")
CLOSING = frozenset("”»」』")
STRAIGHT = '"'
REACH = 5_000
"""Code points before a place that are looked at; longer than passages are, and keeps a line without end from costing
its length at each of its sentences."""


def depth(text: str) -> int:
    """Quotations still open at the end of `text`; negative when more were closed than opened."""
    near = text[-REACH:]
    paired = sum(map(near.count, OPENING)) - sum(map(near.count, CLOSING))
    return paired + near.count(STRAIGHT) % 2


def has_quotation(text: str) -> bool:
    """Whether a double quotation mark stands in `text`."""
    return any(char in OPENING or char in CLOSING or char == STRAIGHT for char in text)


def closes_unopened(before: str, sentence: str) -> bool:
    """Whether `sentence` closes a quotation that neither it nor the text `before` it opened."""
    if not has_quotation(sentence[-3:]) or depth(before) > 0:
        return False
    if any(char in CLOSING for char in sentence):
        return depth(sentence) < 0
    return sentence.count(STRAIGHT) == 1 and not sentence.startswith(STRAIGHT)
