"""Connected components of links: groups of passages that only correspond among themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.core.alignment import Link


@dataclass(frozen=True, slots=True)
class Component:
    """Passage indices of both sides, ascending; one side is empty for a passage without a link."""

    translation: tuple[int, ...]
    counterpart: tuple[int, ...]


def linked_components(n: int, m: int, links: Iterable[Link], *, whole: bool = False) -> tuple[Component, ...]:
    """Every passage of either side in exactly one component; `whole` puts all of them into one."""
    if whole:
        return (Component(tuple(range(n)), tuple(range(m))),)
    root = list(range(n + m))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for link in links:
        root[find(link.translation)] = find(n + link.counterpart)
    groups: dict[int, list[int]] = {}
    for i in range(n + m):
        groups.setdefault(find(i), []).append(i)
    return tuple(
        Component(tuple(i for i in group if i < n), tuple(i - n for i in group if i >= n)) for group in groups.values()
    )
