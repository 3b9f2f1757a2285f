"""An encoder that looks into the vector cache first."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from auditor.encoders.batching import encode_distinct
from auditor.encoders.cache import VectorCache
from auditor.encoders.front import FrontEncoder
from auditor.encoders.protocol import Encoder, Vectors

KEY_RECIPE = "float32|v1"
KEY_BYTES = 20


class CachedEncoder(FrontEncoder):
    """Gives the vectors of `encoder`, reading from `cache` those of texts it has seen.

    A key is a hash of the encoder's name, model hash, device and precision, and of the text. A vector from the cache
    has the bits it was computed with; computed again in a batch with other texts its last bit may differ (1e-7).
    """

    def __init__(self, encoder: Encoder, cache: VectorCache) -> None:
        super().__init__(encoder)
        self.cache = cache

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the inner encoder; only texts that are not in the cache are computed, then kept."""
        return encode_distinct(texts, self.dimensions, self._encode)

    def _encode(self, texts: list[str]) -> Vectors:
        keys = [self._key(text) for text in texts]
        known = self.cache.get(keys, self.dimensions)
        missing = [i for i, key in enumerate(keys) if key not in known]
        if missing:
            fresh = self.encoder.encode([texts[i] for i in missing])
            new = {keys[i]: row for i, row in zip(missing, fresh, strict=True)}
            self.cache.put(new)
            known |= new
        return np.stack([known[key] for key in keys])

    def _key(self, text: str) -> bytes:
        model = f"{self.name}|{self.model_hash}|{self.device}|{KEY_RECIPE}\0"
        body = (model + text).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(body, digest_size=KEY_BYTES).digest()
