"""One name spelled in two ways across articles: the reduction over what was gathered of each, a pure function."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.checks.terminology.innocent import softened
from auditor.checks.terminology.transcriptions import one_sign
from auditor.core.document import Span
from auditor.facts.fold import fold
from auditor.facts.name_matching import inflected
from auditor.facts.name_slip import Slip, spelling_slip
from auditor.facts.romanise import romanise

LINKED, SAME_FIRST_NAME = 0.75, 0.6
"""Confidence by evidence: both articles' counterparts have the one name; both spellings follow one first name."""
AGAIN = 3
"""Places of the usual spelling, or two articles, without which a first name is not enough."""
STEM = 4
"""Letters that inflected forms share."""
HOUSE = ""
"""Stands for the house list among document ids."""
NONE = frozenset[str]()
NAME_PART = re.compile(r"[^\s·・]+")


@dataclass(frozen=True, slots=True)
class NameCluster:
    """A spelling of a name in one article, with its inflected forms."""

    forms: tuple[str, ...]
    """As they are written, prefixes apart."""
    first_names: frozenset[str]
    """Words in front of it, romanised."""
    meant: frozenset[str]
    """Names of the counterpart that it renders."""
    plainly: frozenset[str]
    """Of the names of the counterpart those that it is almost letter by letter."""
    linked: frozenset[str]
    """Names of the counterpart's passages linked to its places; empty without a counterpart."""
    places: int
    span: Span
    """Its first place."""
    sure: bool = True
    """Whether it is a name beyond doubt; in German no capital shows one."""


@dataclass(frozen=True, slots=True)
class Respelling:
    """The rarer spelling in one article, and an article that has the usual one."""

    document: str
    ours: NameCluster
    other: str
    theirs: NameCluster
    lawful: bool
    confidence: float


@dataclass(frozen=True)
class _Spelling:
    """All articles that have one spelling."""

    by_article: tuple[tuple[str, NameCluster], ...]

    @cached_property
    def forms(self) -> frozenset[str]:
        return frozenset(fold(form) for _, cluster in self.by_article for form in cluster.forms)

    @property
    def places(self) -> int:
        return sum(cluster.places for _, cluster in self.by_article)

    @cached_property
    def documents(self) -> frozenset[str]:
        return frozenset(document for document, _ in self.by_article)

    @property
    def preferred(self) -> bool:
        """Whether the house list has it."""
        return HOUSE in self.documents

    @cached_property
    def meant(self) -> frozenset[str]:
        """The names of all counterparts that it renders."""
        return NONE.union(*(cluster.meant for _, cluster in self.by_article))

    @cached_property
    def plainly(self) -> frozenset[str]:
        """Those that it is almost letter by letter."""
        return NONE.union(*(cluster.plainly for _, cluster in self.by_article))

    @cached_property
    def linked(self) -> frozenset[str]:
        """Those of all linked passages."""
        return NONE.union(*(cluster.linked for _, cluster in self.by_article))

    @cached_property
    def first_names(self) -> frozenset[str]:
        """The words in front of it."""
        return NONE.union(*(cluster.first_names for _, cluster in self.by_article))


def respellings(
    articles: Mapping[str, Sequence[NameCluster]], preferred: Sequence[str] = (), language: str = ""
) -> Iterator[Respelling]:
    """Every article's rarer spelling of a name that other articles spell otherwise; articles of one language.

    Usual is what is `preferred`, then what more articles have, then what stands more often, then what stands first.
    Only spellings are compared that share a first name or a name of the counterparts, so the time grows with the names,
    not with their square.
    """
    found: dict[tuple[str, Span], Respelling] = {}
    spellings = _spellings({**articles, HOUSE: tuple(_house(preferred))})
    for usual, rare in _candidates(spellings):
        slip = _slip(usual, rare)
        if slip is None or _told_apart(rare, usual, slip) or softened(usual.forms, rare.forms, language):
            continue
        for document, cluster in rare.by_article:
            if document in usual.documents or document == HOUSE:
                continue
            confidence = _evidence(usual, rare, cluster, slip)
            known = found.get((document, cluster.span))
            if confidence and (known is None or known.confidence < confidence):
                other, theirs = max(usual.by_article, key=lambda one: one[1].places)
                found[document, cluster.span] = Respelling(document, cluster, other, theirs, slip.lawful, confidence)
    yield from found.values()


def _spellings(articles: Mapping[str, Sequence[NameCluster]]) -> list[_Spelling]:
    """Clusters of all articles that share a written form, or an inflected one; the most usual first."""
    groups: list[list[tuple[str, NameCluster]]] = []
    home: dict[str, int] = {}
    near_by: dict[str, list[str]] = defaultdict(list)
    for document in sorted(articles):
        for cluster in articles[document]:
            forms = [fold(form) for form in cluster.forms]
            others = (other for form in forms for other in near_by[form[:STEM]] if _inflected(form, other))
            known = [*(form for form in forms if form in home), *others]
            at = home[known[0]] if known else len(groups)
            if not known:
                groups.append([])
                near_by[forms[0][:STEM]].append(forms[0])
            groups[at].append((document, cluster))
            for form in forms:
                home.setdefault(form, at)
    spellings = [_Spelling(tuple(group)) for group in groups]
    return sorted(spellings, key=lambda one: (not one.preferred, -len(one.documents), -one.places, not one.meant))


def _house(preferred: Sequence[str]) -> Iterator[NameCluster]:
    """The house list as if it were an article."""
    for name in preferred:
        words = NAME_PART.findall(name)
        for before, word in zip(("", *words), words, strict=False):
            first = frozenset([_key(before)]) if before else NONE
            yield NameCluster((word,), first, NONE, NONE, NONE, 0, Span(0, 0))


def _candidates(spellings: Sequence[_Spelling]) -> Iterator[tuple[_Spelling, _Spelling]]:
    """Pairs (usual, rarer) that begin alike and have a clue in common."""
    by_clue: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, spelling in enumerate(spellings):
        for clue in _clues(spelling, linked=False):
            by_clue[clue].append(i)
    for j, spelling in enumerate(spellings):
        near = {i for clue in _clues(spelling, linked=True) for i in by_clue.get(clue, ()) if i != j}
        for i in sorted(near):
            yield spellings[min(i, j)], spellings[max(i, j)]


def _clues(spelling: _Spelling, *, linked: bool) -> Iterator[tuple[str, str, str]]:
    """What two spellings of a name share; `linked`: a slip is no rendering, and known by what it is linked to."""
    for initial in {form[0] for form in spelling.forms}:
        for name in spelling.linked if linked else spelling.meant:
            yield "counterpart", name, initial
        for first in spelling.first_names:
            yield "first", first[:STEM], initial


def _slip(usual: _Spelling, rare: _Spelling) -> Slip | None:
    slips = [slip for a in usual.forms for b in rare.forms if (slip := _apart(a, b)) is not None]
    slip = min(slips, key=lambda slip: (slip.ending, slip.lawful), default=None)
    if slip is not None and slip.lawful and any(_inflected(a, b) for a in usual.forms for b in rare.forms):
        return None
    return slip


def _in_signs(form: str) -> bool:
    """Whether it is written in Chinese, where another last sign may belong to the next word."""
    return "一" <= form[:1] <= "鿿"


def _key(form: str) -> str:
    return romanise(form).replace(" ", "")


def _inflected(a: str, b: str) -> bool:
    """Romanised where the script has capitals, as the names of one article are; signs of Chinese have no endings."""
    if _in_signs(a):
        return False
    return inflected(_key(a), _key(b)) if a[:1] != a[:1].upper() else inflected(a, b)


def _apart(a: str, b: str) -> Slip | None:
    if _in_signs(a):
        return Slip(lawful=False, ending=a[-1] != b[-1]) if one_sign(a, b) else None
    slip = spelling_slip(a, b)
    return None if slip is not None and slip.lawful and slip.ending else slip


def _told_apart(rare: _Spelling, usual: _Spelling, slip: Slip) -> bool:
    """Whether the counterparts have a name for either spelling, or the rarer is letter by letter the counterpart's."""
    meant, plainly = usual.meant, rare.plainly
    if not slip.lawful and any(_key(form) in plainly for form in rare.forms):
        return True
    return any(not near(name, meant) for name in plainly)


def _evidence(usual: _Spelling, rare: _Spelling, here: NameCluster, slip: Slip) -> float:
    """The confidence that both spell one name; 0 without evidence."""
    if slip.lawful and not here.sure:
        return 0.0
    same_first = any(near(first, usual.first_names) for first in here.first_names)
    if here.linked and usual.linked and not (slip.ending and _in_signs(here.forms[0])):
        return LINKED if any(near(name, here.linked) for name in usual.meant) else 0.0
    if slip.lawful or not here.sure or not same_first:
        return 0.0
    often = usual.preferred or len(usual.documents) > len(rare.documents) or usual.places >= rare.places + AGAIN - 1
    return SAME_FIRST_NAME if often else 0.0


def near(name: str, others: Iterable[str]) -> bool:
    """Whether a romanised name is among others, inflected perhaps."""
    return any(name == other or inflected(name, other) for other in others)
