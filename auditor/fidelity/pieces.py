"""A text as the pieces that the network reads, and the words that its pieces make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from auditor.encoders.e5_tokenizer import E5Tokenizer

UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Scripts whose words no space parts: Thai, Lao, Burmese, Khmer, Kana, Han. There each piece is a word."""
TERMINAL = tuple(".!?…。！？؟۔।॥።՞։")
CLOSING = "\"'”’»」』)]）"
SENTENCE, WORD, INSIDE = 0, 1, 2
"""What a cut before a piece parts, best first."""


@dataclass(frozen=True)
class Pieced:
    """A text with its piece ids and where each stands."""

    text: str
    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    """Code points of each piece, without the white space before it; empty where a piece is nothing else."""

    @classmethod
    def of(cls, text: str, tokenizer: E5Tokenizer) -> Pieced:
        """`text` in the tokenizer's pieces."""
        found = tokenizer.pieces_with_offsets(text)
        spans = tuple((_after_space(text, start, end), end) for _, start, end in found)
        return cls(text, tuple(i for i, _, _ in found), spans)

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def words(self) -> tuple[range, ...]:
        """The pieces of each word, in order; punctuation around a word stands apart, within it does not."""
        starts = [i for i in range(len(self)) if self._starts_word(i)]
        runs = (range(a, b) for a, b in pairwise([*starts, len(self)]))
        return tuple(word for run in runs for word in self._without_marks(run))

    def word_span(self, word: range) -> tuple[int, int]:
        """Code points of a word."""
        return self.spans[word[0]][0], self.spans[word[-1]][1]

    def cut(self, i: int) -> int:
        """What a cut before piece `i` parts: `SENTENCE`, `WORD` or `INSIDE` a word."""
        if not self._starts_word(i):
            return INSIDE
        return SENTENCE if self.text[: self.spans[i - 1][1]].rstrip(CLOSING).endswith(TERMINAL) else WORD

    def _starts_word(self, i: int) -> bool:
        start, end = self.spans[i]
        if i == 0:
            return True
        if self._is_space(i - 1):  # the first word of a text, and numbers, may have their space in a piece of its own
            return False
        before = self.text[slice(*self.spans[i - 1])]
        parted = start > self.spans[i - 1][1] or start == end
        return parted or bool(UNSPACED.search(self.text[start:end]) or UNSPACED.search(before))

    def _is_space(self, i: int) -> bool:
        start, end = self.spans[i]
        return start == end

    def _without_marks(self, run: range) -> Iterator[range]:
        """`run` with the pieces before its first and after its last letter or digit each for itself."""
        if self._is_space(run[0]):
            run = run[1:]
        spoken = [i for i in run if any(map(str.isalnum, self.text[slice(*self.spans[i])]))]
        inner = range(spoken[0], spoken[-1] + 1) if spoken else run[:0]
        yield from (run[i : i + 1] for i in range(inner.start - run.start))
        if inner:
            yield inner
        yield from (run[i : i + 1] for i in range(inner.stop - run.start, len(run)))


def _after_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
