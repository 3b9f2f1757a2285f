"""Sentence embeddings: one protocol, two bundled models, any hub id or folder, a cache.

Nothing here imports torch or transformers until an encoder that needs them is asked for its first vectors.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from auditor.encoders.choose import Choice, available_encoders, choose_encoder
from auditor.encoders.hashing import HashEncoder
from auditor.encoders.label import encoder_label, fitted_hash
from auditor.encoders.protocol import Encoder, Vectors

if TYPE_CHECKING:
    from auditor.encoders.cache import CacheNotice, VectorCache
    from auditor.encoders.cached import CachedEncoder
    from auditor.encoders.load import load_encoder
    from auditor.encoders.selftest import SelfTest, self_test

_LAZY = {
    "CacheNotice": "cache",
    "CachedEncoder": "cached",
    "SelfTest": "selftest",
    "VectorCache": "cache",
    "load_encoder": "load",
    "self_test": "selftest",
}

__all__ = [
    "CacheNotice",
    "CachedEncoder",
    "Choice",
    "Encoder",
    "HashEncoder",
    "SelfTest",
    "VectorCache",
    "Vectors",
    "available_encoders",
    "choose_encoder",
    "encoder_label",
    "fitted_hash",
    "load_encoder",
    "self_test",
]


def __getattr__(name: str) -> object:
    if name in _LAZY:
        return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
