"""Batches that shrink when the device's memory does not hold them, and grow no more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np

T = TypeVar("T")
START = 2**14
"""Items given to a model at once; it cuts them to its own batches, so this only bounds what a failure repeats."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether a device or the machine had no memory left; told by name, so that torch need not be imported."""
    if isinstance(error, MemoryError):
        return True
    named = any(kind.__name__ == "OutOfMemoryError" for kind in type(error).__mro__)
    return named or (isinstance(error, RuntimeError) and "out of memory" in str(error).casefold())


class Halving:
    """Asks a model for many items; out of memory, for half as many at a time from then on."""

    def __init__(self, release: Callable[[], None], most: int = START) -> None:
        """`release` gives memory that is held but unused back to the device."""
        self._release = release
        self.most = most

    def run(self, model: Callable[[list[T]], Any], items: Sequence[T]) -> Any:  # noqa: ANN401 - rows or lists, as the model gives
        """What `model` says of `items`, in order. One item alone that does not fit raises what the model raised."""
        answers: list[Any] = []
        at = 0
        while at < len(items):
            piece = list(items[at : at + self.most])
            try:
                answers.append(model(piece))
            except Exception as error:
                if not is_out_of_memory(error) or len(piece) == 1:
                    raise
                self.most = len(piece) // 2
                self._release()
                continue
            at += len(piece)
        return _joined(answers)


def _joined(answers: list[Any]) -> Any:  # noqa: ANN401
    if len(answers) == 1:
        return answers[0]
    if isinstance(answers[0], np.ndarray):
        return np.concatenate(answers)
    return [one for part in answers for one in part]
