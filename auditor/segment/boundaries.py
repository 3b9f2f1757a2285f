"""Where sentences end inside one passage.

A run of the language's sentence ends, with the closing quotes and brackets behind it, ends a sentence when a space
follows (none is needed after 。 ។ ። and their like) and what comes next can begin one. Full stops of abbreviations,
initials, acronyms, domains, decimals and ordinals do not count. Quotations of several sentences are split too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from auditor.core.document import Span
from auditor.segment.rules import ANY_QUOTES, CLOSING_BRACKETS, INVISIBLE, OPENING_BRACKETS, Rules

DASHES = "-–—―"
CONTINUERS = ",;:،؛、，.…"
"""A sentence does not begin with these."""
BRACKET_REACH = 200
"""Longest bracket, in code points, whose inside is not split."""
TOKEN_REACH = 24
"""Code points before a full stop in which its word is looked for."""
_ORDINAL = re.compile(r"\d{1,2}|[IVXLCDM]{1,6}")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_UNIT = re.compile(r"\d\s?\w\Z")
"""A letter that stands for a unit or for *year* (2018 г.) may well end the sentence."""
_TOKEN_BREAK = re.compile(r"[\s—–/]")
_LEADING = "([{«»„“”‘’\"'¿¡-"


def boundaries(text: str, within: Span, rules: Rules) -> Iterator[int]:
    """Offsets, ascending, where a sentence ends and another follows, inside `within`."""
    place = _Place(text, within, rules)
    for stop in rules.stops.finditer(text, within.start, within.end):
        end = place.with_closers(stop.end())
        begin = place.skip_space(end)
        if begin == within.end:
            return
        if begin == end and rules.glued.isdisjoint(stop.group()):
            continue
        if place.is_boundary(stop.start(), stop.end(), end, begin):
            yield end


class _Place:
    """One passage and the rules it is read by; offsets are those of the whole text."""

    def __init__(self, text: str, within: Span, rules: Rules) -> None:
        self.text, self.start, self.end, self.rules = text, within.start, within.end, rules
        self._straight: dict[str, list[int]] = {}

    def is_boundary(self, stop: int, stopped: int, end: int, begin: int) -> bool:
        """Whether the stop at `[stop, stopped)`, closers up to `end`, is followed by a sentence at `begin`."""
        mark = self.text[stop:stopped]
        after = self._opening_of(begin)
        if after == "" or _is_small(after) or after in CONTINUERS:
            return False
        if end > stopped and self.rules.goes_on(mark, self.text, end, self.end):
            return False
        if self._inside_bracket(end):
            return False
        if mark == "." and end == stopped:
            return not self._is_abbreviation(stop)
        return not (mark in "．:" and self.text[stop - 1 : stop].isdigit() and after.isdigit())

    def with_closers(self, at: int) -> int:
        """Where the sentence ends once closing quotes and brackets behind `at` are counted in."""
        while (spaced := self.skip_space(at)) < self.end:
            char = self.text[spaced]
            if char in INVISIBLE:
                if spaced > at and not self._ends_at(spaced + 1):
                    break  # it stands before the next sentence's first word
            elif not (char in self.rules.closers or self._closes(spaced)):
                break
            at = spaced + 1
        return at

    def _ends_at(self, at: int) -> bool:
        return at >= self.end or self.text[at].isspace()

    def skip_space(self, at: int) -> int:
        """The first place from `at` that is no white space, at most the passage's end."""
        while at < self.end and self.text[at].isspace():
            at += 1
        return at

    def _closes(self, at: int) -> bool:
        """Whether the mark at `at` is a quote that closes, though in this language it may also open.

        The spaces around it tell; where they do not, a straight quote closes when an odd number came before.
        """
        char = self.text[at]
        if char not in ANY_QUOTES:
            return False
        before = at > self.start and self.text[at - 1].isspace()
        following = self.text[at + 1] if at + 1 < self.end else " "
        after = following.isspace() or following in ANY_QUOTES
        if before != after:
            return after
        return char in self.rules.straight and self._earlier(char, at) % 2 == 1

    def _earlier(self, char: str, at: int) -> int:
        if char not in self._straight:
            found = re.finditer(re.escape(char), self.text[self.start : self.end])
            self._straight[char] = [self.start + match.start() for match in found]
        return bisect_left(self._straight[char], at)

    def _opening_of(self, at: int) -> str:
        """The first letter, digit or other mark at `at`, behind opening marks and dashes."""
        while at < self.end:
            char = self.text[at]
            if not (char.isspace() or char in self.rules.openers or char in ANY_QUOTES or char in INVISIBLE + DASHES):
                return char
            at += 1
        return ""

    def _is_abbreviation(self, stop: int) -> bool:
        head = self.text[max(self.start, stop - TOKEN_REACH) : stop]
        token = _TOKEN_BREAK.split(head)[-1].lstrip(_LEADING)
        if f"{token}.".casefold() in self.rules.abbreviations or _ACRONYM.fullmatch(token):
            return True
        if len(token) == 1 and token.isalpha():
            return token.isupper() or _UNIT.search(head) is None
        return self.rules.ordinal_stop and _ORDINAL.fullmatch(token) is not None

    def _inside_bracket(self, at: int) -> bool:
        head = self.text[max(self.start, at - BRACKET_REACH) : at]
        opened = max(head.rfind(mark) for mark in OPENING_BRACKETS)
        if opened < 0 or max(head.rfind(mark) for mark in CLOSING_BRACKETS) > opened:
            return False
        tail = self.text[at : min(self.end, at + BRACKET_REACH)]
        return any(mark in tail for mark in CLOSING_BRACKETS)


def _is_small(char: str) -> bool:
    """Whether `char` is a small letter of a script whose sentences begin with capitals; Georgian ones do not."""
    return char.islower() and not "ა" <= char <= "ჿ"
