"""Which texts are encoded together, and how equal texts are encoded once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from auditor.encoders.protocol import Vectors


def batches_by_length(lengths: Sequence[int], max_cells: int) -> Iterator[list[int]]:
    """Indices grouped by similar length, longest first, so that padding is small.

    A batch's rows times its longest length stay within `max_cells`; an item longer than that is a batch of its own.
    The order depends on the lengths and positions alone.
    """
    order = sorted(range(len(lengths)), key=lambda i: (-lengths[i], i))
    batch: list[int] = []
    for index in order:
        if batch and lengths[batch[0]] * (len(batch) + 1) > max_cells:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def encode_distinct(texts: Sequence[str], dimensions: int, encode: Callable[[list[str]], Vectors]) -> Vectors:
    """Encode each different text once and put the rows back in the order of `texts`."""
    if not texts:
        return np.zeros((0, dimensions), dtype=np.float32)
    place: dict[str, int] = {}
    for text in texts:
        place.setdefault(text, len(place))
    rows = encode([well_formed(text) for text in place])
    return rows[[place[text] for text in texts]]


def well_formed(text: str) -> str:
    """`text` with lone surrogates, which no tokenizer takes, replaced one for one by `?`; spans stay the same."""
    return text.encode("utf-8", "replace").decode("utf-8")


def normalised(rows: Vectors) -> Vectors:
    """Rows scaled to length one; lengths are summed in double precision."""
    lengths = np.linalg.norm(rows.astype(np.float64), axis=1)
    scaled: Vectors = (rows / np.maximum(lengths, 1e-12)[:, None]).astype(np.float32)
    return scaled


def windows(ids: Sequence[int], size: int) -> list[list[int]]:
    """Consecutive runs of at most `size` ids, as equal in length as can be; one empty run where there are no ids."""
    count = max(1, -(-len(ids) // size))
    bounds = [len(ids) * k // count for k in range(count + 1)]
    return [list(ids[a:b]) for a, b in pairwise(bounds)]
