"""Vectors of one run: a text that several stages ask for is encoded once, as long as memory allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import numpy as np

from auditor.encoders import Encoder, VectorCache, Vectors, choose_encoder, load_encoder
from auditor.encoders.front import FrontEncoder
from auditor.encoders.trust import Caution, caution

REMEMBERED_BYTES = 64 * 2**20
"""30,000 vectors of 512 dimensions, about 1,000 article pairs; of larger folders the disk cache knows the rest."""


class RememberingEncoder(FrontEncoder):
    """An encoder that keeps the vectors it has made; the oldest make room for new ones."""

    def __init__(self, encoder: Encoder, limit_bytes: int = REMEMBERED_BYTES) -> None:
        super().__init__(encoder)
        self._known: dict[str, Vectors] = {}
        self._limit_bytes = limit_bytes

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the wrapped encoder, bit for bit; only new texts reach it."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        fresh = [text for text in dict.fromkeys(texts) if text not in self._known]
        if fresh:
            self._known.update(zip(fresh, map(np.copy, self.encoder.encode(fresh)), strict=True))
        vectors = np.stack([self._known[text] for text in texts])
        self._make_room()
        return vectors

    def _make_room(self) -> None:
        excess = len(self._known) - self._limit_bytes // (4 * self.dimensions)
        for text in list(islice(self._known, max(0, excess))):
            del self._known[text]


class Encoders:
    """The encoders of one run, loaded when first needed: `auto` may take one for each pair of languages."""

    def __init__(
        self,
        name: str,
        device: str = "auto",
        threads: int | None = None,
        cache: VectorCache | None = None,
        precision: str = "auto",
        load: Callable[[str], Encoder] | None = None,
    ) -> None:
        """`load` gives the encoder of a name where they are shared with other runs; else they are this run's own."""
        self._name, self._cache, self._shared = name, cache, load
        self._device, self._threads, self._precision = device, threads, precision
        self._loaded: dict[str, Encoder] = {}
        self.fallbacks: set[str] = set()
        """Reasons for which a pair did not get the encoder that suits it."""
        self.cautions: set[Caution] = set()
        """What to say of the languages that were compared, once each for every encoder."""

    @classmethod
    def of(cls, encoder: Encoder) -> Encoders:
        """One ready encoder for everything."""
        encoders = cls(encoder.name)
        encoders._loaded[encoder.name] = RememberingEncoder(encoder)
        return encoders

    def for_languages(self, languages: Iterable[str]) -> Encoder:
        """The encoder for articles in these languages."""
        together = frozenset(languages)
        name = self._choose(together) if self._name == "auto" else self._name
        self.cautions.update(told for language in together if (told := caution(name, language)) is not None)
        if name not in self._loaded:
            self._loaded[name] = self._own(name) if self._shared is None else self._shared(name)
        return self._loaded[name]

    @property
    def loaded(self) -> tuple[Encoder, ...]:
        """Encoders in use so far, by name."""
        return tuple(self._loaded[name] for name in sorted(self._loaded))

    def _own(self, name: str) -> Encoder:
        encoder = load_encoder(
            name, device=self._device, cache=self._cache, threads=self._threads, precision=self._precision
        )
        return RememberingEncoder(encoder)

    def _choose(self, languages: Iterable[str]) -> str:
        choice = choose_encoder(languages)
        if choice.fallback:
            self.fallbacks.add(choice.reason)
        return choice.name
