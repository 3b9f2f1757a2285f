"""Which articles of a shard are read together: those with the same counterpart, then their neighbours.

Translations of one story share what was found of its counterpart only while they stand in one group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from auditor.batch.articles import Article

GROUP_CODE_POINTS = 60_000
"""Of articles read together, a counterpart they share counted once: about ten. The token states of e5 that the fidelity
model reads again are kept for as many; larger groups would have them computed twice."""
WINDOW_CODE_POINTS = 1_000_000
"""Of articles looked at for a common counterpart: usually a whole shard. It bounds what is held of one that is not."""
Placed = tuple[int, Article]
"""An article with its place in the shard."""


def groups(articles: Iterable[Article]) -> Iterator[list[Placed]]:
    """Every article once, in groups; what is read ahead is never more than a window and one article."""
    window: list[Placed] = []
    size = 0
    for place, article in enumerate(articles):
        if window and size + article.size > WINDOW_CODE_POINTS:
            yield from _cut(_sharing_first(window))
            window, size = [], 0
        window.append((place, article))
        size += article.size
    yield from _cut(_sharing_first(window))


def _sharing_first(window: Sequence[Placed]) -> list[Placed]:
    """In order, but each article right behind the first one that has its counterpart."""
    first: dict[str, int] = {}
    for place, article in window:
        first.setdefault(_counterpart(article, place), place)
    return sorted(window, key=lambda placed: (first[_counterpart(placed[1], placed[0])], placed[0]))


def _cut(window: Sequence[Placed]) -> Iterator[list[Placed]]:
    group: list[Placed] = []
    size, known = 0, ""
    for place, article in window:
        counterpart = _counterpart(article, place)
        added = article.own_size if counterpart == known else article.size
        if group and size + added > GROUP_CODE_POINTS:
            yield group
            group, size, added = [], 0, article.size
        group.append((place, article))
        size, known = size + added, counterpart
    if group:
        yield group


def _counterpart(article: Article, place: int) -> str:
    """The text of the counterpart by its hash; of an article without one, something that no other has."""
    return str(place) if article.pair is None else article.pair.counterpart.sha256
