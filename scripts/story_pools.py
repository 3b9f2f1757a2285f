"""Pools of stories for document pairing: half of the articles on either side have no partner on the other."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpora import Lines, mqm_articles, ntrex_articles
from versions import Version, retell

from auditor.core.document import Document
from auditor.languages import normalise_code

Story = str
Side = tuple[tuple[Story, Document], ...]


@dataclass(frozen=True)
class Pool:
    """Two sides to pair; a translation's partners are the counterparts of the same story."""

    name: str
    translations: Side
    counterparts: Side


def fits_models(story: Story) -> bool:
    """Whether a story may fit the models that are shipped (half of them, by a hash); the others measure."""
    return sha256(story.encode()).digest()[0] % 2 == 0


SAME_STORY = {"scotsman.133791": "bbc.381746", "xinhua-zh-01.120522": "chinanews.com.229727"}
"""Two outlets' versions of one story (a football match, a naval parade), read and found to be right partners."""


def story_of(article: str) -> Story:
    """The story that an article tells; most tell their own."""
    return SAME_STORY.get(article, article)


@dataclass(frozen=True)
class Deal:
    """Articles of either side: a third of the stories on both, a third on one, a third on the other."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    strangers: tuple[str, ...] = ()
    """On neither side; foreign lines come from these, so that they correspond to nothing."""


STRANGER_SHARE = 0.1


def deal(articles: Sequence[str], rng: random.Random) -> Deal:
    """Deal `articles` out; those of one story stay together."""
    stories = sorted({story_of(article) for article in articles})
    mixed = rng.sample(stories, len(stories))
    aside, mixed = mixed[: round(STRANGER_SHARE * len(mixed))], mixed[round(STRANGER_SHARE * len(mixed)) :]
    third = len(mixed) // 3
    sides = mixed[: 2 * third], [*mixed[:third], *mixed[2 * third :]], aside
    return Deal(*(tuple(article for article in sorted(articles) if story_of(article) in side) for side in sides))


def ntrex_pool(data: Path, codes: Sequence[str], version: Version, seed: int) -> Pool:
    """Every story of our side in all `codes`, beside English articles: many translations share one."""
    rng = random.Random(seed)
    english = by_id(ntrex_articles(data, "eng"))
    dealt = deal(list(english), rng)
    translations: list[tuple[Story, Document]] = []
    for code in codes:
        translations += tell_ours(by_id(ntrex_articles(data, code)), dealt, version, rng)
    return Pool(f"ntrex {version.name}", tuple(translations), tuple(tell_theirs(english, dealt, version, rng)))


def newstest_pools(data: Path, version: Version, seed: int, systems: int = 4) -> Iterator[Pool]:
    """Machine translations of Chinese wire stories beside their sources, and beside another system's version.

    Only stories that did not fit the models.
    """
    rng = random.Random(seed)
    articles = {doc: own for doc, own in mqm_articles(data, "newstest2021.zh-en").items() if not fits_models(doc)}
    dealt = deal(list(articles), rng)
    chosen = {doc: [name for name in sorted(versions) if name != "source"] for doc, versions in articles.items()}
    translations: list[tuple[Story, Document]] = []
    for number in range(systems):
        own = {doc: versions[chosen[doc][number]] for doc, versions in articles.items()}
        translations += tell_ours(own, dealt, version, rng)
    sources = {doc: versions["source"] for doc, versions in articles.items()}
    others = {doc: versions[chosen[doc][systems]] for doc, versions in articles.items()}
    for kind, counterparts in (("en-zh", sources), ("en-en", others)):
        side = tell_theirs(counterparts, dealt, version, rng)
        yield Pool(f"newstest {kind} {version.name}", tuple(translations), tuple(side))


def by_id(articles: Sequence[Lines]) -> dict[str, Lines]:
    """By id, with the language as the rest of the tool calls it."""
    return {
        article.id: Lines(article.id, normalise_code(article.language) or "und", article.lines) for article in articles
    }


def tell_ours(
    articles: Mapping[str, Lines], dealt: Deal, version: Version, rng: random.Random
) -> list[tuple[Story, Document]]:
    """Our side in that version."""
    return _told(articles, dealt.ours, _foreign(articles, dealt)[::2], version, rng)


def tell_theirs(
    articles: Mapping[str, Lines], dealt: Deal, version: Version, rng: random.Random
) -> list[tuple[Story, Document]]:
    """Their side in that version; its foreign lines are other ones."""
    return _told(articles, dealt.theirs, _foreign(articles, dealt)[1::2], version, rng)


def _foreign(articles: Mapping[str, Lines], dealt: Deal) -> list[str]:
    return [line for name in dealt.strangers for line in articles[name].lines]


def _told(
    articles: Mapping[str, Lines], names: Sequence[str], foreign: Sequence[str], version: Version, rng: random.Random
) -> list[tuple[Story, Document]]:
    return [(story_of(name), retell(articles[name], version, foreign, rng)) for name in names]
