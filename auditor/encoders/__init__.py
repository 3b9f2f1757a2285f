"""Sentence embeddings: one protocol, two bundled models, any hub id or folder, a cache.

Nothing here imports torch or transformers until an encoder that needs them is loaded.
"""

from __future__ import annotations

from importlib import import_module

from auditor.encoders.hashing import HashEncoder
from auditor.encoders.protocol import Encoder, Vectors

_LAZY: dict[str, str] = {}

__all__ = ["Encoder", "HashEncoder", "Vectors"]


def __getattr__(name: str) -> object:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
