"""What one article tells about the spellings of its names: capitals show them, or the counterpart, or middle dots."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from auditor.checks.subject import Subject
from auditor.checks.terminology.counterpart_names import CounterpartNames, counterpart_names
from auditor.checks.terminology.name_clusters import NONE, NameCluster, near
from auditor.checks.terminology.slips_by_ear import SHORTEST, searched_by_passage
from auditor.checks.terminology.spellings import Spelling, spellings
from auditor.checks.terminology.transcriptions import SHORTEST as SHORTEST_TRANSCRIBED
from auditor.checks.terminology.transcriptions import foreign_names, transcribed
from auditor.facts.fold import fold
from auditor.facts.name_matching import NameWord
from auditor.facts.rendering import KEPT, rendering, renderings, renders, stems

SURE_FIRST = 3
"""Letters of a first name."""


def name_clusters(subject: Subject) -> tuple[NameCluster, ...]:
    """The spellings of an article, each with what the counterpart says of it."""
    names = counterpart_names(subject)
    if subject.language.cased:
        return tuple(_of_capitals(spelling, names) for spelling in spellings(subject))
    if subject.language.code in ("zh", "yue"):
        return tuple(_of_signs(subject, names))
    return tuple(_of_counterpart(subject, names))


def _of_capitals(spelling: Spelling, names: CounterpartNames) -> NameCluster:
    keys = frozenset(spelling.forms)
    linked = [names.at(place.word) or NONE for place in spelling.places]
    return NameCluster(
        forms=tuple(dict.fromkeys(place.word.surface for place in spelling.places)),
        first_names=frozenset(first for first in spelling.first_names if len(first) >= SURE_FIRST),
        meant=names.meant(keys),
        plainly=names.meant(keys, plainly=True),
        linked=NONE.union(*linked),
        places=len(spelling.places),
        span=spelling.places[0].word.span,
        sure=any(place.sure for place in spelling.places),
    )


def _of_signs(subject: Subject, names: CounterpartNames) -> Iterator[NameCluster]:
    """Parts of dotted names of Chinese print; beside a counterpart any signs that foreign names are written with."""
    found: dict[str, list[NameWord]] = defaultdict(list)
    first: dict[str, set[str]] = defaultdict(set)
    for name in foreign_names(subject.text):
        for before, word in zip((None, *name), name, strict=False):
            found[word.surface].append(word)
            first[word.surface] |= {before.surface} if before else set()
    for run in transcribed(subject.text) if names.all else ():
        if run not in found[run.surface]:
            found[run.surface].append(run)
    for surface, places in found.items():
        linked = [names.at(word) or NONE for word in places]
        always = frozenset.intersection(*linked) if linked else NONE
        if len(surface) >= SHORTEST_TRANSCRIBED and (first[surface] or always):
            yield NameCluster((surface,), frozenset(first[surface]), always, NONE, always, len(places), places[0].span)


def _of_counterpart(subject: Subject, names: CounterpartNames) -> Iterator[NameCluster]:
    """Words that render a name of the counterpart, or all but render it, in passages that are linked to it."""
    words = searched_by_passage(subject)
    often = Counter(fold(word.surface) for passage in words for word in passage)
    for name in sorted(name for name in names.all if len(name) >= SHORTEST):
        here = [passage for passage, theirs in zip(words, names.words_by_passage, strict=True) if name in theirs]
        told = {word.surface: word for passage in reversed(here) for word in reversed(passage)}
        rendered = renderings(name, told)
        right = [word for surface, word in told.items() if surface in rendered]
        slips = [] if right else [word for word in told.values() if _almost(name, word.surface)]
        for word in right or slips:
            heard = names.plainly_heard(word.surface)
            if any(not near(other, (name,)) for other in heard):
                continue
            plainly = frozenset([name]) & heard
            yield NameCluster(
                forms=_stems(name, word.surface),
                first_names=NONE,
                meant=frozenset([name]) if right else NONE,
                plainly=plainly,
                linked=frozenset([name]),
                places=often[fold(word.surface)],
                span=word.span,
            )


def _almost(name: str, surface: str) -> bool:
    """Whether one consonant keeps the word from rendering the name."""
    found = rendering(name, surface)
    return found is not None and found.replaced + found.gaps == 1 and found.kept >= KEPT


def _stems(name: str, surface: str) -> tuple[str, ...]:
    """The word without a prefix, where that is the name; else with and without."""
    return tuple(stem for stem in stems(surface) if renders(name, stem)) or stems(surface)
