"""Where a decided error stood, so that the decision stays with it when its twins come and go.

Two equal errors in one article differ by what stands around them alone. Their ordinals change as soon as one of them is
mended, and a decision that was kept by ordinal would jump to the other.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count, takewhile
from operator import eq
from pathlib import PurePosixPath

from auditor.core.document import Document, Span
from auditor.core.finding import Finding

AROUND = 80
"""Code points kept on either side: a sentence in most scripts."""
LEAST = 0.25
"""Likeness below which a place is another one. Two places of one word in one article of NTREX-128 are as like as this
in 0.6 % of cases in English and Arabic, 1.1 % in Turkish, none in Chinese (by words written the same; 4,900 to 9,900
pairs). One place before and after a whole side was rewritten always is; after its one-sentence paragraph moved in 93 to
95 % (Chinese, whose sentences are short: 52 %)."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One error among those that look the same."""

    alike: str
    """Hash of check, excerpts and the article's file name without folder and ending: the same for twins."""
    before: str
    after: str
    """Up to `AROUND` code points of the text on either side, in plain form."""
    ordinal: int
    """Among its twins, 0-based."""
    equals: int
    """How many twins there were, itself included."""
    rival: float = 0.0
    """How like its own the surroundings of the most similar twin were when it was decided about."""

    def names(self) -> Iterator[str]:
        """Keys for it, the same whatever becomes of its twins; the later ones for when the earlier are taken."""
        return (_hash(self.alike, self.before, self.after, str(i)) for i in count())


def occurrences(findings: Sequence[Finding], document: Document) -> tuple[Occurrence, ...]:
    """One for each of the findings of `document`; rivals are left out."""
    kinds = [_alike(finding) for finding in findings]
    counts, seen = Counter(kinds), Counter[str]()
    made = []
    for finding, kind in zip(findings, kinds, strict=True):
        made.append(Occurrence(kind, *_around(document.text, finding.span), seen[kind], counts[kind]))
        seen[kind] += 1
    return tuple(made)


def with_rival(chosen: Occurrence, everyone: Sequence[Occurrence]) -> Occurrence:
    """`chosen`, one of `everyone`, with how alike its most similar twin is."""
    twins = (one for one in everyone if one.alike == chosen.alike and one.ordinal != chosen.ordinal)
    return replace(chosen, rival=max((likeness(chosen, twin) for twin in twins), default=0.0))


def found_again(decided: Mapping[str, Occurrence], now: Sequence[Occurrence]) -> dict[int, str]:
    """Which of the occurrences `now` are those decided about, the newest last: key by index.

    Each side is used once, the likest first. One that is no more like what was decided about than a twin was is left
    out: it is shown again rather than taken for the other. Between twins in the very same surroundings the ordinal
    decides while none has come or gone; an error that was and is without a twin is the same wherever it stands now.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(now):
        places[one.alike].append(i)
    found: dict[int, str] = {}
    used: set[str] = set()
    for *_, i, key in sorted(_candidates(decided, now, places)):
        if i not in found and key not in used:
            found[i] = key
            used.add(key)
    return found


def _candidates(
    decided: Mapping[str, Occurrence], now: Sequence[Occurrence], places: Mapping[str, list[int]]
) -> Iterator[tuple[float, int, int, int, str]]:
    """Sorts the likest first, then what kept its ordinal, then the newest decision."""
    for age, (key, old) in enumerate(reversed(list(decided.items()))):
        for i in places.get(old.alike, ()):
            like = likeness(old, now[i])
            if (like >= LEAST and like > old.rival) or _unmoved(old, now[i], like):
                yield -like, abs(now[i].ordinal - old.ordinal), age, i, key


def _unmoved(old: Occurrence, new: Occurrence, like: float) -> bool:
    return (new.ordinal, new.equals) == (old.ordinal, old.equals) and (old.equals == 1 or like == 1)


def likeness(one: Occurrence, other: Occurrence) -> float:
    """0..1: how far the texts around are the same, counted outwards from the error on either side."""
    before, after = (one.before[::-1], other.before[::-1]), (one.after, other.after)
    return (_common(*before) + _common(*after)) / 2


def _common(one: str, other: str) -> float:
    """Share of the longer text; nothing beside nothing, at the same end of the article, is the same."""
    if one == other:
        return 1.0
    shared = sum(1 for _ in takewhile(bool, map(eq, one, other)))
    return shared / max(len(one), len(other))


def _around(text: str, span: Span) -> tuple[str, str]:
    """Plain text may be shorter than the raw one, never by as much as white space can make it in good text."""
    before = _plain(text[max(0, span.start - 2 * AROUND) : span.start])
    after = _plain(text[span.end : span.end + 2 * AROUND])
    return before[-AROUND:], after[:AROUND]


def _alike(finding: Finding) -> str:
    evidence = sorted(_plain(one.excerpt) for one in finding.evidence)
    return _hash(finding.check, PurePosixPath(finding.document).stem, _plain(finding.excerpt), *evidence)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _hash(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
