"""Rows of a perturbation curriculum: for each good pair one damaged side, and often the same side with more damage."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence

from damage import ENGLISH_KINDS, Damaged, damaged, worse
from damage_whole import likeness

Row = tuple[str, str, str, str]
"""Translation, counterpart, language of the translation, language of the counterpart."""
Donors = Mapping[str, Sequence[tuple[str, str]]]
"""For each language, texts with what stands on their other side."""

WEIGHTS: dict[str, float] = {
    "number": 2.6, "date": 8, "name": 1.3, "entity-drop": 1.2, "negation": 2.3, "antonym": 0.75, "modality": 3.1,
    "role": 5.5, "unit": 8, "quotation": 8, "attribution": 5, "pronoun": 2.2, "gender": 5, "drop-phrase": 0.7,
    "drop-clause": 1, "drop-word": 0.6, "drop-adjective": 1.4, "add-phrase": 0.7, "add-clause": 0.8, "swap-words": 0.6,
    "repeat": 0.6, "truncate": 0.6, "source-words": 0.65, "copy-source": 0.5, "similar-sentence": 0.6,
    "unrelated": 0.6, "word-salad": 0.6, "misspell": 0.6,
}  # fmt: skip
"""How readily a kind is drawn: a fair share divided by how often it came up at equal weights among 3,253 rows of
TICO-19, MLQE-PE and MQM (quotation 2, unit 10, date 11 ... copy-source 225), at most 8."""

CANDIDATES = 24
"""Donors among which the likest is taken for a similar sentence."""
TOO_LIKE = 0.55
"""Trigram overlap from which on a donor may be another translation of the same sentence, as 95 % of those are."""


def donors_of(rows: Iterable[Row]) -> dict[str, list[tuple[str, str]]]:
    """Both sides of the rows by language."""
    found: dict[str, list[tuple[str, str]]] = {}
    for translation, counterpart, language, other in rows:
        found.setdefault(language, []).append((translation, counterpart))
        found.setdefault(other, []).append((counterpart, translation))
    return found


def curriculum(
    rows: Iterable[Row], seed: int, donors: Donors | None = None, kinds: Mapping[str, float] | None = None
) -> Iterator[tuple[str, Damaged, Damaged | None] | None]:
    """For each row the side that is damaged, its damage, and further damage on top; None where no kind applied.

    What comes of a row depends on the seed, its index, its texts and the donors alone; without `donors` they are the
    rows themselves. `kinds` weighs the kinds, as `WEIGHTS` does.
    """
    listed = list(rows) if donors is None else rows
    pool = donors_of(listed) if donors is None else donors
    for index, row in enumerate(listed):
        rng = random.Random(f"{seed}:{index}:{row[0]}\n{row[1]}")
        yield _one(row, pool, rng, kinds or WEIGHTS)


def _one(
    row: Row, pool: Donors, rng: random.Random, weights: Mapping[str, float]
) -> tuple[str, Damaged, Damaged | None] | None:
    for kind in _drawn(weights, rng):
        for side in _sides(row, kind, rng):
            text, source, language = row[side], row[1 - side], row[2 + side]
            other = _donor(kind, text, source, pool.get(language, ()), rng)
            foreign = "" if row[2].split("-")[0] == row[3].split("-")[0] else source
            found = damaged(text, language, kind, rng, other, foreign, row[3 - side])
            if found:
                further = worse(found, language, rng, other, foreign)
                return ("translation", "counterpart")[side], found, further
    return None


def _drawn(weights: Mapping[str, float], rng: random.Random) -> list[str]:
    """Kinds in a random order by weight, each once."""
    return sorted(weights, key=lambda kind: rng.random() ** (1 / weights[kind]), reverse=True)


def _sides(row: Row, kind: str, rng: random.Random) -> list[int]:
    """Which sides to try, in order: the English ones for kinds that need English."""
    sides = [0, 1] if rng.random() < 0.5 else [1, 0]
    return [side for side in sides if kind not in ENGLISH_KINDS or row[2 + side].split("-")[0] == "en"]


def _donor(kind: str, text: str, source: str, pool: Sequence[tuple[str, str]], rng: random.Random) -> str:
    """A text of the language that is no version of this one; the likest of some for a similar sentence."""
    if not pool:
        return ""
    drawn = [pool[rng.randrange(len(pool))] for _ in range(CANDIDATES if kind == "similar-sentence" else 4)]
    others = [other for other, partner in drawn if other != text and partner != source]
    if kind != "similar-sentence":
        return next((other for other in others if likeness(text, other) < TOO_LIKE), "")
    scored = sorted(((likeness(text, other), other) for other in others), reverse=True)
    return next((other for score, other in scored if score < TOO_LIKE), "")
