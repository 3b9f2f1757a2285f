"""The stages of an audit in an editor's words, and how far one has come."""

from __future__ import annotations

from dataclasses import dataclass

LABELS = {
    "wait": "Waiting for other audits",
    "read": "Reading the articles",
    "pair": "Putting the articles side by side",
    "facts": "Looking for numbers, dates and names",
    "encode": "Reading for meaning",
    "align": "Finding what corresponds",
    "score": "Judging what survived of the meaning",
    "check": "Looking for artifacts",
    "audit": "Finishing",
}
"""In the order in which they come; `wait` only when all threads are busy."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a stage is."""

    stage: str
    done: int
    total: int

    @property
    def label(self) -> str:
        """The stage in words."""
        return LABELS.get(self.stage, self.stage)
